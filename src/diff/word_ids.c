#include "diff/word_ids.h"

#include <string.h>

enum { SLOTS_MIN = 4096 };

typedef struct WordSlot {
    uint32_t hash;
    uint32_t id; /* 0: free */
} WordSlot;

/* Eight bytes at a time, each mixed in by a multiplication with an odd constant
 * whose good bits are the high ones (Knuth, 6.4). */
static uint64_t hash_of(Str s)
{
    static const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = s.len * factor;

    while (s.len > 0) {
        uint64_t chunk = 0;
        size_t length = s.len < sizeof chunk ? s.len : sizeof chunk;
        memcpy(&chunk, s.ptr, length);
        hash = (hash ^ chunk) * factor;
        hash ^= hash >> 32;
        s.ptr += length;
        s.len -= length;
    }
    hash *= factor;
    return hash ^ hash >> 32;
}

static void ids_grow(WordIds *ids)
{
    size_t cap = ids->cap ? ids->cap * 2 : SLOTS_MIN;
    WordSlot *slots = arena_array(ids->arena, cap, sizeof *slots);

    for (size_t i = 0; i < ids->cap; i++) {
        size_t at = ids->slots[i].hash & (cap - 1);
        if (ids->slots[i].id == 0)
            continue;
        while (slots[at].id)
            at = (at + 1) & (cap - 1);
        slots[at] = ids->slots[i];
    }
    ids->slots = slots;
    ids->cap = cap;
}

uint32_t word_id(WordIds *ids, Str word)
{
    if (ids->count + (size_t)1 > ids->cap / 2)
        ids_grow(ids);
    uint32_t hash = (uint32_t)hash_of(word);
    size_t at = hash & (ids->cap - 1);
    for (; ids->slots[at].id; at = (at + 1) & (ids->cap - 1)) {
        WordSlot slot = ids->slots[at];
        if (slot.hash == hash && str_eq(ids->words[slot.id - 1], word))
            return slot.id;
    }
    ids->words = arena_grow(ids->arena, ids->words, ids->count, &ids->word_cap,
                            sizeof *ids->words);
    ids->words[ids->count++] = word;
    ids->slots[at] = (WordSlot){hash, ids->count};
    return ids->count;
}
