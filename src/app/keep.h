/* keep.h: no word is lost between two revisions.
 *
 * While a document is open its lease is held, every edit goes into a journal after the
 * frame that shows it, and the journal is on the disk when the keys rest, at the latest
 * a second after the first of them. Nothing runs while nothing is typed. When the
 * journal's place fails, another one is used; when none works, the person is told, and
 * it is tried again. What became of it reaches the screens as messages. */
#ifndef APP_KEEP_H
#define APP_KEEP_H

#include "app/owed.h"
#include "app/session.h"
#include "ui/model.h"

typedef struct Keep Keep;

Keep *keep_new(Session *session);
/* The journal stays where it is, as after a crash; the lease is given back. */
void keep_free(Keep *k);

/* A document was read: take its lease. In `msg`, which says so, `held` is filled when
 * somebody else has it; the document is then only read.
 *
 *   bytes      of the file
 *   take_over  take the lease from whoever has it */
void keep_open(Keep *k, const DocumentRef *ref, Arena *arena, bool take_over, Msg *msg);
/* The document is closed by the person: what is in the file needs no journal. */
void keep_close(Keep *k, const Model *m);

/* Who typed what the file holds and no revision has, as far as is known. */
const Owed *keep_owed(const Keep *k);
/* What a person chose to do with words that were left behind: MSG_RECOVERED with the
 * next ones, or MSG_FAILED. */
Msg keep_recovered(Keep *k, const Effect *effect, Arena *arena);
/* May the effect be performed? Words that a person keeps are first in our journal. */
bool keep_ready(Keep *k, Model *m, const Effect *effect);

/* The lease again, from whoever took it over. */
bool keep_take_over(Keep *k, Error *err);

/* May the file be written? ERR_STATE when somebody has taken the document over. */
bool keep_may_write(Keep *k, Error *err);
void keep_wrote(Keep *k, Str bytes); /* the file holds this, no revision does */
void keep_saved(Keep *k);            /* a revision does, or there is none to make */

/* MSG_FAILED of writing the file: the words are put on the disk in the journal, and
 * `text` says in which; empty: in none. */
void keep_failed(Keep *k, Model *m, Arena *arena, Msg *msg);

/* A frame is out: append what was typed since the last one. */
void keep_frame(Keep *k, Model *m);
/* How long until keep_rest() has something to do; -1: until a key is typed. */
int keep_wait_ms(const Keep *k);
/* Nothing was typed for so long: sync, and ask for the file to be written after a
 * longer rest. MSG_DONE when there is no news. */
Msg keep_rest(Keep *k, Model *m);
/* The process ends: everything typed is in the journal and on the disk.
 *   returns  false when it is not */
bool keep_flush(Keep *k, Model *m);

#endif
