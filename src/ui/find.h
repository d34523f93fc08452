/* find.h: looking for words: in the text that is written (cmd_find.c,
 * cmd_replace.c) and on the screens where nothing is typed (search.c). */
#ifndef UI_FIND_H
#define UI_FIND_H

#include "term/screen.h"
#include "ui/model.h"

/* The matches in lines that are shown, in order.
 *   owns  *out lives in `arena` */
size_t find_hits(const Model *m, Arena *arena, const Range **out);
/* Select the match at or after `from`, or the last one before it, and say which of
 * how many it is. */
void find_from(Model *m, size_t from);
void find_before(Model *m, size_t from);
/* A key of the box. */
void find_key(Model *m, const Key *key, Effect *out);

/* Replacing: what, with what, and then one place after the other. */
void replace_what_key(Model *m, const Key *key);
void replace_with_key(Model *m, const Key *key);
void replace_ask_key(Model *m, const Key *key);
void replace_stop(Model *m); /* Esc */

/* The box on screens where nothing is typed, and n and N behind it. */
void search_box_key(Model *m, const Key *key);
bool search_is_on(const Model *m);
bool search_key(Model *m, const Key *key); /* false: it means nothing here */
void search_end(Model *m);
/* Marks the matches on a drawn page; the cursor goes to the one that is at hand. */
void search_draw(const Model *m, Screen *s, int row);

/* The row in which words to look for are typed (pane_find.c). */
void draw_find_row(const Model *m, Screen *s, int row);

#endif
