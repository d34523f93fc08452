/* line.h: lines as cmark sees them: they end at LF, CRLF and a lone CR. */
#ifndef DOC_LINE_H
#define DOC_LINE_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

/* Takes the line at *at, without its line break; *at moves to the next line.
 * False at the end: the empty line after a final line break is none. */
bool line_next(Str s, size_t *at, Range *line);
/* Offsets of the line starts; there is always one, and one after a final line
 * break. In `arena`. */
const size_t *line_starts(Str s, Arena *arena, size_t *count);

/* The line break a file uses: that of its first line; LF when it has none. */
Str line_break_of(Str s);

bool line_is_space(char c); /* space or tab */
/* Nothing but spaces and tabs? */
bool line_is_blank(Str s, Range line);
/* `r` without spaces and tabs at its start, or at both ends. */
Range line_skip_space(Str s, Range r);
Range line_trim(Str s, Range r);

/* Length of the list marker at the start of `r` ("-", "12."), which must be
 * followed by white space or the end of the line; 0 when there is none. */
size_t line_list_marker(Str s, Range r);
/* Length of the "#"s of an ATX heading at the start of `r`, else 0. */
int line_heading_marks(Str s, Range r);

#endif
