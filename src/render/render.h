/* render.h: a document for reading on a terminal, as styled lines.
 *
 * Headings, emphasis, lists, quotes, code, links (numbered, listed at the end of
 * their part), pipe tables. No control byte of the document reaches a line: they
 * are shown visibly. Every row knows the source line it came from, so that a
 * preview keeps the place. */
#ifndef RENDER_RENDER_H
#define RENDER_RENDER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"

typedef enum SpanStyle {
    SPAN_PLAIN = 0,
    SPAN_BOLD = 1,
    SPAN_EMPHASIS = 2, /* weight for Hangul, italics elsewhere */
    SPAN_CODE = 4,
    SPAN_LINK = 8,
    SPAN_HEADING = 16,
    SPAN_QUOTE = 32,
    SPAN_MARK = 64, /* bullets, rules, table lines, link numbers */
} SpanStyle;        /* flags */

typedef struct Span {
    Str text; /* no line break, safe for a terminal */
    unsigned style;
} Span;

typedef struct RenderRow {
    const Span *spans;
    size_t span_count;
    size_t offset; /* of the block it came from, in the document's bytes */
} RenderRow;

typedef struct Rendered {
    const RenderRow *rows;
    size_t count;
} Rendered;

typedef struct RenderOptions {
    int width;     /* cells, at least 20 */
    bool headings; /* keep the labels of the press release's parts */
    bool ascii;    /* bullets and rules without box characters */
} RenderOptions;

void render_rows(const Document *doc, const RenderOptions *options, Arena *arena,
                 Rendered *out);
/* The rows as text; with ANSI when `color`. */
void render_text(const Rendered *r, bool color, StrBuf *out);

#endif
