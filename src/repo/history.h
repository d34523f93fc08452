/* history.h: the revisions of one document: the commits that changed it, newest
 * first, renames followed, numbered from 1 with parents first.
 *
 * A revision's note is the subject of a message that says more below it: prfaq
 * puts what changed under a note, and alone when there is none. */
#ifndef REPO_HISTORY_H
#define REPO_HISTORY_H

#include "repo/repo.h"
#include "repo/revisions.h"

typedef struct History {
    const Revision *items; /* newest first */
    const Str *paths;      /* its name at each of them */
    size_t count;
} History;

/* All revisions of the file, or none when it was never committed.
 *   owns   *out lives in `arena` */
bool history_read(Repo *repo, Str path, Arena *arena, History *out, Error *err);
/* The newest of revisions that are all there, at most so many. */
bool history_newest(Revisions *r, size_t most, Arena *arena, History *out, Error *err);
/* REV as people write it: digits are a number of this document, else whatever
 * git understands ("main~3", a hash).
 *   fails  ERR_NOT_FOUND, naming what there is */
bool history_find(Repo *repo, const History *h, Str path, Str rev, Arena *arena,
                  Revision *out, Error *err);
/* The bytes of the document at a revision; follows its older names. */
bool history_bytes(Repo *repo, const Revision *rev, StrBuf *out, Error *err);

#endif
