/* effect.h: what the screens ask for, done in the world: the same services as
 * the command line calls. */
#ifndef APP_EFFECT_H
#define APP_EFFECT_H

#include "app/keep.h"
#include "app/look.h"
#include "app/reader.h"
#include "app/session.h"
#include "term/term.h"
#include "ui/msg.h"

typedef struct Effects {
    Session *session;
    Term *term;
    Keep *keep;
    Reader *reader;
    LastCommit last;
    struct HistorySlices *history; /* of the screen, NULL: none was asked for */
    struct WhoWrote *authors;      /* the same */
    struct Revisions *walk;        /* through the history of `walked` */
    Str walked;                    /* a document; in `walk_arena` */
    Arena walk_arena;
    Arena reply; /* what the last answer borrows from */
} Effects;

/* Perform it and say what came of it. The answer borrows from `e` until the next
 * call. EFFECT_NONE and EFFECT_QUIT are the caller's. */
Msg effect_perform(Effects *e, const Effect *effect);
/* The bytes of a document, which nobody holds yet: MSG_OPENED, or MSG_FAILED. */
Msg effect_read(Effects *e, const Effect *effect, DocumentRef *ref);
/* EFFECT_OPEN, a document for its first screen: MSG_OPENED, or MSG_FAILED. No git. */
Msg effect_open(Effects *e, const Effect *effect);
/* What the effects hold, but for what others made: session, terminal, keep, reader. */
void effects_deinit(Effects *e);

#endif
