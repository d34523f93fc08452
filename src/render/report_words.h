/* report_words.h: the words of a block with its changes as HTML: what Markdown marks
 * is bold, slanted, code or a link, and the marks themselves are left out. */
#ifndef RENDER_REPORT_WORDS_H
#define RENDER_REPORT_WORDS_H

#include "diff/redline.h"

typedef enum ReportView { VIEW_MARKED, VIEW_OLD, VIEW_NEW } ReportView;

/* A change as a view shows it. */
typedef struct ReportPiece {
    ChangeKind kind;
    Gap gap; /* GAP_NONE for the first */
    Str text;
    const unsigned char *looks; /* what Markdown makes of each byte */
} ReportPiece;

/* What a view shows of a block, in reading order.
 *   owns  as many as are returned, in `arena` */
const ReportPiece *report_pieces(const RedlineBlock *block, ReportView view,
                                 Arena *arena, size_t *count);
/* The bytes from `start` to `end` of a piece, within <ins> or <del> where it is one. */
void report_add_piece(const ReportPiece *piece, size_t start, size_t end, StrBuf *out);

/* Each change within <ins> or <del>, with every tag closed in it. The target of a link
 * is shown where it changed. Code, tables and HTML are shown as they are written:
 * report_table.h has better for the first two. */
void report_words(const RedlineBlock *block, ReportView view, StrBuf *out);

#endif
