/* conflict_marks.h: places that two sides changed, written and read the way git does,
 * with both wordings and the one before them between marks:
 *
 *   <<<<<<< ours
 *   ||||||| base
 *   =======
 *   >>>>>>> theirs
 *
 * Only git's own merges leave such marks in a document; prfaq never does. */
#ifndef DIFF_CONFLICT_MARKS_H
#define DIFF_CONFLICT_MARKS_H

#include <stdbool.h>

#include "diff/merge.h"

enum { MARK_SIZE = 7 }; /* git's */

/* The text with what is not decided between marks, each on lines of its own. Nothing
 * of either side is left out.
 *
 *   choices  as merge_result() takes them
 *   size     how many '<' a mark has
 *   returns  how many places are between marks */
size_t conflict_marks_write(const Merge *m, const MergeChoice *choices, int size,
                            StrBuf *out);

/* Is the line, without its end, one of the four marks? */
bool conflict_marks_line(Str line);

/* The three texts of a file with marks. Where they have no middle, what both began
 * from is what both sides have in common, and nothing stood there before.
 *
 *   sides    THREE_BASE, THREE_MINE, THREE_THEIRS; emptied first
 *   returns  how many places there are; 0: none, or marks that do not fit together,
 *            and the texts are empty */
size_t conflict_marks_read(Str text, StrBuf sides[THREE_COUNT]);

#endif
