/* frontmatter.h: the YAML block a document may begin with.
 *
 * Read with libyaml, at most 64 KiB and 32 levels deep (libyaml is quadratic).
 * Scalars are strings; aliases, tags and repeated keys are refused. Never
 * written back: a key is changed by replacing the bytes of its value. */
#ifndef DOC_FRONTMATTER_H
#define DOC_FRONTMATTER_H

#include <stdbool.h>

#include "base/error.h"
#include "base/mem.h"
#include "base/str.h"

typedef struct MetaEntry {
    Str key;
    Str value;   /* decoded; a list is joined with ", "; a mapping is empty */
    Range range; /* bytes of the value in the file */
} MetaEntry;

typedef struct Metadata {
    Range range; /* both fences and what is between, with the last line break;
                    empty when there is none */
    const MetaEntry *entries;
    size_t count;
} Metadata;

/*   bytes  the file; a BOM before the first fence is allowed
 *   fails  ERR_INVALID when the block never closes, is too large or too deep, or
 *          is no YAML mapping; the message has the line. *out then says which
 *          bytes were taken for front matter (none when it never closes). A
 *          first line "---" that is not followed by a "key:" line is a rule, not
 *          front matter. */
bool frontmatter_read(Str bytes, Arena *arena, Metadata *out, Error *err);
/* The value of a key; empty when absent. */
Str metadata_get(const Metadata *m, const char *key);

#endif
