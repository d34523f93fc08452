/* edit.h: which words stay when one run of sentences becomes another.
 *
 * The answer is written for readers, not for patch(1): two swaps with only a
 * short word between them are one swap, an insertion starts at a word and not
 * inside a phrase, and a sentence of which more than 60 % changed is replaced
 * whole. */
#ifndef DIFF_EDIT_H
#define DIFF_EDIT_H

#include "base/mem.h"
#include "base/str.h"
#include "diff/align.h"
#include "diff/words.h"

/* The tokens of both texts and what became of the old ones. */
typedef struct WordMap {
    const Token *before, *after;
    uint32_t *partner; /* by old token: index of the new one, or ALIGN_NONE */
} WordMap;

/* Fill the partners of the old tokens in `a` with tokens in `b`. */
void edit_words(const WordMap *map, Range a, Range b, Arena *scratch);
/* The same, however much changed. */
void edit_align(const WordMap *map, Range a, Range b, Arena *scratch);
/* All tokens are equal, one by one. */
void edit_keep(const WordMap *map, Range a, Range b);
/* Forget all partners when most of the words changed. */
void edit_replace_if_rewritten(const WordMap *map, Range a, Range b);

#endif
