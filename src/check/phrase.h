/* phrase.h: short lists of words that a rule knows by heart. */
#ifndef CHECK_PHRASE_H
#define CHECK_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

#define PHRASE_COUNT(array) (sizeof(array) / sizeof *(array))

/* Is the word one of the list, whatever its case? */
bool phrase_is_one_of(Str word, const char *const *list, size_t count);
/* Does the text hold one of the list, also inside a word? */
bool phrase_any_in(Str text, const char *const *list, size_t count);
/* Does the text end with one of the list? */
bool phrase_any_ends(Str text, const char *const *list, size_t count);
/* Does the text hold the phrase as whole words?
 *   folded  letters are lower-case, as those of `phrase` */
bool phrase_stands_in(Str folded, const char *phrase);

#endif
