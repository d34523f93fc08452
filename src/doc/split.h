/* split.h: divide an undivided FAQ into one for customers and one for the team.
 *
 * Each pair is moved whole, byte for byte; pairs of an audience keep their order; a
 * heading over a group of pairs goes with them, and is said again where the group
 * goes both ways. Only headings, id comments and empty lines are added. */
#ifndef DOC_SPLIT_H
#define DOC_SPLIT_H

#include <stdbool.h>

#include "doc/document.h"

/* What tells the audience of a question. */
typedef enum SplitReason {
    SPLIT_NOTHING, /* nothing does: taken as external, as an undivided FAQ is */
    SPLIT_BANK,    /* it asks a question of the bank */
    SPLIT_GROUP,   /* the heading over its group */
    SPLIT_WORDS,   /* its words */
} SplitReason;

typedef struct SplitItem {
    size_t question; /* index in the document */
    bool internal;   /* what was found; the person's to change */
    SplitReason reason;
    double confidence; /* 0 to 1 */
} SplitItem;

typedef struct Split {
    size_t part; /* the undivided FAQ, or NO_INDEX: there is none */
    SplitItem *items;
    size_t count;
} Split;

/* The undivided FAQ with the most questions, and who asks each. In `arena`. */
void split_propose(const Document *doc, const Library *lib, Arena *arena, Split *out);

/* The document with two FAQs; with one, marked, when all questions are of one
 * audience.
 *
 *   owns   *out lives in `arena`
 *   fails  false when what comes out would not be read with the same questions,
 *          each of its audience; *out is then the document as it was */
bool split_write(const Document *doc, const Library *lib, const Split *split,
                 Arena *arena, Str *out);

#endif
