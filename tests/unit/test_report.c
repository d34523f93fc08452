#include "check/report.h"

#include "rule_case.h"

static void formats_are_known_by_name(void **state)
{
    (void)state;
    ReportFormat format = REPORT_TEXT;
    CHECK(report_format_parse(STR("sarif"), &format));
    CHECK_INT(format, REPORT_SARIF);
    CHECK(report_format_parse(STR("json"), &format));
    CHECK_INT(format, REPORT_JSON);
    CHECK(!report_format_parse(STR("yaml"), &format));
}

static void the_level_that_decides_is_the_one_asked_for(void **state)
{
    (void)state;
    const ReportTotals totals = {.errors = 1, .warnings = 2, .infos = 4};
    CHECK_INT(report_failing(&totals, LEVEL_OFF), 0);
    CHECK_INT(report_failing(&totals, LEVEL_ERROR), 1);
    CHECK_INT(report_failing(&totals, LEVEL_WARNING), 3);
    CHECK_INT(report_failing(&totals, LEVEL_INFO), 7);
}

static void files_without_findings_leave_no_gap(void **state)
{
    (void)state;
    const ReportOptions options = {.format = REPORT_JSON, .fail_on = LEVEL_ERROR};
    const Findings none = {0}, one = {.errors = 1};
    ReportTotals totals = {0};
    StrBuf out = {0};

    report_add(&options, STR(""), &none, &totals, &out);
    report_add(&options, STR("{}"), &one, &totals, &out);
    report_add(&options, STR(""), &none, &totals, &out);
    report_add(&options, STR("{}"), &one, &totals, &out);
    CHECK_STR(strbuf_view(&out), STR("{},{}"));
    CHECK_INT(totals.files, 4);
    CHECK_INT(totals.errors, 2);
    strbuf_deinit(&out);
}

RUN_RULE_TESTS(TEST(formats_are_known_by_name),
               TEST(the_level_that_decides_is_the_one_asked_for),
               TEST(files_without_findings_leave_no_gap))
