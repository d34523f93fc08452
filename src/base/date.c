#include "base/date.h"

#include <time.h>

#include "base/message.h"

enum { DAY_SECONDS = 86400, DAYS_TO_1970 = 719468 /* from 0000-03-01 */ };

/* A commit may carry any 64-bit time. What is outside the years 1 to 9999 is
 * shown as the nearest day that is inside. */
static const int64_t FIRST_SECOND = -62135596800; /* 0001-01-01 00:00:00 */
static const int64_t LAST_SECOND = 253402300799;  /* 9999-12-31 23:59:59 */

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

bool date_valid(Date d)
{
    return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 &&
           d.day >= 1 && d.day <= month_days(d.year, d.month);
}

int date_cmp(Date a, Date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return a.day == b.day ? 0 : a.day < b.day ? -1 : 1;
}

Date date_add_months(Date d, int months)
{
    int64_t count = (int64_t)d.year * 12 + d.month - 1 + months;
    if (count < 12)
        return (Date){1, 1, 1};
    if (count >= 10000 * 12)
        return (Date){9999, 12, 31};
    Date moved = {(int)(count / 12), (int)(count % 12) + 1, d.day};
    int last = month_days(moved.year, moved.month);
    if (moved.day > last)
        moved.day = last;
    return moved;
}

bool date_parse_iso(Str s, Date *out)
{
    Date d = {0};

    if (s.len != 10 || s.ptr[4] != '-' || s.ptr[7] != '-')
        return false;
    if (!str_to_int(str_slice(s, 0, 4), &d.year) ||
        !str_to_int(str_slice(s, 5, 7), &d.month) ||
        !str_to_int(str_slice(s, 8, 10), &d.day) || !date_valid(d))
        return false;
    *out = d;
    return true;
}

/* Days since 1970-01-01, counted in years that begin in March so that the leap
 * day is the last.  Source: H. Hinnant, "chrono-compatible low-level date
 * algorithms", restricted to years 1 to 9999. */
static int64_t days_of(Date d)
{
    int64_t year = d.month <= 2 ? d.year - 1 : d.year;
    int64_t month = (d.month + 9) % 12;
    int64_t in_year = (153 * month + 2) / 5 + d.day - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + in_year - DAYS_TO_1970;
}

static Date date_of_days(int64_t days)
{
    int64_t n = days + DAYS_TO_1970;
    int64_t era = n / 146097, in_era = n % 146097;
    int64_t year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) / 365;
    int64_t in_year = in_era - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * in_year + 2) / 153;
    Date d = {.day = (int)(in_year - (153 * month + 2) / 5) + 1};

    d.month = (int)(month < 10 ? month + 3 : month - 9);
    d.year = (int)(year + era * 400 + (d.month <= 2));
    return d;
}

/* What no time zone can be counts as UTC. */
static int real_offset(int offset)
{
    return offset > -24 * 60 && offset < 24 * 60 ? offset : 0;
}

/* Seconds on the wall clock at an offset, inside the years that can be shown. */
static int64_t wall_seconds(int64_t seconds, int offset)
{
    int64_t shift = (int64_t)real_offset(offset) * 60;

    if (seconds < FIRST_SECOND - shift)
        return FIRST_SECOND;
    if (seconds > LAST_SECOND - shift)
        return LAST_SECOND;
    return seconds + shift;
}

static int64_t day_number(int64_t wall)
{
    return (wall - FIRST_SECOND) / DAY_SECONDS + FIRST_SECOND / DAY_SECONDS;
}

static int second_of_day(int64_t wall)
{
    return (int)((wall - FIRST_SECOND) % DAY_SECONDS);
}

Date date_of(Moment m)
{
    return date_of_days(day_number(wall_seconds(m.seconds, m.offset)));
}

static bool two_digits(Str s, size_t at, int max, int *out)
{
    return str_to_int(str_slice(s, at, at + 2), out) && *out <= max;
}

/* "Z", "+09:00", "-0330" */
static bool parse_offset(Str s, int *out)
{
    int hours = 0, minutes = 0;

    if (str_eq(s, STR("Z")) || str_eq(s, STR("z"))) {
        *out = 0;
        return true;
    }
    if (s.len < 5 || s.len > 6 || (s.ptr[0] != '+' && s.ptr[0] != '-') ||
        (s.len == 6 && s.ptr[3] != ':') || !two_digits(s, 1, 23, &hours) ||
        !two_digits(s, s.len - 2, 59, &minutes))
        return false;
    *out = (hours * 60 + minutes) * (s.ptr[0] == '-' ? -1 : 1);
    return true;
}

