/* rules_acronym.c: acronyms that a customer has to guess. */
#include <stdlib.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "check/glossary.h"
#include "check/rules.h"

enum {
    ACRONYM_MIN = 2,
    ACRONYM_MAX = 6,
    GLOSS_MIN = 4,
    GLOSS_BYTES = 400, /* no explanation is longer */
    SHOUT_MIN = 4,
};
enum { DATELINE_BYTES = 120 };

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_latin_before(Str s, size_t at)
{
    uint32_t cp;

    if (at == 0 || s.ptr[at - 1] == ' ')
        return false;
    utf8_decode(s, utf8_before(s, at), &cp);
    return unicode_is_digit(cp) || cp == '_' || cp == '$' || cp == '@' || cp == '#' ||
           (unicode_is_letter(cp) && !unicode_is_hangul(cp) && !unicode_is_han(cp));
}

static bool is_latin_at(Str s, size_t at)
{
    uint32_t cp;

    if (at >= s.len || s.ptr[at] == ' ')
        return false;
    utf8_decode(s, at, &cp);
    return unicode_is_digit(cp) || cp == '_' ||
           (unicode_is_letter(cp) && !unicode_is_hangul(cp) && !unicode_is_han(cp));
}

static bool is_of_one_case(Str word)
{
    bool small = is_small(word.ptr[0]);

    for (size_t i = 1; i < word.len; i++)
        if (is_small(word.ptr[i]) != small)
            return false;
    return true;
}

/* A bit for each letter of the alphabet. */
static uint32_t letter_bit(char c)
{
    unsigned letter = ((unsigned char)c | 0x20U) - 'a';
    return letter < 26 ? (uint32_t)1 << letter : 0;
}

#define ANY_LETTER (((uint32_t)1 << 26) - 1)

/* The next run of small letters, or of capitals and digits, that stands alone and
 * begins with one of the letters `initials`. */
static bool next_run(Str s, uint32_t initials, size_t *at, Range *out)
{
    while (*at < s.len) {
        size_t start = *at, end = unicode_skip_plain(s, start);
        *at = end > start ? end : end + 1;
        if (end - start < ACRONYM_MIN || end - start > ACRONYM_MAX ||
            !(initials & letter_bit(s.ptr[start])) ||
            !is_of_one_case(str_slice(s, start, end)) || is_latin_before(s, start) ||
            is_latin_at(s, end))
            continue;
        *out = (Range){start, end};
        return true;
    }
    return false;
}

/* II, IV, XL are numbers. */
static bool is_roman(Str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXL", word.ptr[i]))
            return false;
    return true;
}

static bool is_acronym(Str word)
{
    size_t capitals = 0;

    for (size_t i = 0; i < word.len; i++)
        capitals += is_capital(word.ptr[i]);
    return is_capital(word.ptr[0]) && capitals >= 2 && !is_roman(word);
}

/* -- a set of short words ------------------------------------------------- */

typedef struct Acronym {
    uint64_t key; /* its letters, small; 0: empty place */
    size_t block;
    Range range;
    bool known; /* explained, or only a word in capitals */
} Acronym;

typedef struct AcronymSet {
    Acronym *places;
    size_t size; /* a power of two */
    size_t count;
} AcronymSet;

static uint64_t key_of(Str word)
{
    uint64_t key = 0;

    for (size_t i = 0; i < word.len; i++)
        key = key << 8 | (unsigned char)(word.ptr[i] | 0x20);
    return key;
}

static uint32_t initial_of(uint64_t key)
{
    while (key >> 8)
        key >>= 8;
    return letter_bit((char)key);
}

static Acronym *find_place(const AcronymSet *set, uint64_t key)
{
    size_t at = (size_t)(key * 0x9E3779B97F4A7C15ULL >> 32);

    for (;; at++) {
        Acronym *place = &set->places[at & (set->size - 1)];
        if (place->key == key || place->key == 0)
            return place;
    }
}

static void grow(CheckRun *run, AcronymSet *set)
{
    AcronymSet larger = {.size = set->size ? set->size * 2 : 64, .count = set->count};

    larger.places = arena_array(run->arena, larger.size, sizeof *larger.places);
    for (size_t i = 0; i < set->size; i++)
        if (set->places[i].key)
            *find_place(&larger, set->places[i].key) = set->places[i];
    *set = larger;
}

