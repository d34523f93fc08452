/* merging.h: the screen on which a person decides what both sides changed, one
 * place at a time (ux S11). Where the texts come from does not matter here. */
#ifndef UI_MERGING_H
#define UI_MERGING_H

#include "ui/model.h"

/* Put the text of the editor and `theirs` together: at once when nothing has to be
 * decided, else VIEW_MERGE is shown. Choices made before at places that are still
 * the same are kept.
 *
 *   base  what both began from
 *   who   wrote theirs; empty: the file holds it */
void merging_begin(Model *m, Str base, Str theirs, Str who);
void merging_deinit(Merging *g);

size_t merging_decided(const Merging *g);
/* The choice is made; own words are copied. */
void merging_choose(Model *m, MergeTake take, Str own);
/* Why it cannot be chosen here; NULL when it can. */
const char *merging_why_not(const Merging *g, MergeTake take);
/* "Solution, sentence 2": where the conflict at hand stands. */
void merging_place(const Merging *g, StrBuf *out);
/* The same of any conflict of three documents. */
void merging_place_of(const Merge *m, const Document *const docs[THREE_COUNT],
                      size_t conflict, StrBuf *out);
/* The own words of PROMPT_OWN were typed. */
void merging_own(Model *m);
void merging_finish(Model *m);

#endif
