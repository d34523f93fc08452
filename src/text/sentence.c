#include "text/sentence.h"

#include <stdint.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/abbrev.h"
#include "text/step.h"

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
