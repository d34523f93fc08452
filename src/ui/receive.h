/* receive.h: what came of an effect: results are copied into the model. */
#ifndef UI_RECEIVE_H
#define UI_RECEIVE_H

#include "ui/model.h"

void receive(Model *m, const Msg *msg, Effect *out);

#endif
