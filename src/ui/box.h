/* box.h: the frame of a box over a screen, and the boxes that draw_box() chooses
 * from. */
#ifndef UI_BOX_H
#define UI_BOX_H

#include "term/screen.h"
#include "ui/model.h"

typedef struct Box {
    int row, col, rows, cols; /* with the frame */
} Box;

/* A box of that size, or as much of it as the window has, where boxes stand. */
Box box_make(const Screen *s, int rows, int cols);
void box_open(Screen *s, Box b, const char *title); /* frame and empty rows */
/* First row of a list of `room` rows, scrolled so that the selected one shows. */
size_t box_list_top(size_t selected, int room);

/* A hint row while a box is open (box_hints.c). */
void draw_box_hints(const Model *m, Screen *s, int screen_row, int row);

/* Lists (box_list.c, box_menu.c), people (box_who.c), a new document (box_new.c). */
void draw_search_list(const Model *m, Screen *s, const char *title);
void draw_kinds(const Model *m, Screen *s);
void draw_menu(const Model *m, Screen *s);
void draw_who(const Model *m, Screen *s);
void draw_new(const Model *m, Screen *s);

#endif
