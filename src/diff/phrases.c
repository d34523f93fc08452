#include "diff/phrases.h"

#include <stdbool.h>

#include "diff/align.h"

typedef struct Search {
    const Token *before, *after;
    size_t before_count, after_count;
    uint32_t *source; /* by new token */
    bool *taken;      /* by old token */
    uint32_t *slots;  /* by hash of a phrase: its first old token plus one */
    uint32_t *next;   /* by old token: the phrase before it with that hash, plus one */
    size_t mask;
} Search;

enum { TRIED_MOST = 8 }; /* phrases of one hash that are looked at */

static size_t phrase_hash(const Token *tokens)
{
    uint64_t hash = 0;

    for (int i = 0; i < PHRASE_WORDS; i++)
        hash = (hash ^ tokens[i].id) * 0x9E3779B97F4A7C15u;
    return (size_t)(hash >> 20);
}

/* Do PHRASE_WORDS tokens from here on wait for a partner, and hold words? */
static bool is_free_after(const Search *s, size_t at)
{
    int words = 0;

    for (size_t i = at; i < at + PHRASE_WORDS; i++) {
        if (i >= s->after_count || s->source[i] != ALIGN_NONE)
            return false;
        words += s->after[i].word;
    }
    return words > PHRASE_WORDS / 2;
}

static bool is_free_before(const Search *s, size_t at)
{
    for (size_t i = at; i < at + PHRASE_WORDS; i++)
        if (i >= s->before_count || s->taken[i])
            return false;
    return true;
}

static void note_phrases(Search *s)
{
    for (size_t i = 0; i + PHRASE_WORDS <= s->before_count; i++) {
        if (!is_free_before(s, i))
            continue;
        uint32_t *slot = &s->slots[phrase_hash(s->before + i) & s->mask];
        s->next[i] = *slot;
        *slot = (uint32_t)i + 1;
    }
}

static size_t same_from(const Search *s, size_t old, size_t new)
{
    size_t n = 0;

    while (old + n < s->before_count && new + n < s->after_count &&
           !s->taken[old + n] && s->source[new + n] == ALIGN_NONE &&
           s->before[old + n].id == s->after[new + n].id)
        n++;
    return n;
}

/* The longest run of old words that stands at a new one; takes it and returns how
 * many there are. */
static size_t take_phrase(Search *s, size_t new)
{
    uint32_t at = s->slots[phrase_hash(s->after + new) & s->mask];
    size_t best = 0, from = 0;

    for (int tried = 0; at != 0 && tried < TRIED_MOST; tried++, at = s->next[at - 1]) {
        size_t n = same_from(s, at - 1, new);
        if (n > best) {
            best = n;
            from = at - 1;
        }
    }
    if (best < PHRASE_WORDS)
        return 0;
    for (size_t i = 0; i < best; i++) {
        s->source[new + i] = (uint32_t)(from + i);
        s->taken[from + i] = true;
    }
    return best;
}

void phrases_find(const TokenList *before, const TokenList *after, uint32_t *source,
                  Arena *scratch)
{
    Search s = {.before = before->items,
                .after = after->items,
                .before_count = before->count,
                .after_count = after->count,
                .source = source};
    size_t room = 16;

    if (before->count < PHRASE_WORDS || after->count < PHRASE_WORDS)
        return;
    while (room < before->count * 2)
        room *= 2;
    s.mask = room - 1;
    s.taken = arena_array(scratch, before->count, sizeof *s.taken);
    s.slots = arena_array(scratch, room, sizeof *s.slots);
    s.next = arena_array(scratch, before->count, sizeof *s.next);
    for (size_t i = 0; i < after->count; i++)
        if (source[i] != ALIGN_NONE)
            s.taken[source[i]] = true;
    note_phrases(&s);
    for (size_t i = 0; i + PHRASE_WORDS <= after->count;) {
        size_t n = is_free_after(&s, i) ? take_phrase(&s, i) : 0;
        i += n > 0 ? n : 1;
    }
}
