/* side.h: one text of a comparison, cut into blocks, sentences and words. */
#ifndef DIFF_SIDE_H
#define DIFF_SIDE_H

#include "diff/blocks.h"
#include "diff/pair.h"
#include "diff/words.h"

typedef struct Side {
    const DiffText *text;
    TokenList tokens;
    Piece *blocks; /* one for each block of the text */
} Side;

/* The sentences of a few blocks. */
typedef struct Sentences {
    Piece *items;
    size_t count;
    size_t cap;
} Sentences;

/* Sides of one pairer have ids in common. */
Side side_read(Pairer *p, const DiffText *text);
/* The sentences of blocks [from, to), the lines of code, tables and HTML: in order,
 * and every token is in one. */
Sentences side_sentences(Pairer *p, const Side *side, size_t from, size_t to);

#endif