static void add_acronym(CheckRun *run, AcronymSet *set, size_t b, Range range)
{
    uint64_t key = key_of(str_range(run->doc->blocks[b].prose.text, range));

    if (set->count * 2 >= set->size)
        grow(run, set);
    Acronym *place = find_place(set, key);
    if (place->key)
        return;
    *place = (Acronym){.key = key, .block = b, .range = range};
    set->count++;
}

/* -- where they are met --------------------------------------------------- */

static bool is_shout(Str sentence)
{
    for (size_t i = 0; i < sentence.len; i++)
        if (is_small(sentence.ptr[i]) || (unsigned char)sentence.ptr[i] >= 0xE1)
            return false;
    return true;
}

/* Behind the place and date that a summary opens with. */
static size_t behind_dateline(const CheckRun *run, const Sentence *s)
{
    static const char *const closers[] = {"—", "–", "--", " - ", ")"};
    Str text = run->doc->blocks[s->block].prose.text;
    Str opening = str_slice(text, 0, DATELINE_BYTES);
    size_t best = 0;

    if (s->range.start > DATELINE_BYTES)
        return s->range.start;
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
        size_t at = str_find(opening, str_from(closers[i]), 0);
        if (at == STR_NONE || (closers[i][0] == ')' && text.ptr[0] != '('))
            continue;
        Str before = str_slice(opening, 0, at);
        bool dated = false;
        for (size_t k = 0; k < before.len; k++)
            dated = dated || is_digit(before.ptr[k]) || before.ptr[k] == ',';
        if (dated && at > best)
            best = at;
    }
    return best > s->range.start ? best : s->range.start;
}

static bool is_for_customers(const CheckRun *run, size_t b)
{
    Region region = run_region(run, b);
    return (region == REGION_PR || region == REGION_FAQ_EXTERNAL) &&
           !block_is_label(run, b);
}

static bool is_capital_word(Str s, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (!is_capital(s.ptr[i]))
            return false;
    return end >= start + SHOUT_MIN;
}

/* "SAN FRANCISCO", "HIGH RISK": a long word in capitals beside it. */
static bool is_in_shout(Str s, Range word)
{
    size_t start = word.start, end = word.end;

    if (end < s.len && s.ptr[end] == ' ')
        for (end++; end < s.len && is_capital(s.ptr[end]);)
            end++;
    if (is_capital_word(s, word.end + 1, end) && !is_latin_at(s, end))
        return true;
    if (start > 0 && s.ptr[start - 1] == ' ')
        for (start--; start > 0 && is_capital(s.ptr[start - 1]);)
            start--;
    return start + 1 < word.start && is_capital_word(s, start, word.start - 1) &&
           !is_latin_before(s, start);
}

/* "Sachse, TX": a place. */
static bool is_state(Str s, Range word)
{
    return word.end - word.start == 2 && word.start > 2 &&
           s.ptr[word.start - 1] == ' ' && s.ptr[word.start - 2] == ',' &&
           is_small(s.ptr[word.start - 3]);
}

/* The leftovers of a block in order of their starts; `reach` is the furthest end up
 * to each, so that one look tells whether a word lies in any of them. */
typedef struct Reach {
    size_t start, reach;
} Reach;

static int compare_reach(const void *a, const void *b)
{
    const Reach *left = a, *right = b;

    return left->start < right->start ? -1 : left->start > right->start;
}

static Reach *reach_of(CheckRun *run)
{
    Reach *reach = arena_array(run->arena, run->leftover_count + 1, sizeof *reach);

    for (size_t i = 0; i < run->leftover_count; i++)
        reach[i] = (Reach){run->leftovers[i].range.start, run->leftovers[i].range.end};
    for (size_t b = 0; b < run->doc->block_count; b++) {
        size_t first = run->leftover_first[b], end = run->leftover_first[b + 1];
        if (end > first + 1)
            qsort(reach + first, end - first, sizeof *reach, compare_reach);
        for (size_t i = first + 1; i < end; i++)
            if (reach[i].reach < reach[i - 1].reach)
                reach[i].reach = reach[i - 1].reach;
    }
    return reach;
}

