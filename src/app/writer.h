/* writer.h: whose name stands on a revision.
 *
 * The person chosen for this clone; else the name in GIT_AUTHOR_NAME and
 * GIT_AUTHOR_EMAIL; else git's own, and with a roster only when it is on it. A
 * wrong name is never used: then there is no writer. */
#ifndef APP_WRITER_H
#define APP_WRITER_H

#include <stdbool.h>

#include "app/session.h"
#include "doc/revision.h"
#include "store/people.h"

typedef enum WriterSource {
    WRITER_NOBODY, /* nothing is known: ask */
    WRITER_CHOSEN, /* prfaq who NAME */
    WRITER_ENVIRONMENT,
    WRITER_GIT,
} WriterSource;

typedef struct Writer {
    WriterSource source;
    Person person;      /* empty for WRITER_NOBODY */
    const Person *with; /* who else is in the room, without the writer */
    size_t with_count;
} Writer;

/*   owns   *out lives in `arena`
 *   fails  when the roster or git's settings cannot be read, or the chosen person
 *          has left the roster (ERR_NOT_FOUND); nobody is no failure */
bool writer_find(Session *s, Arena *arena, Writer *out, Error *err);
/* The same, but nobody is ERR_USAGE with the way out in the hint. */
bool writer_need(Session *s, Arena *arena, Writer *out, Error *err);

/* The writer of that name, with their address of the roster, else git's own when that
 * is its name, else a local one. fails  as writer_find, but for a chosen person who has
 * left the roster */
bool writer_named(Session *s, Str name, Arena *arena, Writer *out, Error *err);

/* Roster of the workspace; outside a work tree it is empty. */
bool writer_roster(Session *s, Arena *arena, Roster *out, Error *err);
/* From now on `who` types in this clone, with these people in the room. Names,
 * initials or beginnings of names, as roster_find; *out (may be NULL) is the
 * writer then. */
bool writer_choose(Session *s, Str who, const Str *with, size_t with_count,
                   Arena *arena, Writer *out, Error *err);
/* Put a person on the roster and commit the roster alone: by the writer, the
 * first person by themselves. *known: was on it already, nothing has changed.
 *   email  may be empty
 *   fails  ERR_USAGE for a name git cannot carry; else as repo_commit; the roster
 *          is then as before */
bool writer_add(Session *s, Str name, Str email, bool *known, Error *err);

#endif
