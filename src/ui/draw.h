/* draw.h: the model as cells. A pure function of the model: the whole screen
 * every time; the terminal finds what differs. */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "term/screen.h"
#include "ui/model.h"

enum { SCREEN_MIN_ROWS = 8, SCREEN_MIN_COLS = 40 };

void draw(const Model *m, Screen *s);

/* Shared by the panes. */
void draw_title(Screen *s, Str left, Str right);
/* Words wrapped into a box; returns the rows used, at most `rows`. */
int draw_wrapped(Screen *s, int row, int col, int rows, int cells, Style style,
                 Str text);
void draw_hints(const Model *m, Screen *s);
/* First row of the hints, and of the notice and status rows above them. */
int draw_hint_row(const Model *m);
/* The notice if there is one, else `otherwise`. */
void draw_notice(const Model *m, Screen *s, int row, Style style, Str otherwise);

/* The views and the boxes over them. */
void draw_home(const Model *m, Screen *s);
void draw_write(const Model *m, Screen *s);
void draw_sides(const Model *m, Screen *s, int top, int rows);
void draw_page(const Model *m, Screen *s);
void draw_history(const Model *m, Screen *s);
void draw_box(const Model *m, Screen *s);

#endif
