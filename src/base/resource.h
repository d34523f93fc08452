/* resource.h: the files of templates/, embedded in the program so that one file
 * works alone. Paths are those under templates/: "en/prfaq.md",
 * "lexicon/ko/customer.tsv", "rules.tsv". */
#ifndef BASE_RESOURCE_H
#define BASE_RESOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

typedef struct Resource {
    Str path;
    Str bytes; /* lives as long as the program */
} Resource;

bool resource_find(Str path, Str *bytes);
size_t resource_count(void);
Resource resource_at(size_t index); /* sorted by path */

/* Tables are TSV: tabs, no quoting, one header line. */
typedef struct TsvRow {
    Str fields[16];
    int count;
    int line; /* from 1 */
} TsvRow;

/* Takes the next row off `rest`; missing fields are empty. Start with
 * row.line = 0 and skip the first row, which is the header. */
bool tsv_next(Str *rest, TsvRow *row);
/* Does a line or a field hold a control character other than a tab? Such a file is
 * damaged, or no TSV at all. A carriage return at the end is none. */
bool tsv_has_control(Str text);

#endif
