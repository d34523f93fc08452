#include "base/date.h"

#include <stdlib.h>
#include <time.h>

#include "check.h"

static void check_iso(int64_t seconds, int offset, const char *expected)
{
    StrBuf b = {0};
    moment_iso8601((Moment){seconds, offset}, &b);
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
}

static void check_relative(int64_t seconds, int offset, const char *expected)
{
    /* Thursday 2027-03-04 10:30 in Seoul. */
    const Moment now = {1804123800, 540};
    StrBuf b = {0};
    moment_relative((Moment){seconds, offset}, now, &b);
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
}

static void dates_are_read_exactly(void **state)
{
    Date d = {0};
    (void)state;
    CHECK(date_parse_iso(STR("2027-03-02"), &d));
    CHECK_INT(d.year * 10000 + d.month * 100 + d.day, 20270302);
    CHECK(date_parse_iso(STR("2024-02-29"), &d));
    CHECK(!date_parse_iso(STR("2023-02-29"), &d));
    CHECK(!date_parse_iso(STR("2027-3-2"), &d));
    CHECK(!date_parse_iso(STR("2027-03-02 "), &d));
    CHECK(!date_parse_iso(STR("2027-00-10"), &d));
    CHECK(!date_parse_iso(STR("2027-13-10"), &d));
    CHECK(!date_parse_iso(STR("+027-03-02"), &d));
    CHECK(!date_parse_iso(STR("0000-01-01"), &d));
    CHECK(!date_parse_iso(STR(""), &d));
}

static void months_are_added_and_the_day_is_clamped(void **state)
{
    (void)state;
    CHECK(date_cmp(date_add_months((Date){2027, 1, 31}, 1), (Date){2027, 2, 28}) == 0);
    CHECK(date_cmp(date_add_months((Date){2027, 1, 31}, 13), (Date){2028, 2, 29}) == 0);
    CHECK(date_cmp(date_add_months((Date){2027, 1, 15}, -1), (Date){2026, 12, 15}) ==
          0);
    CHECK(date_cmp(date_add_months((Date){2027, 1, 15}, -13), (Date){2025, 12, 15}) ==
          0);
    CHECK(date_valid(date_add_months((Date){2, 1, 1}, -100)));
    CHECK(date_valid(date_add_months((Date){9999, 1, 1}, 100)));
}

static void dates_are_ordered(void **state)
{
    (void)state;
    CHECK(date_cmp((Date){2027, 3, 2}, (Date){2027, 3, 2}) == 0);
    CHECK(date_cmp((Date){2027, 3, 2}, (Date){2027, 4, 1}) < 0);
    CHECK(date_cmp((Date){2028, 1, 1}, (Date){2027, 12, 31}) > 0);
}

static void moments_are_written_with_their_offset(void **state)
{
    (void)state;
    check_iso(0, 0, "1970-01-01T00:00:00+00:00");
    check_iso(1804034467, 540, "2027-03-03T09:41:07+09:00");
    check_iso(1804034467, -210, "2027-03-02T21:11:07-03:30");
    check_iso(-1, 0, "1969-12-31T23:59:59+00:00");
    check_iso(951782400, 0, "2000-02-29T00:00:00+00:00");
    check_iso(951868800, 0, "2000-03-01T00:00:00+00:00");
}

static void times_no_calendar_has_are_shown_as_the_nearest_day(void **state)
{
    (void)state;
    check_iso(INT64_MIN, 0, "0001-01-01T00:00:00+00:00");
    check_iso(INT64_MIN, -600, "0001-01-01T00:00:00-10:00");
    check_iso(INT64_MAX, 600, "9999-12-31T23:59:59+10:00");
    check_iso(0, INT32_MIN, "1970-01-01T00:00:00+00:00");
}

/* The C library agrees on every day of four centuries. */
static void days_agree_with_the_c_library(void **state)
{
    (void)state;
    for (int64_t day = -73000; day < 73000; day++) {
        time_t t = (time_t)(day * 86400 + 4711);
        struct tm tm = {0};
        CHECK(gmtime_r(&t, &tm) != NULL);
        Date d = date_of((Moment){t, 0});
        CHECK_INT(d.year, tm.tm_year + 1900);
        CHECK_INT(d.month, tm.tm_mon + 1);
        CHECK_INT(d.day, tm.tm_mday);
    }
}

