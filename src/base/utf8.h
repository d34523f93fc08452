/* utf8.h: code points in bytes. Strict: no surrogates, no overlong forms,
 * nothing above U+10FFFF. Source: RFC 3629. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

#define UTF8_BAD ((uint32_t)-1)
#define UTF8_MAX 4 /* bytes of the longest code point */

/* The code point at `at` (at < s.len).
 *
 *   returns  its length in bytes; 1 with *cp = UTF8_BAD for a byte that starts
 *            no code point, so that a caller always moves on */
static inline size_t utf8_decode(Str s, size_t at, uint32_t *cp);
/* Start of the code point that ends before `at` (at > 0). */
size_t utf8_before(Str s, size_t at);
/* Writes 1 to 4 bytes to `out`; returns how many, 0 for no code point. */
size_t utf8_write(uint32_t cp, char out[UTF8_MAX]);
/* Behind the ASCII at `at` (at <= s.len). */
size_t utf8_skip_ascii(Str s, size_t at);
bool utf8_valid(Str s, size_t *bad); /* *bad: offset of the first bad byte */
size_t utf8_count(Str s);            /* code points; a bad byte counts one */
void utf8_append(StrBuf *b, uint32_t cp);
/* Appends `s` with U+FFFD for each bad byte: for whoever takes nothing but UTF-8. */
void utf8_clean(Str s, StrBuf *out);
/* `s` cut to at most `max` bytes, never inside a code point. */
Str utf8_cut(Str s, size_t max);

/* The rest of utf8_decode(), by value: so the code point of whoever decodes stays in
 * a register. */
typedef struct Utf8Char {
    uint32_t cp, len;
} Utf8Char;
Utf8Char utf8_decode_long(Str s, size_t at);

/* Most text is ASCII or Hangul, and every reader of text goes through here. Three
 * bytes from E1 on are not overlong; ED A0 and above are surrogates. */
static inline size_t utf8_decode(Str s, size_t at, uint32_t *cp)
{
    const unsigned char *p = (const unsigned char *)s.ptr + at;

    if (p[0] < 0x80) {
        *cp = p[0];
        return 1;
    }
    if (p[0] - 0xE1U < 15 && s.len - at >= 3 && (p[0] != 0xED || p[1] < 0xA0) &&
        (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80) {
        *cp = (p[0] & 0x0FU) << 12 | (p[1] & 0x3FU) << 6 | (p[2] & 0x3FU);
        return 3;
    }
    Utf8Char c = utf8_decode_long(s, at);
    *cp = c.cp;
    return c.len;
}

#endif
