/* hidden.h: the ids that prfaq keeps in a document as comments, "<!-- prfaq-id:
 * problem -->": no reader sees them, and no redline shows them as words. */
#ifndef DIFF_HIDDEN_H
#define DIFF_HIDDEN_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

/* The text without such comments; the text itself when it has none, else a copy in
 * the arena. */
Str hidden_left_out(Str text, Arena *arena);
/* Do both texts hold the same ids in the same order? */
bool hidden_same(Str a, Str b);

#endif
