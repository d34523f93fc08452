/* landed.h: the screen "Did it land?" (VIEW_LANDED): what was said and agreed, one
 * after the other, each with what became of the section it named. */
#ifndef UI_LANDED_H
#define UI_LANDED_H

#include "ui/model.h"
#include "ui/page.h"

void landed_ask_for(Model *m, Effect *out); /* of the open document */
/* Take and show it. */
void landed_show(Model *m, Landing *landing);
void landed_view_deinit(LandedView *v);
/* Every line has the index of its row as its block. */
void page_build_landed(const Model *m, PageBuilder *b);

/* "AGREED, BUT UNTOUCHED", translated. */
const char *landed_words(LandedState state, bool agreed);
/* "2 changed, 1 untouched, 0 removed". */
void landed_counts(const Landing *landing, StrBuf *out);

#endif
