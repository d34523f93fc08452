#include "check/report.h"

#include <locale.h>
#include <string.h>

#include "base/unicode.h"
#include "rule_case.h"

static StrBuf report(const char *text, const ReportOptions *options)
{
    Document doc;
    Findings f;
    StrBuf out = {0};
    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &f);
    ReportFile file = {.path = STR("lantern.md"), .doc = &doc, .findings = &f};
    report_all(&file, 1, options, &out);
    return out;
}

static bool says(const StrBuf *out, const char *text)
{
    return strstr(strbuf_cstr(out), text) != NULL;
}

static void findings_are_lines_for_programs(void **state)
{
    (void)state;
    ReportOptions options = {.fail_on = LEVEL_ERROR};
    StrBuf out = report("# L\n\n## Problem\n\n한 [City, Date].\n", &options);
    CHECK(says(&out, "lantern.md:5:3: error: Unfilled place: \"[City, Date]\" "
                     "[placeholder-left]\n"));
    CHECK(says(&out, "Not ready for review yet.\n"));
    CHECK(says(&out, "Ends with 1: 1 finding of level error or above.\n"));
    strbuf_deinit(&out);
}

static void the_stage_weighs_what_is_found(void **state)
{
    (void)state;
    ReportOptions options = {0};
    StrBuf out = report("---\nstage: launched\n---\n# L\n", &options);
    CHECK(says(&out, "At this stage each of them weighs x100.\n"));
    strbuf_deinit(&out);
    out = report("# L\n", &options);
    CHECK(!says(&out, "weighs"));
    strbuf_deinit(&out);
    options.format = REPORT_JSON;
    out = report("---\nstage: review\n---\n# L\n", &options);
    CHECK(says(&out, "\"factor\":10,"));
    strbuf_deinit(&out);
}

static void the_caret_counts_cells(void **state)
{
    (void)state;
    ReportOptions options = {.source = true, .width = 80};
    StrBuf out = report("# L\n\n## Problem\n\n한글 [City, Date] now.\n", &options);
    CHECK(says(&out, "    5 | 한글 [City, Date] now.\n"
                     "      |      ^~~~~~~~~~~~\n"));
    strbuf_deinit(&out);
}

static void long_lines_are_cut_around_the_caret(void **state)
{
    (void)state;
    StrBuf text = {0};
    strbuf_addz(&text, "# L\n\n## Problem\n\n");
    for (int i = 0; i < 40; i++)
        strbuf_addz(&text, "낱말 ");
    strbuf_addz(&text, "TBD ");
    for (int i = 0; i < 40; i++)
        strbuf_addz(&text, "word ");
    ReportOptions options = {.source = true, .width = 60};
    StrBuf out = report(strbuf_cstr(&text), &options);
    Str rest = strbuf_view(&out), line, source = {0};
    while (str_next_line(&rest, &line)) {
        if (str_find(line, STR("  |"), 0) != STR_NONE ||
            str_find(line, STR(" | "), 0) != STR_NONE)
            CHECK(unicode_width(line) <= 60);
        if (str_find(line, STR("TBD "), 0) != STR_NONE)
            source = line;
        if (str_ends(line, STR(" ^~~")) && source.len > 0) {
            int caret = unicode_width(str_slice(line, 0, str_find(line, STR("^"), 0)));
            int word =
                unicode_width(str_slice(source, 0, str_find(source, STR("TBD"), 0)));
            CHECK_INT(caret, word);
            break;
        }
    }
    CHECK(source.len > 0);
    strbuf_deinit(&text);
    strbuf_deinit(&out);
}

static void nothing_of_the_document_reaches_the_terminal_raw(void **state)
{
    (void)state;
    ReportOptions options = {.source = true, .width = 80};
    StrBuf out =
        report("# L\n\n## Problem\n\n[a\x1b[31mb, \xE2\x80\xAE name] TBD\n", &options);
    CHECK(!says(&out, "\x1b"));
    CHECK(!says(&out, "\xE2\x80\xAE"));
    strbuf_deinit(&out);
    options.color = true;
    out = report("# L\n\n## Problem\n\nTBD\n", &options);
    CHECK(says(&out, "\x1b[31merror\x1b[0m"));
    strbuf_deinit(&out);
}

static void nothing_found_is_said(void **state)
{
    (void)state;
    ReportOptions options = {.source = true, .fail_on = LEVEL_ERROR};
    Findings none = {0};
    StrBuf out = {0};
    ReportFile files[2] = {{.path = STR("a.md"), .findings = &none},
                           {.path = STR("b.md"), .findings = &none}};
    report_all(files, 1, &options, &out);
    CHECK_STRZ(strbuf_cstr(&out), "Nothing to fix. Ready for review.\n");
    strbuf_clear(&out);
    report_all(files, 2, &options, &out);
    CHECK_STRZ(strbuf_cstr(&out), "Nothing to fix in 2 documents. Ready for review.\n");
    strbuf_deinit(&out);
}

static void files_that_cannot_be_read_are_reported(void **state)
{
    (void)state;
    ReportOptions options = {.source = true};
    Findings f;
    StrBuf out = {0};
    Document doc;
    Error why = {.message = "line 2 is not UTF-8 text", .hint = "convert it"};
    document_read(STR("a\nb "), &rule_library, &rule_arena, &doc);
    check_unreadable(4, &why, &rule_options, &rule_arena, &f);
    ReportFile file = {.path = STR("bad.md"), .doc = &doc, .findings = &f};
    report_all(&file, 1, &options, &out);
    CHECK(says(&out, "bad.md:2:3: error: The file cannot be checked: line 2 is not"));
    CHECK(says(&out, "\n    2 | b \n      |   ^\n      = Convert it\n"));
    strbuf_deinit(&out);
}

/* 16 findings a KiB in one line of 400 KiB: minutes when each looks at the whole. */
static void a_long_line_full_of_findings_is_reported_at_once(void **state)
{
    (void)state;
    ReportOptions options = {.source = true, .width = 60};
    StrBuf text = {0}, out = {0};
    Document doc;
    Findings f;
    strbuf_addz(&text, "# L\n\n");
    for (int i = 0; i < 40000; i++)
        strbuf_addz(&text, "{{title}} ");
    strbuf_addz(&text, "끝.\n");
    document_read(strbuf_view(&text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &f);
    CHECK(f.count > 40000);
    ReportFile file = {.path = STR("long.md"), .doc = &doc, .findings = &f};
    report_all(&file, 1, &options, &out);
    CHECK(says(&out, "long.md:3:399991: "));
    strbuf_clear(&out);
    report_all(&file, 1, &(ReportOptions){.format = REPORT_JSON}, &out);
    CHECK(says(&out, "\"line\":3,\"column\":399991,"));
    strbuf_deinit(&text);
    strbuf_deinit(&out);
}

static int start(void **state)
{
    setlocale(LC_CTYPE, "C.UTF-8");
    return rule_cases_start(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(findings_are_lines_for_programs),
        TEST(the_stage_weighs_what_is_found),
        TEST(the_caret_counts_cells),
        TEST(long_lines_are_cut_around_the_caret),
        TEST(nothing_of_the_document_reaches_the_terminal_raw),
        TEST(nothing_found_is_said),
        TEST(files_that_cannot_be_read_are_reported),
        TEST(a_long_line_full_of_findings_is_reported_at_once),
    };
    return cmocka_run_group_tests(tests, start, rule_cases_stop);
}
