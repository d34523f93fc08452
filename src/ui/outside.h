/* outside.h: the file of the open document changed while it was open: another
 * program wrote it, it was deleted, another branch was taken.
 *
 * Without words of this session it is read anew; with them a line under the text
 * says so, and a box asks when it is saved or closed. Nothing is ever written over
 * and no words are ever dropped without a choice. */
#ifndef UI_OUTSIDE_H
#define UI_OUTSIDE_H

#include "ui/model.h"

/* Were words typed here that no revision has (where none are kept: no file)? */
bool outside_own_words(const Editor *ed);
/* The text of the file before these words: what both sides began from. */
Str outside_start(const Editor *ed);
/* The text has no words of this session from here on. */
void outside_begin(Editor *ed);
/* The words typed so far were written; call it before `disk` is set. */
void outside_keep_start(Editor *ed);

/* Look at the file, when somebody else may have been at it. */
void outside_look(Model *m, Effect *out);
void outside_looked(Model *m, const Msg *msg); /* MSG_LOOKED */
/* MSG_CHANGED_OUTSIDE: it could not be written.
 *   asked  the person saves or closes, and decides now */
void outside_refused(Model *m, const Msg *msg, bool asked);
/* The text becomes what the file holds, as one step of undo; the caret stays at its
 * words. */
void outside_take(Model *m, Str bytes);
/* One step of undo that touches no more than it must; the caret does not move. */
void editor_exchange(Editor *ed, Str after);

/* The rows of PROMPT_OUTSIDE and PROMPT_GONE. */
void outside_choose(Model *m, size_t index, Effect *out);
void gone_choose(Model *m, size_t index, Effect *out);
/* What the line under the text says; NULL: nothing. */
const char *outside_notice(const Editor *ed);

#endif
