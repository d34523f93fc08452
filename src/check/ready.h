/* ready.h: may a document go to its readers? What stands in the way, and the three
 * questions that its authors ask themselves before.
 *
 * Pure. Nothing is refused: with errors a document goes on when a reason is written.
 * Source: docs/meeting.md, "Ready"; docs/method.md, "self-check". */
#ifndef CHECK_READY_H
#define CHECK_READY_H

#include "check/check.h"

/* Why a finding stands in the way. */
typedef enum ReadyGround {
    READY_OVERDUE, /* a question that waits for too long */
    READY_PART,    /* a section that must be there is not */
    READY_ERROR,
    READY_GROUND_COUNT,
} ReadyGround;

typedef struct ReadyStop {
    ReadyGround ground;
    const Finding *finding;
} ReadyStop;

typedef struct Ready {
    const ReadyStop *stops; /* as the findings are sorted */
    size_t count;
    size_t counts[READY_GROUND_COUNT];
} Ready;

/* Findings of level error that nobody silenced.
 *   owns  *out lives in `arena` and borrows from `findings` */
void ready_read(const Findings *findings, Arena *arena, Ready *out);
const char *ready_ground_name(ReadyGround ground); /* "overdue": in JSON */

enum { CLOSING_COUNT = 3 };

const char *closing_name(size_t index);     /* "beliefs": in files and JSON */
const char *closing_question(size_t index); /* translated */

typedef struct ClosingAnswer {
    bool yes;
    Str proof; /* one line; not empty */
} ClosingAnswer;

/* "yes: 24 interviews in April", "아니요, 4월에 세었다".
 *   returns  false when it says neither yes nor no, or has no proof */
bool closing_parse(Str line, ClosingAnswer *out);

typedef struct ReadyAnswers {
    ClosingAnswer closing[CLOSING_COUNT];
    Str reason; /* why it is read with what stands in the way; empty: nothing does */
} ReadyAnswers;

/* The lines that a revision carries at the end of its message. */
void ready_trailers(const Ready *ready, const ReadyAnswers *answers, StrBuf *out);

#endif
