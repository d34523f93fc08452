/* word.h: words and the length of prose, as the rules count them.
 * Source: docs/rules.md, "Text model". All functions take prose: Markdown marks
 * and masked spans are already gone (doc/prose.h). */
#ifndef TEXT_WORD_H
#define TEXT_WORD_H

#include <stdbool.h>

#include "base/lang.h"
#include "base/mem.h"
#include "base/str.h"

/* The next word at or after *at. Korean: a run without white space that holds a
 * letter or digit; else letters, marks and digits with inner ' ’ - . , before a
 * letter or digit. */
bool word_next(Str prose, Lang lang, size_t *at, Range *out);
size_t word_count(Str prose, Lang lang);

/* Length in the unit of the language: graphemes (ko, ja, zh; white space runs
 * count one, ends none) or words. */
size_t prose_length(Str prose, Lang lang);

#endif
