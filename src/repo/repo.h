/* repo.h: the git repository a document lives in, through libgit2.
 *
 * The only room that sees libgit2, which is linked statically without its
 * network parts (offline.c) and started by the first repo_open(). Nothing of the
 * user's configuration is ever written. Paths are relative to the top of the
 * work tree, with '/'. */
#ifndef REPO_REPO_H
#define REPO_REPO_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/revision.h"

typedef struct Repo Repo;

/* Open the repository that holds `path` (a file or folder; it need not exist, a
 * parent must).
 *
 *   fails  ERR_NOT_FOUND: no work tree there (hint: prfaq init); ERR_STATE: bare,
 *          SHA-256, reftable, or owned by somebody else (the hint is the exact
 *          remedy); ERR_IO */
bool repo_open(const char *path, Repo **out, Error *err);
void repo_free(Repo *repo);
/* Make a folder and a repository on branch main when missing; *created says
 * whether there was none. Writes nothing into the work tree. */
bool repo_init(const char *path, bool *created, Error *err);

const char *repo_root(const Repo *repo); /* top of the work tree, no final '/' */
/* ".git/prfaq" of the common git folder, without creating it. */
const char *repo_private(const Repo *repo);
/* The path of a file relative to the top; fails when it is outside. */
bool repo_relative(const Repo *repo, const char *path, Arena *arena, Str *out,
                   Error *err);

/* git's own name and e-mail, from its configuration (not from GIT_* variables:
 * those are honoured by the caller); false when there is none. */
bool repo_identity(Repo *repo, Arena *arena, Person *out);

/* The folder git looks for hooks in, absolute; it need not exist. core.hooksPath, or
 * "hooks" in the common git folder.
 *   configured  core.hooksPath says so */
bool repo_hooks_folder(Repo *repo, Arena *arena, Str *out, bool *configured,
                       Error *err);

typedef struct RepoState {
    bool unborn;   /* no commit yet */
    bool detached; /* HEAD is on no branch */
    Str branch;    /* "main"; empty when detached */
} RepoState;

/* Is git in the middle of nothing? ERR_STATE says of what, the hint how to end it. */
bool repo_at_rest(Repo *repo, Error *err);
bool repo_state(Repo *repo, Arena *arena, RepoState *out, Error *err);

/* Bytes of a document at a commit; rev "" or "HEAD": the last one.
 *   fails  ERR_NOT_FOUND: no such revision, or the file is not in it */
bool repo_read(Repo *repo, Str path, Str rev, StrBuf *out, Error *err);
/* Is REV something: digits, the number of a revision of some document, or what git
 * understands?
 *   fails  ERR_NOT_FOUND */
bool repo_has_revision(Repo *repo, Str rev, Error *err);
/* Is the file in the last commit, and are its bytes these, as git would keep them? */
typedef enum RepoFile { REPO_FILE_NEW, REPO_FILE_SAME, REPO_FILE_CHANGED } RepoFile;
bool repo_compare(Repo *repo, Str path, Str bytes, RepoFile *out, Error *err);

/* The id of the last commit as hex digits; empty where there is none. */
enum { REPO_ID_MAX = 64 };
void repo_last(Repo *repo, char out[REPO_ID_MAX + 1]);

/* What a person should know about a save that succeeded. */
typedef struct CommitNotes {
    bool nothing_new;  /* the last revision had these bytes: no new one was made */
    bool index_behind; /* git's index could not be brought up to date, because
                        * another program holds it or its format is too new:
                        * `git status` shows the document until the next save */
    bool not_synced;   /* saved, but not yet safe from a power cut */
} CommitNotes;

/* Another file of the same revision. */
typedef struct CommitChange {
    Str path;
    bool removed;
    Str bytes; /* of one that is not */
} CommitChange;

typedef struct CommitRequest {
    Str path;    /* of the one file */
    Str bytes;   /* its new content; no filter applies, and line ends are turned only
                  * where that can be turned back (repo/stored.h) */
    Str message; /* subject, blank line, body; trailers are added here */
    Person author;
    Str trailers; /* lines "Prfaq-Ready: yes\n", before those of co-authors; may be
                     empty */
    const Person *with; /* Co-authored-by, sorted and without repeats on output */
    size_t with_count;
    Moment time;
    bool from_file;     /* `bytes` came from the file: what it holds when our turn
                         * comes is saved, so that saves at once lose nothing */
    const char *merged; /* hex digits of a commit that is merged by this one: its second
                         * parent; then a revision is made though nothing is new. NULL:
                         * none */
    bool removed;       /* the file goes: `bytes` do not count */
    const CommitChange *others; /* changed with it */
    size_t other_count;
    CommitNotes *notes; /* filled on success; may be NULL */
} CommitRequest;

/* A commit of that one file (and `others`) on the current branch. Other staged and
 * changed files stay as they were; the index entry of the file is brought up to date.
 * Everything is synced to disk; success is reported only after the reference
 * was read back. A lock held by another process is waited for (5 s). Mode
 * 100755 is kept. Hooks do not run and nothing is signed.
 *
 *   out    borrows from the request; number and note are empty
 *   fails  ERR_STATE in a merge, rebase, cherry-pick, revert or bisect, or when
 *          a lock stays, or for a link; ERR_USAGE for a name or e-mail with control
 * characters,
 *          "<", ">" or nothing in it; ERR_IO. Nothing has changed then. */
bool repo_commit(Repo *repo, const CommitRequest *request, Revision *out, Error *err);
/* Git's index gets the file as the last revision has it: for a file of ours whose
 * commit was made by a program that died right behind it. Best effort. */
void repo_settle_index(Repo *repo, Str path);

#endif
