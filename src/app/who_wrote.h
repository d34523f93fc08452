/* who_wrote.h: who wrote the words of a document, for a page, a list or a program. */
#ifndef APP_WHO_WROTE_H
#define APP_WHO_WROTE_H

#include "app/authors.h"
#include "ui/wrote.h"

/* What is being found out; a slice at a time. */
typedef struct WhoWrote WhoWrote;

/* Begin; nothing is looked at yet.
 *   text    the words now: those that are in no revision are nobody's; their bytes
 *           are copied. Not used with a number
 *   number  the words of that revision; 0: those of `text`
 *   fails   ERR_NOT_FOUND: there is no such revision, or none at all */
bool who_wrote_begin(Session *s, const DocumentRef *ref, Str text, int number,
                     WhoWrote **out, Error *err);
/* Go on for so many milliseconds; 0: until the end.
 *   out  NULL: not yet; wrote_free() it */
bool who_wrote_more(WhoWrote *w, int ms, Wrote **out, Error *err);
/* How far it is: revisions, or commits while these are looked for (total is 0). */
size_t who_wrote_seen(const WhoWrote *w);
size_t who_wrote_total(const WhoWrote *w);
void who_wrote_free(WhoWrote *w);

#endif
