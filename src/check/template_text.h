/* template_text.h: the sentences of the templates, to find those that somebody
 * copied into a document and left there.
 *
 * Sentences are compared by a 64-bit hash of their letters and digits: case, signs
 * and spaces do not count. The set is computed once a library and language, when
 * it is first asked for. */
#ifndef CHECK_TEMPLATE_TEXT_H
#define CHECK_TEMPLATE_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/mem.h"
#include "base/str.h"
#include "doc/library.h"

enum { OPENING_BITS = 4096 };

typedef struct SentenceSet {
    uint64_t *slots; /* open addressing; 0 is free */
    size_t mask;     /* slots less one, a power of two */
    size_t count;
    /* A bit for each way a sentence begins: most sentences begin in no such way. */
    uint64_t openings[OPENING_BITS / 64];
} SentenceSet;

/* The sentences of all templates in English or Korean, whichever `lang` is nearer
 * to.  owns: lives as long as the library, or in `arena` when it has no memo */
const SentenceSet *template_sentences(const Library *lib, Lang lang, Arena *arena);
bool sentence_set_has(const SentenceSet *set, Str sentence);
/* Long enough that nobody writes it twice by chance: 8 words or 20 graphemes. */
bool sentence_is_telling(Str sentence, Lang lang);

#endif
