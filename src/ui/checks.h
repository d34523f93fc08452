/* checks.h: the findings of the open document as the screens speak of them. */
#ifndef UI_CHECKS_H
#define UI_CHECKS_H

#include "ui/model.h"

/* The finding that the keys of checks are about: in the text the one shown for the
 * caret; NO_INDEX: none, or the text was not read yet. */
size_t checks_current(const Model *m);
/* A few words of the first line of a text, to name it in a message. */
void checks_add_short(Str text, int cells, StrBuf *out);
/* What its fix does: "old" -> "new", or what it puts in or takes out; nothing is
 * added when there is no fix. */
void checks_add_fix(const Model *m, const Finding *f, int cells, StrBuf *out);
/* Why it was found: its advice; may be empty. */
Str checks_reason(const Finding *f);
Style checks_style(const Finding *f);

#endif
