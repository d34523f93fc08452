/* workspace.h: where documents, settings and private files are.
 *
 * A workspace is any git work tree; a file outside one can still be written,
 * checked and exported. Finding it is plain file-system work (no libgit2), so
 * that it costs nothing before the first screen. */
#ifndef STORE_WORKSPACE_H
#define STORE_WORKSPACE_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct Workspace {
    Str root;     /* absolute, no final '/'; empty outside a work tree */
    Str git;      /* the common git folder; in a worktree that of the main one;
                   * empty when it cannot be used: bare, or a ".git" that leads
                   * nowhere */
    Str private_; /* git + "/prfaq", or empty */
    bool bare;    /* `root` is a repository without files, or the inside of ".git" */
    Str config_home, state_home, data_home; /* $XDG_… + "/prfaq"; empty without HOME */
} Workspace;

/* Never fails: outside a work tree `root` is empty. `from` is a file or folder. */
void workspace_find(const char *from, Arena *arena, Workspace *out);

typedef struct DocumentRef {
    Str path;     /* to open: as found, relative to the current folder if below it */
    Str relative; /* to the root of the work tree; empty outside */
    Str name;     /* "ideas/lantern": relative without .md */
} DocumentRef;

/* DOC as people write it: a path, a path without ".md", or a bare name anywhere
 * in the work tree.
 *
 *   fails  ERR_NOT_FOUND with the nearest names; ERR_USAGE naming all paths when
 *          two documents have that name */
bool workspace_document(const Workspace *w, Str doc, Arena *arena, DocumentRef *out,
                        Error *err);

/* Is there `template:` in its front matter? */
bool workspace_has_template(Str text);
/* Is there that, or what looks like a prfaq-id comment? Any bytes. */
bool workspace_has_mark(Str text);

/* Which Markdown files of a walk are documents. The reader is the caller's: this room
 * knows no Markdown. */
typedef struct DocumentFilter {
    bool (*holds)(void *ctx, Str path, Str text); /* NULL: every file is taken */
    void *ctx;
} DocumentFilter;

/* Does a walk come to this file? Not in hidden folders and node_modules. */
bool workspace_looks_at(Str relative);
/* All documents of the work tree, by path; other repositories below it hold none.
 *   owns  *out lives in `arena` */
bool workspace_list(const Workspace *w, const DocumentFilter *filter, Arena *arena,
                    const DocumentRef **out, size_t *count, Error *err);
/* Paths of those of any folder, repositories below it too.
 *   found  Markdown files that were seen */
bool folder_documents(Str folder, const DocumentFilter *filter, Arena *arena,
                      const Str **out, size_t *count, size_t *found, Error *err);

/* File name of a new document from what the person typed: NFC; spaces become
 * '-'; '/', control characters, leading dots and '-' and names git reserves are
 * refused. "lantern" -> "lantern.md".
 *   fails  ERR_USAGE */
bool workspace_new_name(Str name, Arena *arena, Str *file, Error *err);

#endif
