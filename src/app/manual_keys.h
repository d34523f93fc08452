/* manual_keys.h: prfaq-keys(7), from the tables of the screens. */
#ifndef APP_MANUAL_KEYS_H
#define APP_MANUAL_KEYS_H

#include "base/str.h"

void manual_keys(StrBuf *out);
void manual_tutorial(StrBuf *out); /* prfaq-tutorial(7) */

#endif
