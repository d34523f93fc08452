/* verdict.h: the last step of reading a document: is it a PR/FAQ? */
#ifndef DOC_VERDICT_H
#define DOC_VERDICT_H

#include "doc/document.h"

/* Fills is_prfaq, certainty and not_prfaq of a document that is read. */
void verdict_read(Document *doc, const Library *lib);

#endif
