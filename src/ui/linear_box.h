/* linear_box.h: the boxes over the screens as questions: one line, one answer. */
#ifndef UI_LINEAR_BOX_H
#define UI_LINEAR_BOX_H

#include "ui/model.h"

/* The answer to the open box, through the same keys as on the screen. An empty line or
 * "b" goes back, whatever was answered before. What is no answer is said, and the box
 * stays open. */
Effect box_answer(Model *m, Str line);

#endif
