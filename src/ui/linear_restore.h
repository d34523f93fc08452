/* linear_restore.h: bringing back how a document was, in lines. */
#ifndef UI_LINEAR_RESTORE_H
#define UI_LINEAR_RESTORE_H

#include "ui/model.h"

/* What there is to choose, numbered, and what would happen. */
void say_restore(const Model *m, StrBuf *out);
/* A number that is another for another choice. */
uint64_t restore_told(const Model *m);

#endif
