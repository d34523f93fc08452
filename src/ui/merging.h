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
/* The same, where mine is not the text of the editor. */
void merging_begin_with(Model *m, const Str texts[THREE_COUNT], Str who);
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
void merging_own(Model *m, Effect *out);
void merging_finish(Model *m);
/* The same when a person has decided all: what came from a branch is saved at once,
 * and of what git left it is told. */
void merging_done(Model *m, Effect *out);

/* Of a branch (merging_branch.c): the name in PROMPT_MERGE was typed. */
void merging_ask(Model *m, Effect *out);
/* The draft of a branch; empty: what git left between marks. */
void merging_ask_for(Model *m, Str name, Effect *out);
/* How many places a merge of git left between marks in the text. */
size_t merging_marks(const Model *m);
/* The screen itself. */
void merging_show(Model *m);
/* MSG_MERGE: the texts are there. */
void merging_receive(Model *m, const Msg *msg, Effect *out);
/* A choice was made: it outlives the program. */
void merging_keep(Model *m, Effect *out);
/* The result, and the page, after choices were read. */
void merging_refresh(Model *m);

#endif
