/* turn_wait.h: waiting for a turn that others take before us.
 *
 * Who holds the turn writes to the file that is locked. As long as that goes on, the
 * queue moves and waiting is no mistake, however many are before us; when it stops,
 * somebody is stuck. */
#ifndef BASE_TURN_WAIT_H
#define BASE_TURN_WAIT_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

enum {
    TURN_TELL_MS = 1000,      /* a person is told after it */
    TURN_LONGEST_MS = 180000, /* even when the queue moves; for a command */
    TURN_SCREEN_MS = 5000,    /* … for a screen, whose keys wait as well */
};

typedef struct TurnWait {
    int fd; /* of the file */
    int stuck_ms;
    int64_t start_ms, moved_ms;
    struct timespec written; /* when it was written to last */
    int naps;
} TurnWait;

/*   stuck_ms  how long nothing may move */
void turn_wait_begin(TurnWait *w, int fd, int stuck_ms);
/* Sleep a little, never twice the same.
 *   returns  false when waiting is in vain */
bool turn_wait(TurnWait *w);
/* How long this process waits at most, and who is told, once, that it takes long; NULL:
 * nobody. Without a call: TURN_LONGEST_MS, and nobody. */
void turn_wait_set(int longest_ms, void (*tell)(void));

#endif
