/* fix.h: put the fixes of findings into the text.
 *
 * A fix replaces a range of bytes or inserts at a place. Fixes of one reading are
 * applied together when they do not overlap; the text is then read and checked anew,
 * because one fix can settle another finding or make room for the next. */
#ifndef CHECK_FIX_H
#define CHECK_FIX_H

#include "check/check.h"

/* Apply fixes to `bytes`.
 *
 *   fixes    of one reading of `bytes`, in any order; FIX_NONE is left out
 *   applied  by index: was it? A fix that overlaps one before it in the text is not.
 *            Insertions at one place all are, in the order given. May be NULL
 *   returns  how many were applied */
size_t fixes_apply(Str bytes, const Fix *fixes, size_t count, bool *applied,
                   StrBuf *out);

/* May the fix be applied without asking: spelling, marks and signs, no words of a
 * person's own? Not for a finding that is silenced or has no fix. */
bool fix_is_safe(const Finding *finding);

/* One fix that was applied. */
typedef struct FixedPlace {
    const Rule *rule;
    int line;   /* in the text as it stood then, from 1 */
    Str before; /* of its line: what stands before it */
    Str old_text, new_text;
    Str after; /* of its last line: what stands behind it */
} FixedPlace;

typedef struct FixedText {
    Str bytes; /* the text afterwards */
    const FixedPlace *places;
    size_t count;
    bool settled; /* false: the bound was reached and more could be fixed */
} FixedText;

/* Which findings are to be fixed? Silenced ones are never asked for. */
typedef bool FixChoice(void *ctx, const Finding *finding);

/* Read, check and fix until nothing chosen is left; at most sixteen times.
 *
 *   bytes  valid UTF-8
 *   owns   *out lives in `arena` and may borrow from `bytes` */
void fixes_settle(Str bytes, const Library *lib, const CheckOptions *options,
                  FixChoice *choice, void *ctx, Arena *arena, FixedText *out);

#endif
