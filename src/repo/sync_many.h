/* sync_many.h: several files and folders brought to the disk at once.
 *
 * One after the other each sync waits for the disk on its own; together they wait once:
 * a journalling file system writes what all of them need in one go. */
#ifndef REPO_SYNC_MANY_H
#define REPO_SYNC_MANY_H

#include <stdbool.h>
#include <stddef.h>

enum { SYNC_AT_ONCE = 8 };

/* Sync all of them, also behind one that fails.
 *   returns  0, or the errno of one that failed */
int sync_many(const int *fds, size_t count);

#endif
