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
/* Behind the ASCII at `at` (at <= s.len), eight bytes at a time. */
size_t utf8_skip_ascii(Str s, size_t at);
bool utf8_valid(Str s, size_t *bad); /* *bad: offset of the first bad byte */
size_t utf8_count(Str s);            /* code points; a bad byte counts one */
void utf8_append(StrBuf *b, uint32_t cp);
/* `s` cut to at most `max` bytes, never inside a code point. */
Str utf8_cut(Str s, size_t max);

/* The part of utf8_decode() for bytes above 0x7F. */
size_t utf8_decode_long(Str s, size_t at, uint32_t *cp);

/* Most text is ASCII, and every reader of text goes through here. */
static inline size_t utf8_decode(Str s, size_t at, uint32_t *cp)
{
    unsigned char c = (unsigned char)s.ptr[at];

    if (c >= 0x80)
        return utf8_decode_long(s, at, cp);
    *cp = c;
    return 1;
}

#endif
