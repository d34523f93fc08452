/* lexicon_set.h: the terms of many lists, made ready to be found in one walk.
 *
 * The lists of a language that come with the program are such a set, computed when
 * the program is built; the lists of a workspace are another one, computed when they
 * are read. A set is immutable. Its terms stand in a tree by their first letters up
 * to a star; a leaf names the terms that may stand at a place, lexicon_term_at()
 * tells whether they do. */
#ifndef CHECK_LEXICON_SET_H
#define CHECK_LEXICON_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mem.h"
#include "check/check.h"
#include "check/lexicon_term.h"
#include "check/lexicon_words.h"

/* The lists, those of the wording rules in the order in which they may claim a
 * place of the text. Source: docs/rules.md, "Lexicon matching". */
typedef enum LexiconList {
    LIST_PLACEHOLDER,
    LIST_INFLATED,
    LIST_FUTURE,
    LIST_EVASIVE,
    LIST_TRANSLATIONESE,
    LIST_HYPE,
    LIST_WEASEL,
    LIST_HEDGE,
    LIST_JARGON,
    LIST_SLOGAN,
    LIST_COMPANY_FIRST,
    LIST_TECHNOLOGY_FIRST,
    LIST_COMPETITOR_FIRST,
    LIST_CLAIM,
    LIST_CONTRAST,
    LIST_CUSTOMER,
    LIST_FORECAST,
    LIST_SOLUTION_NOUN,
    LIST_UNKNOWN,
    LIST_ACRONYMS_ALLOW,
    LIST_COUNT,
} LexiconList;

const char *lexicon_list_name(LexiconList list); /* "company-first" */
bool lexicon_list_parse(Str name, LexiconList *out);

typedef struct LexiconRow {
    Str term;
    LexiconList list;
    Level level; /* LEVEL_OFF: an exception */
    Str advice;
    Str replace; /* what to write instead; may be empty */
    LexiconMatch match;
    bool case_sensitive;
    bool only_release; /* scope=pr */
    bool only_first;   /* scope=first: first sentence of a part */
    bool never_quoted; /* quote=ok */
} LexiconRow;

typedef struct LexiconRows {
    LexiconRow *items;
    size_t count, cap;
} LexiconRows;

/* Append the rows of a TSV: term, level, advice, note, match, replace.
 *
 *   tsv    must outlive *rows
 *   fails  ERR_INVALID with the line: a level or a way to match we do not know, a
 *          term that begins with no letter of its own; nothing was appended then */
bool lexicon_rows_parse(Str tsv, LexiconList list, Lang lang, Arena *arena,
                        LexiconRows *rows, Error *err);
/* Append words as a setting has them, "florist*, stallholder*": phrases where they
 * hold a space, with particles in Korean. What cannot be a term is left out. */
void lexicon_rows_add_words(Str words, LexiconList list, Lang lang, Arena *arena,
                            LexiconRows *rows);

/* A row without pointers, so that the program starts without touching it. */
typedef struct LexiconEntry {
    uint32_t term, advice, replace; /* where they begin in the pool */
    uint16_t term_len, advice_len, replace_len;
    uint16_t order; /* of two equal hits the first row wins */
    uint8_t list, level, match, flags;
} LexiconEntry;

enum {
    ENTRY_CASE = 1,
    ENTRY_RELEASE = 2,
    ENTRY_FIRST = 4,
    ENTRY_QUOTED = 8,
};

typedef struct LexiconNode {
    uint32_t cp; /* folded; by it the children of a node are sorted */
    uint32_t first_child, first_entry;
    uint16_t child_count, entry_count;
    uint64_t letters; /* a bit (code point modulo 64) for each child */
} LexiconNode;

enum {
    LEXICON_ROOT = 0,  /* of terms that begin where a token begins */
    LEXICON_INNER = 1, /* of terms that begin with a star: anywhere inside */
    LEXICON_ROWS_MAX = 60000,
};

typedef struct LexiconSet {
    const char *pool; /* terms, folded where case does not count; advice; words */
    const LexiconEntry *entries;
    const LexiconNode *nodes;
    size_t pool_len, entry_count, node_count;
    LexiconWords words; /* that terms of ROOT begin with */
    uint64_t inner[4];  /* a bit (code point modulo 256) for each child of INNER */
    uint8_t first[128]; /* by ASCII: which child of ROOT it is, from 1; 0: none */
} LexiconSet;

/*   owns   *out lives in `arena` and borrows nothing
 *   fails  ERR_INVALID: more than LEXICON_ROWS_MAX rows */
bool lexicon_set_build(const LexiconRows *rows, Arena *arena, LexiconSet *out,
                       Error *err);
/* The set that came with the program; NULL for a language without one. */
const LexiconSet *lexicon_set_builtin(Lang lang);

LexiconTerm lexicon_set_term(const LexiconSet *set, const LexiconEntry *entry,
                             Lang lang);
LexiconRow lexicon_set_row(const LexiconSet *set, const LexiconEntry *entry);
/* The child of ROOT by an ASCII letter; NULL: none, or not ASCII. */
const LexiconNode *lexicon_set_first(const LexiconSet *set, unsigned char byte);
/* Most code points have no child: this tells without a look at them. */
static inline bool lexicon_node_may_have(const LexiconNode *node, uint32_t cp)
{
    return node->letters >> cp % 64 & 1;
}
/* The child of a node by a folded code point; NULL. */
const LexiconNode *lexicon_set_child(const LexiconSet *set, const LexiconNode *node,
                                     uint32_t cp);
/* A bit for each row of `base` that a row of `own` with the same term and list stands
 * in for; lives in `arena`. */
const uint64_t *lexicon_set_replaces(const LexiconSet *own, const LexiconSet *base,
                                     Arena *arena);

#endif
