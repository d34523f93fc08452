/* tutorial_step.h: how far one is in the tutorial, from one day to the next. */
#ifndef APP_TUTORIAL_STEP_H
#define APP_TUTORIAL_STEP_H

#include "app/session.h"

/* From 0, and 0 when nothing is known. `document` is the path of its document. */
size_t tutorial_step_read(const Session *s, Str document);
/* What cannot be written is begun anew the next time: no reason to stop anybody. */
void tutorial_step_write(const Session *s, Str document, size_t step);

#endif
