/* move.h: the pieces of a text that change places as a whole: a paragraph, an item of
 * a list with what hangs below it, a heading. Their hidden marks are part of them. */
#ifndef UI_MOVE_H
#define UI_MOVE_H

#include "ui/model.h"

/* The piece at a place, without its last line break; empty on a blank line. */
Range move_unit(const Editor *ed, size_t at);

#endif
