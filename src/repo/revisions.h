/* revisions.h: the revisions of one document, newest first, as far as they are known.
 *
 * What a walk through all commits found out is kept in `.git/prfaq/history/`, brought
 * up to date from the last commit it knows, and made anew when it is wrong or damaged.
 * Where nothing is known yet the newest come first and the rest a slice at a time, so
 * that nobody waits for the oldest; rows have no numbers until all are there. */
#ifndef REPO_REVISIONS_H
#define REPO_REVISIONS_H

#include "repo/history_table.h"
#include "repo/repo.h"

typedef struct Revisions Revisions;

/* The revisions up to the last commit. Nothing is walked yet.
 *   path   of the document today */
bool revisions_open(Repo *repo, Str path, Revisions **out, Error *err);
void revisions_free(Revisions *r);

/* Look at more commits, for so many milliseconds; 0: until the end. true: all are
 * there. Then the order may be another one where drafts were merged. */
bool revisions_more(Revisions *r, int ms);
bool revisions_complete(const Revisions *r);
size_t revisions_seen(const Revisions *r); /* commits looked at, for who waits */

size_t revisions_count(const Revisions *r);
/* From the table alone, without reading a commit.
 *   number  0 while not all are there */
bool revisions_record(Revisions *r, size_t index, RevisionRecord *out, int *number);
/* Index of the revision of that number, NO_REVISION when there is none. */
#define NO_REVISION ((size_t)-1)
size_t revisions_index(const Revisions *r, int number);
/* The revision at an index, with its words from the commit. */
bool revisions_get(Revisions *r, size_t index, Arena *arena, Revision *out, Error *err);
/* The bytes of the document at a revision. */
bool revisions_bytes(Revisions *r, const RevisionRecord *record, StrBuf *out,
                     Error *err);
/* Its name at that time. */
Str revisions_name(const Revisions *r, const RevisionRecord *record);
const Str *revisions_names(const Revisions *r, size_t *count);
/* REV as people write it: digits are a number of this document, else whatever
 * git understands ("main~3", a hash), also a commit that changed other files. All
 * revisions must be there.
 *   fails  ERR_NOT_FOUND, naming what there is */
bool revisions_find(Revisions *r, Str rev, Arena *arena, Revision *out, Error *err);
/* The index of the revision that a commit made; NO_REVISION: it made none. */
size_t revisions_of_commit(Revisions *r, const char *commit);

#endif
