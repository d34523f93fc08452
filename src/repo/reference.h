/* reference.h: moving a branch from one commit to the next.
 *
 * The lock is the file git takes, "refs/heads/main.lock". Under it the branch is looked
 * at once more, the new value is written into the lock, which is synced together with
 * everything it will stand for, and the lock gets the name of the branch. libgit2 does
 * this too, but syncs one file after the other, and the two reflogs with them: those
 * only tell how a branch moved, and git never syncs them. */
#ifndef REPO_REFERENCE_H
#define REPO_REFERENCE_H

#include "repo/git.h"

typedef enum ReferenceLock {
    REFERENCE_LOCKED,
    REFERENCE_BUSY,  /* another program holds the lock */
    REFERENCE_MOVED, /* it is not where `head` says any more */
    REFERENCE_ODD,   /* new, in a folder to be made, a link: libgit2 knows what to do */
} ReferenceLock;

typedef struct ReferenceMove {
    Repo *repo;
    const Head *head;
    git_oid to;
    Str path, lock;
    int fd; /* of the lock; -1: not held */
} ReferenceMove;

/*   head  and `arena` outlive *out */
ReferenceLock reference_lock(Repo *repo, const Head *head, Arena *arena,
                             ReferenceMove *out);
/* What it is going to be; move->fd is to be synced behind it. */
bool reference_write(ReferenceMove *move, const git_oid *to, Error *err);

typedef enum ReferenceEnd {
    REFERENCE_DONE,
    REFERENCE_UNSYNCED, /* it moved, and a power cut may take it back */
    REFERENCE_FAILED,
} ReferenceEnd;

/*   who, time, what  for the reflog; `what` is one line */
ReferenceEnd reference_move(ReferenceMove *move, const Person *who, Moment time,
                            Str what, Error *err);
/* When it did not move; else nothing is left to do. */
void reference_unlock(ReferenceMove *move);

#endif
