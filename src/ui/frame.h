/* frame.h: what all views draw alike: title, words in a box, hints, notices. */
#ifndef UI_FRAME_H
#define UI_FRAME_H

#include "term/screen.h"
#include "ui/command.h"
#include "ui/model.h"

void draw_title(Screen *s, Str left, Str right);
/* Words wrapped into a box; returns the rows used, at most `rows`. */
int draw_wrapped(Screen *s, int row, int col, int rows, int cells, Style style,
                 Str text);
void draw_hints(const Model *m, Screen *s);
/* The command whose hint stands there, CMD_NONE: none. */
CommandId hint_at(const Model *m, int row, int col);
/* First row of the hints; the notice and status rows stand above it. */
int draw_hint_row(const Model *m);
/* The notice if there is one, else `otherwise`. */
void draw_notice(const Model *m, Screen *s, int row, Style style, Str otherwise);

#endif
