/* sparkline.h: a row of numbers as a row of bars, one cell each. */
#ifndef RENDER_SPARKLINE_H
#define RENDER_SPARKLINE_H

#include <stdbool.h>

#include "base/str.h"

/* Append bars for numbers from 0 on: the lowest sign is nothing at all, the highest the
 * largest of them, and what is more than nothing is never the lowest. Without a number
 * (below 0) a blank.
 *
 *   most   the largest that is to be thought of; 0: that of `values`
 *   ascii  signs that every terminal has: "_.:-=+*#" */
void sparkline(const int *values, size_t count, int most, bool ascii, StrBuf *out);

#endif
