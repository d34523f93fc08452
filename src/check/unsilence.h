/* unsilence.h: take the silence of a finding back. */
#ifndef CHECK_UNSILENCE_H
#define CHECK_UNSILENCE_H

#include "check/check.h"

/* The edit that takes the finding's rule out of the "prfaq-ok" comment that silences
 * it, and the comment with its line when no other rule is left in it.
 *
 *   owns     out->text lives in `arena`
 *   returns  false when something else silences it: a "prfaq-off", a setting */
bool silence_remove(const Document *doc, const Finding *finding, Arena *arena,
                    Fix *out);

#endif
