#include "lsp/server.h"
#include "lsp_editor.h"

#define REQUEST(id, method)                                                            \
    "{\"jsonrpc\":\"2.0\",\"id\":" id ",\"method\":\"" method "\"}"

static const char *const none = "{}";

static void nothing_is_answered_before_initialize(void **state)
{
    Editor e = {0};
    int status = 0;

    (void)state;
    e.host = (ServerHost){&e, editor_read, editor_refresh, editor_log};
    e.server = server_new(&e.host);
    CHECK_HEARD(say(&e, REQUEST("1", "textDocument/hover")), "-32002");
    CHECK_STRZ(editor_open(&e, "x"), "");
    CHECK(!server_ended(e.server, &status));
    say(&e, "{\"method\":\"exit\"}");
    CHECK(server_ended(e.server, &status));
    CHECK_INT(status, 1);
    server_free(e.server);
    strbuf_deinit(&e.heard);
}

static void shutdown_and_exit_end_with_0(void **state)
{
    Editor e;
    int status = 7;

    (void)state;
    editor_start(&e, none);
    CHECK_HEARD(say(&e, REQUEST("2", "shutdown")), "\"id\":2,\"result\":null");
    CHECK_HEARD(say(&e, REQUEST("3", "textDocument/hover")), "-32600");
    CHECK(!server_ended(e.server, &status));
    CHECK_STRZ(say(&e, "{\"method\":\"exit\"}\n" REQUEST("4", "x")), "");
    CHECK(server_ended(e.server, &status));
    CHECK_INT(status, 0);
    editor_stop(&e);
}

static void what_is_not_known_is_refused_or_ignored(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    CHECK_HEARD(say(&e, REQUEST("2", "workspace/symbol")), "-32601");
    CHECK_HEARD(say(&e, REQUEST("2", "initialize")), "-32600");
    CHECK_STRZ(say(&e, "{\"method\":\"$/cancelRequest\",\"params\":{\"id\":2}}"), "");
    CHECK_STRZ(say(&e, "{\"method\":\"no/such\",\"params\":[1]}"), "");
    CHECK_STRZ(say(&e, "{\"id\":3,\"result\":null}"), "");
    CHECK_HEARD(say(&e, "[]"), "-32600");
    CHECK_HEARD(say(&e, "{"), "-32700");
    editor_stop(&e);
}

static void what_it_can_do_is_told(void **state)
{
    Editor e = {0};
    const char *said;

    (void)state;
    e.host = (ServerHost){&e, editor_read, editor_refresh, editor_log};
    e.server = server_new(&e.host);
    said = say(&e, "{\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":"
                   "{\"general\":{\"positionEncodings\":[\"utf-8\"]}}}}");
    CHECK_HEARD(said, "\"positionEncoding\":\"utf-8\"");
    CHECK_HEARD(said, "\"change\":2");
    CHECK_HEARD(said, "\"hoverProvider\":true");
    CHECK_HEARD(said, "\"serverInfo\":{\"name\":\"prfaq\"");
    server_free(e.server);
    strbuf_deinit(&e.heard);
}

static void a_finding_appears_and_goes_with_the_text(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    CHECK_NOT_HEARD(editor_open(&e, "# A\\n\\n## Problem\\n\\nBakers wait.\\n"),
                    "placeholder");
    CHECK_HEARD(
        editor_change(&e, 2,
                      "{\"range\":{\"start\":{\"line\":4,\"character\":7},\"end\":"
                      "{\"line\":4,\"character\":11}},\"text\":\"[TODO]\"}"),
        "\"code\":\"placeholder-left\"");
    CHECK_STR(server_text(e.server, STR("file:///w/a.md")),
              STR("# A\n\n## Problem\n\nBakers [TODO].\n"));
    CHECK_NOT_HEARD(
        editor_change(&e, 3, "{\"text\":\"# A\\n\\n## Problem\\n\\nThey do.\"}"),
        "placeholder");
    editor_stop(&e);
}

