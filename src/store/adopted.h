/* adopted.h: which id comments this clone wrote into documents that somebody else
 * wrote, so that they can be taken out again and no other.
 *
 * Lines "ID TAB DOCUMENT" in a private file: `.git/prfaq/adopted`, for a document
 * outside a work tree `$XDG_STATE_HOME/prfaq/adopted`. When the file is lost
 * nothing is known to be ours. */
#ifndef STORE_ADOPTED_H
#define STORE_ADOPTED_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "store/workspace.h"

/* The ids written into the document, in `arena`.
 *   fails  ERR_IO; a file that is missing holds none */
bool adopted_load(const Workspace *w, const DocumentRef *ref, Arena *arena,
                  const Str **ids, size_t *count, Error *err);
/* Add to them. A document whose name has a tab or a line break has no note, nor has
 * one outside a work tree when there is no home folder.
 *   fails  ERR_IO */
bool adopted_add(const Workspace *w, const DocumentRef *ref, const Str *ids,
                 size_t count, Error *err);
/* None any more. */
bool adopted_forget(const Workspace *w, const DocumentRef *ref, Error *err);

#endif
