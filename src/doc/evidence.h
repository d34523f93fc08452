/* evidence.h: marks in square brackets that say where a statement comes from, what
 * is still open, and which number must be the same everywhere.
 *
 *   [observed 2027-03-09]             where it comes from
 *   [assumption @mina 2027-03-01]     who checks it by when
 *   [n:refund-hours 9]                a number with a label
 *
 * Their words are no prose. Source: docs/rules.md, "Marks in the text". */
#ifndef DOC_EVIDENCE_H
#define DOC_EVIDENCE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

typedef enum EvidenceKind {
    EVIDENCE_OBSERVED,
    EVIDENCE_REPORTED,
    EVIDENCE_COUNTED,
    EVIDENCE_ASSUMPTION,
    EVIDENCE_UNKNOWN,
    EVIDENCE_NEEDED,
    EVIDENCE_NUMBER,
} EvidenceKind;

typedef struct Evidence {
    EvidenceKind kind;
    Range range; /* in the file, with its brackets */
    Str word;    /* as written: "assumption", "가정"; empty for a number */
    Str owner;   /* without "@"; may be empty */
    Date date;   /* the first ISO date in it; year 0: none */
    Str label;   /* of a number */
    Str value;
} Evidence;

/* Read the inside of a pair of brackets; `range` of *out is left alone.
 *   returns  false when it is no mark */
bool evidence_parse(Str inside, Evidence *out);
/* The marks of one block, in order: none in code, none that is escaped.
 *
 *   block  range in `bytes`, whole lines
 *   owns   *out lives in `arena` and borrows from `bytes` */
void evidence_of_block(Str bytes, Range block, Arena *arena, const Evidence **out,
                       size_t *count);

#endif
