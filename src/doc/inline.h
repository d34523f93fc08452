/* inline.h: which bytes of a block are words and which are Markdown.
 *
 * Follows CommonMark 0.30, 6 for code, emphasis, links, images and raw HTML, but
 * knows no reference definitions: "[a][b]" stays. Linear on any input. */
#ifndef DOC_INLINE_H
#define DOC_INLINE_H

#include "base/mem.h"
#include "base/str.h"

typedef enum InlineAct {
    INLINE_COPY,   /* a word's byte */
    INLINE_DROP,   /* a mark without width */
    INLINE_ENTITY, /* a character reference begins; its other bytes are dropped */
} InlineAct;

typedef struct Inline {
    unsigned char *acts; /* an InlineAct a byte */
    const Range *masks;  /* spans that count as one space; in order, disjoint */
    size_t mask_count;
} Inline;

/*   s     the lines of the block joined by LF
 *   owns  *out lives in `arena` */
void inline_read(Str s, Arena *arena, Inline *out);

#endif
