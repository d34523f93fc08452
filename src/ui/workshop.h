/* workshop.h: the workshop that goes on about the open document: its timer on row 1,
 * its agenda, and the revisions that are kept by themselves.
 *
 * The clock is what messages say (Msg.clock_ms). Nothing is redrawn for it but at whole
 * minutes, and at 30, 10 and 0 seconds of the last one. */
#ifndef UI_WORKSHOP_H
#define UI_WORKSHOP_H

#include "ui/model.h"

enum { WORKSHOP_SAVE_MS = 10 * 60 * 1000 };

/* Is one to be asked for, when the keys rest? */
bool workshop_unknown(const Model *m);
void workshop_ask(Model *m, Effect *out);
void workshop_receive(Model *m, const Msg *msg);
void workshop_forget_it(Model *m); /* another document is opened */

/* How long until it has something to do; -1: until somebody acts. */
int workshop_wait_ms(const Model *m, int64_t now);
/* The time has come: a revision perhaps. */
void workshop_tick(Model *m, Effect *out);
/* What a crash must not forget, when it has changed; false: nothing has. */
bool workshop_keep(Model *m, Effect *out);

/* Is the time of the present item up? */
bool workshop_up(const Model *m);
/* The item at hand; NULL: none. */
const AgendaBox *workshop_box(const Model *m);
/* For row 1. */
void workshop_say_timer(const Model *m, StrBuf *out);
/* The two rows when time is up. */
void workshop_say_up(const Model *m, StrBuf *out);
void workshop_say_next(const Model *m, StrBuf *out);
/* "37 of 100", of a box that wants lines; nothing else. */
void workshop_say_count(const Model *m, StrBuf *out);
/* For plain lines: where it stands, in one sentence. */
void workshop_say_all(const Model *m, StrBuf *out);

/* The choices of PROMPT_TIMER. */
void workshop_choose(Model *m, size_t choice, Effect *out);
/* A key of PROMPT_GOAL. */
void workshop_goal_key(Model *m, const Key *key);

#endif
