/* remark.h: the silencing comments of a document, where they stand.
 *
 * A comment counts where it stands alone on its line, or (prfaq-ok) at the end of a
 * block of words. Others are read too, so that it can be said that they do nothing;
 * those in code are words. */
#ifndef CHECK_REMARK_H
#define CHECK_REMARK_H

#include <stdbool.h>

#include "base/mem.h"
#include "check/directive.h"
#include "doc/document.h"

typedef struct Remark {
    Directive directive;
    Range range;  /* in the file */
    size_t block; /* it is, or at whose end it stands */
    bool works;   /* false: it stands where it silences nothing */
} Remark;

/* In file order.
 *   owns  they live in `arena` and borrow from `doc` */
const Remark *remarks_read(const Document *doc, Arena *arena, size_t *count);
/* A block of HTML that begins with a comment? */
bool block_is_comment(const Document *doc, size_t block);

#endif
