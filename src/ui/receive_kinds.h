/* receive_kinds.h: the messages that receive() hands on, kind by kind.
 *
 * Each takes the messages of its kind and returns whether this was one. */
#ifndef UI_RECEIVE_KINDS_H
#define UI_RECEIVE_KINDS_H

#include "ui/model.h"

bool receive_opening(Model *m, const Msg *msg, Effect *out);  /* receive_open.c */
bool receive_writing(Model *m, const Msg *msg, Effect *out);  /* receive_file.c */
bool receive_list(Model *m, const Msg *msg, Effect *out);     /* receive_list.c */
bool receive_restore(Model *m, const Msg *msg, Effect *out);  /* restore_screen.c */
bool receive_review(Model *m, const Msg *msg, Effect *out);   /* reviewing.c */
bool receive_deck(Model *m, const Msg *msg, Effect *out);     /* deck_view.c */
bool receive_five(Model *m, const Msg *msg, Effect *out);     /* five_view.c */
bool receive_meet(Model *m, const Msg *msg, Effect *out);     /* meet_view.c */
bool receive_exercise(Model *m, const Msg *msg, Effect *out); /* exercise_view.c */
bool receive_authors(Model *m, const Msg *msg);               /* authors.c */

#endif
