/* canvas.h: frames of cells onto the terminal, through ncurses, which term.c has
 * started.
 *
 * Knows what the terminal shows and sends only what differs; what each role of the
 * screen looks like there, and which signs its frames are made of. */
#ifndef TERM_CANVAS_H
#define TERM_CANVAS_H

#include <stdbool.h>

#include "term/ground.h"
#include "term/screen.h"
#include "term/term.h"

typedef struct Canvas Canvas;

Canvas *canvas_new(const TermOptions *options);
void canvas_free(Canvas *c);
/* Another size; the next frame is sent whole. */
void canvas_resize(Canvas *c, int rows, int cols);
/* Draw the rows of a frame; when the last one says nothing, all of them. */
void canvas_present(Canvas *c, const Screen *screen, RowSpan rows);
void canvas_redraw(Canvas *c); /* the next frame is sent whole */
void canvas_theme(Canvas *c, Theme theme);
/* The ground is known now.
 *   returns  true when what is shown changes its colours */
bool canvas_ground(Canvas *c, Ground ground);
/* Colours that are of use: 0 when they are turned off. */
int canvas_colors(const Canvas *c);

#endif
