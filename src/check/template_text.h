/* template_text.h: the sentences of the templates, to find those that somebody
 * copied into a document and left there.
 *
 * Those of the built-in templates are found when the program is built
 * (template_compile.c), those of own ones once a library and language, when they are
 * first asked for. */
#ifndef CHECK_TEMPLATE_TEXT_H
#define CHECK_TEMPLATE_TEXT_H

#include "base/mem.h"
#include "check/sentence_set.h"
#include "doc/library.h"

/* The sentences of all templates in English or Korean, whichever `lang` is nearer
 * to.  owns: lives as long as the library, or in `arena` when it has no memo */
const SentenceSet *template_sentences(const Library *lib, Lang lang, Arena *arena);

#endif
