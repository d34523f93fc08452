/* lexicon_term.h: is this term written at this place of the prose?
 *
 * A star in a term stands for letters, a lone one for a token, a space for white
 * space. English terms end at a letter, digit or hyphen of their own; a Korean term
 * of the way "particle" or "phrase" may go on with particles.
 * Source: docs/rules.md, "Lexicon matching". */
#ifndef CHECK_LEXICON_TERM_H
#define CHECK_LEXICON_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"
#include "base/str.h"

enum { LEXICON_STAR_REACH = 64 }; /* code points a star before letters stands for */

typedef enum LexiconMatch { MATCH_WORD, MATCH_PARTICLE, MATCH_PHRASE } LexiconMatch;

typedef struct LexiconTerm {
    Str text; /* folded, unless it is case_sensitive */
    Lang lang;
    LexiconMatch match;
    bool case_sensitive;
} LexiconTerm;

/*   at       where a token begins
 *   returns  where the term ends, or STR_NONE when it does not stand there */
size_t lexicon_term_at(const LexiconTerm *term, Str prose, size_t at);
/* Where the literal letters of a term stand in what was matched, [start, end):
 * without the letters that stars stand for and without particles. */
Range lexicon_term_literal(const LexiconTerm *term, Str prose, Range hit);

/* Is the code point part of a token, so that no term begins or ends beside it? */
bool lexicon_is_token(Lang lang, uint32_t cp);
/* In Korean the comma of "6,000" belongs to its token. */
bool lexicon_follows_comma(Lang lang, Str prose, size_t at);
/* A letter, mark or digit: what a star stands for. */
bool lexicon_is_inner(uint32_t cp);

#endif
