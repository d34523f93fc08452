/* phrases.h: words that went from one place and came to another, a few in a row.
 *
 * The redline tells of paragraphs that moved; a sentence that was put into another
 * paragraph is one that went and one that came. Who wrote it is the same person. */
#ifndef DIFF_PHRASES_H
#define DIFF_PHRASES_H

#include <stdint.h>

#include "base/mem.h"
#include "diff/words.h"

enum { PHRASE_WORDS = 4 }; /* in a row that make a phrase */

/* Fill the gaps of `source`: by new token the old one it is, or ALIGN_NONE. Every old
 * token is the source of one new token at most. Linear. */
void phrases_find(const TokenList *before, const TokenList *after, uint32_t *source,
                  Arena *scratch);

#endif
