/* meeting.h: the minutes of a meeting about a document, and what was decided there.
 *
 * A file `.prfaq/meetings/DATE-DOCUMENT.md`, Markdown with the front matter
 *   document revision date decider outcome reason door owner first stop reopen dissent
 * of which only what was decided need be there.
 * Source: docs/review-files.md; docs/method.md, "Outcomes". */
#ifndef REVIEW_MEETING_H
#define REVIEW_MEETING_H

#include <stdbool.h>

#include "base/date.h"
#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum Outcome {
    OUTCOME_NONE, /* not said, or no word of the list */
    OUTCOME_GO,
    OUTCOME_CHANGE,
    OUTCOME_NO_MARKET,
    OUTCOME_NO_DIFFERENT,
    OUTCOME_NO_FEASIBLE,
    OUTCOME_NO_VIABLE,
    OUTCOME_NO_RISK,
    OUTCOME_LATER,
    OUTCOME_COUNT,
} Outcome;

/* What was agreed to be done: an item of a task list, "- [ ] Problem: say what it
 * costs". Words before a colon name the section. */
typedef struct Action {
    Str part; /* id, kind or title; empty: it names none */
    Str text; /* all of it */
    bool done;
    int line;
} Action;

typedef struct Meeting {
    Str place;    /* of the file, as it was handed in */
    Str document; /* "ideas/lantern": as the file says, else as it is named */
    Date held;    /* of its name; year 0: none */
    Date date;    /* of the decision; year 0: not said */
    bool decides; /* it says something of a decision */
    Outcome outcome;
    int revision; /* that was read; 0: not said */
    Str decider, reason, door, owner, first, stop, reopen, dissent; /* may be empty */
    const Action *actions;
    size_t action_count;
} Meeting;

/*   path   relative to `.prfaq/meetings/`: "2027-03-02-ideas/lantern.md"
 *   place  of the file, for messages
 *   owns   *out lives in `arena` and borrows from `bytes` and `path`
 *   fails  ERR_INVALID: the front matter cannot be read; "PLACE:LINE: reason" */
bool meeting_read(Str bytes, Str path, Str place, Arena *arena, Meeting *out,
                  Error *err);

/* The meeting that decided last about a document; NULL: none did.
 *   items  by file name, which begins with the day */
const Meeting *meeting_last(const Meeting *items, size_t count, Str document);

/* Appends when, by whom and why: "2027-03-02, Dana Li: the phone is good enough". */
void meeting_say_reason(const Meeting *m, StrBuf *out);

const char *outcome_name(Outcome outcome);  /* "no-market"; "" for none */
const char *outcome_words(Outcome outcome); /* "no: not different", translated */
/* What the `stage` of a document is called: "in review"; a draft's when it is none. */
const char *stage_words(Str stage);
bool outcome_parse(Str name, Outcome *out);
bool outcome_is_no(Outcome outcome);
/* Does a text hold a day as "2027-06-30"? */
bool meeting_names_day(Str text);

#endif
