/* screen.h: a grid of styled cells, drawn whole for every frame.
 *
 * Pure: no terminal. A Style is a role, never a colour; term.c knows what a role
 * looks like. A wide character takes two cells, the second of which is empty;
 * overwriting half of one blanks the other half; one that would straddle the
 * edge is not drawn. Controls never reach a cell: text is shown visibly. */
#ifndef TERM_SCREEN_H
#define TERM_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

typedef enum Style {
    STYLE_TEXT,
    STYLE_TITLE, /* row 1 and headings */
    STYLE_BOLD,
    STYLE_EMPHASIS,
    STYLE_CODE,
    STYLE_LINK,
    STYLE_GUIDE,    /* guidance beside the text */
    STYLE_FRAME,    /* rules and borders */
    STYLE_HINT,     /* hint rows: words */
    STYLE_KEY,      /* hint rows: keys */
    STYLE_SELECTED, /* selection, selected row */
    STYLE_ADDED,
    STYLE_REMOVED,
    STYLE_ERROR, /* findings by level */
    STYLE_WARNING,
    STYLE_INFO,
    STYLE_MATCH,  /* hit of a search */
    STYLE_NOTICE, /* the notice row */
    STYLE_MARKUP, /* Markdown marks and comments in the text */
    STYLE_ROLE_COUNT,
} Style;

enum { CELL_BYTES = 20 }; /* a base and four marks; a cell is 24 bytes */

typedef struct Cell {
    char text[CELL_BYTES]; /* one grapheme, UTF-8; "" under the right half */
    uint8_t len;
    uint8_t width; /* 1 or 2; 0: right half of the cell before */
    uint8_t style; /* Style */
    bool underline;
} Cell;

/* Rows of a screen, half-open. */
typedef struct RowSpan {
    int from, to;
} RowSpan;

typedef struct Screen {
    int rows, cols;
    int cursor_row, cursor_col; /* where the person is; always visible */
    Cell *cells;                /* rows * cols, row by row */
} Screen;

void screen_init(Screen *s, int rows, int cols);
void screen_resize(Screen *s, int rows, int cols); /* blank afterwards */
void screen_deinit(Screen *s);
void screen_clear(Screen *s);
/* Make a block of cells blank. */
void screen_erase(Screen *s, int row, int col, int rows, int cols);
const Cell *screen_cell(const Screen *s, int row, int col);
/* Draw `text` at a place, at most `cells` wide; clipped at the screen's edge.
 *   returns  cells drawn */
int screen_put(Screen *s, int row, int col, int cells, Style style, Str text);
/* The same, cut with "..." when it does not fit. */
int screen_put_cut(Screen *s, int row, int col, int cells, Style style, Str text);
void screen_fill(Screen *s, int row, int col, int cells, Style style, char c);
void screen_hline(Screen *s, int row, int col, int cells);
void screen_vline(Screen *s, int row, int col, int rows);
/* A frame with a title in its upper edge; what is inside becomes blank. Frames are
 * drawn with box characters, which term.c turns into those of the terminal. */
void screen_box(Screen *s, int row, int col, int rows, int cols, Str title);
/* Give cells another style, keeping their text. */
void screen_restyle(Screen *s, int row, int col, int cells, Style style);
void screen_underline(Screen *s, int row, int col, int cells);
void screen_cursor(Screen *s, int row, int col);
/* The columns [*from, *to) in which two rows of `cols` cells differ, widened so
 * that no wide character of either is cut.
 *   returns  false when they are the same */
bool screen_difference(const Cell *a, const Cell *b, int cols, int *from, int *to);
/* Is it less to open row `a` at `col` for one or two cells, so that what stands behind
 * them moves right, than to send what row `b` has anew? A frame is never moved.
 *   returns  how many cells; 0: it is not */
int screen_insertion(const Cell *a, const Cell *b, int cols, int col);
/* Text of a row without trailing spaces, for tests. */
void screen_row_text(const Screen *s, int row, StrBuf *out);

#endif
