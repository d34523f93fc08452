/* rules_slip.c: slips of the keyboard: repeated words, wide gaps, marks that never
 * close, half-named ranges. */
#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/rules.h"

static size_t part_of(const CheckRun *run, size_t b)
{
    return run->doc->blocks[b].part;
}

/* Report a range of the prose with what is wrong about it. */
static Finding *add_slip(CheckRun *run, size_t b, Range r, Str excerpt, Str what)
{
    return run_add(run, run->level, part_of(run, b),
                   prose_origin(&run->doc->blocks[b].prose, r),
                   ARGS(arg_str(excerpt), arg_str(what)));
}

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

static bool is_word_cp(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp);
}

/* -- (a) the same word twice ---------------------------------------------- */

/* clang-format off */
/* Words that people do write twice. */
static const char *const doubled[] = {
    "that", "had", "very", "so", "no", "really", "is", "do", "much", "many", "long",
    "far", "bye", "ha", "blah", "more", "again", "now", "never", "yes", "go", "in",
    "on", "win", "die", "der", "das", "sie", "nous", "vous",
    "참", "더", "또", "잘", "꼭", "아주", "매우", "정말", "너무", "자주", "오래", "점점",
    "하나", "하나하나", "천천히", "차근", "조금", "조금씩", "하루", "날마다", "서로",
    "각각", "한참", "멀리", "다시", "빨리", "그때", "때때로", "이런", "저런", "누구",
};
/* clang-format on */

static bool may_double(Str word)
{
    for (size_t i = 0; i < sizeof doubled / sizeof *doubled; i++)
        if (str_eq_nocase(word, str_from(doubled[i])))
            return true;
    return false;
}

/* Nothing but white space and the marks of a block quote parts the two words in the
 * file. */
static bool only_space_between(Str between)
{
    for (size_t i = 0; i < between.len; i++)
        if (!strchr(" \t\r\n>", between.ptr[i]))
            return false;
    return between.len > 0;
}

static size_t word_end(Str s, size_t at)
{
    uint32_t cp;

    while ((at = unicode_skip_plain(s, at)) < s.len) {
        if (s.ptr[at] != '\'' && (unsigned char)s.ptr[at] < 0x80)
            break;
        size_t step = utf8_decode(s, at, &cp);
        bool inner = (cp == '\'' || cp == 0x2019) && is_word_cp(cp_at(s, at + step));
        if (!is_word_cp(cp) && !inner)
            break;
        at += step;
    }
    return at;
}

/* Joined to what stands beside it: "day-to-day to-do". */
static bool is_joined(Str s, Range word)
{
    uint32_t before = cp_before(s, word.start), after = cp_at(s, word.end);
    return before == '-' || before == '/' || before == '\'' || after == '-' ||
           after == '/';
}

static bool is_repeated(Str s, Range first, Range second, Lang lang)
{
    Str word = str_range(s, second);
    uint32_t cp = cp_at(s, second.start);

    if (!str_eq_nocase(str_range(s, first), word))
        return false;
    if (!unicode_is_letter(cp) || unicode_is_upper(cp) || may_double(word) ||
        is_joined(s, first) || is_joined(s, second))
        return false;
    /* One syllable is as often a determiner as a slip: "그 그림", "한 한". */
    if (lang == LANG_KO)
        return grapheme_count(word) > 1;
    return word.len > 1 || cp == 'a';
}

static bool is_apart_by_space(const CheckRun *run, size_t b, Range first, Range second)
{
    const Prose *prose = &run->doc->blocks[b].prose;
    Range a = prose_origin(prose, first), z = prose_origin(prose, second);

    return only_space_between(str_slice(run->doc->bytes, a.end, z.start)) &&
           prose_is_verbatim(run->doc->bytes, prose, second);
}

/* From the first of them to the last; the fix keeps the first. */
static void report_repeated(CheckRun *run, size_t b, Range first, Range second)
{
    const Prose *prose = &run->doc->blocks[b].prose;
    Range a = prose_origin(prose, first), z = prose_origin(prose, second);
    Range both = {first.start, second.end};

    Finding *f = add_slip(run, b, both, str_range(prose->text, both),
                          run_words(run, "repeated word", "겹친 낱말"));
    finding_fix(f, FIX_REPLACE, (Range){a.end, z.end}, (Str){0});
}

