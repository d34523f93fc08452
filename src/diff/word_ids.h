/* word_ids.h: numbers for strings: equal strings get equal ids, from 1 up, so that
 * texts are compared by comparing numbers. The strings are borrowed; the tables
 * live in the arena. */
#ifndef DIFF_WORD_IDS_H
#define DIFF_WORD_IDS_H

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

typedef struct WordIds {
    Arena *arena;
    struct WordSlot *slots; /* by hash */
    size_t cap;
    Str *words; /* by id less one */
    size_t word_cap;
    uint32_t count; /* the largest id given */
} WordIds;

uint32_t word_id(WordIds *ids, Str word);

#endif
