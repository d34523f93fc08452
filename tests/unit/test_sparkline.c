#include "render/sparkline.h"

#include "check.h"

static void check_bars(const int *values, size_t count, int most, bool ascii,
                       const char *expected)
{
    StrBuf out = {0};

    sparkline(values, count, most, ascii, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
}

static void nothing_is_the_lowest_and_the_most_the_highest(void **state)
{
    static const int values[] = {0, 1, 4, 7, 8, 0};
    (void)state;
    check_bars(values, 6, 0, false, "▁▂▄▇█▁");
    check_bars(values, 6, 0, true, "_.-*#_");
}

static void one_of_many_is_seen(void **state)
{
    static const int values[] = {1000, 1, 0};
    (void)state;
    check_bars(values, 3, 0, true, "#._");
}

static void bars_share_a_scale(void **state)
{
    static const int values[] = {2, 4};
    (void)state;
    check_bars(values, 2, 16, true, ".:");
}

static void what_is_not_known_is_blank(void **state)
{
    static const int values[] = {-1, 3, -1};
    (void)state;
    check_bars(values, 3, 0, true, " # ");
    check_bars(values, 0, 0, true, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_the_lowest_and_the_most_the_highest),
        cmocka_unit_test(one_of_many_is_seen),
        cmocka_unit_test(bars_share_a_scale),
        cmocka_unit_test(what_is_not_known_is_blank),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
