#include "check/rule.h"
#include "lsp/diagnostics.h"
#include "lsp_editor.h"

/* The finding stands at line 2 (from 0), behind Hangul and an emoji. */
static const char *const text = "# A\\n\\n밀 😀 [TODO].\\n";

static void places_are_counted_as_the_editor_counts(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, "{}");
    CHECK_HEARD(editor_open(&e, text),
                "{\"range\":{\"start\":{\"line\":2,\"character\":5},"
                "\"end\":{\"line\":2,\"character\":11}}");
    editor_stop(&e);
    editor_start(&e, "{\"general\":{\"positionEncodings\":[\"utf-8\"]}}");
    CHECK_HEARD(editor_open(&e, text), "{\"start\":{\"line\":2,\"character\":9},");
    editor_stop(&e);
    editor_start(&e, "{\"general\":{\"positionEncodings\":[\"utf-32\"]}}");
    CHECK_HEARD(editor_open(&e, text), "{\"start\":{\"line\":2,\"character\":4},");
    editor_stop(&e);
}

static void a_finding_names_its_rule_and_level(void **state)
{
    Editor e;
    const char *heard;

    (void)state;
    editor_start(&e, "{}");
    heard = editor_open(&e, text);
    CHECK_HEARD(heard, "\"uri\":\"file:///w/a.md\"");
    CHECK_HEARD(heard,
                "\"severity\":1,\"code\":\"placeholder-left\",\"source\":\"prfaq\","
                "\"message\":\"");
    CHECK_NOT_HEARD(heard, "\"version\"");
    editor_stop(&e);
    editor_start(
        &e, "{\"textDocument\":{\"publishDiagnostics\":{\"versionSupport\":true}}}");
    CHECK_HEARD(editor_open(&e, text), "\"version\":1");
    editor_stop(&e);
}

static void silenced_findings_are_not_shown(void **state)
{
    Finding findings[] = {
        {.rule = rule_find(STR("placeholder-left")), .level = LEVEL_WARNING},
        {.rule = rule_find(STR("faq-few")), .level = LEVEL_WARNING, .silenced = true},
    };
    char uri[] = "file:///a.md";
    Client client = {0};
    Buffer buffer = {.uri = uri, .reading = {.findings = {findings, 2, 0, 2, 0, 1}}};

    (void)state;
    buffer.reading.reported = true;
    json_t *params = diagnostics_of(&client, &buffer);
    CHECK_INT(json_array_size(json_object_get(params, "diagnostics")), 1);
    json_decref(params);
    buffer.reading.reported = false;
    params = diagnostics_of(&client, &buffer);
    CHECK_INT(json_array_size(json_object_get(params, "diagnostics")), 0);
    json_decref(params);
}

RUN_TESTS(TEST(places_are_counted_as_the_editor_counts),
          TEST(a_finding_names_its_rule_and_level),
          TEST(silenced_findings_are_not_shown))