static void findings_are_sent_once_for_many_changes(void **state)
{
    Editor e;
    const char *change = "{\"method\":\"textDocument/didChange\",\"params\":{"
                         "\"textDocument\":{\"uri\":\"file:///w/a.md\",\"version\":2},"
                         "\"contentChanges\":[{\"text\":\"# B\\n\"}]}}";
    StrBuf many = {0};
    int sent = 0;

    (void)state;
    editor_start(&e, none);
    editor_open(&e, "# A\\n");
    for (int i = 0; i < 10; i++)
        strbuf_addf(&many, "%s\n", change);
    for (const char *at = say(&e, strbuf_cstr(&many)); (at = strstr(at, "publish"));
         at++)
        sent++;
    CHECK_INT(sent, 1);
    strbuf_deinit(&many);
    editor_stop(&e);
}

static void a_change_that_is_not_understood_takes_the_findings_back(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    CHECK_HEARD(editor_open(&e, "Bakers [TODO]\\n"), "placeholder-left");
    CHECK_HEARD(editor_change(&e, 2, "{\"range\":7,\"text\":\"x\"}"),
                "\"diagnostics\":[]");
    CHECK_INT(e.logged, 1);
    CHECK_STRZ(
        editor_change(&e, 3,
                      "{\"range\":{\"start\":{\"line\":0,\"character\":0},\"end\":"
                      "{\"line\":0,\"character\":0}},\"text\":\"x\"}"),
        "");
    CHECK_HEARD(editor_change(&e, 4, "{\"text\":\"Bakers [TODO]\"}"),
                "placeholder-left");
    editor_stop(&e);
}

static void closing_a_document_clears_its_findings(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    editor_open(&e, "Bakers [TODO]\\n");
    CHECK_HEARD(
        say(&e, "{\"method\":\"textDocument/didClose\",\"params\":{\"textDocument\":"
                "{\"uri\":\"file:///w/a.md\"}}}"),
        "\"diagnostics\":[]");
    CHECK_STR(server_text(e.server, STR("file:///w/a.md")), STR(""));
    editor_stop(&e);
}

static void nothing_is_said_about_a_text_that_is_no_document(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    CHECK_STRZ(editor_open(&e, "# just a note\\n\\n[TODO]"), "");
    CHECK_HEARD(editor_ask(&e, "documentSymbol", ""), "\"result\":[]");
    /* It becomes one, and is none again. */
    CHECK_HEARD(editor_change(&e, 2, "{\"text\":\"Bakers [TODO]\"}"),
                "placeholder-left");
    CHECK_HEARD(editor_change(&e, 3, "{\"text\":\"# just a note\"}"),
                "\"diagnostics\":[]");
    CHECK_STRZ(editor_change(&e, 4, "{\"text\":\"# just a note more\"}"), "");
    editor_stop(&e);
}

static void other_files_than_markdown_are_left_alone(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    CHECK_STRZ(say(&e,
                   "{\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{"
                   "\"uri\":\"file:///w/a.c\",\"languageId\":\"c\",\"version\":1,"
                   "\"text\":\"[TODO]\"}}}"),
               "");
    editor_stop(&e);
}

static void saving_reads_settings_anew(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    editor_open(&e, "Bakers [TODO]\\n");
    int before = e.refreshed;
    CHECK_HEARD(
        say(&e, "{\"method\":\"textDocument/didSave\",\"params\":{\"textDocument\":{"
                "\"uri\":\"file:///w/a.md\"}}}"),
        "placeholder-left");
    CHECK_INT(e.refreshed, before + 1);
    editor_stop(&e);
}

static void a_text_that_cannot_be_read_has_one_finding(void **state)
{
    Editor e;

    (void)state;
    editor_start(&e, none);
    CHECK_HEARD(editor_open(&e, "# A\\nb\\u0000c"), "\"code\":\"not-utf8\"");
    editor_stop(&e);
}

RUN_TESTS(TEST(nothing_is_answered_before_initialize),
          TEST(shutdown_and_exit_end_with_0),
          TEST(what_is_not_known_is_refused_or_ignored), TEST(what_it_can_do_is_told),
          TEST(a_finding_appears_and_goes_with_the_text),
          TEST(findings_are_sent_once_for_many_changes),
          TEST(a_change_that_is_not_understood_takes_the_findings_back),
          TEST(closing_a_document_clears_its_findings),
          TEST(nothing_is_said_about_a_text_that_is_no_document),
          TEST(other_files_than_markdown_are_left_alone),
          TEST(saving_reads_settings_anew),
          TEST(a_text_that_cannot_be_read_has_one_finding))
