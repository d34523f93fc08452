/* sitting.h: saves of one person in one go, which a list shows as one row. */
#ifndef DOC_SITTING_H
#define DOC_SITTING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"

typedef struct SavedOnce {
    uint32_t author; /* equal: the same person */
    Moment time;
    bool stands_out; /* somebody said something about it, or gave it a name */
} SavedOnce;

enum {
    SITTING_GAP_MINUTES = 15, /* between one save and the next */
    SITTING_LEAST = 3,        /* so many are folded; fewer are shown one by one */
};

/* Is the older one part of the sitting of the newer one? */
bool sitting_goes_on(const SavedOnce *newer, const SavedOnce *older);
/* How many saves from `from` on are one row: 1, or SITTING_LEAST and more of one person
 * of which each came soon after the one before and none stands out.
 *   items  newest first; the very newest always stands alone */
size_t sitting_length(const SavedOnce *items, size_t count, size_t from);

#endif
