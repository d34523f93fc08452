/* restoring.h: bringing back how a document was: whole, some sections, or one change.
 *
 * What there is to choose from, what the document will be, and what becomes of the open
 * questions about it. Plain data in arenas of its own, which it is handed on with; what
 * it borrows from the library outlives it. */
#ifndef REVIEW_RESTORING_H
#define REVIEW_RESTORING_H

#include "diff/redline.h"
#include "doc/revision.h"
#include "review/anchor.h"

typedef enum RestoreScope { RESTORE_WHOLE, RESTORE_PARTS, RESTORE_CHANGE } RestoreScope;

/* A section as it is offered; one for each part of the redline. */
typedef struct RestorePart {
    Str id, title;
    bool same;          /* it is now as it was then */
    int added, removed; /* words, when it is brought back */
    bool wanted;
} RestorePart;

/* An open question with a place, and what becomes of it. */
typedef struct RestoreThread {
    Str label; /* "Q7" */
    Anchor anchor;
    bool about_part; /* `anchor.part` alone */
    AnchorState before, after;
} RestoreThread;

typedef struct Restoring {
    Arena arena, looked;
    Revision revision; /* that is brought back */
    Document now, then;
    Redline redline; /* from now to then */
    RestorePart *parts;
    size_t part_count;
    RestoreThread *threads;
    size_t thread_count;
    int last;     /* number of the newest revision */
    bool unsaved; /* words of now are in no revision: they get one first */
    RestoreScope scope;
    size_t block; /* of the redline: the change one is at, or NO_INDEX */
    /* After restoring_look(): */
    Str bytes; /* what the document will be */
    int added, removed;
    bool nothing; /* it is like that already */
} Restoring;

/* Compare both sides: `now` and `then` are read. Nothing is chosen, the whole document
 * is meant; the change one is at is the first. */
void restoring_begin(Restoring *r);
void restoring_free(Restoring *r); /* made by mem_alloc */

/* The block of the change of that number, from 1; NO_INDEX: there is none. */
size_t restoring_change(const Restoring *r, int number);
const RestorePart *restoring_part(const Restoring *r, size_t block);
/* "[-lost-] {+spent+}": the words of a change, in one line. */
void restoring_words(const Restoring *r, size_t block, StrBuf *out);
/* Can it come back without its section? */
bool restoring_alone(const Restoring *r, size_t block);
/* What is chosen, and what is not there to be chosen: sections without one ticked, or
 * a change that cannot come back alone. */
bool restoring_ready(const Restoring *r);
/* Work out what would happen. */
void restoring_look(Restoring *r, const Library *lib);
/* How many open questions end up so. */
size_t restoring_count(const Restoring *r, AnchorState after);
/* "Q4, Q9": which. */
void restoring_labels(const Restoring *r, AnchorState after, StrBuf *out);
/* "lose their words and are listed as without a place: %s", to be translated. */
const char *restoring_becomes(AnchorState after);
/* What the new revision says of itself: "Problem restored from revision 1". */
void restoring_note(const Restoring *r, StrBuf *out);
/* The number that the new revision will have. */
int restoring_number(const Restoring *r);
/* "Problem, Quote": the sections that are ticked. */
void restoring_chosen(const Restoring *r, StrBuf *out);

#endif
