/* update.h: the one function that changes the model. It never waits; what needs
 * the outside world is the effect it returns. The same messages give the same
 * screens: time, sizes and file contents come in through messages. */
#ifndef UI_UPDATE_H
#define UI_UPDATE_H

#include "ui/model.h"

Effect update(Model *m, const Msg *msg);
/* Is there something to work out when no input waits? Then send MSG_IDLE. */
bool update_idle_wanted(const Model *m);

#endif
