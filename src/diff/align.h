/* align.h: which elements of two sequences stay when one becomes the other.
 *
 * A shortest edit script (Myers 1986) while it is short; beyond ALIGN_MAX_EDITS
 * the sequences are cut at the elements that occur once in both (patience) and
 * what lies between is tried again, else given up as replaced. Time is
 * O((n + m) · ALIGN_MAX_EDITS), memory O(n + m). */
#ifndef DIFF_ALIGN_H
#define DIFF_ALIGN_H

#include <stddef.h>
#include <stdint.h>

#include "base/mem.h"

enum { ALIGN_MAX_EDITS = 256 };

#define ALIGN_NONE ((uint32_t)-1)

typedef struct Ids {
    const uint32_t *items;
    size_t count;
} Ids;

/* Pair equal elements in order.
 *
 *   partner  before.count elements: index in `after`, or ALIGN_NONE; what is
 *            paired increases strictly
 *   scratch  for working memory */
void align_ids(Ids before, Ids after, Arena *scratch, uint32_t *partner);

#endif
