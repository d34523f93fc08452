/* git.h: what the files of this room share: the open repository, its objects as
 * bytes, commits and trees as values.
 *
 * Objects are read here and not through git_commit_lookup() and its like:
 * libgit2 1.5.1 writes past its buffer when a loose object lies about its size
 * and never returns from one that is cut short (a normal result of a power cut).
 * A loose object is therefore inflated and verified by object_read(), and
 * libgit2 reads the packed ones. Nothing here recurses. */
#ifndef REPO_GIT_H
#define REPO_GIT_H

#include <git2.h>

#include "repo/repo.h"

typedef struct FreshObject FreshObject;

struct Repo {
    git_repository *git;
    git_odb *odb;
    char *root;         /* real path of the work tree, no final '/' */
    char *folder;       /* ".git", or that of this work tree */
    char *common;       /* ".git" of the repository */
    char *private_;     /* common + "/prfaq" */
    bool looked;        /* objects_look() was called: */
    bool loose[256];    /* there is an "objects/xx" */
    FreshObject *fresh; /* objects that objects_sync() has to give their names */
    size_t fresh_count;
};

/* What a file begins with that becomes an object; git removes such ones in time. */
#define OBJECT_TEMP "tmp_obj_prfaq_"

enum {
    OBJECTS_ALSO_MAX = 4,
    OBJECT_MAX = 200 << 20, /* bytes of one object */
    TREE_DEPTH_MAX = 100,   /* folders in a path */
};

/* libgit2's last message behind our own words; returns false. `what` is
 * translated and complete. */
bool git_failed(Error *err, const char *what);

/* Append the bytes of an object.
 *   fails  ERR_NOT_FOUND: there is none (a shallow boundary); ERR_STATE: a partial
 *          clone has not fetched it; ERR_INVALID: damaged, or not of that type */
bool object_read(Repo *repo, const git_oid *id, git_object_t type, StrBuf *out,
                 Error *err);
/* The same, of an object that is only looked at: a packed one is not copied. */
typedef struct ObjectView {
    Str bytes;
    StrBuf own;
    git_odb_object *packed;
} ObjectView;

/*   out    keeps its memory from one object to the next; object_view_end() frees it */
bool object_view(Repo *repo, const git_oid *id, git_object_t type, ObjectView *out,
                 Error *err);
void object_view_end(ObjectView *view);
/* Look once which folders of loose objects there are, so that those which are packed
 * are not looked for among them: for many reads of what is there already. */
void objects_look(Repo *repo);
/* Write an object. An equal one that is there but damaged is replaced. It has its name,
 * and is there for others and after a power cut, when objects_sync() was called: before
 * a reference. object_read() finds it at once. */
bool object_write(Repo *repo, git_object_t type, Str bytes, git_oid *id, Error *err);
/*   also  open files that are synced with them, at most OBJECTS_ALSO_MAX */
bool objects_sync(Repo *repo, const int *also, size_t also_count, Error *err);
/* What was written since and is not wanted. */
void objects_forget(Repo *repo);
bool object_fresh_read(const Repo *repo, const git_oid *id, git_object_t *type,
                       Str *bytes);
/* A power cut can leave an object of the right name and no content. It is taken for the
 * one that is about to be written. */
void object_drop_damaged(Repo *repo, const git_oid *id);

typedef struct Commit {
    git_oid tree;
    const git_oid *parents;
    size_t parent_count;
    Person author;
    Moment time;
    Str message;
} Commit;

/*   bytes  must outlive *out; what cannot be made out is left empty
 *   fails  ERR_INVALID without a tree */
bool commit_parse(Str bytes, Arena *arena, Commit *out, Error *err);
bool commit_read(Repo *repo, const git_oid *id, Arena *arena, Commit *out, Error *err);
/* A commit as a revision; everything is copied into `arena`, number is 0. */
void commit_revision(const git_oid *id, const Commit *commit, Arena *arena,
                     Revision *out);
/* Did somebody say something about it? Such words stand above what changed. */
bool commit_noted(const Commit *commit);
/* The bytes of a new commit object with its trailers. */
void commit_format(const git_oid *tree, const git_oid *parent,
                   const CommitRequest *request, StrBuf *out);

typedef struct TreeEntry {
    bool found;
    unsigned mode;
    git_oid id;
} TreeEntry;

/* Takes the next entry off `rest`; false at the end or where it is damaged. */
bool tree_next(Str *rest, Str *name, TreeEntry *out);
/* The entry of that name in the bytes of one tree. */
TreeEntry tree_entry(Str tree, Str wanted);
/* The entry of a path in a tree; not found is no failure. */
bool tree_find(Repo *repo, const git_oid *tree, Str path, TreeEntry *out, Error *err);
/* Write the trees along `path` with one file changed or added.
 *
 *   tree   NULL for none yet
 *   file   not `found`: it is taken out, and folders that get empty
 *   fails  ERR_STATE when a folder stands where the file shall be, or a file
 *          where a folder shall be */
bool tree_put(Repo *repo, const git_oid *tree, Str path, const TreeEntry *file,
              git_oid *out, Error *err);

/* Where HEAD points.
 *   reference  what a new commit moves: "refs/heads/main", or "HEAD" itself */
typedef struct Head {
    Str reference;
    bool unborn;
    bool detached;
    git_oid id; /* zero when unborn */
} Head;

bool head_read(Repo *repo, Arena *arena, Head *out, Error *err);
/* "", "HEAD" or whatever git understands, to a commit.
 *   fails  ERR_NOT_FOUND */
bool revision_resolve(Repo *repo, Str rev, git_oid *out, Error *err);

/* A path git may be asked to keep: relative, UTF-8, no "..", nothing that any
 * system takes for ".git", no control characters or '\'.
 *   fails  ERR_USAGE */
bool git_path_ok(Str path, Error *err);

#endif
