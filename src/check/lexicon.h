/* lexicon.h: lists of words and how they are found in prose.
 *
 * A list is a TSV of the columns term, level, advice, note, match, replace. All
 * lists of a language are looked for in one walk over the prose. Of overlapping hits
 * in one list the longest wins; a row of level off cancels what it overlaps. The
 * rows of a workspace come before those of the program with the same term.
 * Immutable once made.
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
#include "check/lexicon_set.h"

typedef struct Lexicon {
    Lang lang;
    uint32_t lists;           /* a bit for each LexiconList that is looked for */
    const LexiconSet *base;   /* of the program; NULL: none for this language */
    const LexiconSet *own;    /* of the workspace; NULL: none */
    const uint64_t *replaced; /* rows of `base` that `own` stands in for */
} Lexicon;

#define LEXICON_ALL (((uint32_t)1 << LIST_COUNT) - 1)

typedef struct LexiconHit {
    Range range; /* in the prose */
    const LexiconRow *row;
} LexiconHit;

/* The lists of a workspace in one language, for CheckOptions. */
typedef struct OwnLexicon {
    LexiconSet set;
    const uint64_t *replaced;
} OwnLexicon;

/*   owns   lives in `arena`
 *   fails  as lexicon_set_build */
bool own_lexicon_build(const LexiconRows *rows, Lang lang, Arena *arena,
                       OwnLexicon *out, Error *err);

/* All lists of a language.  own: NULL when the workspace has none */
Lexicon lexicon_of(Lang lang, const OwnLexicon *own);
bool lexicon_is_empty(const Lexicon *lexicon);

/* One list by itself, for tests and tools.
 *   owns   *out lives in `arena`
 *   fails  as lexicon_rows_parse */
bool lexicon_parse(Str tsv, Lang lang, Arena *arena, Lexicon *out, Error *err);
/* The list `name` that came with the program ("customer"); NULL when there is none
 * for this language. */
const Lexicon *lexicon_find(const char *name, Lang lang, Arena *arena);
/* Hits in order of their starts; those of one list do not overlap. They live in
 * `arena`. */
void lexicon_match(const Lexicon *lexicon, Str prose, Arena *arena,
                   const LexiconHit **out, size_t *count);
/* Is there any hit? */
bool lexicon_in(const Lexicon *lexicon, Str prose, Arena *arena);
/* The literal letters of a hit, without what stars stand for and particles. */
Range lexicon_literal(const LexiconHit *hit, Lang lang, Str prose);

#endif
