/* notes_json.h: what one reader noted, as a file: read alone elsewhere, and opened with
 * the others'. An object
 *   {"schema": "prfaq-notes/1", "document": …, "revision": …, "commit": …,
 *    "reader": …, "notes": [{"place": "Problem 2", "text": …}]}
 * Other members are passed over. Source: docs/review-files.md. */
#ifndef REVIEW_NOTES_JSON_H
#define REVIEW_NOTES_JSON_H

#include "review/meet.h"

typedef struct NotesFile {
    Str document, commit, reader;
    int revision; /* 0: not said */
    const MeetNote *notes;
    size_t count;
} NotesFile;

/*   path   for messages
 *   owns   *out lives in `arena`
 *   fails  ERR_INVALID: no such file of notes; "PATH: reason" */
bool notes_read(Str bytes, Str path, Arena *arena, NotesFile *out, Error *err);
/* Append the file. */
void notes_print(const NotesFile *file, StrBuf *out);

#endif