/* An unfilled place is reported as one. */
static bool is_leftover(const CheckRun *run, const Reach *reach, size_t b, Range r)
{
    size_t first = run->leftover_first[b], low = first;
    size_t high = run->leftover_first[b + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reach[middle].start <= r.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low > first && reach[low - 1].reach >= r.end;
}

/* A capital with a capital or digit behind it is in every acronym, and in few
 * sentences. */
static bool may_hold_acronym(Str s)
{
    for (size_t i = 0; i + 1 < s.len; i++)
        if (is_capital(s.ptr[i]) &&
            (is_capital(s.ptr[i + 1]) || is_digit(s.ptr[i + 1])))
            return true;
    return false;
}

static AcronymSet collect(CheckRun *run)
{
    AcronymSet set = {0};
    Reach *reach = reach_of(run);
    Range word;

    for (size_t i = 0; i < run->sentence_count; i++) {
        const Sentence *s = &run->sentences[i];
        if (!is_for_customers(run, s->block))
            continue;
        Str text = str_slice(run->doc->blocks[s->block].prose.text, 0, s->range.end);
        if (!may_hold_acronym(str_range(text, s->range)))
            continue;
        bool shout = false, asked = false;
        for (size_t at = s->range.start; next_run(text, ANY_LETTER, &at, &word);) {
            if (!is_acronym(str_range(text, word)))
                continue;
            if (!asked) {
                asked = true;
                shout = is_shout(str_range(text, s->range));
            }
            if (!shout && word.start >= behind_dateline(run, s) &&
                !is_in_shout(text, word) && !is_state(text, word) &&
                !is_leftover(run, reach, s->block, word))
                add_acronym(run, &set, s->block, word);
        }
    }
    return set;
}

/* "Bus Rapid Transit (BRT)", "BRT (bus rapid transit)", "버스(BRT)". */
static bool is_explained_at(Str s, Range word)
{
    if (word.start > 1 && s.ptr[word.start - 1] == '(' && word.end < s.len &&
        strchr("),;", s.ptr[word.end]))
        return true;
    size_t open = word.end < s.len && s.ptr[word.end] == ' ' ? word.end + 1 : word.end;
    if (open >= s.len || s.ptr[open] != '(')
        return false;
    s = str_slice(s, open + 1, open + 1 + GLOSS_BYTES);
    size_t close = str_find_byte(s, ')', 0);
    return close != STR_NONE && grapheme_count(str_slice(s, 0, close)) >= GLOSS_MIN;
}

/* Capitals that the document also writes small are shouted, not shortened. */
static void mark_known(const CheckRun *run, AcronymSet *set)
{
    uint32_t initials = 0;
    Range word;

    for (size_t i = 0; i < set->size; i++)
        if (set->places[i].key)
            initials |= initial_of(set->places[i].key);
    for (size_t b = 0; b < run->doc->block_count; b++) {
        Str s = run->doc->blocks[b].prose.text;
        for (size_t at = 0; next_run(s, initials, &at, &word);) {
            Acronym *place = find_place(set, key_of(str_range(s, word)));
            if (place->key && (is_small(s.ptr[word.start]) || is_explained_at(s, word)))
                place->known = true;
        }
    }
}

static bool names_it(Str name, Str word)
{
    Str token;

    while (str_next_field(&name, ' ', &token))
        if (str_eq_nocase(token, word))
            return true;
    return false;
}

/* By itself: "AI" of "AI-powered" too. */
static bool is_on_list(const CheckRun *run, Str word)
{
    Lexicon allowed = run->lexicon;

    allowed.lists = (uint32_t)1 << LIST_ACRONYMS_ALLOW;
    return lexicon_in(&allowed, word, run->arena);
}

static bool is_allowed(const CheckRun *run, Str word)
{
    const Metadata *meta = &run->doc->meta;

    return is_on_list(run, word) || glossary_has(run->options->glossary, word) ||
           names_it(metadata_get(meta, "product"), word) ||
           names_it(run_company(run), word);
}

void rule_acronym_undefined(CheckRun *run)
{
    AcronymSet set = collect(run);

    if (set.count == 0)
        return;
    mark_known(run, &set);
    for (size_t i = 0; i < set.size; i++) {
        const Acronym *a = &set.places[i];
        if (a->key == 0 || a->known)
            continue;
        const Block *block = &run->doc->blocks[a->block];
        Str word = str_range(block->prose.text, a->range);
        if (!is_allowed(run, word))
            run_add(run, run->level, block->part, prose_origin(&block->prose, a->range),
                    ARGS(arg_str(word)));
    }
}
