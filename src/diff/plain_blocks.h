/* plain_blocks.h: the blocks of a piece of text without reading its Markdown.
 *
 * Blank lines end a block; headings, list marks and the first row of a table begin
 * one. What takes a thousand revisions after each other cannot wait for a parser, and
 * need not know more. */
#ifndef DIFF_PLAIN_BLOCKS_H
#define DIFF_PLAIN_BLOCKS_H

#include "diff/blocks.h"

/* The blocks of `text`; they borrow from it and belong to no part. */
DiffText plain_blocks(Str text, Lang lang, Arena *arena);
/* Offset of the last line at or before `at` that stands behind a blank one; 0: none. */
size_t plain_block_before(Str text, size_t at);
/* The first one at or behind `at`; the length of the text: none. */
size_t plain_block_behind(Str text, size_t at);

#endif
