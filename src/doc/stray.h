/* stray.h: bytes of a file that are no text: NUL, and what is no UTF-8.
 *
 * They are part of a document like any other byte: nothing takes them out but the
 * person. Where only text will do, something of the same length stands for them. */
#ifndef DOC_STRAY_H
#define DOC_STRAY_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

typedef struct Strays {
    size_t count;
    size_t first; /* offset; `count` is not 0 */
} Strays;

/* How many there are. */
Strays strays_find(Str bytes);
/* `text` itself, or a copy of the same length without strays: for readers whose
 * offsets have to fit `text`. The sign in their place means nothing in Markdown. */
Str strays_masked(Str text, Arena *arena);

/* The encoding a file with strays is likely to be in, as iconv calls it, or NULL:
 * the bytes look like damage. */
const char *strays_encoding(Str bytes);
/* "UTF-16" or "UTF-32" by its byte order mark, or NULL. Such a file is not edited. */
const char *wide_encoding(Str bytes);

#endif
