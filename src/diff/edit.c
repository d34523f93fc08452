#include "diff/edit.h"

#include <stdbool.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

/* The changes between two words that stay: before[a] went, after[b] came. */
typedef struct Span {
    Range a, b;
} Span;

void edit_keep(const WordMap *map, Range a, Range b)
{
    for (size_t i = a.start; i < a.end; i++)
        map->partner[i] = (uint32_t)(b.start + (i - a.start));
}

static void forget(const WordMap *map, Range a)
{
    for (size_t i = a.start; i < a.end; i++)
        map->partner[i] = ALIGN_NONE;
}

static size_t count_words(const Token *tokens, Range r)
{
    size_t words = 0;

    for (size_t i = r.start; i < r.end; i++)
        words += tokens[i].word;
    return words;
}

static size_t count_kept(const WordMap *map, Range a)
{
    size_t kept = 0;

    for (size_t i = a.start; i < a.end; i++)
        kept += map->before[i].word && map->partner[i] != ALIGN_NONE;
    return kept;
}

void edit_replace_if_rewritten(const WordMap *map, Range a, Range b)
{
    size_t before = count_words(map->before, a), after = count_words(map->after, b);
    size_t kept = count_kept(map, a);
    size_t shorter = before < after ? before : after;

    /* Words added to a text that stayed do not rewrite it: most of the shorter
     * side must have gone too. */
    if (5 * kept < before + after && 5 * kept < 3 * shorter)
        forget(map, a);
}

/* The next span of changes at or after *at, which it moves behind it.
 *   returns  false when nothing more changed */
static bool next_span(const WordMap *map, Range a, Range b, Span *at)
{
    size_t i = at->a.end, j = at->b.end;

    while (i < a.end && j < b.end && map->partner[i] == j) {
        i++;
        j++;
    }
    at->a = (Range){i, i};
    at->b = (Range){j, j};
    while (at->a.end < a.end && map->partner[at->a.end] == ALIGN_NONE)
        at->a.end++;
    at->b.end = at->a.end < a.end ? map->partner[at->a.end] : b.end;
    return at->a.end > at->a.start || at->b.end > at->b.start;
}

static bool is_swap(Span s)
{
    return s.a.end > s.a.start && s.b.end > s.b.start;
}

/* A word so short that it only gets in the way between two swaps: "of the",
 * "の". Numbers never are. */
static bool is_short(const Token *t)
{
    uint32_t cp;

    if (!t->word)
        return str_eq(t->text, STR(","));
    utf8_decode(t->text, 0, &cp);
    if (unicode_is_digit(cp))
        return false;
    if (t->cjk)
        return unicode_is_kana(cp);
    return utf8_count(t->text) <= (unicode_is_hangul(cp) ? 1 : 3);
}

static bool is_filler(const Token *tokens, Range r)
{
    size_t words = count_words(tokens, r);

    for (size_t i = r.start; i < r.end; i++)
        if (!is_short(&tokens[i]) || tokens[i].gap == GAP_LINE)
            return false;
    return words <= 2 && !(words == 2 && tokens[r.start].cjk);
}

/* Make one swap of two that only filler keeps apart. */
static void merge_swaps(const WordMap *map, Range a, Range b)
{
    Span last = {{a.start, a.start}, {b.start, b.start}}, next = last;

    while (next_span(map, a, b, &next)) {
        Range between = {last.a.end, next.a.start};
        if (is_swap(last) && is_swap(next) && is_filler(map->before, between)) {
            forget(map, between);
            next.a.start = last.a.start;
            next.b.start = last.b.start;
        }
        last = next;
    }
}

/* How well a change that covers tokens [start, end) reads: best when it begins
 * at a word and ends before one. */
static int border_score(const Token *tokens, size_t start, size_t end, size_t limit)
{
    Gap behind = end >= limit ? GAP_LINE : tokens[end].gap;
    /* From the start of a line to the middle of it is torn from two rows. */
    bool at_word = tokens[start].gap == GAP_SPACE ||
                   (tokens[start].gap == GAP_LINE && behind == GAP_LINE);

    return (at_word ? 2 : 0) + (behind != GAP_NONE);
}

/* "the [big the] cat" and "[the big] the cat" are the same insertion: how far to
 * the left it reads best. `room` is how far it may go. */
