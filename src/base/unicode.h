/* unicode.h: what a person sees as one character, how wide it is, and what
 * kind of character it is.
 *
 * Graphemes, line breaks and normal forms come from libunistring (Unicode 14);
 * the width of a code point is that of base/width.h, so a UTF-8 locale must be set
 * before widths are asked for. All functions take any
 * bytes; a byte that is no UTF-8 is a grapheme of its own. */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/scan.h"
#include "base/str.h"

/* End of the grapheme that starts at `at` (at < s.len). */
size_t grapheme_next(Str s, size_t at);
/* Start of the grapheme that ends at `at` (at > 0); looks back at most to the
 * start of the line. */
size_t grapheme_before(Str s, size_t at);
size_t grapheme_count(Str s);
/* Cells of one grapheme: 2 for an emoji sequence, else the sum of its code
 * points; controls and unassigned code points count as the one cell of the
 * sign that is drawn for them, a stray byte as the four of "<FF>". Never 0 for a
 * grapheme that stands alone. */
int grapheme_width(Str grapheme);
/* Is the grapheme one byte that is no text: NUL, or no UTF-8? */
static inline bool unicode_is_stray(Str grapheme);
enum { STRAY_WIDTH = 4 };
/* What is drawn for it: "<FF>", with a NUL behind. */
void unicode_stray_sign(char byte, char out[STRAY_WIDTH + 1]);
int unicode_width(Str s); /* cells of a string without line breaks */
/* The longest prefix of whole graphemes that fits into `cells`. */
Str unicode_fit(Str s, int cells);
/* As unicode_fit; what is cut ends behind a word, where there is one in its second
 * half. Without white space at its end. */
Str unicode_fit_words(Str s, int cells);

bool unicode_is_nfc(Str s);           /* false for what is no UTF-8 */
void unicode_nfc(Str s, StrBuf *out); /* appends; bad bytes are copied */
/* How many bytes at the start of `s` are `prefix`; 0: it begins otherwise.
 *
 *   prefix  in NFC; its Hangul syllables are found as single letters too */
size_t unicode_prefix(Str s, Str prefix);

/* Lower-case for matching (simple case folding, one code point to one). */
static inline uint32_t unicode_fold(uint32_t cp);
void unicode_fold_str(Str s, StrBuf *out); /* appends */

static inline bool unicode_is_letter(uint32_t cp);
static inline bool unicode_is_digit(uint32_t cp);
static inline bool unicode_is_mark(uint32_t cp);
static inline bool unicode_is_upper(uint32_t cp);
/* White_Space, with NBSP and U+3000 */
static inline bool unicode_is_space(uint32_t cp);
bool unicode_is_punct(uint32_t cp);
bool unicode_is_hangul(uint32_t cp); /* syllables and jamo */
bool unicode_is_han(uint32_t cp);    /* CJK ideographs */
bool unicode_is_kana(uint32_t cp);
/* Behind the ASCII letters and digits at `at`: most of most words. */
static inline size_t unicode_skip_plain(Str s, size_t at);
/* Behind the composed Hangul syllables at `at`: most of most Korean words. */
static inline size_t unicode_skip_hangul(Str s, size_t at);
/* The next byte of a set at or behind `at` that begins no composed Hangul syllable. */
static inline size_t unicode_next_of(Str s, size_t at, ScanSet set);
/* C0, DEL, C1, bidi controls and invisible format characters: what must be
 * drawn visibly (reliability requirement R12). TAB and LF are in it. */
bool unicode_is_hidden(uint32_t cp);

typedef enum Visible {
    VISIBLE_ONE_LINE, /* LF and TAB are shown as a space */
    VISIBLE_LINES,    /* LF and TAB stay */
} Visible;

/* Append `s` as it may safely reach a terminal: ESC as ^[, U+202E as <202E>,
 * a stray byte as <FF>. */
void unicode_visible(Str s, Visible mode, StrBuf *out);

/* Where a line may be broken (UAX #14).
 *
 *   breaks  s.len bytes; breaks[i] is 1 when a break is possible before byte i,
 *           2 when it is mandatory, else 0 */
void unicode_line_breaks(Str s, char *breaks);

/* By byte: is it an ASCII letter or digit? */
extern const bool unicode_plain[256];

/* The parts of the functions above for code points beyond ASCII. */
uint32_t unicode_fold_wide(uint32_t cp);
bool unicode_is_letter_wide(uint32_t cp);
bool unicode_is_digit_wide(uint32_t cp);
bool unicode_is_mark_wide(uint32_t cp);
bool unicode_is_upper_wide(uint32_t cp);
bool unicode_is_space_wide(uint32_t cp);

static inline bool unicode_is_stray(Str grapheme)
{
    return grapheme.len == 1 &&
           (grapheme.ptr[0] == '\0' || (unsigned char)grapheme.ptr[0] >= 0x80);
}

/* Most text is ASCII, and every rule asks about each of its characters. */
static inline uint32_t unicode_fold(uint32_t cp)
{
    if (cp >= 0x80)
        return unicode_fold_wide(cp);
    return cp - 'A' < 26 ? cp + 32 : cp;
}

static inline bool unicode_is_letter(uint32_t cp)
{
    return cp < 0x80 ? (cp | 0x20) - 'a' < 26 : unicode_is_letter_wide(cp);
}

static inline bool unicode_is_digit(uint32_t cp)
{
    return cp < 0x80 ? cp - '0' < 10 : unicode_is_digit_wide(cp);
}

static inline bool unicode_is_mark(uint32_t cp)
{
    return cp >= 0x300 && unicode_is_mark_wide(cp);
}

static inline bool unicode_is_upper(uint32_t cp)
{
    return cp < 0x80 ? cp - 'A' < 26 : unicode_is_upper_wide(cp);
}

static inline size_t unicode_skip_plain(Str s, size_t at)
{
    return scan_plain(s, at);
}

/* U+AC00 to U+D7A3 in UTF-8. */
static inline bool unicode_hangul_at(Str s, size_t at)
{
    if (s.len - at < 3)
        return false;
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    if (p[0] - 0xEAU > 3 || (p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
        return false;
    if (p[0] == 0xED)
        return p[1] < 0x9E || (p[1] == 0x9E && p[2] <= 0xA3);
    return p[0] != 0xEA || p[1] >= 0xB0;
}

static inline size_t unicode_skip_hangul(Str s, size_t at)
{
    while (unicode_hangul_at(s, at))
        at += 3;
    return at;
}

static inline size_t unicode_next_of(Str s, size_t at, ScanSet set)
{
    for (;;) {
        size_t found = scan_next(s, at, set);
        at = unicode_skip_hangul(s, found);
        if (at == found)
            return at;
    }
}

static inline bool unicode_is_space(uint32_t cp)
{
    if (cp >= 0x80)
        return unicode_is_space_wide(cp);
    return cp == ' ' || cp - '\t' < 5;
}

#endif
