/* left_out.h: what this clone left out: older commits (shallow), contents of files
 * (partial), files of the work tree (sparse). Each is no damage and is told with the
 * way to get it. */
#ifndef REPO_LEFT_OUT_H
#define REPO_LEFT_OUT_H

#include "repo/repo.h"

/* Did the clone end at this commit (hex digits), and has it parents elsewhere? */
bool repo_cut_below(const Repo *repo, const char *commit);
/* Are objects fetched only when git needs them? */
bool repo_is_partial(Repo *repo);
/* Has the index a file that sparse checkout keeps out of the work tree: `path` itself
 * or one in that folder? False where nothing is sparse, which costs one look. */
bool repo_is_sparse_at(Repo *repo, Str path);

#endif
