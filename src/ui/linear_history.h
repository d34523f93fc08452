/* linear_history.h: the revisions of the document, as linear mode lists them. */
#ifndef UI_LINEAR_HISTORY_H
#define UI_LINEAR_HISTORY_H

#include "ui/model.h"

/* The rows at hand, newest first; above the first of them what the screen draws there.
 */
void linear_history_say(const Model *m, StrBuf *out);

#endif
