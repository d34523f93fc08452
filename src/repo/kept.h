/* kept.h: answers about one document that took long to work out, in
 * `.git/prfaq/KIND/`, 0600: each is found again by its key.
 *
 * It only saves time: every failure means that nothing is kept. Answers are added
 * behind the others; what does not add up ends the file, and what is damaged is not
 * found. */
#ifndef REPO_KEPT_H
#define REPO_KEPT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "repo/repo.h"

typedef struct Kept {
    Arena arena;
    Str path;     /* empty: nothing can be kept */
    StrBuf bytes; /* as read, then what was added */
    size_t read;  /* bytes that came from the file */
    bool anew;    /* the file is written whole */
} Kept;

/*   kind  the folder: "authors" */
void kept_open(Repo *repo, const char *kind, Str document, Kept *out);
/* What was added since is written, if nobody else has added to it meanwhile. */
void kept_close(Kept *k);
/* Write now what was added, and go on. */
void kept_flush(Kept *k);

/* The newest answer of that key. */
bool kept_find(const Kept *k, uint64_t key, Str *out);
/* All of them in order: *at is 0 at first; false at the end. */
bool kept_next(const Kept *k, size_t *at, uint64_t *key, Str *out);
/* Not with the same key again and again: the file grows. */
void kept_add(Kept *k, uint64_t key, Str answer);
/* Begin anew. Answers that were found are gone too. */
void kept_forget(Kept *k);
size_t kept_size(const Kept *k);

#endif
