/* restore.h: bringing back how a document was: whole, some sections, or one change.
 *
 * Always a new revision: what is there now stays in the history, words that are in no
 * revision yet get one of their own first, and restoring the revision before undoes it.
 * What happens to open questions is known before. */
#ifndef APP_RESTORE_H
#define APP_RESTORE_H

#include "app/review_threads.h"

typedef enum RestoreScope { RESTORE_WHOLE, RESTORE_PARTS, RESTORE_CHANGE } RestoreScope;

/* A section as it is offered. */
typedef struct RestorePart {
    Str id, title;
    bool same;          /* it is now as it was then */
    int added, removed; /* words, when it is brought back */
    bool wanted;
} RestorePart;

/* What becomes of an open question whose words are touched. */
typedef struct RestoreThread {
    Str label;
    AnchorState before, after;
} RestoreThread;

typedef struct Restore {
    Revision revision; /* that is brought back */
    OpenDocument now, then;
    Redline redline; /* from now to then */
    RestorePart *parts;
    size_t part_count;
    RestoreScope scope;
    size_t block; /* of the redline: RESTORE_CHANGE */
    /* After restore_look(): */
    Str bytes; /* what the document will be */
    int added, removed;
    bool nothing; /* it is like that already */
    const RestoreThread *threads;
    size_t thread_count; /* open questions with a place, or that get one */
    int next;            /* number of the new revision */
    bool unsaved;        /* words of now get a revision first */
    Str parts_said;      /* "Problem, Quote"; empty: the whole document */
} Restore;

/* Compare with a revision. rev: as people write it.
 *   now    the document as it is: file, or screen
 *   fails  as service_revision */
bool restore_begin(Session *s, const OpenDocument *now, Str rev, Arena *arena,
                   Restore *out, Error *err);
/* Choose sections by id, kind or title.
 *   fails  ERR_NOT_FOUND, naming those there are */
bool restore_choose(Restore *r, const Str *parts, size_t count, Error *err);
/* Work out what would happen. */
bool restore_look(Session *s, Restore *r, Arena *arena, Error *err);
/* How many open questions lose their place. */
size_t restore_lost(const Restore *r);

typedef struct Restored {
    bool kept; /* words that were in no revision have one now: */
    Revision before;
    SaveResult result;
} Restored;

/* Do it: file and revision.
 *   fails  ERR_STATE when the file was changed meanwhile; as service_save. The file is
 *          then as it was */
bool restore_do(Session *s, const Restore *r, Arena *arena, Restored *out, Error *err);

#endif
