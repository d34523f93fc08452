/* key_step.h: one key off the front of the bytes; the grammar of the sequences that
 * terminals send. Used by key.c only. */
#ifndef TERM_KEY_STEP_H
#define TERM_KEY_STEP_H

#include <stdbool.h>

#include "term/key.h"

/* How an attempt to read one key from the front of the bytes came out. `used`
 * bytes are done with; 0: not complete, more may follow. */
typedef struct Step {
    size_t used;
    Key key; /* KEYCODE_NONE: nothing to report */
    KeySwallow swallow;
    bool paste;
} Step;

/*   bytes  not empty, outside a paste and outside what is swallowed
 *   flush  nothing will follow: `used` is not 0 */
Step key_step(Str bytes, bool flush, unsigned char erase);

#endif
