/* owed.h: words that stand in a file and in no revision belong to who typed them, also
 * when somebody else saves next.
 *
 * A note in the private folder says who typed what the file holds; a journal says it
 * for a session that did not end well. The next save makes a revision under each name
 * in turn. A note about a content that the file does not have any more is void. */
#ifndef APP_OWED_H
#define APP_OWED_H

#include "app/keep_place.h"
#include "app/service.h"
#include "base/hash.h"

typedef struct OwedWords {
    Str person;
    Str bytes; /* the document when they stopped */
    Moment time;
} OwedWords;

typedef struct Owed {
    const OwedWords *items; /* oldest first; the last one's bytes are the file's */
    size_t count;           /* 0: nobody is known, or all is in a revision */
} Owed;

enum { OWED_MAX = 16 }; /* people, one after the other, without a revision */

/* Whose words does the file hold, with this content?
 *   owns  *out lives in `arena` */
void owed_find(const KeepPlace *place, Str bytes, Arena *arena, Owed *out);
/* The same with one more person; nothing changes when it is the last one. */
void owed_add(Owed *owed, Str person, Str bytes, Moment time, Arena *arena);
/* Note it for the next one. Best effort: it is a name, not a word. */
void owed_store(const KeepPlace *place, const Owed *owed);
void owed_drop(const KeepPlace *place);

/* Save a document so that every revision has the name of who typed it: first what is
 * owed, then the request's words under its writer. A request that only holds what is
 * owed is signed by who typed it; *signed_by is the name then, else empty.
 *   fails  as service_save */
bool owed_save(Session *s, const Owed *owed, const SaveRequest *request, Arena *arena,
               SaveResult *out, Str *signed_by, Error *err);

#endif
