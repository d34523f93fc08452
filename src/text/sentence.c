#include "text/sentence.h"

#include <stdint.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "text/abbrev.h"

/* How far back a word before a dot, and how far ahead the end of a quotation, is
 * looked for: enough for real prose, and it keeps the work linear. */
enum { BACK_MAX = 24, QUOTE_MAX = 1024 };

/* clang-format off */
/* Words that begin a sentence after "Inc." and its like. */
static const char *const openers[] = {
    "A", "An", "And", "At", "But", "By", "For", "From", "He", "How", "I", "If",
    "In", "It", "Its", "No", "On", "Our", "She", "That", "The", "Their", "There",
    "These", "They", "This", "Those", "Today", "We", "What", "When", "With", "You",
};
/* clang-format on */

static uint32_t cp_at(Str s, size_t at)
{
    uint32_t cp = 0;

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return cp;
}

static uint32_t cp_before(Str s, size_t at)
{
    return at > 0 ? cp_at(s, utf8_before(s, at)) : 0;
}

static bool is_digit(uint32_t cp)
{
    return cp >= '0' && cp <= '9';
}

/* Ends a sentence when white space follows. */
static bool is_stop(uint32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 || cp == 0xFF0E;
}

/* 。！？ end a sentence whatever follows. */
static bool is_full_stop(uint32_t cp)
{
    return cp == 0x3002 || cp == 0xFF01 || cp == 0xFF1F;
}

static bool is_closer(uint32_t cp, Lang lang)
{
    switch (cp) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case 0x201D: /* ” */
    case 0x2019: /* ’ */
    case 0x300D: /* 」 */
    case 0x300F: /* 』 */
    case 0x3009: /* 〉 */
    case 0x300B: /* 》 */
    case 0x3011: /* 】 */
    case 0xFF09: /* ） */
    case 0xBB:   /* » */
        return true;
    case 0x201C: /* “ closes „ */
        return lang == LANG_DE || lang == LANG_RU;
    default:
        return false;
    }
}

static bool is_opener(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == '(' || cp == '[' || cp == 0x201C ||
           cp == 0x2018 || cp == 0x201E || cp == 0xAB || cp == 0x300C || cp == 0x300E ||
           cp == 0xFF08;
}

/* May a space begin with that byte? U+0085, U+00A0, U+1680, U+2000 to U+3000. */
static bool may_be_space(unsigned char c)
{
    return c <= ' ' || c == 0xC2 || (c >= 0xE1 && c <= 0xE3);
}

static size_t skip_space(Str s, size_t at)
{
    while (at < s.len && may_be_space((unsigned char)s.ptr[at])) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        if (!unicode_is_space(cp))
            break;
        at += len;
    }
    return at;
}

static size_t trim_space(Str s, size_t start, size_t end)
{
    while (end > start && unicode_is_space(cp_before(s, end)))
        end = utf8_before(s, end);
    return end;
}

static size_t skip_closers(Str s, size_t at, Lang lang)
{
    size_t spaced = lang == LANG_FR ? skip_space(s, at) : at;

    if (cp_at(s, spaced) == 0xBB) /* French sets a space before » */
        at = spaced;
    while (at < s.len) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        if (!is_closer(cp, lang))
            break;
        at += len;
    }
    return at;
}

static bool is_alphabetic(uint32_t cp)
{
    if (cp < 0x80)
        return unicode_is_letter(cp);
    return unicode_is_letter_wide(cp) && !unicode_is_hangul(cp) &&
           !unicode_is_han(cp) && !unicode_is_kana(cp);
}

/* The letters, with inner dots, directly before the dot at `dot`; empty when
 * they are more than any abbreviation has. */
static Str token_before(Str s, size_t dot)
{
    size_t at = dot;

    while (at > 0) {
        size_t start = utf8_before(s, at);
        uint32_t cp = cp_at(s, start);
        if (cp != '.' && !is_alphabetic(cp))
            break;
        at = start;
        if (dot - at > BACK_MAX)
            return (Str){0};
    }
    return str_slice(s, at, dot);
}

