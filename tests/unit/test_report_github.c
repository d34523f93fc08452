#include "check/report.h"

#include "rule_case.h"

static void check_report(const char *path, const char *text, const Findings *findings,
                         const char *expected)
{
    Document doc;
    StrBuf out = {0};

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    const ReportFile file = {.path = str_from(path), .doc = &doc, .findings = findings};
    report_file(&file, &(ReportOptions){.format = REPORT_GITHUB}, &out);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

static Finding finding(Level level, size_t start, size_t end, const char *message)
{
    return (Finding){.rule = rule_find(STR("headline-mark")),
                     .level = level,
                     .range = {start, end},
                     .part = NO_INDEX,
                     .message = str_from(message)};
}

static void a_finding_is_a_command_with_its_place(void **state)
{
    (void)state;
    Finding f = finding(LEVEL_ERROR, 7, 10, "No \"!\" here");
    const Findings one = {.items = &f, .count = 1, .errors = 1};
    check_report("a.md", "# One\n\nTwo three.\n", &one,
                 "::error file=a.md,line=3,endLine=3,col=1,endColumn=3,"
                 "title=prfaq headline-mark::No \"!\" here\n");
}

static void signs_of_the_syntax_are_escaped(void **state)
{
    (void)state;
    Finding f = finding(LEVEL_INFO, 0, 0, "100% : a,b\x1b[2J");
    const Findings one = {.items = &f, .count = 1, .infos = 1};
    f.advice = STR("Do it");
    check_report("a,b:%c.md", "x\n", &one,
                 "::notice file=a%2Cb%3A%25c.md,line=1,endLine=1,col=1,endColumn=1,"
                 "title=prfaq headline-mark::100%25 : a,b^[[2J%0ADo it\n");
}

static void a_place_of_several_lines_has_no_columns(void **state)
{
    (void)state;
    Finding f = finding(LEVEL_WARNING, 0, 8, "Long");
    const Findings one = {.items = &f, .count = 1, .warnings = 1};
    check_report("a.md", "# One\n\nTwo three.\n", &one,
                 "::warning file=a.md,line=1,endLine=3,title=prfaq headline-mark::"
                 "Long\n");
}

static void silenced_findings_are_left_out(void **state)
{
    (void)state;
    Finding f = finding(LEVEL_ERROR, 0, 1, "No");
    f.silenced = true;
    const Findings one = {.items = &f, .count = 1, .silenced = 1};
    check_report("a.md", "x\n", &one, "");
}

RUN_RULE_TESTS(TEST(a_finding_is_a_command_with_its_place),
               TEST(signs_of_the_syntax_are_escaped),
               TEST(a_place_of_several_lines_has_no_columns),
               TEST(silenced_findings_are_left_out))
