/* history_walk.h: finding the revisions of one document, a slice at a time.
 *
 * By walking the parents by hand: libgit2's revwalk reads the whole history first and
 * stops one commit early in a shallow clone.
 *
 * The walk is a depth-first search with first parents first, and revisions are
 * numbered as their commits are left: parents come before children, and what was
 * saved on this branch keeps its number when more is saved or merged. No clock
 * takes part. A commit is a revision when it has the document and no parent has
 * the same bytes under the same name; all sides of a merge are walked, so that
 * words a merge dropped can be found again. */
#ifndef REPO_HISTORY_WALK_H
#define REPO_HISTORY_WALK_H

#include "repo/git.h"
#include "repo/history_table.h"

typedef struct HistoryWalk HistoryWalk;

/* What an earlier walk found out: its last commit, and how many revisions of the
 * document, under its name of today, there are up to it. */
typedef struct KnownHistory {
    git_oid head;
    uint32_t count;
    uint32_t at; /* number of the revision whose words that commit has */
} KnownHistory;

/* Begin at a commit; `known` may be NULL.
 *   path   outlives the walk
 *   fails  when the first commit cannot be read */
bool history_walk_new(Repo *repo, const git_oid *start, Str path,
                      const KnownHistory *known, HistoryWalk **out, Error *err);
void history_walk_free(HistoryWalk *w);

/* Look at so many commits; true when all were seen. */
bool history_walk_step(HistoryWalk *w, size_t commits);
size_t history_walk_seen(const HistoryWalk *w); /* commits so far */

/* The revisions found so far, in the order they came by: newest first where nothing
 * was merged. They have no numbers yet. */
size_t history_walk_met(const HistoryWalk *w);
void history_walk_met_at(const HistoryWalk *w, size_t index, RevisionRecord *out);

/* When all were seen: the revisions, oldest first; with `known`, those after it.
 *   from  number of the first, less one: what is known, or 0 where nothing known
 *         was met on the way */
size_t history_walk_count(const HistoryWalk *w, uint32_t *from);
/* The number of the revision whose words the first commit has; 0: none. */
uint32_t history_walk_last(const HistoryWalk *w);
void history_walk_at(const HistoryWalk *w, size_t index, RevisionRecord *out);
/* The names the document had, that of today first. */
const Str *history_walk_names(const HistoryWalk *w, size_t *count);

#endif
