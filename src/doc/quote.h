/* quote.h: quotations in prose. Source: docs/rules.md, "Quotations". */
#ifndef DOC_QUOTE_H
#define DOC_QUOTE_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/mem.h"
#include "doc/document.h"

typedef struct Quote {
    size_t block;
    Range range; /* in the block's prose, with its marks */
} Quote;

/* Quotations of one block, in order; lives in `arena`. */
void quotes_of_block(const Document *doc, size_t block, Arena *arena, const Quote **out,
                     size_t *count);
/* At least half of its graphemes are quoted, or it is a quoted block. */
bool block_is_quote(const Document *doc, size_t block, Arena *arena);

#endif
