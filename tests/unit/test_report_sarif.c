#include "check/report.h"

#include <jansson.h>

#include "rule_case.h"

static const char text[] = "# L\n\n## Headline\n\n한 Bakers sleep TBD!\n";

/* The report of one file; the caller frees it. */
static json_t *report_of(Str path, const Findings *changed)
{
    Document doc;
    Findings findings;
    StrBuf out = {0};

    document_read(str_from(text), &rule_library, &rule_arena, &doc);
    check_run(&doc, &rule_library, &rule_options, &rule_arena, &findings);
    const ReportFile file = {
        .path = path, .doc = &doc, .findings = changed ? changed : &findings};
    report_all(&file, 1, &(ReportOptions){.format = REPORT_SARIF}, &out);
    json_t *root = json_loads(strbuf_cstr(&out), 0, NULL);
    CHECK(root);
    strbuf_deinit(&out);
    return root;
}

static json_t *run_of(json_t *root)
{
    return json_array_get(json_object_get(root, "runs"), 0);
}

static json_t *result_of(json_t *root, const char *rule)
{
    json_t *results = json_object_get(run_of(root), "results");

    for (size_t i = 0; i < json_array_size(results); i++) {
        json_t *result = json_array_get(results, i);
        if (strcmp(json_string_value(json_object_get(result, "ruleId")), rule) == 0)
            return result;
    }
    return NULL;
}

static json_t *place_of(json_t *result)
{
    json_t *location = json_array_get(json_object_get(result, "locations"), 0);

    return json_object_get(location, "physicalLocation");
}

static const char *uri_of(json_t *result)
{
    json_t *artifact = json_object_get(place_of(result), "artifactLocation");

    return json_string_value(json_object_get(artifact, "uri"));
}

static int number(json_t *object, const char *key)
{
    return (int)json_integer_value(json_object_get(object, key));
}

static void every_rule_is_described(void **state)
{
    (void)state;
    json_t *root = report_of(STR("a.md"), NULL);
    json_t *driver = json_object_get(json_object_get(run_of(root), "tool"), "driver");
    json_t *rules = json_object_get(driver, "rules");

    CHECK_INT(json_array_size(rules), rule_count());
    for (size_t i = 0; i < rule_count(); i++) {
        json_t *rule = json_array_get(rules, i);
        CHECK(strcmp(json_string_value(json_object_get(rule, "id")),
                     rule_id(rule_at(i))) == 0);
        CHECK(json_object_get(json_object_get(rule, "help"), "text"));
    }
    json_decref(root);
}

static void columns_count_code_points(void **state)
{
    (void)state;
    json_t *root = report_of(STR("a.md"), NULL);
    json_t *region =
        json_object_get(place_of(result_of(root, "placeholder-left")), "region");

    CHECK(strcmp(json_string_value(json_object_get(run_of(root), "columnKind")),
                 "unicodeCodePoints") == 0);
    CHECK_INT(number(region, "startLine"), 5);
    CHECK_INT(number(region, "startColumn"), 16);
    CHECK_INT(number(region, "endColumn"), 19);
    json_decref(root);
}

static void a_fix_is_a_replacement(void **state)
{
    (void)state;
    json_t *root = report_of(STR("a.md"), NULL);
    json_t *fix =
        json_array_get(json_object_get(result_of(root, "headline-mark"), "fixes"), 0);
    json_t *change = json_array_get(json_object_get(fix, "artifactChanges"), 0);
    json_t *replacement = json_array_get(json_object_get(change, "replacements"), 0);
    json_t *deleted = json_object_get(replacement, "deletedRegion");

    CHECK_INT(number(deleted, "startColumn") + 1, number(deleted, "endColumn"));
    CHECK(json_object_get(replacement, "insertedContent"));
    json_decref(root);
}

static void places_are_uris(void **state)
{
    (void)state;
    json_t *root = report_of(STR("./우리 \xFF/a#1.md"), NULL);
    json_t *result = result_of(root, "headline-mark");
    CHECK_STR(str_from(uri_of(result)), STR("%EC%9A%B0%EB%A6%AC%20%FF/a%231.md"));
    json_decref(root);

    root = report_of(STR("/a b.md"), NULL);
    result = result_of(root, "headline-mark");
    CHECK_STR(str_from(uri_of(result)), STR("file:///a%20b.md"));
    CHECK(!json_object_get(json_object_get(place_of(result), "artifactLocation"),
                           "uriBaseId"));
    json_decref(root);
}

static void what_is_silenced_says_why(void **state)
{
    (void)state;
    Finding f = {.rule = rule_find(STR("headline-mark")),
                 .level = LEVEL_WARNING,
                 .part = NO_INDEX,
                 .message = STR("No"),
                 .silenced = true,
                 .silencer = SILENCER_COMMENT,
                 .reason = STR("our name has a mark")};
    const Findings one = {.items = &f, .count = 1, .silenced = 1};
    json_t *root = report_of(STR("a.md"), &one);
    json_t *suppression = json_array_get(
        json_object_get(result_of(root, "headline-mark"), "suppressions"), 0);

    CHECK(strcmp(json_string_value(json_object_get(suppression, "kind")), "inSource") ==
          0);
    CHECK(strcmp(json_string_value(json_object_get(suppression, "justification")),
                 "our name has a mark") == 0);
    json_decref(root);
}

RUN_RULE_TESTS(TEST(every_rule_is_described), TEST(columns_count_code_points),
               TEST(a_fix_is_a_replacement), TEST(places_are_uris),
               TEST(what_is_silenced_says_why))
