/* interview.h: the guiding questions of each section asked one by one; the answers are
 * put together to a first draft.
 *
 * Only sections and answers that are empty, or hold nothing but places to fill in, are
 * asked about and filled: nothing that somebody wrote is touched. Pure: answers are
 * kept outside by whoever calls. */
#ifndef UI_INTERVIEW_H
#define UI_INTERVIEW_H

#include "doc/answers.h"
#include "ui/model.h"

typedef enum StepKind {
    STEP_GUIDE,    /* a guiding question; its answer is a sentence of the section */
    STEP_LINE,     /* the one line a section consists of */
    STEP_SPEAKER,  /* who says a quotation */
    STEP_QUESTION, /* a question of the FAQ; its answer is the answer */
} StepKind;

typedef struct Step {
    StepKind kind;
    Str name; /* of its answer: "problem/2", "faq/economics-price" */
    Str ask;
    Str part; /* what document_part() finds the section by */
    Str title;
    const PartSpec *spec;
    const BankQuestion *bank; /* of STEP_QUESTION, or NULL */
    int number, count;        /* among those of its section */
} Step;

typedef struct Interview {
    Arena arena;
    Step *steps;
    size_t count, cap;
    size_t at;
    Answers answers;
} Interview;

typedef enum InterviewReply {
    INTERVIEW_ON,   /* another question, or the same again */
    INTERVIEW_STOP, /* the person stops; the answers are kept */
    INTERVIEW_DONE, /* put the draft together */
} InterviewReply;

/* What is left to ask about the open document, which was read anew.
 *   kept     as interview_print() gave it; may be empty
 *   returns  false: there is nothing to ask */
bool interview_begin(Interview *v, const Model *m, Str kept);
void interview_deinit(Interview *v);
/* The question one is at. */
void interview_say(const Interview *v, StrBuf *out);
/* A line a person typed; what is to be said about it is appended to `out`. Enter skips,
 * "b" goes back whatever was typed before. */
InterviewReply interview_line(Interview *v, Str line, StrBuf *out);
void interview_print(const Interview *v, StrBuf *out);

typedef struct InterviewDraft {
    size_t filled; /* sections and answers that got words */
    size_t left;   /* … that somebody has written meanwhile: left alone */
    size_t empty;  /* … nobody said anything about */
} InterviewDraft;

/* Where the question one is at stands in the text as it is now: a stop, or NO_INDEX. */
size_t interview_stop(const Interview *v, const Model *m);
/* What became of the answers, in lines. */
void interview_tell(const InterviewDraft *d, StrBuf *out);
/* Put the answers into the document; each section is one step of undo. */
void interview_assemble(const Interview *v, Model *m, InterviewDraft *out);

#endif
