/* clock.h: the clocks of the program: what time it is, and a steady one for timers.
 *
 * PRFAQ_CLOCK names a file with milliseconds since 1970 for tests: both clocks are
 * what it says, and stand still until it says something else. */
#ifndef APP_CLOCK_H
#define APP_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"

enum { CLOCK_LOOK_MS = 10 }; /* how often a given clock is looked at */

bool clock_is_given(void);
/* Milliseconds that never go back; they go on while the computer sleeps, where it
 * tells. Never 0. */
int64_t clock_ms(void);
/* The time of day. */
Moment clock_now(void);

#endif
