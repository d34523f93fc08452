/* meet.h: a meeting about a document that is under way: who is there, what each reader
 * notes alone, how all of it opens, and what is decided.
 *
 * All that is said is an Answers (doc/answers.h), which is kept after each line, so
 * that a meeting goes on where it stopped; a file of answers has the same names:
 *   author scribe readers senior    names; readers separated by commas
 *   note/NAME/N                     "Problem 2<tab>words"; the place may be empty
 *   remark/NAME  vote/NAME          a general remark; an outcome
 *   action/N                        what was agreed, as a note
 *   outcome reason door owner first stop reopen dissent decider
 * and, written here alone: revision commit step reader page/NAME read/NAME revealed
 * walk opened minutes done, and half… for a line that was not ended.
 *
 * Notes are told after the reveal only, votes when all have voted: meet_say() in lines
 * and page_meet.c on the screen are the places that tell them, and ask
 * meet_is_revealed(), meet_is_opened(). A reader's own page is told while meet_step()
 * is MEET_READING, for which that reader has said, in this program, to be here.
 * Pure. Source: docs/meeting.md; docs/method.md, "The review", "Outcomes". */
#ifndef REVIEW_MEET_H
#define REVIEW_MEET_H

#include "doc/answers.h"
#include "review/meeting.h"
#include "review/reading.h"

typedef struct Meet {
    Arena arena;
    Answers said;
    const Document *doc; /* as it was read */
    ReadingUnits units;
    ReadingPages pages;
    Str document; /* its name */
    Moment now;
    bool here;     /* the one whose turn it is has said so; not kept */
    bool refused;  /* the last input was not taken */
    Arena passing; /* what was handed out since meet_tidy() */
} Meet;

/*   doc, name  outlive the meeting; {0} `said` begins one
 *   kept       as meet_print() gave it; may be empty */
void meet_begin(Meet *m, const Document *doc, Str name, Str kept);
void meet_deinit(Meet *m);
void meet_print(const Meet *m, StrBuf *out);

Str meet_get(const Meet *m, const char *key); /* "outcome" */
void meet_set(Meet *m, const char *key, Str value);
Str meet_get_of(const Meet *m, const char *key, Str name); /* "vote", "Jun Lee" */
void meet_set_of(Meet *m, const char *key, Str name, Str value);

/* All that the functions below handed out goes. */
void meet_tidy(Meet *m);
/* Names of the readers, in order, each once.  owns  until meet_tidy() */
const Str *meet_readers(Meet *m, size_t *count);
bool meet_is_revealed(const Meet *m);
bool meet_is_opened(const Meet *m); /* the votes */
/* The readers that have no `key` ("read", "vote") yet. */
size_t meet_waiting(Meet *m, const char *key);

typedef struct MeetNote {
    Str who;   /* empty for what was agreed */
    Str place; /* label of a unit, or empty */
    Str text;
} MeetNote;

/* "note" or "action"; those of `who` alone when it is not empty.
 *   owns  until meet_tidy() */
const MeetNote *meet_notes(Meet *m, const char *key, Str who, size_t *count);
void meet_note(Meet *m, const char *key, Str who, Str place, Str text);

/* What a decision of that outcome has to say and does not: "owner"; NULL: nothing.
 * What is there and says nothing (no such outcome, no day) counts as missing. */
const char *meet_missing(const Meet *m);
/* What is asked for under that name, for the outcome chosen; translated. */
const char *meet_question(const Meet *m, const char *key);
/* What stands before its value: "Reason"; translated. */
const char *meet_label(const char *key);
/* The names of a decision, in the order they are asked; NULL ends it. */
const char *const *meet_decision_keys(void);
Outcome meet_outcome(const Meet *m);

/* The minutes as a Markdown file.  date  of the decision */
void meet_minutes(Meet *m, Date date, StrBuf *out);

typedef enum MeetReply {
    MEET_ON,
    MEET_HIDE,    /* the same, and what stands on the screen is for nobody else */
    MEET_STOP,    /* the person leaves; all is kept */
    MEET_DECIDED, /* write it down */
} MeetReply;

/* What is to be seen now, and what is asked. */
void meet_say(Meet *m, StrBuf *out);
/* A line a person typed; what is to be said about it is appended to `out`. */
MeetReply meet_line(Meet *m, Str line, StrBuf *out);
/* Does the line hold what nobody else may see? */
bool meet_is_private(const Meet *m);

#endif
