/* prose.h: the words of one block, without Markdown.
 *
 * Marks of emphasis and link targets are dropped; code spans, HTML and comments,
 * images, autolinks, bare URLs, e-mail addresses, footnote markers, task boxes
 * and evidence marks are masked by one space; backslash escapes and entities are
 * undone; a line break is a space; the text is NFC and has no white space at its
 * ends. Every byte knows where it came from.
 * Source: docs/rules.md, "Text model". */
#ifndef DOC_PROSE_H
#define DOC_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

/* A byte of prose that ends a longer stretch of the file than itself. */
typedef struct ProseEnd {
    uint32_t at;  /* in the prose */
    uint32_t end; /* in the file */
} ProseEnd;

typedef struct Prose {
    Str text;
    const uint32_t *origin; /* text.len + 1 file offsets, not decreasing */
    const ProseEnd *ends;   /* sorted; entities, masks, composed characters */
    size_t end_count;
} Prose;

/* Read the inline Markdown of a block.
 *
 *   bytes   the file, at most 4 GiB
 *   lines   ranges of the block's lines without list, quote and heading marks
 *   owns    *out lives in `arena` */
void prose_read(Str bytes, const Range *lines, size_t count, Arena *arena, Prose *out);
/* Where a range of the prose (at code point borders) stands in the file: without
 * marks around it, with those inside. */
Range prose_origin(const Prose *p, Range r);
/* Does a range of the prose stand in the file as it reads, but for its Unicode form:
 * no marks, masks or line breaks in it? Then its bytes may be replaced. */
bool prose_is_verbatim(Str bytes, const Prose *p, Range r);

#endif
