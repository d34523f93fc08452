/* reading.h: a document as people read it together: paragraphs with a number that can
 * be spoken ("Problem 2"), the time that silence takes, and pages of one size.
 *
 * The numbers are the same on paper, on the laptop and in everybody's notes: they are
 * made from the revision alone. Pure; any document can be read. */
#ifndef REVIEW_READING_H
#define REVIEW_READING_H

#include "doc/document.h"

/* A paragraph, list, table or quotation; in an FAQ a question with its answer. */
typedef struct ReadingUnit {
    Str label;   /* "Problem 2"; in an FAQ the number of the question */
    Str part;    /* id, else kind, of its part; empty: it is in none */
    Range range; /* bytes, from its first block to its last */
    Str text;    /* its words without Markdown, a line a block */
} ReadingUnit;

typedef struct ReadingUnits {
    const ReadingUnit *units; /* by place */
    size_t count;
    int seconds; /* 200 words, or 550 characters, a minute */
} ReadingUnits;

/*   owns  *out lives in `arena` and borrows from `doc` */
void reading_make(const Document *doc, Arena *arena, ReadingUnits *out);
int reading_minutes(const ReadingUnits *reading); /* rounded up; 0 for nothing */
/* The unit that holds an offset of the document, or NO_INDEX. */
size_t reading_at(const ReadingUnits *reading, size_t offset);
/* The unit that a person means: its label, in any case, or the beginning of its title
 * and its number ("prob 2"); a number alone when one unit of [first, end) has it.
 *   returns  NO_INDEX: none, or several */
size_t reading_find(const ReadingUnits *reading, size_t first, size_t end, Str name);

enum { READING_COLS = 56, READING_ROWS = 12 }; /* of a page, whatever the window */

typedef struct ReadingRow {
    Str text;
    size_t unit;
    bool label; /* it names the unit */
} ReadingRow;

typedef struct ReadingPage {
    const ReadingRow *rows;
    size_t row_count;              /* at most READING_ROWS */
    size_t first_unit, unit_count; /* that have a row on it */
} ReadingPage;

typedef struct ReadingPages {
    const ReadingPage *items; /* at least one */
    size_t count;
} ReadingPages;

/*   owns  *out lives in `arena` and borrows from `reading` */
void reading_paginate(const ReadingUnits *reading, Arena *arena, ReadingPages *out);

#endif
