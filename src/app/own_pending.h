/* own_pending.h: a file of `.prfaq/` is written, then committed. Between the two a
 * note in the private folder, `.git/prfaq/pending/`, says what is under way and whose
 * it is, so that a program that is killed there leaves nothing behind that no revision
 * has: the next one brings it in, under the name of who wrote it.
 *
 * The note is locked while its program lives; one that is not belongs to a dead one. */
#ifndef APP_OWN_PENDING_H
#define APP_OWN_PENDING_H

#include "app/session.h"
#include "app/writer.h"

typedef struct OwnPending {
    int fd;   /* -1: none; best effort, as without it nothing but the order is lost */
    Str path; /* of the note */
} OwnPending;

/* About to write `bytes` to `path`, relative to the workspace. */
OwnPending own_pending_begin(Session *s, Str path, Str bytes, const Writer *writer,
                             Str message);
/* They are committed, or taken back. */
void own_pending_end(OwnPending *pending);

/* Commit what dead programs have written; what cannot be committed now stays noted.
 *   returns  how many there were */
size_t own_pending_recover(Session *s);
/* Paths of files that wait for it.  owns: in `arena` */
const Str *own_pending_list(const Session *s, Arena *arena, size_t *count);

#endif
