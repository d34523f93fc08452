/* prose.h: the words of one block, without Markdown.
 *
 * Marks of emphasis are dropped; code spans, HTML and comments, link
 * destinations, image alternative text, autolinks, bare URLs, e-mail addresses,
 * footnote markers, task boxes and evidence marks are masked by one space;
 * backslash escapes and entities are undone; a soft line break is a space; the
 * text is NFC. Every byte knows where it came from.
 * Source: docs/rules.md, "Text model". */
#ifndef DOC_PROSE_H
#define DOC_PROSE_H

#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

typedef struct Prose {
    Str text;
    const uint32_t *origin; /* text.len + 1 file offsets, not decreasing */
} Prose;

/* Read the inline Markdown of a block.
 *
 *   bytes   the file
 *   lines   ranges of the block's lines without list, quote and heading marks
 *   owns    *out lives in `arena` */
void prose_read(Str bytes, const Range *lines, size_t count, Arena *arena, Prose *out);
/* Where a range of the prose stands in the file. */
Range prose_origin(const Prose *p, Range r);

#endif
