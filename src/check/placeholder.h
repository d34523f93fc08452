/* placeholder.h: places that somebody meant to fill in: "[City, Date]", "XX%".
 *
 * templates/placeholders.tsv names the patterns in PCRE2 syntax for people; here
 * each is a matcher of its own, so that every text takes linear time and no regex
 * library is needed. A test holds file and matchers together. */
#ifndef CHECK_PLACEHOLDER_H
#define CHECK_PLACEHOLDER_H

#include "base/mem.h"
#include "base/str.h"
#include "check/check.h"

typedef struct PlaceholderHit {
    Range range;
    Level level;
} PlaceholderHit;

typedef struct PlaceholderSet {
    Level levels[32];     /* by matcher */
    unsigned starts[256]; /* by first byte: a bit a matcher */
    size_t unknown;       /* rows without a matcher: a bug, seen by a test */
} PlaceholderSet;

void placeholders_init(PlaceholderSet *set);
/* Hits in prose, in order, not overlapping; lives in `arena`. Labels of the
 * library in brackets are none. */
void placeholders_match(const PlaceholderSet *set, const Library *lib, Str prose,
                        Arena *arena, const PlaceholderHit **out, size_t *count);
/* "<name>" at `at` of raw Markdown, unless it is an element of HTML: where it ends,
 * or 0. */
size_t placeholder_tag(Str raw, size_t at);
/* "your-name", "your-company", "your-repo" at `at`: where it ends, or 0. */
size_t placeholder_your(Str s, size_t at);

#endif
