/* frontmatter_set.h: one key of the YAML block a document may begin with, changed.
 *
 * Only the bytes of the value are replaced; a key that is missing is added before the
 * closing fence, and a document without front matter gets one. Everything else stays
 * byte for byte. */
#ifndef DOC_FRONTMATTER_SET_H
#define DOC_FRONTMATTER_SET_H

#include "doc/frontmatter.h"

/* Append the bytes with `key` set to `value` to `out`.
 *
 *   meta   as frontmatter_read() gave it for `bytes`
 *   value  one line; it is quoted where YAML needs that */
void frontmatter_set(Str bytes, const Metadata *meta, const char *key, Str value,
                     StrBuf *out);

/* Append the line "key: value", the value quoted where YAML needs that. */
void frontmatter_add(const char *key, Str value, StrBuf *out);

#endif
