/* unsilence.h: take the silence of a finding back. */
#ifndef CHECK_UNSILENCE_H
#define CHECK_UNSILENCE_H

#include "check/check.h"

/* The edit that takes the finding's rule out of the nearest "prfaq-ok" comment above
 * it, and the comment with its line when no other rule is left in it.
 *
 *   owns     out->text lives in `arena`
 *   returns  false when no such comment names the rule: a "prfaq-off" silences it */
bool silence_remove(const Document *doc, const Finding *finding, Arena *arena,
                    Fix *out);

#endif
