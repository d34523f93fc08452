/* modes.h: modes of the terminal that ncurses knows nothing about: a paste comes as
 * one, it says when its window is left, and it reports the mouse. */
#ifndef TERM_MODES_H
#define TERM_MODES_H

#include <stdbool.h>

#include "base/str.h"

void modes_on(bool mouse);
void modes_off(bool mouse);
void modes_mouse(bool on);
void modes_add_off(StrBuf *out); /* what turns all of them off */
/* To the terminal, all of it; when that is gone, nothing. */
void modes_write(Str bytes);

#endif
