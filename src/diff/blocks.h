/* blocks.h: the redline of two lists of blocks. It knows nothing of Markdown
 * beyond the kind of a block; redline.c cuts documents into these. */
#ifndef DIFF_BLOCKS_H
#define DIFF_BLOCKS_H

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "diff/redline.h"

typedef struct DiffBlock {
    Str text; /* without the marks of a block quote on continued lines */
    BlockKind kind;
    size_t index;   /* in its document, or NO_INDEX */
    size_t part;    /* index in DiffText.parts, or NO_INDEX before the first */
    uint32_t label; /* blocks of the same label belong together; 0: none */
} DiffBlock;

typedef struct DiffPart {
    Str title;
    Str id;
    size_t index; /* in its document */
    size_t twin;  /* the part of the other text it is, or NO_INDEX; twins of
                     consecutive parts increase */
} DiffPart;

typedef struct DiffText {
    const DiffBlock *blocks; /* in file order */
    size_t block_count;
    const DiffPart *parts; /* in file order */
    size_t part_count;
    Lang lang;
} DiffText;

/* Fills parts, blocks and counts of *out, which was zeroed. */
void redline_blocks(const DiffText *before, const DiffText *after, Arena *arena,
                    Redline *out);

#endif
