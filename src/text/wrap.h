/* wrap.h: cut one line of text into rows of at most `width` cells.
 *
 * Latin text breaks at spaces and hyphens, Korean at spaces (어절; a word wider
 * than the row is cut at a grapheme), Chinese and Japanese between characters
 * but never before 、。」 and their like (UAX #14). Spaces at a break hang at
 * the end of the row and take no cells. A wide character never straddles the
 * edge. Source: docs/languages.md. */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

typedef struct WrapRow {
    Range range; /* bytes in the line; consecutive rows tile it */
    int width;   /* cells without hanging spaces */
} WrapRow;

/* How many cells a TAB takes when it starts at `column`. */
int wrap_tab_width(int column);

/*   line   no line break inside
 *   width  at least 2
 *   owns   *rows lives in `arena`; at least one row, empty for an empty line */
void wrap_line(Str line, int width, Arena *arena, const WrapRow **rows, size_t *count);

/* A line as it was wrapped. */
typedef struct Wrapped {
    Str line;
    const WrapRow *rows;
    size_t count;
    bool plain; /* cut at spaces and hyphens alone: no row depends on a far one */
} Wrapped;

/* The same as wrap_line(), at the price of the rows that changed, when `was` is what
 * the line was before at the same width.
 *   out  rows live in `arena`; borrows the line */
void wrap_changed(const Wrapped *was, Str line, int width, Arena *arena, Wrapped *out);

#endif
