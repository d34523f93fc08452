/* terminal.h: what settings and environment say of the terminal, before it is opened.
 */
#ifndef APP_TERMINAL_H
#define APP_TERMINAL_H

#include <stdbool.h>

#include "app/session.h"
#include "base/width.h"
#include "term/term.h"
#include "ui/keymap.h"

TermOptions terminal_options(const Session *s, bool color);
AmbiguousWidth terminal_width_mode(const Session *s);
/* The keys with the person's own ones.
 *
 *   problems  one a line, as of keymap_make()
 *   owns      *out lives in `arena`
 *   returns   false when there are none: the program's table holds */
bool terminal_keys(const Session *s, Arena *arena, Keymap *out, StrBuf *problems);
/* The locale the environment asks for, which is not always the one there is; NULL:
 * none. */
const char *terminal_locale(void);
/* Is that a locale of this computer, in UTF-8?
 *   name  "" for what the environment asks for */
bool terminal_locale_is_utf8(const char *name);

#endif
