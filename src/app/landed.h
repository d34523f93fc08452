/* landed.h: did it land? What was said in a review, against the sections it named:
 * as they were read then, and as they are now. */
#ifndef APP_LANDED_H
#define APP_LANDED_H

#include "app/review_threads.h"
#include "review/landing.h"

typedef struct LandedItem {
    const ReviewThread *thread; /* or */
    const Meeting *meeting;     /* where it was agreed, with */
    const Action *action;
    LandedState state;
    bool agreed;               /* somebody promised a change: untouched is a "no" */
    int revision;              /* that was read; 0: not known */
    const Part *now;           /* the section; NULL: gone, or the whole document */
    const Redline *redline;    /* since then; NULL when nothing is known of it */
    const RedlinePart *change; /* of the section, in it; NULL: the whole document */
    int added, removed;        /* words */
} LandedItem;

typedef struct Landed {
    const OpenDocument *doc;
    const LandedItem *items; /* what was agreed and is untouched first */
    size_t count;
    size_t counts[LANDED_COUNT];
    size_t broken; /* agreed and untouched */
} Landed;

/*   threads  of the document; outlive *out
 *   owns     the arena has everything else
 *   fails    as service_history */
bool landed_read(Session *s, const ReviewThreads *threads, Arena *arena, Landed *out,
                 Error *err);

/* Names of the documents that were talked about, in threads or minutes. */
bool landed_documents(Session *s, Arena *arena, const Str **out, size_t *count,
                      Error *err);

/* The same for a screen: the document as `bytes`, and everything in its own arena.
 *   owns   *out: landing_free()
 *   fails  as service_history */
bool landing_load(Session *s, const DocumentRef *ref, Str bytes, Landing **out,
                  Error *err);

#endif