static void lists_say_how_long_ago(void **state)
{
    const int64_t now = 1804123800;
    (void)state;
    check_relative(now, 0, "just now");
    check_relative(now - 12 * 60 - 30, 0, "12 min");
    check_relative(now - 3599, 0, "59 min");
    check_relative(now - 3600, -600, "today 09:30");
    check_relative(now + 3600, 0, "today 11:30");
    check_relative(now - 10 * 3600 - 1800 - 1, 0, "Wed 23:59");
    check_relative(now - 6 * 86400, 0, "Fri 10:30");
    check_relative(now - 7 * 86400, 0, "25 Feb");
    check_relative(now + 86400, 0, "5 Mar");
    check_relative(now - 400LL * 86400, 0, "28 Jan 2026");
    check_relative(INT64_MIN, 0, "1 Jan 1");
}

static void the_clock_knows_the_local_offset(void **state)
{
    (void)state;
    CHECK_INT(setenv("TZ", "KST-9", 1), 0);
    tzset();
    CHECK_INT(moment_now().offset, 540);
    CHECK_INT(setenv("TZ", "NST3:30", 1), 0);
    tzset();
    CHECK_INT(moment_now().offset, -210);
    StrBuf b = {0};
    moment_clock((Moment){1804034467, 540}, &b);
    CHECK_STRZ(strbuf_cstr(&b), "09:41");
    strbuf_deinit(&b);
}

static void moments_are_read_as_they_are_written(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "2027-03-02",
                                      "2027-03-02T09:41:07",
                                      "2027-03-02T25:41:07Z",
                                      "2027-02-30T09:41:07Z",
                                      "2027-03-02T09:41:07+9",
                                      "2027-03-02T09:41:07Zz"};
    Moment m = {0};

    CHECK(moment_parse_iso(STR("2027-03-02T09:41:07+09:00"), &m));
    CHECK_INT(m.seconds, 1803948067);
    check_iso(m.seconds, m.offset, "2027-03-02T09:41:07+09:00");
    CHECK(moment_parse_iso(STR("2027-03-02T00:41:07.125Z"), &m));
    CHECK_INT(moment_millis(STR("2027-03-02T00:41:07.125Z")), 125);
    CHECK_INT(moment_millis(STR("2027-03-02T00:41:07.0519999Z")), 51);
    CHECK_INT(moment_millis(STR("2027-03-02T00:41:07.2+09:00")), 200);
    CHECK_INT(moment_millis(STR("2027-03-02T00:41:07Z")), 0);
    CHECK_INT(moment_millis(STR("")), 0);
    CHECK_INT(m.seconds, 1803948067);
    CHECK_INT(m.offset, 0);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!moment_parse_iso(str_from(bad[i]), &m));
    m = moment_end_of((Date){2027, 3, 2}, 540);
    check_iso(m.seconds, m.offset, "2027-03-02T23:59:59+09:00");
}

static void business_days_pass_over_weekends(void **state)
{
    Moment m = {0};
    (void)state;
    /* A Friday evening in Seoul, which is a Friday in UTC too. */
    CHECK(moment_parse_iso(STR("2027-03-05T18:00:00+09:00"), &m));
    Moment due = moment_add_business_days(m, 1);
    check_iso(due.seconds, due.offset, "2027-03-08T18:00:00+09:00");
    due = moment_add_business_days(m, 2);
    check_iso(due.seconds, due.offset, "2027-03-09T18:00:00+09:00");
    /* Asked on a Saturday morning, which is still Friday in UTC. */
    CHECK(moment_parse_iso(STR("2027-03-06T08:00:00+09:00"), &m));
    due = moment_add_business_days(m, 1);
    check_iso(due.seconds, due.offset, "2027-03-08T08:00:00+09:00");
}

RUN_TESTS(TEST(moments_are_read_as_they_are_written),
          TEST(business_days_pass_over_weekends), TEST(dates_are_read_exactly),
          TEST(months_are_added_and_the_day_is_clamped), TEST(dates_are_ordered),
          TEST(moments_are_written_with_their_offset),
          TEST(times_no_calendar_has_are_shown_as_the_nearest_day),
          TEST(days_agree_with_the_c_library), TEST(lists_say_how_long_ago),
          TEST(the_clock_knows_the_local_offset))
