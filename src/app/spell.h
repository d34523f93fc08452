/* spell.h: the program that knows how words are spelled, beside us.
 *
 * It is started with the first word to ask for. Words go to its standard input, one a
 * line, and nothing ever waits for it: answers are read when they are there, and come
 * to the screens as messages. When it is missing, or dies, the screens go on. */
#ifndef APP_SPELL_H
#define APP_SPELL_H

#include "app/session.h"
#include "ui/model.h"

typedef struct Spell Spell;

Spell *spell_new(Session *session);
void spell_free(Spell *s);

/* Look for the program and its dictionaries; MSG_SPELLING says what there is, and names
 * once, for this login, what is missing.
 *   fails  MSG_DONE: switched off, or looked for already */
Msg spell_begin(Spell *s, Moment now);
/* A frame is out: ask for words that nobody asked for yet. */
void spell_frame(Spell *s, Model *m);
/* To be watched for answers; -1: none are on the way. */
int spell_fd(const Spell *s);
/* Read the answers that are there: MSG_SPELLED, or MSG_DONE. */
Msg spell_read(Spell *s);

#endif
