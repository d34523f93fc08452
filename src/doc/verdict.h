/* verdict.h: the last step of reading a document: is it a PR/FAQ? */
#ifndef DOC_VERDICT_H
#define DOC_VERDICT_H

#include "doc/document.h"

/* Fills is_prfaq, certainty and not_prfaq of a document that is read. */
void verdict_read(Document *doc, const Library *lib);

/* Is it one that nobody needs to name? It is read as a PR/FAQ, and it says so: its
 * name, title or a label ("PR/FAQ", "Press release", "보도자료"), sections with the
 * labels of a release, an FAQ of customers or of colleagues, or questions behind a
 * dateline or an announcement with a quotation. A manual that looks like a release is
 * not. path  of its file; may be empty */
bool verdict_is_plain(const Document *doc, const Library *lib, Str path);

#endif
