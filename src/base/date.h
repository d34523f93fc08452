/* date.h: calendar days and moments as text. No clock: "now" is an argument
 * everywhere but in date_now(). */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/lang.h"
#include "base/str.h"

typedef struct Date {
    int year;  /* 0: no date */
    int month; /* 1 to 12 */
    int day;   /* 1 to 31 */
} Date;

typedef struct Moment {
    int64_t seconds; /* since 1970-01-01 UTC, may be negative */
    int offset;      /* minutes east of UTC where it was noted */
} Moment;

bool date_valid(Date d);
int date_cmp(Date a, Date b);
Date date_add_months(Date d, int months); /* the day is clamped to the month */
/* Exactly "2027-03-02". */
bool date_parse_iso(Str s, Date *out);
Date date_of(Moment m); /* the day it was at that offset */

/* What moment_iso8601 writes, "Z" for an offset, parts of a second passed over. */
bool moment_parse_iso(Str s, Moment *out);
/* The thousandths of a second that such a text names; 0 where it names none. */
int moment_millis(Str iso);
/* The last second of a day, at an offset in minutes. */
Moment moment_end_of(Date d, int offset);
/* The same time of day so many days later that are no Saturday or Sunday. */
Moment moment_add_business_days(Moment m, int days);

/* "2027-03-02T09:41:07+09:00". */
void moment_iso8601(Moment m, StrBuf *out);
/* "09:41" at its own offset. */
void moment_clock(Moment m, StrBuf *out);
/* "09:41:07", the same with seconds. */
void moment_time(Moment m, StrBuf *out);
/* For lists: "12 min", "today 09:41", "Mon 14:02", "3 May", "3 May 2025" in the
 * language of the interface. */
void moment_relative(Moment m, Moment now, StrBuf *out);

/* The clock and the local offset, of the zone that held when the program began. */
Moment moment_now(void);
Moment moment_now_exact(int *millis); /* and the thousandths of its second */

#endif
