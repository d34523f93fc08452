/* merge.h: where two lines of revisions part, and files that git has not merged yet. */
#ifndef REPO_MERGE_H
#define REPO_MERGE_H

#include "repo/repo.h"

enum { MERGE_BASES_MAX = 8 };

typedef struct MergeSides {
    char theirs[REPO_ID_MAX + 1];
    char base[REPO_ID_MAX + 1]; /* the last commit of both; "": they have none */
    /* Where lines crossed there are several, none of which has the others. */
    char more[MERGE_BASES_MAX][REPO_ID_MAX + 1];
    size_t more_count;
    bool contained; /* the branch of this work tree has theirs already */
} MergeSides;

/* What `rev`, a branch or what git understands, and the last commit here have in
 * common.
 *   fails  ERR_NOT_FOUND: no such revision */
bool repo_merge_sides(Repo *repo, Str rev, MergeSides *out, Error *err);

/* The last commit that two have in common; "": none.
 *   a, b  hex digits */
bool repo_common(Repo *repo, const char *a, const char *b, char out[REPO_ID_MAX + 1]);

/* How many other files theirs changed since the base that are not so here. None: a
 * revision that takes this file over takes all of theirs. */
bool repo_merge_others(Repo *repo, const MergeSides *sides, Str path, size_t *count,
                       Error *err);

/* A file that git left unmerged, in a merge, rebase or cherry-pick: what both began
 * from, ours and theirs. One that is not there is empty.
 *   found  false: it is merged, or nothing is under way */
bool repo_unmerged(Repo *repo, Str path, StrBuf sides[3], bool *found, Error *err);
/* Tell git that the file, as it stands in the work tree, is merged. */
bool repo_settle(Repo *repo, Str path, Error *err);

#endif
