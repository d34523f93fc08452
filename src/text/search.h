/* search.h: find words in a text, ignoring case and normal form (NFC and NFD of
 * the same word match). Pure. */
#ifndef TEXT_SEARCH_H
#define TEXT_SEARCH_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

/* All matches, in order, not overlapping; ranges of the original bytes, whole
 * graphemes. An empty needle matches nothing.
 *   owns  *out lives in `arena` */
void search_all(Str text, Str needle, Arena *arena, const Range **out, size_t *count);

#endif
