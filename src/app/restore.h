/* restore.h: bringing back how a document was (review/restoring.h), for a document with
 * its history and its questions.
 *
 * Always a new revision: what is there now stays in the history, words that are in no
 * revision yet get one of their own first, and restoring the revision before undoes it.
 * What happens to open questions is known before. */
#ifndef APP_RESTORE_H
#define APP_RESTORE_H

#include "app/review_threads.h"
#include "review/restoring.h"

/* Compare with a revision. rev: as people write it.
 *   now    the document as it is: file, or screen
 *   owns   restoring_free(*out)
 *   fails  as service_revision */
bool restore_begin(Session *s, const OpenDocument *now, Str rev, Restoring **out,
                   Error *err);
/* Choose sections by id, kind or title; none: the whole document.
 *   fails  ERR_NOT_FOUND, naming those there are */
bool restore_choose(Restoring *r, const Str *parts, size_t count, Error *err);
/* Choose one change, from 1.
 *   fails  ERR_NOT_FOUND, saying how many there are; ERR_STATE: it cannot come back
 *          without its section */
bool restore_choose_change(Restoring *r, int number, const DocumentRef *ref,
                           Error *err);

typedef struct Restored {
    bool kept; /* words that were in no revision have one now: */
    Revision before;
    SaveResult result;
} Restored;

/* Do what restoring_look() worked out, with the file as it was read: file and revision.
 *   fails  ERR_STATE when the file was changed meanwhile; as service_save. The file is
 *          then as it was */
bool restore_do(Session *s, const DocumentRef *ref, const Restoring *r, Arena *arena,
                Restored *out, Error *err);

#endif
