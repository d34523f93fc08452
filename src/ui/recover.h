/* recover.h: words that a crash left behind, offered when their document is opened
 * (VIEW_RECOVER). What is not chosen stays where it is. */
#ifndef UI_RECOVER_H
#define UI_RECOVER_H

#include "ui/model.h"

/* Offer them; the document they belong to is open. */
void recover_show(Model *m, const RecoveredWords *words, Effect *out);
/* The last ones were dealt with: on with the next, or with writing. */
void recover_next(Model *m, const RecoveredWords *next, Effect *out);
/* They were saved as a revision. */
void recover_saved(Model *m, Effect *out);
void recover_later(Model *m); /* nothing is deleted */
void recover_key(Model *m, const Key *key, Effect *out);
int recover_height(const Model *m); /* rows for the words */

enum { RECOVER_ROWS = 4 }; /* what can be done with them */

#endif
