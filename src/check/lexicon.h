/* lexicon.h: lists of words and how they are found in prose.
 *
 * A list is a TSV of the columns term, level, advice, note, match, replace.
 * English terms are matched whatever their case and end at a letter, digit or
 * hyphen of their own; Korean ones are matched in whole tokens, with particles
 * behind them. Of overlapping hits the longest wins; a row of level off cancels
 * what it overlaps. Immutable once parsed.
 * Source: docs/rules.md, "Lexicon matching". */
#ifndef CHECK_LEXICON_H
#define CHECK_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"
#include "check/check.h"

typedef enum LexiconMatch { MATCH_WORD, MATCH_PARTICLE, MATCH_PHRASE } LexiconMatch;

typedef struct LexiconRow {
    Str term;
    Level level; /* LEVEL_OFF: an exception */
    Str advice;
    Str replace; /* what to write instead; may be empty */
    LexiconMatch match;
    bool case_sensitive;
    bool only_release;   /* scope=pr */
    bool only_first;     /* scope=first: first sentence of a part */
    bool never_quoted;   /* quote=ok */
    const uint32_t *cps; /* the term as it is compared */
    size_t cp_count;
    uint32_t second; /* folded second letter; 0: anything may follow the first */
} LexiconRow;

enum { LEXICON_BUCKETS = 128 };

typedef struct Lexicon {
    Lang lang;
    const LexiconRow *rows; /* by bucket of their first letter, then in file order */
    size_t count;
    /* rows[first[b]] to rows[first[b + 1]]; the last bucket holds terms that may
     * begin anywhere in a word. */
    size_t first[LEXICON_BUCKETS + 2];
    /* By bucket: a bit for each second letter (modulo 64) a term goes on with. */
    uint64_t seconds[LEXICON_BUCKETS + 1];
} Lexicon;

typedef struct LexiconHit {
    Range range; /* in the prose */
    const LexiconRow *row;
} LexiconHit;

/*   tsv    must outlive *out, as must `arena`
 *   fails  ERR_INVALID with the line: a level or a way to match we do not know */
bool lexicon_parse(Str tsv, Lang lang, Arena *arena, Lexicon *out, Error *err);
/* The list `name` that came with the program ("customer"), read into `arena`; NULL
 * when there is none for this language. A list takes 20 us: nothing is kept. */
const Lexicon *lexicon_find(const char *name, Lang lang, Arena *arena);
/* Hits in order, not overlapping; lives in `arena`. */
void lexicon_match(const Lexicon *lexicon, Str prose, Arena *arena,
                   const LexiconHit **out, size_t *count);
/* Is there any hit? */
bool lexicon_in(const Lexicon *lexicon, Str prose, Arena *arena);

#endif
