/* page_columns.h: words beside each other on a page. */
#ifndef UI_PAGE_COLUMNS_H
#define UI_PAGE_COLUMNS_H

#include "ui/page.h"

typedef struct PageColumn {
    Str title, words; /* empty words: "no answer" */
} PageColumn;

/* As many beside each other as have room, the next ones below them.
 *   returns  false: there is room for one alone, or there are no two; nothing was added
 */
bool page_add_columns(PageBuilder *b, const PageColumn *columns, size_t count);

#endif
