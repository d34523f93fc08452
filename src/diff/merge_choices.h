/* merge_choices.h: what was decided in a merge, as lines that can be kept: each place
 * is known again by its words, wherever it stands by then. */
#ifndef DIFF_MERGE_CHOICES_H
#define DIFF_MERGE_CHOICES_H

#include "diff/merge.h"

/* Append the choices that are made, one a line. */
void merge_choices_write(const Merge *m, const MergeChoice *choices, StrBuf *out);
/* Fill in those that were kept of places that are still the same; own words live in
 * the arena. Lines that are none are passed over. */
void merge_choices_read(const Merge *m, Str kept, Arena *arena, MergeChoice *choices);

#endif
