/* authors.h: who wrote the words of a document, worked out from revision to revision.
 *
 * What is found out is kept in `.git/prfaq/authors/`: how it was at every thousandth
 * revision and at the last one that was asked for, each with the checksum of the
 * history up to it. So only what is new must be looked at, and what no longer fits the
 * history is not found. */
#ifndef APP_AUTHORS_H
#define APP_AUTHORS_H

#include "app/service.h"
#include "diff/authorship.h"

typedef struct Authors Authors;

/* The words of a revision; 0: of the last one. Nothing is looked at yet.
 *   revisions  of the document, all of them; they outlive *out
 *   document   as the workspace names it
 *   fails      ERR_NOT_FOUND: there is no such revision */
bool authors_open(Session *s, Revisions *revisions, Str document, int number, Lang lang,
                  Authors **out, Error *err);
/* Go on for so many milliseconds; 0: until the end.
 *   done   all is known
 *   fails  when a revision cannot be read */
bool authors_more(Authors *a, int ms, bool *done, Error *err);
/* Revisions to look at, and those that were; for who waits. */
size_t authors_total(const Authors *a);
size_t authors_seen(const Authors *a);
/* When all is known: the text of the revision with its authors; lives in `a`. */
AuthoredText authors_text(const Authors *a);
int authors_number(const Authors *a);
void authors_free(Authors *a);

#endif