bool moment_parse_iso(Str s, Moment *out)
{
    Date d = {0};
    int hour = 0, minute = 0, second = 0, offset = 0;
    size_t at = 19;

    if (s.len < 20 || !date_parse_iso(str_slice(s, 0, 10), &d) ||
        (s.ptr[10] != 'T' && s.ptr[10] != 't' && s.ptr[10] != ' ') ||
        s.ptr[13] != ':' || s.ptr[16] != ':' || !two_digits(s, 11, 23, &hour) ||
        !two_digits(s, 14, 59, &minute) || !two_digits(s, 17, 60, &second))
        return false;
    if (s.ptr[at] == '.')
        for (at++; at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';)
            at++;
    if (!parse_offset(str_slice(s, at, s.len), &offset))
        return false;
    int64_t wall =
        days_of(d) * DAY_SECONDS + (int64_t)hour * 3600 + minute * 60 + second;
    *out = (Moment){wall - (int64_t)offset * 60, offset};
    return true;
}

int moment_millis(Str iso)
{
    int millis = 0, unit = 100;

    if (iso.len < 20 || iso.ptr[19] != '.')
        return 0;
    for (size_t at = 20; at < iso.len && unit > 0; at++, unit /= 10) {
        if (iso.ptr[at] < '0' || iso.ptr[at] > '9')
            break;
        millis += (iso.ptr[at] - '0') * unit;
    }
    return millis;
}

Moment moment_end_of(Date d, int offset)
{
    int64_t wall = (days_of(d) + 1) * DAY_SECONDS - 1;
    return (Moment){wall - (int64_t)offset * 60, offset};
}

static bool is_weekend(Moment m)
{
    /* 0001-01-01, day -719162, was a Monday. */
    int64_t weekday = (day_number(wall_seconds(m.seconds, m.offset)) + 719162) % 7;
    return weekday == 5 || weekday == 6;
}

Moment moment_add_business_days(Moment m, int days)
{
    while (days > 0 && m.seconds < LAST_SECOND) {
        m.seconds += DAY_SECONDS;
        days -= !is_weekend(m);
    }
    return m;
}

void moment_iso8601(Moment m, StrBuf *out)
{
    int second = second_of_day(wall_seconds(m.seconds, m.offset));
    int offset = real_offset(m.offset);
    int away = offset < 0 ? -offset : offset;
    Date d = date_of(m);

    strbuf_addf(out, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", d.year, d.month, d.day,
                second / 3600, second / 60 % 60, second % 60, offset < 0 ? '-' : '+',
                away / 60, away % 60);
}

void moment_clock(Moment m, StrBuf *out)
{
    int second = second_of_day(wall_seconds(m.seconds, m.offset));
    strbuf_addf(out, "%02d:%02d", second / 3600, second / 60 % 60);
}

void moment_time(Moment m, StrBuf *out)
{
    int second = second_of_day(wall_seconds(m.seconds, m.offset));

    moment_clock(m, out);
    strbuf_addf(out, ":%02d", second % 60);
}

static const char *month_name(int month)
{
    static const char *const names[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
                                        N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
                                        N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
    return _(names[month - 1]);
}

static const char *weekday_name(int64_t day)
{
    static const char *const names[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
                                        N_("Fri"), N_("Sat"), N_("Sun")};
    /* 0001-01-01 was a Monday. */
    return _(names[(day - FIRST_SECOND / DAY_SECONDS) % 7]);
}

void moment_relative(Moment m, Moment now, StrBuf *out)
{
    int64_t then = wall_seconds(m.seconds, now.offset);
    int64_t here = wall_seconds(now.seconds, now.offset);
    int64_t day = day_number(then), today = day_number(here);
    int minutes = second_of_day(then) / 60;

    if (then <= here && here - then < 3600) {
        int past = (int)((here - then) / 60);
        if (past == 0)
            strbuf_addz(out, _("just now"));
        else
            message_addf(out, ngettext("%d min", "%d min", (unsigned long)past), past);
        return;
    }
    if (day == today) {
        message_addf(out, _("today %02d:%02d"), minutes / 60, minutes % 60);
        return;
    }
    if (day < today && today - day < 7) {
        message_addf(out, _("%s %02d:%02d"), weekday_name(day), minutes / 60,
                     minutes % 60);
        return;
    }
    Date d = date_of_days(day);
    if (d.year == date_of_days(today).year)
        message_addf(out, _("%d %s"), d.day, month_name(d.month));
    else
        message_addf(out, _("%d %s %d"), d.day, month_name(d.month), d.year);
}

Moment moment_now_exact(int *millis)
{
    struct timespec clock = {0};
    struct tm local = {0};

    clock_gettime(CLOCK_REALTIME, &clock);
    time_t now = clock.tv_sec;
    *millis = (int)(clock.tv_nsec / 1000000);
    if (!localtime_r(&now, &local))
        return (Moment){.seconds = now};
    Date today = {local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
    int64_t wall = days_of(today) * DAY_SECONDS + local.tm_hour * 3600 +
                   local.tm_min * 60 + local.tm_sec;
    return (Moment){.seconds = now, .offset = (int)((wall - now) / 60)};
}

Moment moment_now(void)
{
    int millis;

    return moment_now_exact(&millis);
}
