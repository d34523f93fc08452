#include "text/word.h"

#include <stdint.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "text/step.h"

/* Korean: what stands between white space, if a letter or digit is in it. */
static bool next_run(Str s, size_t *at, Range *out)
{
    size_t pos = skip_space(s, *at);
    bool found = false;

    while (pos < s.len && !found) {
        *out = (Range){pos, pos};
        while (out->end < s.len) {
            uint32_t cp;
            size_t letters = unicode_skip_hangul(s, unicode_skip_plain(s, out->end));
            if (letters > out->end) {
                found = true;
                out->end = letters;
                continue;
            }
            size_t len = utf8_decode(s, out->end, &cp);
            if (unicode_is_space(cp))
                break;
            found = found || unicode_is_letter(cp) || unicode_is_digit(cp);
            out->end += len;
        }
        pos = skip_space(s, out->end);
    }
    *at = found ? out->end : s.len;
    return found;
}

static bool is_inner(uint32_t cp)
{
    return cp == '\'' || cp == 0x2019 || cp == '-' || cp == '.' || cp == ',';
}

static bool is_alnum(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_digit(cp);
}

/* Behind the rest of a word that goes on with more than ASCII letters and digits. */
static size_t mixed_word_end(Str s, size_t at)
{
    while ((at = unicode_skip_plain(s, at)) < s.len) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        bool inside = is_alnum(cp) || unicode_is_mark(cp) ||
                      (is_inner(cp) && is_alnum(cp_at(s, at + len)));
        if (!inside)
            break;
        at += len;
    }
    return at;
}

/* Where the next word begins; the end of the prose when there is none. */
static size_t word_start(Str s, size_t at)
{
    while (at < s.len && !unicode_plain[(unsigned char)s.ptr[at]]) {
        uint32_t cp = (unsigned char)s.ptr[at];
        size_t len = cp < 0x80 ? 1 : utf8_decode(s, at, &cp);
        if (cp >= 0x80 && is_alnum(cp))
            break;
        at += len;
    }
    return at;
}

/* Most words are ASCII with a space behind them. */
static size_t spaced_word_end(Str s, size_t at)
{
    at = unicode_skip_plain(s, at);
    return at == s.len || s.ptr[at] == ' ' ? at : mixed_word_end(s, at);
}

bool word_next(Str prose, Lang lang, size_t *at, Range *out)
{
    if (lang == LANG_KO)
        return next_run(prose, at, out);
    size_t start = word_start(prose, *at);
    if (start == prose.len) {
        *at = start;
        return false;
    }
    *out = (Range){start, spaced_word_end(prose, start)};
    *at = out->end;
    return true;
}

static size_t count_runs(Str prose)
{
    size_t at = 0, count = 0;
    Range run;

    while (next_run(prose, &at, &run))
        count++;
    return count;
}

/* Does the word before `at` go on with the code point there? */
static bool goes_into_word(Str s, size_t at, uint32_t cp, size_t len)
{
    return unicode_is_mark(cp) || (is_inner(cp) && is_alnum(cp_at(s, at + len)));
}

/* The words that begin in sixteen bytes of ASCII.
 *
 *   *inside  is the byte before them inside a word? and then, is the last of them? */
static size_t count_in_step(Str s, size_t at, ScanBits bits, bool *inside)
{
    unsigned before = bits.plain << 1 | *inside; /* the byte before is of a word */
    unsigned joined = bits.found << 1 & before << 1;
    unsigned last = SCAN_STEP - 1;
    bool joins = bits.found >> last & before >> last & 1;

    *inside = (bits.plain >> last & 1) || (joins && is_alnum(cp_at(s, at + SCAN_STEP)));
    return scan_count(bits.plain & ~before & ~joined);
}

/* The words that word_next() gives, in one pass without a look at where they end. */
static size_t count_words(Str s)
{
    static const ScanSet inner = {{'\'', '-', '.', ',', ','}, .wide = false};
    size_t count = 0;
    bool inside = false; /* of a word */

    for (size_t at = 0; at < s.len;) {
        if (s.len - at >= SCAN_STEP) { /* most of most prose is ASCII */
            ScanBits bits = scan_bits(s.ptr + at, inner);
            if (!bits.wide) {
                count += count_in_step(s, at, bits, &inside);
                at += SCAN_STEP;
                continue;
            }
        }
        uint32_t cp = 0;
        size_t len = utf8_decode(s, at, &cp);
        bool starts = is_alnum(cp);
        count += starts && !inside;
        inside = starts || (inside && goes_into_word(s, at, cp, len));
        at += len;
    }
    return count;
}

size_t word_count(Str prose, Lang lang)
{
    return lang == LANG_KO ? count_runs(prose) : count_words(prose);
}

/* Behind the sign or syllable at `at`, if it is a grapheme for certain; else `at`. */
static size_t plain_grapheme_end(Str s, size_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];
    size_t end = c > ' ' && c < 0x7F ? at + 1 : unicode_hangul_at(s, at) ? at + 3 : at;

    if (end == s.len || (unsigned char)s.ptr[end] < 0x80 || unicode_hangul_at(s, end))
        return end;
    return at;
}

/* Graphemes, where a run of white space counts one, at the ends none. */
static size_t count_graphemes(Str s)
{
    size_t end = trim_space(s, 0, s.len), count = 0;

    s = str_slice(s, 0, end);
    for (size_t at = skip_space(s, 0); at < s.len; count++) {
        size_t behind = plain_grapheme_end(s, at);
        if (behind == at)
            behind = skip_space(s, at);
        at = behind > at ? behind : grapheme_next(s, at);
    }
    return count;
}

size_t prose_length(Str prose, Lang lang)
{
    return lang_counts_graphemes(lang) ? count_graphemes(prose)
                                       : word_count(prose, lang);
}
