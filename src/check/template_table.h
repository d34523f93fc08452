/* template_table.h: the sentences of the built-in templates: template_compile.c
 * writes template_table.c. */
#ifndef CHECK_TEMPLATE_TABLE_H
#define CHECK_TEMPLATE_TABLE_H

#include "check/sentence_set.h"

extern const SentenceSet template_table[LANG_KO + 1];

#endif