static size_t best_shift(const Token *tokens, Range run, size_t room, size_t limit)
{
    int best = border_score(tokens, run.start, run.end, limit);
    size_t shift = 0;

    for (size_t i = 1; i <= room && tokens[run.start - i].id == tokens[run.end - i].id;
         i++) {
        int score = border_score(tokens, run.start - i, run.end - i, limit);
        if (score > best) {
            best = score;
            shift = i;
        }
    }
    return shift;
}

/* Tokens before a span that stay and may change places with its end. */
static size_t kept_before(const WordMap *map, Span s, size_t from)
{
    size_t room = 0;

    while (s.a.start - room > from &&
           map->before[s.a.start - room - 1].id ==
               map->after[map->partner[s.a.start - room - 1]].id)
        room++;
    return room;
}

static void slide_removal(const WordMap *map, Span *s, size_t shift)
{
    for (; shift > 0; shift--) {
        map->partner[--s->a.end] = map->partner[--s->a.start];
        map->partner[s->a.start] = ALIGN_NONE;
    }
}

static void slide_insertion(const WordMap *map, Span *s, size_t shift)
{
    size_t kept = s->a.start;

    for (; shift > 0; shift--)
        map->partner[--kept] = (uint32_t)--s->b.end;
}

/* Let pure insertions and removals begin at words. */
static void settle_borders(const WordMap *map, Range a, Range b)
{
    Span s = {{a.start, a.start}, {b.start, b.start}};
    size_t from = a.start;

    while (next_span(map, a, b, &s)) {
        Span found = s;
        size_t room = kept_before(map, s, from);
        if (s.b.start == s.b.end)
            slide_removal(map, &found, best_shift(map->before, s.a, room, a.end));
        else if (s.a.start == s.a.end)
            slide_insertion(map, &found, best_shift(map->after, s.b, room, b.end));
        from = s.a.end;
    }
}

static bool is_katakana(const Token *token)
{
    uint32_t cp;

    if (!token->cjk)
        return false;
    utf8_decode(token->text, 0, &cp);
    return cp >= 0x30A1 && cp <= 0x30FC && cp != 0x30FB;
}

/* Do the two tokens, one behind the other, stand in one word of katakana? */
static bool one_katakana_word(const Token *tokens, size_t second)
{
    return tokens[second].gap == GAP_NONE && is_katakana(&tokens[second - 1]) &&
           is_katakana(&tokens[second]);
}

static bool touches_before(const WordMap *map, Span s)
{
    return (s.a.end > s.a.start && one_katakana_word(map->before, s.a.start)) ||
           (s.b.end > s.b.start && one_katakana_word(map->after, s.b.start));
}

static bool touches_behind(const WordMap *map, Span s)
{
    return (s.a.end > s.a.start && one_katakana_word(map->before, s.a.end)) ||
           (s.b.end > s.b.start && one_katakana_word(map->after, s.b.end));
}

/* A foreign word in katakana is one word: where a part of it changed, it did. */
static void widen_katakana(const WordMap *map, Range a, Range b)
{
    Span s = {{a.start, a.start}, {b.start, b.start}};

    while (next_span(map, a, b, &s)) {
        while (s.a.start > a.start && s.b.start > b.start && touches_before(map, s)) {
            map->partner[--s.a.start] = ALIGN_NONE;
            s.b.start--;
        }
        while (s.a.end < a.end && s.b.end < b.end && touches_behind(map, s)) {
            map->partner[s.a.end++] = ALIGN_NONE;
            s.b.end++;
        }
    }
}

static uint32_t *keys_of(const Token *tokens, Range r, Arena *scratch)
{
    uint32_t *keys = arena_array(scratch, r.end - r.start, sizeof *keys);

    for (size_t i = r.start; i < r.end; i++)
        keys[i - r.start] = tokens[i].key;
    return keys;
}

void edit_align(const WordMap *map, Range a, Range b, Arena *scratch)
{
    Ids before = {keys_of(map->before, a, scratch), a.end - a.start};
    Ids after = {keys_of(map->after, b, scratch), b.end - b.start};

    align_ids(before, after, scratch, map->partner + a.start);
    for (size_t i = a.start; i < a.end; i++)
        if (map->partner[i] != ALIGN_NONE)
            map->partner[i] += (uint32_t)b.start;
    merge_swaps(map, a, b);
    settle_borders(map, a, b);
    widen_katakana(map, a, b);
}

void edit_words(const WordMap *map, Range a, Range b, Arena *scratch)
{
    edit_align(map, a, b, scratch);
    edit_replace_if_rewritten(map, a, b);
}
