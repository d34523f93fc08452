/* wording_fix.h: a hit of a word list as it is shown, and the words to write instead.
 */
#ifndef CHECK_WORDING_FIX_H
#define CHECK_WORDING_FIX_H

#include "check/wording.h"

/* The words of a hit, and where they stand in the file. */
Str wording_text(const CheckRun *run, const WordingHit *w);
Range wording_place(const CheckRun *run, const WordingHit *w);
/* Fix: the literal part of the hit becomes what its row says, in the same case and
 * with the particle that fits. Nothing where the row has no words, or the file has
 * marks inside the hit. */
void wording_fix(const CheckRun *run, const WordingHit *w, Finding *finding);
/* Fix: the hit goes, with the comma and the space behind it. */
void wording_fix_delete(const CheckRun *run, const WordingHit *w, Finding *finding);

#endif
