/* linear_text.h: writing in lines: a paragraph by its number, finding. What
 * was done is told in Linear.say or in the notice. */
#ifndef UI_LINEAR_TEXT_H
#define UI_LINEAR_TEXT_H

#include "ui/linear.h"

size_t linear_here(const Model *m); /* the section, or NO_INDEX before the first */

/* Ask for the text of a paragraph, by its number; of a new one behind that number, or
 * at the end when `number` is empty. */
void linear_edit(Linear *l, Model *m, Str number);
void linear_add(Linear *l, Model *m, Str number);
/* A line of that text, and its end. */
void linear_text_line(Linear *l, Model *m, Str line);
void linear_text_end(Linear *l, Model *m);
/* A new pair behind the question one is at, in its notation; then its answer is asked
 * for. Without words they are asked for first. */
void linear_pair(Linear *l, Model *m, Str question);
void linear_delete(Linear *l, Model *m, Str number);
void linear_move(Linear *l, Model *m, Str number, bool up);
/* The caret to a paragraph, for a command that works there; false: there is none. */
bool linear_caret_to(Model *m, Str number);

void linear_find(Linear *l, Model *m, Str words);

#endif
