/* index.h: bringing one entry of git's index up to date, under git's own lock.
 *
 * libgit2 reads the index first and locks it later; what another program staged
 * in between would be lost. So the lock is taken here, the index is copied, the
 * copy changed by libgit2, and put in its place when the revision is there. */
#ifndef REPO_INDEX_H
#define REPO_INDEX_H

#include "repo/git.h"

typedef struct IndexUpdate {
    bool asked;     /* index_prepare() was called */
    bool ready;     /* the new index waits to be put in its place */
    bool conflict;  /* the file has versions that were not merged yet */
    bool synced;    /* the new index is on the disk; index_commit() sees to it */
    StrBuf lock;    /* ".git/index.lock", held while `ready` */
    StrBuf target;  /* ".git/index" */
    StrBuf changed; /* the new index */
} IndexUpdate;

/* One entry to be.
 *   blob   id and mode of the file; not `found`: it goes */
typedef struct IndexChange {
    Str path;
    TreeEntry blob;
    Str bytes;
} IndexChange;

/* Prepare the change. Not being able to is no failure of a save: `ready` is
 * false then, because another program holds the index or libgit2 cannot read its
 * format (split, sparse).
 *
 *   blob   id and mode of the file */
void index_prepare(Repo *repo, Str path, const TreeEntry *blob, Str bytes,
                   IndexUpdate *out);
/* The same for several; none is changed when one cannot be. */
void index_prepare_all(Repo *repo, const IndexChange *changes, size_t count,
                       IndexUpdate *out);
/* The new index as an open file, for who syncs it together with others; -1: there is
 * none. index_synced() closes it and takes note. */
int index_unsynced(const IndexUpdate *update);
void index_synced(IndexUpdate *update, int fd, bool ok);
bool index_commit(IndexUpdate *update); /* false: the index stays as it was */
void index_release(IndexUpdate *update);

#endif
