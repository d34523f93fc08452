/* since.h: which findings of a document are new since an older text of it.
 *
 * A finding is known again by its rule, its part and the words it stands in, wherever
 * they have moved; where it stands in no sentence, by its message, in which numbers may
 * have changed: a release that is too long was too long before. */
#ifndef CHECK_SINCE_H
#define CHECK_SINCE_H

#include "check/check.h"

/*   old   findings of the older text; its document may be read in another arena
 *   out   those of `now` that are not among them, with their counts; silenced ones
 *         that are new too
 *   gone  how many of the old ones, silenced aside, are not there any more
 *   owns  *out lives in `arena` */
void findings_since(const Document *now_doc, const Findings *now,
                    const Document *old_doc, const Findings *old, Arena *arena,
                    Findings *out, int *gone);

#endif
