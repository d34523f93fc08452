/* sentence_set.h: sentences that are known, by a 64-bit hash of their letters and
 * digits: case, signs and spaces do not count. */
#ifndef CHECK_SENTENCE_SET_H
#define CHECK_SENTENCE_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/template.h"

enum { OPENING_BITS = 4096 };

typedef struct SentenceSet {
    const uint64_t *slots; /* open addressing; 0 is free */
    size_t mask;           /* slots less one, a power of two */
    size_t count;
    /* A bit for each way a sentence begins: most sentences begin in no such way. */
    uint64_t openings[OPENING_BITS / 64];
} SentenceSet;

bool sentence_set_has(const SentenceSet *set, Str sentence);
/* Long enough that nobody writes it twice by chance: 8 words or 20 graphemes. */
bool sentence_is_telling(Str sentence, Lang lang);
/* The sentences of those templates that are in `lang`.
 *   set   may be empty, or a copy of a set whose slots are left alone */
void sentence_set_add(SentenceSet *set, const Template *templates, size_t count,
                      Lang lang, Arena *arena);

#endif
