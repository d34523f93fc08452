/* guard.h: makes Markdown safe to give to cmark, in one linear pass.
 *
 * cmark 0.30.2 takes quadratic time on deep nesting ("- - - -", ">>>>") and on
 * runs of opening brackets ("![[]("). A container deeper than GUARD_DEPTH and an
 * opening bracket beyond GUARD_BRACKETS in one paragraph get a backslash before
 * them: cmark then takes the mark as text, and so does the reader. Lines stay
 * lines; ordinary documents come out as they went in. Source: the pathological
 * cases of CVE-2023-22486 and CVE-2023-24824. */
#ifndef DOC_GUARD_H
#define DOC_GUARD_H

#include "base/mem.h"
#include "base/str.h"

enum { GUARD_DEPTH = 32, GUARD_BRACKETS = 128 };

typedef struct Guard {
    Str md;                /* for cmark: `md` itself when nothing was escaped */
    const size_t *escapes; /* offsets in the input of the marks escaped */
    size_t count;
} Guard;

/*   md    Markdown without front matter; must outlive *out
 *   owns  *out lives in `arena` */
void markdown_guard(Str md, Arena *arena, Guard *out);

#endif
