/* sentence.h: sentences, as the rules count them.
 * Source: docs/rules.md, "Text model". All functions take prose: Markdown marks
 * and masked spans are already gone (doc/prose.h). */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

/* The next sentence at or after *at, without white space around it; *at moves
 * behind it. A sentence ends at . ! ? … 。 and their like with closing marks,
 * but not at an abbreviation, an initial, a number or a list marker of `lang`.
 *   returns  false when only white space is left */
bool sentence_next(Str prose, Lang lang, size_t *at, Range *out);
size_t sentence_count(Str prose, Lang lang);

#endif
