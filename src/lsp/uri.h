/* uri.h: the paths behind the addresses by which editors name documents. */
#ifndef LSP_URI_H
#define LSP_URI_H

#include <stdbool.h>

#include "base/mem.h"
#include "base/str.h"

/* The absolute path of a "file:" address, percent-decoded.
 *
 *   returns  false for another scheme ("untitled:"), another computer's file and
 *            a path that none can have
 *   source   RFC 8089; RFC 3986, section 2.1 */
bool uri_path(Str uri, Arena *arena, Str *path);

#endif
