/* bullet.h: what a line of Markdown begins with: an item of a list, a quotation. Pure.
 */
#ifndef UI_BULLET_H
#define UI_BULLET_H

#include <stdbool.h>

#include "base/str.h"

typedef struct Bullet {
    size_t indent;  /* bytes of blanks before it */
    size_t content; /* where the words begin */
    int number;     /* of a numbered item, else -1 */
    bool task;      /* "- [ ] " */
    bool quote;     /* "> " */
} Bullet;

/*   line  without its line break */
bool bullet_parse(Str line, Bullet *out);
/* What the next line of the list begins with, appended: the next number, an open
 * task. */
void bullet_next(Str line, const Bullet *b, StrBuf *out);

#endif