/* Does the word at `at`, behind opening marks, usually begin a sentence? */
static bool begins_sentence(Str s, size_t at)
{
    uint32_t cp;
    size_t len;

    while (at < s.len && (len = utf8_decode(s, at, &cp), is_opener(cp)))
        at += len;
    size_t end = at;
    while (end < s.len && end - at < BACK_MAX &&
           (len = utf8_decode(s, end, &cp), unicode_is_letter(cp)))
        end += len;
    for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++)
        if (str_eq(str_slice(s, at, end), str_from(openers[i])))
            return true;
    return false;
}

/* "J. Park", "W. E. B. Du Bois": one capital and a dot. */
static bool is_initial(Str s, size_t dot)
{
    if (dot == 0 || !unicode_is_upper(cp_before(s, dot)))
        return false;
    uint32_t before = cp_before(s, utf8_before(s, dot));
    return !unicode_is_letter(before) && !unicode_is_mark(before) && !is_digit(before);
}

static size_t digits_start(Str s, size_t at)
{
    size_t floor = at > BACK_MAX ? at - BACK_MAX : 0;

    while (at > floor && is_digit((unsigned char)s.ptr[at - 1]))
        at--;
    return at;
}

/* "1." and "가." at the start of a block. */
static bool is_list_marker(Str s, size_t dot, Lang lang)
{
    size_t start = digits_start(s, dot);

    if (start == dot) {
        if (lang != LANG_KO || !unicode_is_hangul(cp_before(s, dot)))
            return false;
        start = utf8_before(s, dot);
    }
    return trim_space(s, 0, start) == 0;
}

/* A dot of "2027. 3. 2.", also its last one. */
static bool is_date_dot(Str s, size_t dot, size_t next)
{
    size_t start = digits_start(s, dot);

    if (start == dot)
        return false;
    if (is_digit(cp_at(s, next)))
        return true;
    for (int parts = 1; parts < 3; parts++) {
        size_t at = start;
        while (at > 0 && s.ptr[at - 1] == ' ')
            at--;
        if (at == start || start - at > 2 || at == 0 || s.ptr[at - 1] != '.')
            return false;
        start = digits_start(s, at - 1);
        if (at - 1 - start == 4)
            return true;
        if (start == at - 1)
            return false;
    }
    return false;
}

static bool is_lower(uint32_t cp)
{
    return is_alphabetic(cp) && !unicode_is_upper(cp);
}

/* One run of stops, as in "?!" or "...", with the closing marks behind it. */
typedef struct Stop {
    size_t start;
    size_t marks; /* end of the stops */
    size_t end;   /* end of the closing marks */
    bool full;    /* 。！？ among them */
} Stop;

static Stop read_stop(Str s, size_t at, Lang lang)
{
    Stop stop = {at, at, at, false};

    while (stop.marks < s.len) {
        uint32_t cp;
        size_t len = utf8_decode(s, stop.marks, &cp);
        if (!is_stop(cp) && !is_full_stop(cp))
            break;
        stop.full = stop.full || is_full_stop(cp);
        stop.marks += len;
    }
    stop.end = skip_closers(s, stop.marks, lang);
    return stop;
}

static bool is_ellipsis(Str s, const Stop *stop)
{
    Str marks = str_slice(s, stop->start, stop->marks);
    return str_ends(marks, STR("...")) || str_ends(marks, STR("…")) ||
           str_eq(marks, STR(".."));
}

/* A quotation inside a sentence: “좋아요.”라고, 「行く。」と, “好。”他说. */
static bool goes_on(Str s, const Stop *stop, Lang lang)
{
    if (stop->end == stop->marks || stop->end >= s.len)
        return false;
    uint32_t cp = cp_at(s, stop->end);
    if (lang == LANG_KO)
        return unicode_is_hangul(cp);
    if (lang == LANG_JA || lang == LANG_ZH)
        return unicode_is_kana(cp) || unicode_is_han(cp);
    return false;
}

