/* rest.h: what is put off until nobody has typed for a moment.
 *
 * Between the keys of a word pass 100 to 300 ms, with slow hands too: a shorter rest
 * would do all of it for each key, a longer one would be noticed by who stops to look.
 */
#ifndef APP_REST_H
#define APP_REST_H

#include <stdbool.h>
#include <stdint.h>

typedef struct PutOff {
    int idle_ms;    /* MSG_IDLE is wanted after so long without a key; -1: not */
    bool partly;    /* the last frame was of the text alone: it is never the last one */
    bool answers;   /* of the spelling, on their way */
    int64_t key_ms; /* how long ago the last key came */
    int64_t edit_ms; /* … and the last one that changed the text */
} PutOff;

/* How long to wait for a key before some of it is done; -1: for ever. */
int rest_left_ms(const PutOff *what);
/* May answers about the spelling change the screen? Commands do not keep them away. */
bool rest_takes_answers(const PutOff *what);

#endif
