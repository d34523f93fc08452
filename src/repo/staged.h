/* staged.h: what git's next commit brings: the Markdown files that are in its index
 * and in none of the commits it follows. */
#ifndef REPO_STAGED_H
#define REPO_STAGED_H

#include "repo/repo.h"

typedef struct StagedFile {
    Str path; /* relative to the top of the work tree, any bytes but NUL */
    Str bytes;
} StagedFile;

/* In the order of their paths, without links and without what is below ".prfaq". In
 * a merge, what one of its sides has already is not new.
 *
 *   index  path of the index, or NULL for that of the work tree: git names another
 *          one in GIT_INDEX_FILE to the hooks of `git commit FILE`
 *   owns   *out lives in `arena`
 *   fails  ERR_IO, ERR_INVALID: the index cannot be read (split, sparse), or an object
 *          is damaged */
bool repo_staged(Repo *repo, const char *index, Arena *arena, const StagedFile **out,
                 size_t *count, Error *err);

#endif
