/* suggestion.h: other wording for some words of a document.
 *
 * An anchor knows words only. What a suggestion replaces has its signs, too: the full
 * stop that was quoted goes with the words, and emphasis is never cut in half. */
#ifndef REVIEW_SUGGESTION_H
#define REVIEW_SUGGESTION_H

#include <stdbool.h>

#include "base/str.h"

/* Where a quote stands with the signs at its ends.
 *
 *   words    the place of its words, by an anchor
 *   returns  false: what stands there differs from the quote in more than white space
 */
bool suggestion_place(Str bytes, Range words, Str quote, Range *out);

/* Append the document with `wording` in that place; line ends as in the document. */
void suggestion_apply(Str bytes, Range place, Str wording, StrBuf *out);

#endif
