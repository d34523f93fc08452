/* review.h: one person's reading of a document: what changed since they last read it,
 * and what people ask and say about it, each where it stands now.
 *
 * Plain data in its own arena, which it is handed on with; what it borrows from the
 * library outlives it. */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "diff/redline.h"
#include "doc/revision.h"
#include "review/anchor.h"
#include "review/thread.h"

/* Why the reading begins where it begins. */
typedef enum ReviewSince {
    SINCE_GIVEN, /* that revision was named */
    SINCE_READ,  /* the reader had read up to there */
    SINCE_WROTE, /* the last revision that the reader wrote */
    SINCE_OTHER, /* the one before the last of somebody else */
    SINCE_LAST,  /* the one before the last */
} ReviewSince;

typedef struct ReviewSide {
    Revision revision; /* number 0 and commit "": nothing, or words in no revision */
    bool words;        /* the words as they are now, which no revision has */
    Str bytes;
    Document doc;
} ReviewSide;

typedef struct ReviewEntry {
    Thread thread;
    Str label;        /* "Q7" */
    bool about_words; /* else about a part, else about the document */
    bool about_part;
    AnchorPlace place; /* in the words after */
    size_t part;       /* there, or NO_INDEX */
    size_t block;      /* of the redline, that it is shown under; NO_INDEX: none */
    Moment due;        /* of a question that is open */
    bool waits;        /* the last word is the asker's */
    bool overdue;
} ReviewEntry;

typedef struct Review {
    Arena arena;
    Str document; /* its name */
    Str reader;   /* empty: nobody is known */
    ReviewSince since;
    ReviewSide before, after;
    Revision last; /* the newest; number 0: there is none */
    Redline redline;
    const ReviewEntry *entries; /* by time */
    size_t count;
    Str by;           /* who wrote since, but the reader: "Jun"; empty: nobody */
    int by_others;    /* … and how many more */
    int older, newer; /* revisions beside the one it begins at, along the line that led
                         to the last; 0: none */
    Str untouched;    /* titles of sections that are as in their first draft; may be
                         empty */
    bool cut;         /* the clone is shallow: older revisions are not in it */
    size_t conflicts; /* places that git left undecided in the words after: there
                         `after` has the words of this side */
    int open, resolved;
    int lost;    /* open, without a place */
    int damaged; /* files of threads that cannot be read */
    Str draft;   /* of a question put aside, as it was kept; empty: none */
} Review;

void review_free(Review *r); /* made by mem_alloc */

/* Under which block of the redline an entry is shown: that of its words, or the first
 * of its part. */
size_t review_block_of(const Review *r, const ReviewEntry *entry);

/* Is this block a change one stops at? What moved counts where it came to. */
bool review_is_change(const RedlineBlock *block);
/* … or a paragraph of the new text? */
bool review_is_text(const RedlineBlock *block);
/* Does what moved at `at` only go on with what moved before it, no word of it changed:
 * the answer of a question? Both are one move. */
bool review_goes_on(const Redline *r, size_t at);
/* Does somebody who reads stop at it? At a change that people see and that does not go
 * on with the one before. */
bool review_is_stop(const Redline *r, size_t at);
/* As review_changes and review_step, of those. */
int review_stops(const Redline *r, size_t at);
size_t review_next_stop(const Redline *r, size_t at, int direction);
/* How many there are, up to and with the block `at`; NO_INDEX: all. */
int review_changes(const Redline *r, size_t at);
/* The next change behind `at`, or before it; NO_INDEX when there is none.
 *   at  NO_INDEX: from the beginning, or the end */
size_t review_step(const Redline *r, size_t at, int direction);
/* The part of the redline that holds a block, or NO_INDEX. */
size_t review_part_at(const Redline *r, size_t block);
/* Parts with a title or a change. */
int review_parts(const Redline *r);

#endif
