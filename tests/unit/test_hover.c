#include "lsp/hover.h"
#include "lsp_editor.h"

static const char *const text = "# A\\n\\nBakers [TODO] wait.\\n";
static const char *const place = ",\"position\":{\"line\":2,\"character\":9}";

static void a_finding_explains_itself(void **state)
{
    Editor e;
    const char *heard;

    (void)state;
    editor_start(&e,
                 "{\"textDocument\":{\"hover\":{\"contentFormat\":[\"markdown\"]}}}");
    editor_open(&e, text);
    heard = editor_ask(&e, "hover", place);
    CHECK_HEARD(heard, "\"kind\":\"markdown\",\"value\":\"**");
    CHECK_HEARD(heard, "`<!-- prfaq-ok placeholder-left: ");
    CHECK_HEARD(heard, "`placeholder-left`\"");
    CHECK_HEARD(heard, "\\\\[TODO\\\\]");
    CHECK_HEARD(heard, "\"start\":{\"line\":2,\"character\":7}");
    editor_stop(&e);
}

static void a_plain_client_gets_plain_words(void **state)
{
    Editor e;
    const char *heard;

    (void)state;
    editor_start(&e, "{}");
    editor_open(&e, text);
    heard = editor_ask(&e, "hover", place);
    CHECK_HEARD(heard, "\"kind\":\"plaintext\"");
    CHECK_NOT_HEARD(heard, "**");
    CHECK_HEARD(heard, "[TODO]");
    editor_stop(&e);
}

static void nothing_is_said_where_nothing_was_found(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, "{}");
    editor_open(&e, text);
    CHECK_HEARD(editor_ask(&e, "hover", ",\"position\":{\"line\":1,\"character\":0}"),
                "\"result\":null");
    CHECK_HEARD(editor_ask(&e, "hover", ""), "\"result\":null");
    CHECK_HEARD(editor_ask(&e, "hover", ",\"position\":{\"line\":-1,\"character\":0}"),
                "\"result\":null");
    editor_stop(&e);
}

RUN_TESTS(TEST(a_finding_explains_itself), TEST(a_plain_client_gets_plain_words),
          TEST(nothing_is_said_where_nothing_was_found))
