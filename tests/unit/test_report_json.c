#include <jansson.h>
#include <string.h>

#include "check/report.h"
#include "rule_case.h"

static Document doc;
static Findings found;

static ReportFile file_of(const char *text, Str path)
{
    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &found);
    return (ReportFile){.path = path, .doc = &doc, .findings = &found};
}

static json_t *parse(const StrBuf *out)
{
    json_error_t err;
    json_t *root = json_loadb(out->ptr, out->len, JSON_REJECT_DUPLICATES, &err);
    CHECK(root != NULL);
    return root;
}

static const char *string_of(const json_t *object, const char *key)
{
    const char *value = json_string_value(json_object_get(object, key));
    return value ? value : "(none)";
}

static void one_object_holds_all_findings(void **state)
{
    (void)state;
    StrBuf out = {0};
    ReportFile file = file_of("# L\n\n## Problem\n\n한 TBD \"q\\\".\n", STR("a.md"));
    report_all(&file, 1, &(ReportOptions){.format = REPORT_JSON}, &out);
    json_t *root = parse(&out);
    CHECK_STRZ(string_of(root, "schema"), "prfaq/check/1");
    CHECK(json_is_false(json_object_get(root, "ready")));
    json_t *items = json_object_get(root, "findings"), *item = NULL;
    CHECK_INT(json_array_size(items), found.count);
    for (size_t i = 0; i < found.count; i++)
        if (!strcmp(string_of(json_array_get(items, i), "rule"), "placeholder-left"))
            item = json_array_get(items, i);
    CHECK_STRZ(string_of(item, "level"), "error");
    CHECK_STRZ(string_of(item, "part"), "problem");
    CHECK_STRZ(string_of(item, "file"), "a.md");
    CHECK_INT(json_integer_value(json_object_get(item, "line")), 5);
    CHECK_INT(json_integer_value(json_object_get(item, "column")), 3);
    CHECK_INT(json_integer_value(json_object_get(item, "end_column")), 6);
    CHECK_INT(json_integer_value(json_object_get(item, "offset")), 21);
    CHECK_INT(json_integer_value(json_object_get(item, "end_offset")), 24);
    CHECK(json_is_null(json_object_get(item, "silenced")));
    CHECK_INT(strlen(string_of(item, "fingerprint")), 12);
    CHECK_INT(json_object_size(item), 16);
    json_decref(root);
    strbuf_deinit(&out);
}

static void a_finding_a_line(void **state)
{
    (void)state;
    StrBuf out = {0};
    ReportFile file = file_of("# L\n\n## Problem\n\nTBD\n", STR("a.md"));
    report_all(&file, 1, &(ReportOptions){.format = REPORT_JSON_LINES}, &out);
    Str rest = strbuf_view(&out), line;
    size_t lines = 0;
    for (; str_next_line(&rest, &line); lines++) {
        json_t *item = json_loadb(line.ptr, line.len, 0, NULL);
        CHECK(json_is_object(item));
        json_decref(item);
    }
    CHECK_INT(lines, found.count);
    strbuf_deinit(&out);
}

static void names_that_are_no_text_still_make_json(void **state)
{
    (void)state;
    StrBuf out = {0};
    ReportFile file = file_of("# L\n\n\x01\xEF\xBF\xBE TBD\n", STR("\xFF.md"));
    report_all(&file, 1, &(ReportOptions){.format = REPORT_JSON}, &out);
    json_t *root = parse(&out);
    CHECK_STRZ(string_of(json_array_get(json_object_get(root, "findings"), 0), "file"),
               "\xEF\xBF\xBD.md");
    json_decref(root);
    strbuf_deinit(&out);
}

static void no_findings_are_an_empty_list(void **state)
{
    (void)state;
    Findings none = {0};
    ReportFile file = {.path = STR("a.md"), .findings = &none};
    StrBuf out = {0};
    report_all(&file, 1, &(ReportOptions){.format = REPORT_JSON}, &out);
    CHECK_STRZ(strbuf_cstr(&out),
               "{\"schema\":\"prfaq/check/1\",\"findings\":[],\"counts\":{\"error\":0,"
               "\"warning\":0,\"info\":0,\"silenced\":0},\"ready\":true,\"fail_on\":"
               "\"never\",\"failed\":false}\n");
    strbuf_deinit(&out);
}

RUN_RULE_TESTS(TEST(one_object_holds_all_findings), TEST(a_finding_a_line),
               TEST(names_that_are_no_text_still_make_json),
               TEST(no_findings_are_an_empty_list))
