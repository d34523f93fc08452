#include "app/cli_json.h"
#include "base/mem.h"
#include "check.h"

static void strings_are_safe_for_a_terminal(void **state)
{
    (void)state;
    StrBuf out = {0};

    json_print_line(json_text(STR("a\x1b[31m \xe2\x80\xae b \xed\x95\x9c")), &out);
    CHECK_STR(strbuf_view(&out), STR("\"a\\u001B[31m \\u202E b \xed\x95\x9c\"\n"));
    strbuf_deinit(&out);
}

static void bytes_that_are_no_text_are_replaced(void **state)
{
    (void)state;
    StrBuf out = {0};

    json_print_line(json_text(STR("x\xffy")), &out);
    CHECK_STR(strbuf_view(&out), STR("\"x\xef\xbf\xbdy\"\n"));
    strbuf_deinit(&out);
}

static void a_character_beyond_the_plane_becomes_a_pair(void **state)
{
    (void)state;
    StrBuf out = {0};

    json_print_line(json_text(STR("\xf3\xa0\x80\x81")), &out); /* U+E0001, a tag */
    CHECK_STR(strbuf_view(&out), STR("\"\\uDB40\\uDC01\"\n"));
    strbuf_deinit(&out);
}

static void an_error_has_code_message_and_hint(void **state)
{
    (void)state;
    StrBuf out = {0};
    Error err = {0};

    error_set(&err, ERR_NOT_FOUND, "there is no \"x\"");
    error_hint(&err, "look");
    json_error(&err, &out);
    CHECK_STR(strbuf_view(&out), STR("{\n"
                                     "  \"error\": {\n"
                                     "    \"code\": \"not-found\",\n"
                                     "    \"message\": \"there is no \\\"x\\\"\",\n"
                                     "    \"hint\": \"look\"\n"
                                     "  }\n"
                                     "}\n"));
    strbuf_deinit(&out);
}

static void a_revision_has_the_documented_members(void **state)
{
    (void)state;
    StrBuf out = {0};
    Revision r = {.number = 3,
                  .commit = "0123456789012345678901234567890123456789",
                  .author = {STR("Mina"), STR("m@x")},
                  .time = {0, 540},
                  .note = STR("n")};

    json_print_line(json_revision(&r), &out);
    CHECK_STR(
        strbuf_view(&out),
        STR("{\"number\":3,\"commit\":\"0123456789012345678901234567890123456789\","
            "\"author\":{\"name\":\"Mina\",\"email\":\"m@x\"},\"with\":[],"
            "\"time\":\"1970-01-01T09:00:00+09:00\",\"note\":\"n\"}\n"));
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(strings_are_safe_for_a_terminal),
          TEST(bytes_that_are_no_text_are_replaced),
          TEST(a_character_beyond_the_plane_becomes_a_pair),
          TEST(an_error_has_code_message_and_hint),
          TEST(a_revision_has_the_documented_members))
