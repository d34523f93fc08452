/* due.h: how long a review question may stay open: "24h", or "2bd" for two business
 * days. Saturdays and Sundays are none. */
#ifndef REVIEW_DUE_H
#define REVIEW_DUE_H

#include <stdbool.h>

#include "base/date.h"
#include "base/str.h"

typedef struct Due {
    int hours;         /* or */
    int business_days; /* when it is not 0 */
} Due;

#define DUE_DEFAULT ((Due){.hours = 24})

/* "24h", "2bd"; at least 1, at most 9999.
 *   returns  false: it is neither */
bool due_parse(Str value, Due *out);
Moment due_after(Moment asked, Due due);

#endif
