/* update.h: the one function that changes the model. It never waits; what needs
 * the outside world is the effect it returns. The same messages give the same
 * screens: time, sizes and file contents come in through messages. */
#ifndef UI_UPDATE_H
#define UI_UPDATE_H

#include "ui/model.h"

/* The text is read anew when nobody typed for so long (app/rest.h says why). */
enum { TYPING_REST_MS = 450 };

Effect update(Model *m, const Msg *msg);
/* What is only read here keeps its bytes, whichever command tried to change them.
 *
 *   version, caret  of the text before it */
void update_refuse_change(Model *m, uint64_t version, size_t caret);
/* After how many ms without input MSG_IDLE is wanted; -1: there is nothing to work
 * out. */
int update_idle_ms(const Model *m);

/* After how many ms the time alone changes what is shown or kept: MSG_TICK; -1: never.
 */
int update_tick_ms(const Model *m, int64_t now_ms);

#endif
