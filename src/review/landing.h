/* landing.h: did it land? What was said or agreed in a review, against the sections it
 * named: as they were read then, and as they are now.
 *
 * Plain data in its own arena, which it is handed on with. */
#ifndef REVIEW_LANDING_H
#define REVIEW_LANDING_H

#include "diff/redline.h"
#include "review/thread.h"

typedef enum LandedState {
    LANDED_UNTOUCHED, /* the section has the words that were read */
    LANDED_CHANGED,
    LANDED_REMOVED, /* the section is gone */
    LANDED_UNKNOWN, /* what was read, or which section, is not known */
    LANDED_COUNT,
} LandedState;

typedef struct LandingRow {
    ThreadKind kind;
    Str label; /* "Q7"; empty: it was agreed in a meeting, on the day `held` */
    Str who;   /* of a thread */
    Date held;
    Str text;
    Str part;  /* title; empty: the document */
    size_t at; /* where the section begins now; NO_INDEX: gone, or the document */
    LandedState state;
    bool agreed;               /* somebody promised a change: untouched is a "no" */
    bool named;                /* false: an item of a meeting that names no section */
    int revision;              /* that was read; 0: not known */
    const Redline *redline;    /* since then; may be NULL */
    const RedlinePart *change; /* of the section; NULL: the whole document */
    int added, removed;        /* words */
} LandingRow;

typedef struct Landing {
    Arena arena;
    const LandingRow *rows; /* what was agreed and is untouched first */
    size_t count;
    size_t counts[LANDED_COUNT];
} Landing;

void landing_free(Landing *landing);              /* made by mem_alloc */
const char *landed_state_name(LandedState state); /* "untouched" */

#endif
