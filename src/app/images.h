/* images.h: the local images that a document may show: those below the top of its
 * workspace, else below its own folder. */
#ifndef APP_IMAGES_H
#define APP_IMAGES_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

typedef struct Images {
    Str document; /* its path */
    Str root;     /* top of the work tree; empty outside one */
} Images;

/*   path     as in the document, relative to it
 *   *real    absolute, lives in `arena`; what is there may be no file
 *   returns  false for what is not there or lies elsewhere */
bool images_find(const Images *images, Str path, Arena *arena, Str *real);

#endif