typedef struct Repeats {
    Range first, last; /* of words that are all the same; equal: a word alone */
} Repeats;

/* "the the the" is one slip. */
static inline void end_repeats(CheckRun *run, size_t b, Repeats *repeats, Range next)
{
    if (repeats->last.start > repeats->first.start)
        report_repeated(run, b, repeats->first, repeats->last);
    repeats->first = repeats->last = next;
}

/* Most words end before a sign of ASCII that is none of theirs. */
static bool goes_on_at(Str s, size_t at)
{
    return at < s.len && ((unsigned char)s.ptr[at] >= 0x80 || s.ptr[at] == '\'');
}

/* Most words are as long as no neighbour. */
static void find_repeated(CheckRun *run, size_t b)
{
    Str s = run->doc->blocks[b].prose.text;
    Repeats same = {0};
    uint32_t cp = 0;

    for (size_t at = 0; at < s.len;) {
        if (s.ptr[at] == ' ') { /* parts words, and is all that parts repeated ones */
            at++;
            continue;
        }
        Range word = {at, scan_plain(s, at)};
        if (goes_on_at(s, word.end))
            word.end = word_end(s, word.end);
        if (word.end == at) {
            at += utf8_decode(s, at, &cp);
            end_repeats(run, b, &same, (Range){0});
            continue;
        }
        if (word.end - word.start == same.last.end - same.last.start &&
            is_repeated(s, same.last, word, run->doc->lang) &&
            is_apart_by_space(run, b, same.last, word))
            same.last = word;
        else
            end_repeats(run, b, &same, word);
        at = word.end;
    }
    end_repeats(run, b, &same, (Range){0});
}

/* -- (b) wide gaps -------------------------------------------------------- */

enum { GAPS_MAX = 2, GAP_SPACES_MAX = 3 };

static bool is_gap(const CheckRun *run, const Block *block, Range gap)
{
    Str s = block->prose.text;
    uint32_t before = cp_before(s, gap.start), after = cp_at(s, gap.end);

    if (gap.end - gap.start < 2 || gap.end - gap.start > GAP_SPACES_MAX)
        return false;
    if (!unicode_is_letter(before) && before != ',')
        return false;
    return unicode_is_letter(after) &&
           prose_is_verbatim(run->doc->bytes, &block->prose, gap);
}

/* Where the word before the gap begins and the one behind it ends. */
static Range around(Str s, Range gap)
{
    size_t start = gap.start;

    while (start > 0 && s.ptr[start - 1] != ' ')
        start--;
    return (Range){start, word_end(s, gap.end)};
}

/* More than a few gaps are columns that somebody has lined up. */
static void find_gaps(CheckRun *run, size_t b)
{
    const Block *block = &run->doc->blocks[b];
    Str s = block->prose.text;
    Range gaps[GAPS_MAX];
    size_t count = 0;

    for (size_t at = scan_two_spaces(s, 0); at < s.len; at = scan_two_spaces(s, at)) {
        Range gap = {at, at};
        while (gap.end < s.len && s.ptr[gap.end] == ' ')
            gap.end++;
        at = gap.end;
        if (!is_gap(run, block, gap))
            continue;
        if (count == GAPS_MAX)
            return;
        gaps[count++] = gap;
    }
    for (size_t i = 0; i < count; i++) {
        Str excerpt = str_range(s, around(s, gaps[i]));
        Finding *f = add_slip(run, b, gaps[i], excerpt,
                              run_words(run, "more than one space", "빈칸이 둘 이상"));
        finding_fix(f, FIX_REPLACE, prose_origin(&block->prose, gaps[i]), STR(" "));
    }
}

/* -- (c) marks that never close ------------------------------------------- */

