/* list.h: moving through the views where nothing is typed: rows are selected
 * (Home, History) or scrolled (Preview, Changes, Help). */
#ifndef UI_LIST_H
#define UI_LIST_H

#include "ui/model.h"

/* Arrows, j k, g G, Space, pages, Enter; other keys mean nothing here. */
void list_key(Model *m, const Key *key, Effect *out);
int list_height(const Model *m); /* rows of a scrolled view */

#endif
