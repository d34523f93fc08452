/* pinned.h: what is asked about the document stays on the writing screen until it is
 * closed: a sign beside the words, and the question itself where one writes. */
#ifndef UI_PINNED_H
#define UI_PINNED_H

#include "check/facts.h"
#include "ui/model.h"

/* How many questions are open. */
int pinned_count(const Model *m);
/* The question to show where the caret is: one of its section, one that is late before
 * others, then what is due first; else one that is late anywhere; NULL: none. */
const ReviewNote *pinned_here(const Model *m);
/* "? Q7 Dana Li: of how many?", in one line. */
void pinned_say(const Model *m, const ReviewNote *note, StrBuf *out);

/* Where the open questions point, into out->asked. */
void pinned_find(const CheckOptions *check, Derived *out);
/* Does one of them point at words of a range of the text? */
bool pinned_points_at(const Editor *ed, Range range);

#endif
