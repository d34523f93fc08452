/* spell_words.h: what is known of the spelling of words; spelling.h uses it. */
#ifndef UI_SPELL_WORDS_H
#define UI_SPELL_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"

typedef enum SpellVerdict { SPELL_UNKNOWN, SPELL_RIGHT, SPELL_WRONG } SpellVerdict;

typedef struct SpellWord {
    Str word;
    SpellVerdict verdict;
    const Str *suggestions;
    size_t count;
} SpellWord;

/* Words by themselves; open addressing, at most half full. */
typedef struct SpellTable {
    Arena arena;
    SpellWord *words; /* in the order they came */
    size_t count, cap;
    uint32_t *slots; /* index + 1 */
    size_t slot_count;
} SpellTable;

typedef struct Spelling {
    bool on;              /* there is a program, and it is wanted */
    bool english, korean; /* dictionaries that there are */
    SpellTable asked;
    size_t next;         /* the first of `asked` that nobody was asked for */
    SpellTable accepted; /* folded: names, terms, added and ignored words */
    Arena arena;         /* of `wrong` */
    Range *wrong;        /* in the text that was read last, in order */
    size_t wrong_count, wrong_cap;
    uint64_t version; /* of the text they are of */
    bool stale;       /* an answer came, or a word is accepted now */
    size_t typed_at;  /* the caret at the end of a word left out, or NO_INDEX */
} Spelling;

#endif
