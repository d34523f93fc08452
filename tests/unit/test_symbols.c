#include "lsp/symbols.h"
#include "lsp_editor.h"

static const char *const text = "# A\\n\\n## Problem\\n\\nBakers wait.\\n\\n## "
                                "External FAQ\\n\\n### Why?\\n\\nSo.\\n";

static void sections_hold_their_questions(void **state)
{
    Editor e;
    const char *heard;

    (void)state;
    editor_start(&e, "{\"textDocument\":{\"documentSymbol\":{"
                     "\"hierarchicalDocumentSymbolSupport\":true}}}");
    editor_open(&e, text);
    heard = editor_ask(&e, "documentSymbol", "");
    CHECK_HEARD(heard,
                "{\"name\":\"Problem\",\"detail\":\"problem\",\"kind\":3,\"range\":{"
                "\"start\":{\"line\":2,\"character\":0},\"end\":{\"line\":4,"
                "\"character\":12}},\"selectionRange\":{\"start\":{\"line\":2,"
                "\"character\":0},\"end\":{\"line\":2,\"character\":10}}");
    CHECK_HEARD(heard, "\"children\":[{\"name\":\"Why?\"");
    editor_stop(&e);
}

static void a_simple_client_gets_a_list(void **state)
{
    Editor e;
    const char *heard;

    (void)state;
    editor_start(&e, "{}");
    editor_open(&e, text);
    heard = editor_ask(&e, "documentSymbol", "");
    CHECK_NOT_HEARD(heard, "children");
    CHECK_HEARD(heard, "{\"name\":\"Why?\",\"kind\":15,\"location\":{\"uri\":"
                       "\"file:///w/a.md\"");
    CHECK_HEARD(heard, "\"containerName\":\"External FAQ\"");
    editor_stop(&e);
}

RUN_TESTS(TEST(sections_hold_their_questions), TEST(a_simple_client_gets_a_list))
