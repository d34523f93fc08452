/* layout.h: which bytes of the text stand on which row of the Write screen.
 *
 * The text is wrapped line by line as it is asked for. Lines that hold only a
 * comment of ours, and the front matter, take no row (unless Editor.marks): people
 * write prose, the marks keep the sections' identity. */
#ifndef UI_LAYOUT_H
#define UI_LAYOUT_H

#include <stdbool.h>

#include "base/mem.h"
#include "text/wrap.h"
#include "ui/model.h"

enum { GUTTER = 2 };

/* A row: the start of its line, and which of the line's rows it is. */
typedef struct RowPos {
    size_t line;
    int row;
} RowPos;

bool layout_hidden(const Editor *ed, size_t line);
/* Is a line nothing but a comment of ours? */
bool layout_is_mark(Str line);
/* Is a mark hidden here, of a section ("prfaq-id:") or a question ("prfaq-q:")? */
bool layout_hidden_mark(const Editor *ed, size_t line, Str kind);
Range layout_line_range(const Editor *ed, size_t line); /* without the line break */
/* The next or previous line that has rows; false when there is none. */
bool layout_next_line(const Editor *ed, size_t *line);
bool layout_prev_line(const Editor *ed, size_t *line);
size_t layout_first_line(const Editor *ed);
/* Start of the line that holds an offset. */
size_t layout_line_of(const Editor *ed, size_t offset);

void layout_rows(const Editor *ed, size_t line, int width, Arena *arena,
                 const WrapRow **rows, size_t *count);
int layout_row_count(const Editor *ed, size_t line, int width);
/* Row and column of an offset. */
RowPos layout_find(const Editor *ed, int width, size_t offset, int *col);
/* The offset at a column of a row, at a grapheme border. */
size_t layout_offset(const Editor *ed, int width, RowPos pos, int col);
/* Steps up (negative) or down by rows, staying on visible lines; stops at the
 * ends and returns how many steps were made. */
int layout_step(const Editor *ed, int width, RowPos *pos, int rows);
bool layout_before(RowPos a, RowPos b);
/* Cells of a run of text that starts at column `col`: tabs, signs for controls. */
int layout_width(Str text, int col);
/* Cells of one grapheme at a column. */
int layout_cell_width(Str grapheme, int col);
/* The nearest place for the caret that is not inside a hidden line.
 *   forward  look behind the hidden line first */
size_t layout_visible(const Editor *ed, size_t offset, bool forward);
/* The caret in the text, between two characters, in no hidden line: an edit, an
 * undo or another file may have left it elsewhere. */
void layout_settle(Editor *ed);
/* Moves the top so that the caret's row is in the middle of `height` rows. */
void layout_centre(Editor *ed, int width, int height);
/* Moves the top so that the caret shows in `height` rows. */
void layout_scroll(Editor *ed, int width, int height);

#endif
