#include "check.h"

#include "base/line_ends.h"

static void ends_are_counted(void **state)
{
    (void)state;
    CHECK_INT(line_ends(STR("")), ENDS_NONE);
    CHECK_INT(line_ends(STR("one \r line")), ENDS_NONE);
    CHECK_INT(line_ends(STR("a\nb\n")), ENDS_LF);
    CHECK_INT(line_ends(STR("a\r\nb")), ENDS_CRLF);
    CHECK_INT(line_ends(STR("a\r\nb\n")), ENDS_MIXED);
}

static void only_a_whole_turn_counts(void **state)
{
    (void)state;
    CHECK_INT(line_ends_turned(STR("a\nb\n"), STR("a\r\nb\r\n")), ENDS_CRLF);
    CHECK_INT(line_ends_turned(STR("a\r\n"), STR("a\n")), ENDS_LF);
    CHECK_INT(line_ends_turned(STR("a\n"), STR("b\n")), ENDS_NONE);
    CHECK_INT(line_ends_turned(STR("a\nb\r\n"), STR("a\nb\n")), ENDS_NONE);
    CHECK_INT(line_ends_turned(STR("a\nb\n"), STR("a\nb\r\n")), ENDS_NONE);
    CHECK_INT(line_ends_turned(STR("a"), STR("a\r\n")), ENDS_NONE);
}

static void of_three_texts_the_side_that_turned_decides(void **state)
{
    (void)state;
    CHECK_INT(line_ends_of_three(STR("a\n"), STR("b\n"), STR("c\r\n")), ENDS_CRLF);
    CHECK_INT(line_ends_of_three(STR("a\n"), STR("b\r\n"), STR("c\n")), ENDS_CRLF);
    CHECK_INT(line_ends_of_three(STR("a\r\n"), STR("b\r\n"), STR("c\n")), ENDS_LF);
    CHECK_INT(line_ends_of_three(STR("a\n"), STR("b\n"), STR("c\n")), ENDS_NONE);
}

static void there_and_back_gives_the_same_bytes(void **state)
{
    (void)state;
    StrBuf there = {0}, back = {0};

    line_ends_convert(STR("\na\n\nlone \r here\nend"), ENDS_CRLF, &there);
    CHECK_STR(strbuf_view(&there), STR("\r\na\r\n\r\nlone \r here\r\nend"));
    line_ends_convert(strbuf_view(&there), ENDS_LF, &back);
    CHECK_STR(strbuf_view(&back), STR("\na\n\nlone \r here\nend"));
    strbuf_clear(&there);
    line_ends_convert(STR("mixed\r\nlines\n"), ENDS_CRLF, &there);
    CHECK_STR(strbuf_view(&there), STR("mixed\r\nlines\r\n"));
    strbuf_deinit(&there);
    strbuf_deinit(&back);
}

RUN_TESTS(TEST(ends_are_counted), TEST(only_a_whole_turn_counts),
          TEST(of_three_texts_the_side_that_turned_decides),
          TEST(there_and_back_gives_the_same_bytes))
