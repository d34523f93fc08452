#include "render/galley.h"

#include <locale.h>

#include "render_rows.h"

static int setup(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static const RenderOptions narrow = {.width = 20, .ascii = true};

static void words_are_wrapped_with_their_styles(void **state)
{
    (void)state;
    check_rows("one **two three four five** six", &narrow, true,
               "one {1:two three four}\n{1:five} six\n");
    check_rows("맞지 않는 옷을 문고리에 걸어 둡니다", &narrow, false,
               "맞지 않는 옷을\n문고리에 걸어 둡니다\n");
}

static void links_are_numbered_and_listed(void **state)
{
    (void)state;
    check_rows("[a](http://b.example) <http://c.d> [e](#f)", &narrow, true,
               "{8:a}{64:[1]} {8:http://c.d} {8:e}\n\n{64:[1] }{8:http://b.example}\n");
}

static void an_address_is_cut_where_the_row_is_full(void **state)
{
    (void)state;
    check_rows("[a](http://example.com/1234567890)", &narrow, false,
               "a[1]\n\n[1] http://example.c\n    om/1234567890\n");
}

static void code_keeps_its_lines_and_tabs(void **state)
{
    (void)state;
    check_rows("```\na\tb\n\nc\n```", &(RenderOptions){.width = 40}, true,
               "  {4:a   b}\n\n  {4:c}\n");
}

static void a_writers_line_break_stays(void **state)
{
    (void)state;
    check_rows("one  \ntwo\nthree", &narrow, false, "one\ntwo three\n");
}

static const struct CMUnitTest tests[] = {
    TEST(words_are_wrapped_with_their_styles),
    TEST(links_are_numbered_and_listed),
    TEST(an_address_is_cut_where_the_row_is_full),
    TEST(code_keeps_its_lines_and_tabs),
    TEST(a_writers_line_break_stays),
};

int main(void)
{
    return cmocka_run_group_tests(tests, setup, NULL);
}
