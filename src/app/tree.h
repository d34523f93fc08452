/* tree.h: a folder with all that is in it. */
#ifndef APP_TREE_H
#define APP_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/mem.h"
#include "base/str.h"

/* The files below a folder; with `remove` they go, and it with them. Links are not
 * followed; a missing folder has none. */
size_t tree_clear(Str folder, bool remove, Arena *arena);

#endif
