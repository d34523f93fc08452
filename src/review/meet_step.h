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

#endif
