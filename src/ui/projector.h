/* projector.h: what a room may see on a wall. */
#ifndef UI_PROJECTOR_H
#define UI_PROJECTOR_H

#include "base/str.h"

/* Append a message with nothing private in it: of a path only its last part, of an
 * address ("dana@example.com") three dots. */
void projector_hide(Str text, StrBuf *out);

#endif
