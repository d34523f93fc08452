#include <locale.h>

#include "render_rows.h"

static int setup(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static void columns_are_as_wide_as_their_cells(void **state)
{
    (void)state;
    check_rows("|도시|bags|\n|-|-:|\n|서울|12|\n|Gwangju|3|",
               &(RenderOptions){.width = 40, .ascii = true}, false,
               "도시    | bags\n--------+-----\n서울    |   12\nGwangju |    3\n");
    check_rows("|a|\n|-|\n|b|", &(RenderOptions){.width = 40}, true,
               "{1:a}\n{64:─}\nb\n");
}

static void cells_are_wrapped_to_the_width(void **state)
{
    (void)state;
    check_rows("|a|b|\n|-|-|\n|x|one two three four|",
               &(RenderOptions){.width = 20, .ascii = true}, false,
               "a | b\n--+-----------------\nx | one two three\n  | four\n");
}

static void too_many_columns_become_a_list(void **state)
{
    (void)state;
    check_rows("|aaaaaa|bbbbbb|cccccc|\n|-|-|-|\n|dddddd|eeeeee|ffffff|",
               &(RenderOptions){.width = 20, .ascii = true}, false,
               "aaaaaa\n  dddddd\nbbbbbb\n  eeeeee\ncccccc\n  ffffff\n");
}

static void a_break_in_a_cell_stays(void **state)
{
    (void)state;
    check_rows("|a|b|\n|-|-|\n|c<br>d|e|", &(RenderOptions){.width = 20, .ascii = true},
               false, "a | b\n--+--\nc | e\nd |\n");
}

static const struct CMUnitTest tests[] = {
    TEST(columns_are_as_wide_as_their_cells),
    TEST(cells_are_wrapped_to_the_width),
    TEST(too_many_columns_become_a_list),
    TEST(a_break_in_a_cell_stays),
};

int main(void)
{
    return cmocka_run_group_tests(tests, setup, NULL);
}
