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

/* Is this the text of a document: `template:` in its front matter or a prfaq-id
 * comment? Any other Markdown file still opens when it is named. */
bool workspace_is_document(Str text);

/* All documents: Markdown files outside .prfaq/ with `template:` in their front
 * matter or a prfaq-id comment; with `all` every Markdown file. By path.
 *   owns  *out lives in `arena` */
bool workspace_list(const Workspace *w, bool all, Arena *arena, const DocumentRef **out,
                    size_t *count, Error *err);

/* File name of a new document from what the person typed: NFC; spaces become
 * '-'; '/', control characters, leading dots and '-' and names git reserves are
 * refused. "lantern" -> "lantern.md".
 *   fails  ERR_USAGE */
bool workspace_new_name(Str name, Arena *arena, Str *file, Error *err);

#endif
