/* saving.h: one save at a time in a work tree, and no lock left behind by a
 * killed one.
 *
 * git's own locks are files: a process killed while it holds "index.lock" or
 * "main.lock" blocks everybody until a person removes it. Our saves therefore
 * queue on a kernel lock, which goes away with its process, and while one is
 * under way the locked file says so. Who finds it saying so knows that its
 * writer died, and removes the lock files of that moment. Objects that were being
 * written then are removed a minute later. */
#ifndef REPO_SAVING_H
#define REPO_SAVING_H

#include "repo/git.h"

enum {
    SAVING_WAIT_MS = 5000,   /* for git to let go of a branch */
    SAVING_STUCK_MS = 10000, /* for another save to get on */
};

typedef struct Saving {
    int fd;    /* -1: not held */
    char *cut; /* path that a save which died before us was about, or NULL */
} Saving;

/* Wait for the turn: as long as saves before us get on (base/turn_wait.h).
 *
 *   reference  what the save is going to move
 *   fails      ERR_STATE: somebody else's save does not end; ERR_IO */
bool saving_begin(Repo *repo, Str reference, Saving *out, Error *err);
/* Say which file it is about, for who comes after us when we die. */
void saving_about(const Saving *saving, Str reference, Str path);
void saving_end(Saving *saving);

/* A save that died when its revision was there, and the index not yet up to date, left
 * an index that takes the revision back with the next git commit: the entry of `path`
 * is brought up to date. Nothing is done when it holds anything else than what the
 * revision replaced: that is somebody's work. */
void saving_mend_index(Repo *repo, Str path);

/* Sleep a little, longer each time and never twice the same; false when the time
 * since `start_ms` is used up. */
bool saving_wait(int64_t start_ms, int limit_ms, int attempt);
int64_t saving_clock_ms(void); /* monotonic */

#endif
