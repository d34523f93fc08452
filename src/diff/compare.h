/* compare.h: what became of each block and each word of a text.
 *
 * Blocks are paired, then the sentences of paired blocks, then the words of
 * paired sentences; blocks that are left over and equal have moved. */
#ifndef DIFF_COMPARE_H
#define DIFF_COMPARE_H

#include "diff/align.h"
#include "diff/blocks.h"
#include "diff/pair.h"
#include "diff/side.h"

typedef struct Comparison {
    Side before, after;
    const Group *groups; /* of blocks, in order */
    size_t group_count;
    uint32_t *partner;  /* by old token: the new token it stayed as, or ALIGN_NONE;
                           increases within a group */
    size_t *moved_to;   /* by old block: the new block it is now, or NO_INDEX */
    size_t *moved_from; /* by new block */
} Comparison;

/* Everything lives in the arena. */
void compare_texts(const DiffText *before, const DiffText *after, Arena *arena,
                   Comparison *out);

#endif