/* clang-format off */
static const struct MarkPair {
    uint32_t open, close;
} pairs[] = {
    {'(', ')'}, {'[', ']'}, {0x201C, 0x201D}, {0x300C, 0x300D}, {0x300E, 0x300F},
    {0xAB, 0xBB}, {0xFF08, 0xFF09}, {0x3010, 0x3011}, {0x300A, 0x300B}, {'"', '"'},
};
/* clang-format on */

enum { PAIR_COUNT = sizeof pairs / sizeof *pairs, STRAIGHT = PAIR_COUNT - 1 };

/* Where the next of them may stand. */
static size_t next_mark(Str s, size_t at)
{
    static const ScanSet marks = {{'(', ')', '[', ']', '"'}, .wide = true};

    return unicode_next_of(s, at, marks);
}

enum { EXCERPT_GRAPHEMES = 24 };

typedef struct Opened {
    size_t at[PAIR_COUNT];    /* the first that is open */
    size_t depth[PAIR_COUNT]; /* how many are */
} Opened;

/* A face, an interval, the bracket of "a) b)". */
static bool is_no_bracket(Str s, size_t at, uint32_t cp)
{
    uint32_t before = cp_before(s, at), after = cp_at(s, at + 1);

    if (cp == '(' && (before == ':' || before == ';' || before == '=' || before == '-'))
        return true;
    return cp == '[' && (unicode_is_digit(after) || after == '-');
}

/* A straight mark opens behind a space or a bracket, before a letter. */
static bool opens_straight(Str s, size_t at)
{
    uint32_t before = cp_before(s, at), after = cp_at(s, at + 1);
    bool room = at == 0 || unicode_is_space(before) || before == '(' || before == '[' ||
                before == 0x2014;
    return room && at + 1 < s.len && !unicode_is_space(after);
}

static void open_or_close(Str s, size_t at, uint32_t cp, Opened *opened)
{
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        bool straight = i == STRAIGHT && cp == '"';
        if (cp == pairs[i].close && opened->depth[i] > 0) {
            opened->depth[i]--;
        } else if (cp == pairs[i].open && (!straight || opens_straight(s, at)) &&
                   !is_no_bracket(s, at, cp)) {
            if (opened->depth[i]++ == 0)
                opened->at[i] = at;
        }
    }
}

static Str excerpt_at(Str s, size_t at)
{
    size_t end = at;

    for (int i = 0; i < EXCERPT_GRAPHEMES && end < s.len; i++)
        end = grapheme_next(s, end);
    return str_slice(s, at, end);
}

static bool starts_with_quote(const CheckRun *run, size_t b)
{
    uint32_t cp =
        b < run->doc->block_count ? cp_at(run->doc->blocks[b].prose.text, 0) : 0;
    return cp == 0x201C || cp == '"' || cp == 0x300C;
}

/* A quotation of several paragraphs closes in the last one only. */
static bool goes_on(const CheckRun *run, size_t b, size_t at)
{
    return at == 0 && starts_with_quote(run, b) && starts_with_quote(run, b + 1);
}

static bool is_closed_otherwise(const CheckRun *run, Str s, size_t pair, size_t at)
{
    if (pairs[pair].open != 0x201C)
        return false;
    return run->doc->lang == LANG_DE || run->doc->lang == LANG_RU ||
           str_find_byte(s, '"', at) != STR_NONE;
}

static void find_unclosed(CheckRun *run, size_t b)
{
    Str s = run->doc->blocks[b].prose.text;
    Opened opened = {0};
    uint32_t cp;

    for (size_t at = next_mark(s, 0); at < s.len;) {
        size_t step = utf8_decode(s, at, &cp);
        open_or_close(s, at, cp, &opened);
        at = next_mark(s, at + step);
    }
    /* What opens above a list may close below it. */
    if (str_ends(s, STR(":")))
        return;
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        size_t at = opened.at[i];
        if (opened.depth[i] == 0 || goes_on(run, b, at) ||
            is_closed_otherwise(run, s, i, at))
            continue;
        utf8_decode(s, at, &cp);
        Range mark = {at, grapheme_next(s, at)};
        add_slip(run, b, mark, excerpt_at(s, at),
                 run_words(run, "opened and never closed", "열고 닫지 않았습니다"));
    }
}

