/* authors.h: VIEW_AUTHORS: who wrote these words, worked out while nobody types. */
#ifndef UI_AUTHORS_H
#define UI_AUTHORS_H

#include "ui/model.h"

/* Is there more to work out? Then it is asked for. */
bool authors_wait(const Model *m);
/* What stands above the page. */
void authors_head(const Model *m, StrBuf *left, StrBuf *right);

#endif
