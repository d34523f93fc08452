/* habits.h: what holds on every screen, after every key of every script. */
#ifndef TESTS_UI_HABITS_H
#define TESTS_UI_HABITS_H

#include "ui/model.h"

/* The cursor stands where the person is: at the caret of a text or of a field, on the
 * row that is selected in a list (acceptance check 6 of the design).
 *   returns  what is wrong; NULL: nothing */
const char *habit_cursor(const Model *m, const Screen *s);
/* A paste of letters that are keys, of line ends and of sequences does nothing where no
 * text is typed (acceptance check 4). The model is the same afterwards.
 *   returns  what is wrong; NULL: nothing */
const char *habit_paste(Model *m, const Screen *s, Moment now);

#endif