void rule_typing_slip(CheckRun *run)
{
    for (size_t b = 0; b < run->doc->block_count; b++) {
        if (run->doc->blocks[b].prose.text.len == 0)
            continue;
        find_repeated(run, b);
        find_gaps(run, b);
        find_unclosed(run, b);
    }
}

/* -- number-range --------------------------------------------------------- */

static bool is_digit_at(Str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

static size_t skip_digits(Str s, size_t at)
{
    while (is_digit_at(s, at) ||
           (at < s.len && (s.ptr[at] == '.' || s.ptr[at] == ',') &&
            is_digit_at(s, at + 1)))
        at++;
    return at;
}

static size_t skip_space(Str s, size_t at)
{
    return at < s.len && s.ptr[at] == ' ' ? at + 1 : at;
}

/* "천만", "억": where the unit words at `at` end; `at` when there are none. */
static size_t units_end(Str s, size_t at)
{
    static const char *const units[] = {"천", "만", "억", "조"};

    for (size_t i = 0; i < 4; i++) {
        Str unit = str_from(units[i]);
        if (str_starts(str_slice(s, at, s.len), unit)) {
            at += unit.len;
            i = (size_t)-1;
        }
    }
    return at;
}

/* Whole part of a number with commas; enough to tell which one is larger. */
static long whole(Str s)
{
    long value = 0;

    for (size_t i = 0; i < s.len && s.ptr[i] != '.' && value < 100000000; i++)
        if (s.ptr[i] != ',')
            value = value * 10 + (s.ptr[i] - '0');
    return value;
}

/* "3~5만": from the first number to the unit behind the second. "900~1천" says all
 * that it means. */
static bool range_at(Str s, size_t tilde, Range *first, Range *unit)
{
    uint32_t cp;
    size_t step = utf8_decode(s, tilde, &cp), end = tilde;

    if (cp != '~' && cp != 0x2013 && cp != 0x301C && cp != 0xFF5E)
        return false;
    if (end > 0 && s.ptr[end - 1] == ' ')
        end--;
    size_t start = end;
    while (start > 0 && (is_digit_at(s, start - 1) || s.ptr[start - 1] == '.' ||
                         s.ptr[start - 1] == ','))
        start--;
    *first = (Range){start, end};
    size_t second = skip_space(s, tilde + step), behind = skip_digits(s, second);
    size_t at = skip_space(s, behind);
    *unit = (Range){at, units_end(s, at)};
    bool numbers = is_digit_at(s, start) && behind > second;
    return numbers && unit->end > unit->start &&
           whole(str_range(s, *first)) < whole(str_slice(s, second, behind));
}

static bool has_tilde(Str s)
{
    return str_find_byte(s, '~', 0) != STR_NONE ||
           str_find(s, STR("–"), 0) != STR_NONE ||
           str_find(s, STR("〜"), 0) != STR_NONE ||
           str_find(s, STR("～"), 0) != STR_NONE;
}

void rule_number_range(CheckRun *run)
{
    Range first, unit;

    for (size_t b = 0; b < run->doc->block_count; b++) {
        const Block *block = &run->doc->blocks[b];
        Str s = block->prose.text;
        for (size_t at = has_tilde(s) ? 0 : s.len; at < s.len;) {
            uint32_t cp;
            size_t step = utf8_decode(s, at, &cp);
            if (range_at(s, at, &first, &unit)) {
                Range all = {first.start, unit.end};
                Finding *f = run_add(run, run->level, block->part,
                                     prose_origin(&block->prose, all),
                                     ARGS(arg_str(str_range(s, all))));
                if (prose_is_verbatim(run->doc->bytes, &block->prose, first))
                    finding_fix(f, FIX_REPLACE, prose_origin(&block->prose, first),
                                arena_printf(run->arena, "%.*s%.*s",
                                             STR_ARG(str_range(s, first)),
                                             STR_ARG(str_range(s, unit))));
            }
            at += step;
        }
    }
}
