/* pair.h: which paragraph (or sentence) of one text is which of another.
 *
 * Two units belong together when they are equal or share enough words: dice,
 * 2·common / (words of both), of at least 0.4. On the corpus this was tuned on,
 * the lowest true pair scored 0.447 and the highest false one 0.331; a length
 * ratio makes it worse. A unit that lies nearly whole within a longer one
 * belongs to it too. Pairs keep their order; of all ways to pair, the one that
 * keeps most words is taken. A unit that was split or joined takes its other
 * half along, so that a group may hold several pieces of either side. */
#ifndef DIFF_PAIR_H
#define DIFF_PAIR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"
#include "diff/words.h"

typedef struct Piece {
    size_t first, count;      /* its tokens */
    const uint32_t *features; /* what is compared: words, pairs of characters */
    size_t feature_count;
    uint32_t same;  /* equal for pieces of equal tokens */
    uint32_t label; /* units with the same label belong together; 0: none */
    int kind;       /* only pieces of one kind are paired */
} Piece;

typedef struct Pieces {
    const Piece *items;
    size_t count;
} Pieces;

/* Pieces [old_from, old_to) became [new_from, new_to). */
typedef struct Group {
    size_t old_from, old_to, new_from, new_to;
    bool equal;
} Group;

/* Working memory for all pairings of one redline. */
typedef struct Pairer {
    Arena *arena;
    WordIds words;     /* of tokens and features */
    WordIds sequences; /* of whole units */
    size_t id_count;   /* how many ids the arrays below hold */
    int *counts;       /* by feature; all zero between calls */
    uint32_t *posts;   /* by feature: newest Post + 1; all zero between calls */
} Pairer;

void pairer_init(Pairer *p, Arena *arena);
/* Features and identity of a unit whose tokens are list->items[first, …); what they
 * are in small letters is kept with them. */
void piece_read(Pairer *p, const TokenList *list, Piece *unit);
/* Groups in order.
 *
 *   groups  room for the smaller of both counts
 *   returns how many there are */
size_t pair_units(Pairer *p, Pieces before, Pieces after, Group *groups);
/* The same one by one and in any order, for units that are plainly the same: dice of
 * at least 0.6, the nearest ones first.
 *
 *   partner  before.count elements: index in `after`, or ALIGN_NONE */
void pair_anywhere(Pairer *p, Pieces before, Pieces after, uint32_t *partner);

#endif
