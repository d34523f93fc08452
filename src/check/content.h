/* content.h: the words of a text that carry its meaning, for comparing two texts.
 *
 * English: four letters or more, small, without the endings s, es, ed, ing, ly;
 * Korean: two syllables or more, without particles and without what follows 하, 되,
 * 있, 없. Neither is on the list of words that say nothing, lexicon/LANG/stop.tsv.
 * Source: docs/rules.md, "Content words". */
#ifndef CHECK_CONTENT_H
#define CHECK_CONTENT_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct ContentWord {
    Str key;     /* what is compared */
    Str written; /* as in the text */
} ContentWord;

typedef struct ContentWords {
    const ContentWord *words; /* each key once, as they are met */
    size_t count;
    const Str *sorted; /* the keys in order of their bytes */
    Lang lang;
} ContentWords;

/*   text  NFC; must outlive *out, as must `arena` */
void content_read(Str text, Lang lang, Arena *arena, ContentWords *out);
/* Is there an equal word: the same key, or one that begins with the other and is at
 * most two letters or one syllable longer? */
bool content_has(const ContentWords *words, Str key);
/* How many of `a` are in `b`. */
size_t content_shared(const ContentWords *a, const ContentWords *b);

#endif
