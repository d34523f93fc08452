/* wording.h: what a redline says between the words of the document, in the
 * language that the caller asks for: a summary is in the language of its
 * document, which need not be that of the interface, so gettext cannot choose. */
#ifndef DIFF_WORDING_H
#define DIFF_WORDING_H

#include "base/lang.h"
#include "base/str.h"
#include "doc/part.h"

typedef struct Wording {
    const char *section_changed;  /* the only one */
    const char *sections_changed; /* %1$d of %2$d */
    const char *opening;          /* what stands before the first section */
    const char *whole;            /* the same in a text without sections */
    const char *details;          /* the front matter */
    const char *added, *removed;  /* behind the name of a whole section */
    const char *moved_here, *moved_away;
    const char *moved_from, *moved_to; /* %s: name of a section */
    const char *more;                  /* %1$s: names; %2$d how many more */
    const char *first_draft;
    const char *merged; /* %s: the other draft */
    const char *moved, *signs, *hidden, *layout, *nothing;
} Wording;

/* Korean has its own; everybody else reads English. */
const Wording *wording_of(Lang lang);
/* What a part without a title is called. */
Str wording_part(PartKind kind, Lang lang);
/* "+31 −9 words", "+31 words", "+31 −9 어절": in the unit that the language of the
 * document counts in.
 *
 *   minus  the sign, "-" or "−"; a count of zero is left out unless both are */
void wording_counts(int added, int removed, const char *minus, Lang unit, Lang lang,
                    StrBuf *out);

#endif
