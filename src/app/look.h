/* look.h: what another program did to the file of the open document. */
#ifndef APP_LOOK_H
#define APP_LOOK_H

#include "app/session.h"
#include "ui/msg.h"

/* The last commit, as it was when its revision was asked for. */
typedef struct LastCommit {
    char id[REPO_ID_MAX + 1]; /* "" before that */
} LastCommit;

/* Remember it: the model knows its revision now. */
void look_note(const Session *s, LastCommit *last);
/* EFFECT_LOOK: compare the file with what was read, by its bytes.
 *
 *   returns  MSG_LOOKED; MSG_FAILED when the file cannot be read or is no text.
 *            The answer lives in `arena` */
Msg look_outside(Session *s, const Effect *effect, LastCommit *last, Arena *arena);

#endif
