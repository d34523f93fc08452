/* review_load.h: a document for somebody who reads it again: what changed since they
 * last read it, with the threads about it. */
#ifndef APP_REVIEW_LOAD_H
#define APP_REVIEW_LOAD_H

#include "app/service.h"
#include "review/review.h"

typedef struct ReviewRequest {
    const DocumentRef *ref;
    Str since;  /* a revision, as people write it; empty: since the reader's mark */
    bool typed; /* `bytes` are the words as they are now, else those of the file */
    Str bytes;
} ReviewRequest;

/* Where to begin in a history, newest first: index of the last revision that is known
 * to the reader; its count: nothing is.
 *
 *   mark  the commit read last; empty: none is known
 *   why   how it was found */
size_t review_begin(const History *history, Str reader, Str mark, ReviewSince *why);

/*   owns   *out: review_free()
 *   fails  as service_read, service_history; ERR_NOT_FOUND: no such revision, or the
 *          document is in no workspace */
bool review_load(Session *s, const ReviewRequest *request, Review **out, Error *err);

/* The reader has seen all up to the revision `last`: the next reading begins there.
 * Words in no revision are shown again. fails  as read_mark_set */
bool review_note_read(Session *s, const DocumentRef *ref, const Revision *last,
                      Error *err);

#endif
