/* markdown.h: the block structure of Markdown, by cmark behind the guard.
 *
 * Only the start lines of cmark's blocks are trusted: its ends, its columns and
 * the starts of text behind reference definitions are wrong in a dozen cases.
 * Ends, setext underlines and text ranges are found here. Never recursive. */
#ifndef DOC_MARKDOWN_H
#define DOC_MARKDOWN_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"
#include "doc/guard.h"

typedef struct MarkdownBlock {
    BlockKind kind; /* a table is a paragraph here: doc/table.h finds it */
    int level;      /* heading 1 to 6; item: depth from 1; else 0 */
    int depth;      /* list items around it */
    bool quoted;    /* inside a block quote */
    bool loose;     /* a mark in it was over the bounds */
    size_t first_line, line_count; /* lines of the Markdown, from 0 */
    Range range;                   /* those lines without the last line break */
    const Range *text; /* paragraph, item, heading: its lines without list, quote
                          and heading marks, without reference definitions */
    size_t text_count;
} MarkdownBlock;

typedef struct Markdown {
    const MarkdownBlock *blocks; /* in file order, not overlapping */
    size_t block_count;
    const size_t *lines; /* offsets of line starts, as cmark counts lines */
    size_t line_count;
} Markdown;

/*   md    any bytes without BOM and front matter; must outlive *out
 *   owns  *out lives in `arena` */
void markdown_read(Str md, Arena *arena, Markdown *out);

#endif
