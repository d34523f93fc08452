#include "diff/word_ids.h"

#include <string.h>

enum { SLOTS_MIN = 2048 }; /* at most three quarters are taken */

typedef struct WordSlot {
    uint32_t hash;
    uint32_t id; /* 0: free */
} WordSlot;

/* Up to eight bytes as a number; the halves overlap where there are fewer. */
static uint64_t last_bytes(Str s)
{
    uint32_t low = 0, high = 0;

    if (s.len >= sizeof low) {
        memcpy(&low, s.ptr, sizeof low);
        memcpy(&high, s.ptr + s.len - sizeof high, sizeof high);
    } else if (s.len > 0) {
        low = (unsigned char)s.ptr[0];
        high = (uint32_t)(unsigned char)s.ptr[s.len / 2] << 8 |
               (unsigned char)s.ptr[s.len - 1];
    }
    return (uint64_t)high << 32 | low;
}

/* Eight bytes at a time, each mixed in by a multiplication with an odd constant
 * whose good bits are the high ones (Knuth, 6.4). */
static uint64_t hash_of(Str s)
{
    static const uint64_t factor = 0x9E3779B97F4A7C15u;
    uint64_t hash = s.len * factor;

    for (; s.len > sizeof(uint64_t); s.ptr += sizeof(uint64_t)) {
        uint64_t chunk;
        memcpy(&chunk, s.ptr, sizeof chunk);
        hash = (hash ^ chunk) * factor;
        hash ^= hash >> 32;
        s.len -= sizeof chunk;
    }
    hash = (hash ^ last_bytes(s)) * factor;
    hash ^= hash >> 32;
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
    if (ids->count + (size_t)1 > ids->cap / 4 * 3)
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
