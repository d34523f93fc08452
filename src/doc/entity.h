/* entity.h: character references of HTML in Markdown. The names people type;
 * others stay as they stand. Source: CommonMark 0.30, 2.5. */
#ifndef DOC_ENTITY_H
#define DOC_ENTITY_H

#include <stdint.h>

#include "base/str.h"

/* Length of the reference at `at` (where '&' stands) and its code point; 0 when
 * there is none. A reference to no character gives U+FFFD. */
size_t entity_decode(Str s, size_t at, uint32_t *cp);

#endif
