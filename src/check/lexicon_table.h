/* lexicon_table.h: the word lists of templates/lexicon, made ready when the program
 * is built: lexicon_compile.c writes lexicon_table.c. */
#ifndef CHECK_LEXICON_TABLE_H
#define CHECK_LEXICON_TABLE_H

#include "check/lexicon_set.h"

enum { LEXICON_LANGS = 2 }; /* LANG_EN, LANG_KO */

extern const LexiconSet lexicon_table[LEXICON_LANGS];

#endif
