/* doctor_keys.h: what a pressed key sends, and which command it is. */
#ifndef APP_DOCTOR_KEYS_H
#define APP_DOCTOR_KEYS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"
#include "term/key.h"

/* Show each key until Esc or q comes twice, on any terminal, without a screen.
 * The terminal is as before when it returns, also after HUP and TERM. */
bool doctor_keys(bool mouse, Error *err);

/* One line about a key: its name, its bytes, its command on the writing screen and on
 * others; appended with a line feed. */
void doctor_key_line(const Key *key, Str bytes, StrBuf *out);

#endif
