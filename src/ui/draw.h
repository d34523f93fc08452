/* draw.h: the model as cells. A pure function of the model: the whole screen
 * every time; the terminal finds what differs. */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include "term/screen.h"
#include "ui/model.h"

enum { SCREEN_MIN_ROWS = 8, SCREEN_MIN_COLS = 40 };

void draw(const Model *m, Screen *s);

/* What Model.redraw names, and the cursor, over the frame before this one, which `s`
 * still holds.
 *   returns  the rows of `s` that were drawn */
RowSpan draw_changed(const Model *m, Screen *s);

#endif
