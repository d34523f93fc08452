/* figure_date.h: dates as people write them. Source: docs/rules.md, "Quantity". */
#ifndef CHECK_FIGURE_DATE_H
#define CHECK_FIGURE_DATE_H

#include "base/date.h"
#include "base/str.h"

/* The date that begins at `at`: "2027-03-02", "March 2, 2027", "2 March 2027",
 * "March 2027", "Q3 2027", "2027년 3월 2일", "3월 2일", "2027. 3. 2.".
 *   returns  where it ends; 0 when there is none */
size_t date_at(Str s, size_t at, Date *out);

#endif
