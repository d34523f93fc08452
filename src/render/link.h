/* link.h: which targets of links may leave the program, and how they are
 * written. Only http, https, mailto, relative targets and #fragments do. */
#ifndef RENDER_LINK_H
#define RENDER_LINK_H

#include <stdbool.h>

#include "base/str.h"

/* May a page carry a link to `target`? The scheme is read as a browser reads
 * it: controls, white space and case are ignored.
 *   target  with entities and backslash escapes undone */
bool link_is_safe(Str target);
/* Is `target` a path below the folder of the document: no scheme, host, root,
 * "..", backslash or hidden character? */
bool link_is_local_path(Str target);
/* Append `target` for the value of an href attribute: what is no part of a URL
 * is percent-encoded, the rest escaped for HTML. */
void link_add_href(StrBuf *out, Str target);
/* Append `path` with its %XX undone. */
void link_add_decoded(StrBuf *out, Str path);

#endif
