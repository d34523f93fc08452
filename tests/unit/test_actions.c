#include "lsp/actions.h"
#include "lsp_editor.h"

/* "  " after the first word of a line is no finding; a dash in a Q. label is none:
 * the encoding rules have fixes that stay. */
static const char *const text = "# A\\n\\nBakers [TODO] wait.\\n";
static const char *const able =
    "{\"workspace\":{\"workspaceEdit\":{\"documentChanges\":true}},\"textDocument\":{"
    "\"codeAction\":{\"isPreferredSupport\":true,\"codeActionLiteralSupport\":{}}}}";
static const char *const place =
    ",\"range\":{\"start\":{\"line\":2,\"character\":8},\"end\":{\"line\":2,"
    "\"character\":8}},\"context\":{\"diagnostics\":[]}";

static void a_finding_can_be_silenced_where_it_stands(void **state)
{
    Editor e;
    const char *heard;

    (void)state;
    editor_start(&e, able);
    editor_open(&e, text);
    heard = editor_ask(&e, "codeAction", place);
    CHECK_HEARD(heard, "\"kind\":\"quickfix\"");
    CHECK_HEARD(heard,
                "\"documentChanges\":[{\"textDocument\":{\"uri\":\"file:///w/a.md\","
                "\"version\":1}");
    CHECK_HEARD(heard, "\"newText\":\"<!-- prfaq-ok placeholder-left: ");
    editor_stop(&e);
}

static void a_client_without_versions_gets_plain_changes(void **state)
{
    Editor e;

    (void)state;
    editor_start(
        &e, "{\"textDocument\":{\"codeAction\":{\"codeActionLiteralSupport\":{}}}}");
    editor_open(&e, text);
    CHECK_HEARD(editor_ask(&e, "codeAction", place),
                "\"edit\":{\"changes\":{\"file:///w/a.md\":[{\"range\":");
    editor_stop(&e);
}

static void only_what_is_asked_for_is_offered(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, able);
    editor_open(&e, text);
    CHECK_HEARD(
        editor_ask(&e, "codeAction",
                   ",\"range\":{\"start\":{\"line\":2,\"character\":8},\"end\":{"
                   "\"line\":2,\"character\":8}},\"context\":{\"only\":["
                   "\"refactor\"]}"),
        "\"result\":[]");
    CHECK_HEARD(
        editor_ask(&e, "codeAction",
                   ",\"range\":{\"start\":{\"line\":1,\"character\":0},\"end\":{"
                   "\"line\":1,\"character\":0}}"),
        "\"result\":[]");
    editor_stop(&e);
}

static void a_client_that_takes_no_edits_gets_none(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, "{}");
    editor_open(&e, text);
    CHECK_HEARD(editor_ask(&e, "codeAction", place), "\"result\":[]");
    editor_stop(&e);
}

RUN_TESTS(TEST(a_finding_can_be_silenced_where_it_stands),
          TEST(a_client_without_versions_gets_plain_changes),
          TEST(only_what_is_asked_for_is_offered),
          TEST(a_client_that_takes_no_edits_gets_none))
