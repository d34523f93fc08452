/* merge_invariants.h: what must be true of every merge, for tests and the fuzz
 * target. */
#ifndef TESTS_UNIT_MERGE_INVARIANTS_H
#define TESTS_UNIT_MERGE_INVARIANTS_H

#include <stdbool.h>

#include "diff/merge.h"

static inline bool is_plain(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The next run of ASCII letters and digits that holds a letter: no such run is ever
 * cut. */
static inline bool next_plain(Str s, size_t *at, Str *word)
{
    while (*at < s.len) {
        bool letter = false;
        while (*at < s.len && !is_plain(s.ptr[*at]))
            ++*at;
        size_t start = *at;
        while (*at < s.len && is_plain(s.ptr[*at])) {
            letter |= s.ptr[*at] > '9';
            ++*at;
        }
        *word = str_slice(s, start, *at);
        if (letter)
            return true;
    }
    return false;
}

/* The first word of `side` that is neither in `base` nor in `result`; "" if none. */
static inline Str merge_lost(Str base, Str side, Str result)
{
    Str word;
    size_t at = 0;

    while (next_plain(side, &at, &word))
        if (str_find(base, word, 0) == STR_NONE &&
            str_find(result, word, 0) == STR_NONE)
            return word;
    return (Str){0};
}

static inline void take_all(const Merge *m, MergeTake take, MergeChoice *choices)
{
    for (size_t i = 0; i < m->conflict_count; i++)
        choices[i] = (MergeChoice){.take = take};
}

static inline const char *merge_texts_broken(const Merge *m, Arena *arena,
                                             const MergeChoice *choices, StrBuf *out)
{
    Range *places = arena_array(arena, m->conflict_count + 1, sizeof *places);
    size_t end = 0;

    merge_result(m, choices, out, places);
    for (size_t i = 0; i < m->conflict_count; i++) {
        if (places[i].start < end || places[i].end < places[i].start ||
            places[i].end > out->len)
            return "the places of conflicts are out of order";
        end = places[i].end;
    }
    for (int x = 0; x < THREE_COUNT; x++)
        for (size_t at = 0; at <= m->texts[x].bytes.len; at += 1 + at / 4)
            if (merge_follow(m, choices, x, at) > out->len)
                return "a place is followed out of the text";
    return NULL;
}

/*   returns  what is wrong with it, NULL when nothing is */
static inline const char *merge_broken(const Document *base, const Document *mine,
                                       const Document *theirs)
{
    Arena arena = {0};
    Merge m;
    StrBuf out = {0};

    merge_make(base, mine, theirs, &arena, &m);
    MergeChoice *choices = arena_array(&arena, m.conflict_count + 1, sizeof *choices);
    const char *broken = NULL;
    for (int take = MERGE_OPEN; !broken && take <= MERGE_NEITHER; take++) {
        take_all(&m, (MergeTake)take, choices);
        broken = merge_texts_broken(&m, &arena, choices, &out);
        Str result = strbuf_view(&out);
        if (take == MERGE_MINE && merge_lost(base->bytes, mine->bytes, result).len)
            broken = "a word of mine is lost";
        if (take == MERGE_THEIRS && merge_lost(base->bytes, theirs->bytes, result).len)
            broken = "a word of theirs is lost";
    }
    for (size_t i = 0; !broken && i < m.conflict_count; i++) {
        const MergeConflict *c = &m.conflicts[i];
        if (c->both.len && (merge_lost(c->base, c->mine, c->both).len ||
                            merge_lost(c->base, c->theirs, c->both).len))
            broken = "both changes together lose a word";
    }
    strbuf_deinit(&out);
    arena_deinit(&arena);
    return broken;
}

/* Does the merge of these three give just these bytes, without a question? */
static inline bool merge_gives(const Document *base, const Document *mine,
                               const Document *theirs, Str expected)
{
    Arena arena = {0};
    Merge m;
    StrBuf out = {0};

    merge_make(base, mine, theirs, &arena, &m);
    merge_result(&m, NULL, &out, NULL);
    bool same = m.conflict_count == 0 && str_eq(strbuf_view(&out), expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    return same;
}

/* What a merge must do when only one side changed something. */
static inline const char *merge_one_sided_broken(const Document *base,
                                                 const Document *side)
{
    if (!merge_gives(base, side, base, side->bytes))
        return "what only mine changed is not just that";
    if (!merge_gives(base, base, side, side->bytes))
        return "what only theirs changed is not just that";
    if (!merge_gives(base, side, side, side->bytes))
        return "what both changed alike is not just that";
    return NULL;
}

#endif
