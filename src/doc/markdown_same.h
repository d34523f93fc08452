/* markdown_same.h: do two texts say the same to a reader of Markdown?
 *
 * Compares the trees that cmark makes of them: blocks, containers, looseness of
 * lists, words and links. Id comments ("<!-- prfaq-id: … -->" as a block of its
 * own) are left out on both sides, so that adding or removing one must not join,
 * split or reshape anything else. */
#ifndef DOC_MARKDOWN_SAME_H
#define DOC_MARKDOWN_SAME_H

#include <stdbool.h>

#include "base/str.h"

/* Both are valid UTF-8 without BOM and front matter. */
bool markdown_same(Str a, Str b);

#endif
