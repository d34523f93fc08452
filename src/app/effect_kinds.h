/* effect_kinds.h: the effects that effect_perform() hands on, kind by kind.
 *
 * Each answers with a message whose strings live in `e->reply`, which the caller has
 * reset. */
#ifndef APP_EFFECT_KINDS_H
#define APP_EFFECT_KINDS_H

#include "app/effect.h"
#include "app/writer.h"

/* Is the history of the document known? Else a slice of it is looked through, and *msg
 * is the answer: the effect has to be asked for again. */
bool effect_history_known(Effects *e, const Effect *effect, const DocumentRef *ref,
                          Msg *msg);
/* Whatever was being looked through is given up. */
void effect_walk_end(Effects *e);
Msg effect_failed(const Effect *effect, const Error *err); /* MSG_FAILED */
/* The document of that path, in the workspace or outside. */
bool effect_document(Effects *e, Str path, DocumentRef *ref, Error *err);

/* Files: read, made, written (effect_open.c, effect_save.c). */
Msg effect_reload(Effects *e, const Effect *effect);
Msg effect_create(Effects *e, const Effect *effect);
Msg effect_save(Effects *e, const Effect *effect);
Msg effect_write(Effects *e, const Effect *effect);
Msg effect_put(Effects *e, const Effect *effect);
/* May the file be written: is it ours still, and what was read (or what is to be
 * written)? Else *answer says so. */
bool effect_guard_file(Effects *e, const Effect *effect, Msg *answer);
/* Who types now; else the one whose words are saved: `person`. */
bool effect_typist(Effects *e, const Effect *effect, Writer *out, Error *err);

/* Revisions, and pages for others (effect_history.c). */
Msg effect_base(Effects *e, const Effect *effect);
Msg effect_history(Effects *e, const Effect *effect);
Msg effect_history_more(Effects *e, const Effect *effect);
Msg effect_history_open(Effects *e, const Effect *effect);
Msg effect_history_trend(Effects *e, const Effect *effect);
Msg effect_name(Effects *e, const Effect *effect);
Msg effect_compare(Effects *e, const Effect *effect);
Msg effect_merge(Effects *e, const Effect *effect);
Msg effect_settle(Effects *e, const Effect *effect);
Msg effect_choices(Effects *e, const Effect *effect);
Msg effect_export(Effects *e, const Effect *effect);

/* Who wrote these words (effect_authors.c). */
Msg effect_authors(Effects *e, const Effect *effect);
Msg effect_authors_more(Effects *e, const Effect *effect);

/* A review, and what is said in it (effect_review.c). */
Msg effect_review(Effects *e, const Effect *effect);
Msg effect_ask(Effects *e, const Effect *effect);
Msg effect_reply(Effects *e, const Effect *effect);
Msg effect_anchor(Effects *e, const Effect *effect);
Msg effect_close(Effects *e, const Effect *effect);
Msg effect_accept(Effects *e, const Effect *effect);
Msg effect_undo_review(Effects *e, const Effect *effect);
Msg effect_note_read(Effects *e, const Effect *effect);
Msg effect_keep_ask(Effects *e, const Effect *effect);
Msg effect_landed(Effects *e, const Effect *effect);

/* Bringing back how a document was (effect_restore.c). */
Msg effect_restore(Effects *e, const Effect *effect);
Msg effect_restore_do(Effects *e, const Effect *effect);
/* A meeting (effect_meet.c). */
Msg effect_meet(Effects *e, const Effect *effect);
/* The lines of an exercise (effect_exercise.c). */
Msg effect_exercise(Effects *e, const Effect *effect);

/* The five questions (effect_five.c). */
Msg effect_five(Effects *e, const Effect *effect);

/* The deck of questions (effect_deck.c). */
Msg effect_deck(Effects *e, const Effect *effect);
Msg effect_deck_note(Effects *e, const Effect *effect);

/* Who types, and who is in the room (effect_people.c). */
Msg effect_people(Effects *e, const Effect *effect);
Msg effect_who(Effects *e, const Effect *effect);
Msg effect_add_person(Effects *e, const Effect *effect);

/* The workshop about a document (effect_workshop.c). */
Msg effect_workshop(Effects *e, const Effect *effect);
Msg effect_keep_workshop(Effects *e, const Effect *effect);

#endif
