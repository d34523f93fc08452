/* meet_step.h: where a meeting stands, by what was said in it. */
#ifndef REVIEW_MEET_STEP_H
#define REVIEW_MEET_STEP_H

#include "review/meet.h"

typedef enum MeetStep {
    MEET_AUTHOR,
    MEET_SCRIBE,
    MEET_READERS,
    MEET_SENIOR,
    MEET_TURN,    /* who reads now? */
    MEET_COVER,   /* … nothing is to be seen until that one says to be here */
    MEET_READING, /* alone, page by page */
    MEET_REVEAL,
    MEET_REMARK,
    MEET_WALK,
    MEET_VOTE,
    MEET_OPEN, /* the votes */
    MEET_DECIDE,
    MEET_CONFIRM,
    MEET_STEP_COUNT,
} MeetStep;

MeetStep meet_step(Meet *m);
const char *meet_step_name(MeetStep step); /* "reading": in JSON */
/* Who says a general remark next, the most senior last; empty: all have. */
Str meet_next_remark(Meet *m);
/* Who votes next. */
Str meet_next_vote(Meet *m);
/* What is asked next of the decision; NULL: nothing. */
const char *meet_next_key(const Meet *m);
size_t meet_page(const Meet *m, Str reader); /* index of the page they are at */
size_t meet_walk(const Meet *m);             /* index of the unit talked about */

/* What a person does. Which of these does something depends on the step. */
typedef enum MeetAct {
    MEET_NEXT,      /* on: the next page, done reading, no remark, I am here */
    MEET_BACK,      /* the page, the paragraph, the answer before */
    MEET_SAY,       /* text: a name, a note about `unit`, a remark, what is agreed */
    MEET_PICK,      /* number: a reader, an outcome, a door; from 1 */
    MEET_FORGET,    /* the last note of the one who reads: it is the half line again */
    MEET_AWAY,      /* the one who reads leaves the laptop to somebody else */
    MEET_NOTES,     /* open all notes, when all have read; */
    MEET_NOTES_ALL, /* … in any case */
    MEET_VOTES,     /* the walk ends here */
    MEET_YES,       /* it is decided so */
} MeetAct;

typedef struct MeetInput {
    MeetAct act;
    Str text;
    size_t unit; /* MEET_SAY of who reads: a paragraph; NO_INDEX: all of it */
    size_t number;
} MeetInput;

/* Do it. What is to be said about it is appended to `out`; m->refused: nothing was
 * done. */
MeetReply meet_do(Meet *m, const MeetInput *in, StrBuf *out);

/* A line that somebody has begun to type. It belongs to the step, and while somebody
 * reads to that reader alone: nobody else is handed it. */
typedef struct MeetHalf {
    Str place, text; /* may be empty */
} MeetHalf;

MeetHalf meet_half(Meet *m);
void meet_keep_half(Meet *m, Str place, Str text); /* empty text: there is none */

#endif
