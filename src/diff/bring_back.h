/* bring_back.h: a text with some of its sections, or one change, as they were in
 * another text. What is not brought back stays byte for byte. */
#ifndef DIFF_BRING_BACK_H
#define DIFF_BRING_BACK_H

#include "diff/redline.h"

/* The whole text as it was.
 *
 *   out  appended, with the line ends of `now` */
void bring_back_whole(const Document *now, const Document *then, StrBuf *out);
/* From `now` with the wanted sections as in `then`: one that is missing now comes in
 * behind the one it stood behind, one that was missing then goes.
 *
 *   r       redline_make(now, then)
 *   wanted  by index in r->parts
 *   out     appended, with the line ends of `now` */
void bring_back_parts(const Redline *r, const Document *now, const Document *then,
                      const bool *wanted, StrBuf *out);
/* The same with one block of the redline: a change, not the end a block moved away
 * from. Blocks that were split or joined come back together; what moved goes back to
 * where it stood.
 *
 *   returns  false, and appends nothing, for what stands in no block of its own (the
 *            target of a link): it comes back with its section */
bool bring_back_block(const Redline *r, const Document *now, const Document *then,
                      size_t block, StrBuf *out);

#endif
