#include "check.h"
#include "doc/line.h"

static void lines_end_at_lf_crlf_and_a_lone_cr(void **state)
{
    (void)state;
    Str s = STR("a\nb\r\nc\rd");
    size_t at = 0;
    Range line = {0};
    const char *want[] = {"a", "b", "c", "d"};

    for (int i = 0; i < 4; i++) {
        CHECK(line_next(s, &at, &line));
        CHECK_STR(str_range(s, line), str_from(want[i]));
    }
    CHECK(!line_next(s, &at, &line));
}

static void starts_count_the_line_after_a_final_break(void **state)
{
    (void)state;
    Arena arena = {0};
    size_t count = 0;
    const size_t *starts = line_starts(STR("a\r\nb\r"), &arena, &count);

    CHECK_INT(count, 3);
    CHECK_INT(starts[1], 3);
    CHECK_INT(starts[2], 5);
    line_starts(STR(""), &arena, &count);
    CHECK_INT(count, 1);
    starts = line_starts(STR("\r\r\n\n\rx"), &arena, &count);
    CHECK_INT(count, 5);
    CHECK_INT(starts[1], 1);
    CHECK_INT(starts[2], 3);
    CHECK_INT(starts[3], 4);
    CHECK_INT(starts[4], 5);
    arena_deinit(&arena);
}

static size_t marker(const char *s)
{
    Str str = str_from(s);
    return line_list_marker(str, (Range){0, str.len});
}

static void list_markers_need_white_space_behind_them(void **state)
{
    (void)state;
    CHECK_INT(marker("- a"), 1);
    CHECK_INT(marker("*"), 1);
    CHECK_INT(marker("12) a"), 3);
    CHECK_INT(marker("-a"), 0);
    CHECK_INT(marker("1.a"), 0);
    CHECK_INT(marker("1234567890. a"), 0);
    CHECK_INT(marker("1"), 0);
    CHECK_INT(marker(""), 0);
}

static void headings_have_one_to_six_marks(void **state)
{
    (void)state;
    CHECK_INT(line_heading_marks(STR("## a"), (Range){0, 4}), 2);
    CHECK_INT(line_heading_marks(STR("#"), (Range){0, 1}), 1);
    CHECK_INT(line_heading_marks(STR("#a"), (Range){0, 2}), 0);
    CHECK_INT(line_heading_marks(STR("####### a"), (Range){0, 9}), 0);
}

static void blank_is_spaces_and_tabs(void **state)
{
    (void)state;
    Str s = STR(" \t x ");
    Range all = {0, s.len};

    CHECK(line_is_blank(s, (Range){0, 3}));
    CHECK(!line_is_blank(s, all));
    CHECK_STR(str_range(s, line_trim(s, all)), STR("x"));
    CHECK_STR(str_range(s, line_skip_space(s, all)), STR("x "));
}

RUN_TESTS(TEST(lines_end_at_lf_crlf_and_a_lone_cr),
          TEST(starts_count_the_line_after_a_final_break),
          TEST(list_markers_need_white_space_behind_them),
          TEST(headings_have_one_to_six_marks), TEST(blank_is_spaces_and_tabs))
