/* receive.h: what came of an effect: results are copied into the model. */
#ifndef UI_RECEIVE_H
#define UI_RECEIVE_H

#include "ui/model.h"

void receive(Model *m, const Msg *msg, Effect *out);
/* Show what changed between two texts: VIEW_CHANGES.
 *
 *   from, to  what they are: revision numbers or REVISION_… */
void changes_show(Model *m, int from, Str before, int to, Str after);

#endif
