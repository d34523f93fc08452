/* overlay.h: signs whose width terminals disagree about: emoji and their like,
 * and signs of ambiguous width where they count as two cells. Pure.
 *
 * ncurses gets blanks in their place. When everything else is drawn they are
 * written over the blanks, each at its own absolute place, so that a terminal that
 * takes two cells for one, or one for two, cannot shift the rest of the row. */
#ifndef TERM_OVERLAY_H
#define TERM_OVERLAY_H

#include <stdbool.h>

#include "term/theme.h"

bool overlay_wants(const Cell *cell);
bool overlay_wants_any(const Cell *cells, int count);
/* Append what draws the doubtful signs of a row; leaves plain attributes.
 *   looks  one for each Style */
void overlay_row(const Cell *cells, int count, int row, const Look *looks, StrBuf *out);
/* Append what puts the cursor there. */
void overlay_cursor(int row, int col, StrBuf *out);

#endif
