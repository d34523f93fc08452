/* figure.h: quantities, amounts of money and dates in prose.
 *
 * Not a quantity: years, clock times, versions, telephone and list numbers, and
 * digits inside a name. Source: docs/rules.md, "Quantity". */
#ifndef CHECK_FIGURE_H
#define CHECK_FIGURE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/lang.h"
#include "base/str.h"

typedef enum FigureKind {
    FIGURE_QUANTITY,
    FIGURE_AMOUNT, /* a quantity of money */
    FIGURE_DATE,
    FIGURE_OTHER, /* digits that count for nothing: a year, a version */
} FigureKind;

typedef struct Figure {
    FigureKind kind;
    Range range;
    Date date; /* day 0 when only the month is said, month 0 for a quarter */
} Figure;

/* The next figure at or after *at, which moves behind it. */
bool figure_next(Str prose, Lang lang, size_t *at, Figure *out);
/* Kinds as a set: FIGURES(FIGURE_QUANTITY) | FIGURES(FIGURE_DATE). */
#define FIGURES(kind) (1u << (kind))

/* Is there a figure of one of the kinds? Amounts are quantities too. */
bool figure_in_any(Str prose, Lang lang, unsigned kinds);
bool figure_in(Str prose, Lang lang, FigureKind kind);

#endif
