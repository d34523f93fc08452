/* read_mark.h: how far a person has read a document: a private file of this clone a
 * person and document, `.git/prfaq/read/DOCUMENT~PERSON`. */
#ifndef APP_READ_MARK_H
#define APP_READ_MARK_H

#include "app/session.h"
#include "doc/revision.h"

typedef struct ReadMark {
    Str commit; /* the revision they have read */
    int revision;
    Moment time; /* when that was */
} ReadMark;

/* What is kept for a person, in `arena`; false: they have not read it here.
 *   person  as their name stands on revisions; empty: nobody is known */
bool read_mark_find(const Session *s, Str document, Str person, Arena *arena,
                    ReadMark *out);
/* From now on they have read up to this revision.
 *   fails  as file_write_private; ERR_NOT_FOUND outside of a workspace */
bool read_mark_set(const Session *s, Str document, Str person, const Revision *revision,
                   Error *err);
/* The document has another name: marks and what waits to be asked (ask_file.h) follow.
 */
bool read_marks_rename(const Session *s, Str from, Str to, Error *err);
/* The folder of all of them; empty outside of a workspace. */
Str read_marks_folder(const Session *s, Arena *arena);

#endif
