/* elsewhere.h: the document cannot be written: its words stay, another place is
 * offered, and saving works again when the fault is gone. */
#ifndef UI_ELSEWHERE_H
#define UI_ELSEWHERE_H

#include "ui/model.h"

/* MSG_FAILED of a save or of writing the file, which the person asked for.
 *   then  what was to follow it: Model.after_save */
void elsewhere_ask(Model *m, const Msg *msg, EffectType then);
/* The rows of PROMPT_FAILED. */
void elsewhere_choose(Model *m, size_t index, Effect *out);
/* A key of PROMPT_ELSEWHERE. */
void elsewhere_key(Model *m, const Key *key, Effect *out);
/* Which other place? MSG_PLACE opens the box. */
void elsewhere_propose(Model *m, Effect *out);
void elsewhere_proposed(Model *m, const Msg *msg);
void elsewhere_written(Model *m, const Msg *msg); /* MSG_PUT */
/* What the line under the text says; NULL: nothing. */
const char *elsewhere_notice(const Editor *ed);

#endif
