/* lexicon_words.h: may a term begin with this word?
 *
 * Most words of a text begin no term of any list. They are told from the others
 * before the lists are looked at, by their first eight letters and the first letter of
 * the next word: `bits` has a bit for the hash of each word that is a term, of each
 * pair that a phrase begins with, and of each stem before a star, of which the first
 * four letters count. For some words that no term begins with the answer is yes, never
 * the other way round. Immutable once made. */
#ifndef CHECK_LEXICON_WORDS_H
#define CHECK_LEXICON_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { LEXICON_WORD_BITS = 1 << 15 };

typedef struct LexiconWords {
    const uint64_t *bits; /* LEXICON_WORD_BITS of them */
    uint8_t stems;        /* a bit for each length of stem there is */
} LexiconWords;

/* Note what a term begins with.
 *   bits, stems  of the set that is built */
void lexicon_words_add(uint64_t *bits, uint8_t *stems, Str term);
/*   word  the ASCII letters and digits at the start of a token; not empty, and with
 *         another sign of ASCII or the end of the prose behind them */
bool lexicon_words_may_begin(const LexiconWords *words, Str prose, Range word);

#endif