/* Does the single dot at `dot` end a sentence, when the text goes on at `next`? */
static bool dot_ends(Str s, size_t dot, size_t next, Lang lang)
{
    if (is_list_marker(s, dot, lang))
        return false;
    if (lang == LANG_KO && is_date_dot(s, dot, next))
        return false;
    const Abbrev *abbrev = abbrev_find(token_before(s, dot), lang);
    if (!abbrev)
        return !is_initial(s, dot);
    switch (abbrev->kind) {
    case ABBREV_MAY:
        return begins_sentence(s, next);
    case ABBREV_NUMBER:
        return !is_digit(cp_at(s, next));
    case ABBREV_NEVER:
        break;
    }
    return false;
}

static bool ends_here(Str s, const Stop *stop, Lang lang)
{
    if (stop->end == s.len)
        return true;
    if (goes_on(s, stop, lang))
        return false;
    if (stop->full)
        return true;
    size_t next = skip_space(s, stop->end);
    if (next == stop->end)
        return false;
    if (next == s.len)
        return true;
    if (is_ellipsis(s, stop))
        return !is_lower(cp_at(s, next));
    if (s.ptr[stop->start] != '.' || stop->marks - stop->start > 1)
        return true;
    return dot_ends(s, stop->start, next, lang);
}

/* The end of a Japanese or Chinese quotation that opens at `at` and belongs to a
 * larger sentence, else `at`: no stop inside it ends a sentence. */
static size_t skip_quotation(Str s, size_t at, uint32_t open, Lang lang)
{
    Str close = {0};

    if (lang != LANG_JA && lang != LANG_ZH)
        return at;
    if (open == 0x300C)
        close = STR("」");
    else if (open == 0x300E)
        close = STR("』");
    else if (open == 0x201C && lang == LANG_ZH)
        close = STR("”");
    if (close.len == 0)
        return at;
    size_t end = str_find(str_slice(s, at, at + QUOTE_MAX), close, 0);
    if (end == STR_NONE)
        return at;
    end += at + close.len;
    uint32_t cp = cp_at(s, end);
    return unicode_is_kana(cp) || unicode_is_han(cp) ? end : at;
}

/* The next place where a sentence may end, behind letters that are ASCII or Hangul.
 *
 *   *inked  was a letter or digit met? Before the first one each sign is a place */
static size_t next_place(Str s, size_t at, bool *inked)
{
    static const ScanSet stops = {{'.', '!', '?', '.', '.'}, .wide = true};

    if (!*inked) {
        size_t behind = unicode_skip_hangul(s, scan_plain(s, at));
        *inked = behind > at;
        at = behind;
    }
    return *inked ? unicode_next_of(s, at, stops) : at;
}

bool sentence_next(Str prose, Lang lang, size_t *at, Range *out)
{
    size_t start = skip_space(prose, *at), pos = start;
    bool inked = false; /* stops before the first letter end nothing */

    if (start >= prose.len)
        return false;
    while ((pos = next_place(prose, pos, &inked)) < prose.len) {
        uint32_t cp;
        size_t len = utf8_decode(prose, pos, &cp);
        if (is_stop(cp) || is_full_stop(cp)) {
            Stop stop = read_stop(prose, pos, lang);
            pos = stop.end;
            if (inked && ends_here(prose, &stop, lang))
                break;
            continue;
        }
        inked = inked || unicode_is_letter(cp) || unicode_is_digit(cp);
        size_t behind = skip_quotation(prose, pos, cp, lang);
        pos = behind > pos ? behind : pos + len;
    }
    *out = (Range){start, trim_space(prose, start, pos)};
    *at = pos;
    return true;
}

size_t sentence_count(Str prose, Lang lang)
{
    size_t at = 0, count = 0;
    Range sentence;

    while (sentence_next(prose, lang, &at, &sentence))
        count++;
    return count;
}

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
