#include "review/due.h"

#include "check.h"

static void a_term_is_hours_or_business_days(void **state)
{
    (void)state;
    static const char *const bad[] = {"",    "h",  "24", "24 hours", "0h",
                                      "-1h", "2d", "bd", "99999h"};
    Due due = {0};

    CHECK(due_parse(STR(" 24h "), &due));
    CHECK_INT(due.hours, 24);
    CHECK(due_parse(STR("2bd"), &due));
    CHECK_INT(due.business_days, 2);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!due_parse(str_from(bad[i]), &due));
}

static void a_question_of_friday_has_until_tuesday(void **state)
{
    Moment asked = {0};
    StrBuf text = {0};
    (void)state;
    CHECK(moment_parse_iso(STR("2027-03-05T18:00:00+09:00"), &asked));
    moment_iso8601(due_after(asked, DUE_DEFAULT), &text);
    CHECK_STRZ(strbuf_cstr(&text), "2027-03-06T18:00:00+09:00");
    strbuf_clear(&text);
    moment_iso8601(due_after(asked, (Due){.business_days = 2}), &text);
    CHECK_STRZ(strbuf_cstr(&text), "2027-03-09T18:00:00+09:00");
    strbuf_deinit(&text);
}

RUN_TESTS(TEST(a_term_is_hours_or_business_days),
          TEST(a_question_of_friday_has_until_tuesday))
