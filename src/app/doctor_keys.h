/* doctor_keys.h: what a pressed key sends, and which command it is. */
#ifndef APP_DOCTOR_KEYS_H
#define APP_DOCTOR_KEYS_H

#include <stdbool.h>

#include "app/session.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "term/key.h"

struct Keymap; /* ui/keymap.h */

/* The person's own keys; NULL: the program's table holds.
 *   problems  what is wrong with them, one a line
 *   owns      lives in `arena` */
const struct Keymap *doctor_keymap(const Session *s, Arena *arena, StrBuf *problems);
/* Show each key until Esc or q comes twice, on any terminal, without a screen.
 * The terminal is as before when it returns, also after HUP and TERM.
 *   keys  with the person's own ones; NULL: the program's */
bool doctor_keys(const struct Keymap *keys, bool mouse, Error *err);

/* One line about a key: its name, its bytes, its command on the writing screen and on
 * others; appended with a line feed. */
void doctor_key_line(const struct Keymap *keys, const Key *key, Str bytes, StrBuf *out);

#endif
