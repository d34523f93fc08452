/* facts.h: what the rules of the group process know of a document beside its text:
 * its revisions, its review, its decision. Plain data, handed in with CheckOptions;
 * checks do no I/O. */
#ifndef CHECK_FACTS_H
#define CHECK_FACTS_H

#include <stdbool.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "doc/document.h"
#include "doc/part.h"

typedef enum NoteKind {
    NOTE_COMMENT, /* a suggestion too */
    NOTE_QUESTION,
    NOTE_PROMISE,      /* must be fixed, or it was agreed to */
    NOTE_SAME_MEANING, /* what changed since the review means the same */
} NoteKind;

/* A note of a review. */
typedef struct ReviewNote {
    NoteKind kind;
    bool open;
    bool pinned; /* a question or must-fix that is not closed: it stays in sight */
    bool owed;   /* of a must-fix: open, and nobody answered it yet */
    Str text;    /* of a lone "?" the words it stands on */
    Str label;   /* "Q7" */
    Str asker;   /* who wrote it */
    Str quote, before, after; /* the words it is about, and those around them */
    Str owner;                /* who answers; may be empty */
    Str part;                 /* id or kind; empty: the document */
    Str reason;               /* why it was closed; may be empty */
    Moment due;               /* of a question or a must-fix */
    int revision;             /* that was read; 0: not known */
} ReviewNote;

typedef struct Reviewer {
    Str name;
    Str team; /* empty: not on the roster, or of none */
} Reviewer;

/* The words of a part at a revision. */
typedef struct PartText {
    int revision;
    Str id;
    PartKind kind;
    bool inferred; /* nothing in the text says that it is this part */
    Str text;      /* part_words_of() */
} PartText;

/* What a decision says. */
typedef enum DecisionOutcome {
    DECISION_NONE, /* nothing, or no outcome of the method */
    DECISION_GO,
    DECISION_CHANGE,
    DECISION_NO,
    DECISION_LATER,
} DecisionOutcome;

typedef struct Decision {
    DecisionOutcome outcome;
    bool revision, date, decider, reason; /* said? */
    bool owner, stop, reopen;
} Decision;

typedef struct CheckFacts {
    int revisions; /* of the document; -1: not counted */
    int reviewed;  /* the last revision that a review read; 0: none */
    const ReviewNote *notes;
    size_t note_count;
    const Reviewer *reviewers; /* everybody who wrote in the review, once */
    size_t reviewer_count;
    const PartText *texts; /* of the revisions that the notes name */
    size_t text_count;
    const Decision *decision; /* the last one; NULL: none */
} CheckFacts;

/* The words of a part without its label, comments and marks, white space squeezed:
 * two that are equal differ in nothing that a reader sees.  owns: in `arena` */
Str part_words_of(const Document *doc, const Part *part, Arena *arena);
/* Take the texts of a document at a revision.
 *   texts  an array of at least doc->part_count
 *   owns   the words live in `arena` */
void part_texts_read(const Document *doc, int revision, Arena *arena, PartText *texts);

#endif
