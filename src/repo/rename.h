/* rename.h: what was this document called before? */
#ifndef REPO_RENAME_H
#define REPO_RENAME_H

#include "repo/git.h"

/* Among the files that `before` has and `after` has not: the one with the bytes
 * of `blob`, else the Markdown file whose lines are most alike, at least half.
 * At most a few thousand entries are compared.
 *
 *   owns     *out lives in `arena`
 *   returns  false when there is none; *out is untouched then */
bool rename_find(Repo *repo, const git_oid *before, const git_oid *after,
                 const git_oid *blob, Arena *arena, Str *out);

#endif
