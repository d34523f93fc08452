#include "check.h"

#include <string.h>

#include <locale.h>

#include "term/screen.h"

static int use_utf8(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static void check_row(const Screen *s, int row, const char *expected)
{
    StrBuf text = {0};
    int width = 0;

    screen_row_text(s, row, &text);
    CHECK_STR(strbuf_view(&text), str_from(expected));
    strbuf_deinit(&text);
    for (int col = 0; col < s->cols; col++) {
        const Cell *cell = screen_cell(s, row, col);
        CHECK((cell->width == 0) == (cell->len == 0));
        CHECK(col == 0
                  ? cell->width > 0
                  : (screen_cell(s, row, col - 1)->width == 2) == (cell->width == 0));
        width += cell->width;
    }
    CHECK_INT(width, s->cols);
}

static void text_is_clipped_at_the_edge(void **state)
{
    (void)state;
    Screen s;
    screen_init(&s, 2, 6);
    CHECK_INT(screen_put(&s, 0, 0, 99, STYLE_TEXT, STR("abcdefgh")), 6);
    check_row(&s, 0, "abcdef");
    CHECK_INT(screen_put(&s, 1, 0, 3, STYLE_TEXT, STR("abcdefgh")), 3);
    check_row(&s, 1, "abc");
    CHECK_INT(screen_put(&s, 2, 0, 3, STYLE_TEXT, STR("x")), 0);
    CHECK_INT(screen_put(&s, 0, 6, 3, STYLE_TEXT, STR("x")), 0);
    CHECK_INT(screen_put(&s, 0, -1, 3, STYLE_TEXT, STR("x")), 0);
    CHECK_INT(screen_cell(&s, 9, 9)->len, 1);
    screen_deinit(&s);
    screen_deinit(&s);
}

static void wide_characters_are_whole_or_not_there(void **state)
{
    (void)state;
    Screen s;
    screen_init(&s, 1, 5);
    CHECK_INT(screen_put(&s, 0, 0, 99, STYLE_TEXT, STR("한글날")), 4);
    check_row(&s, 0, "한글");
    screen_put(&s, 0, 1, 1, STYLE_TEXT, STR("x"));
    check_row(&s, 0, " x글");
    screen_put(&s, 0, 2, 1, STYLE_TEXT, STR("y"));
    check_row(&s, 0, " xy");
    screen_put(&s, 0, 0, 4, STYLE_TEXT, STR("한글"));
    screen_put(&s, 0, 1, 2, STYLE_TEXT, STR("날"));
    check_row(&s, 0, " 날");
    screen_fill(&s, 0, 0, 2, STYLE_TEXT, '-');
    check_row(&s, 0, "--");
    screen_deinit(&s);
}

static void long_text_is_cut_with_dots(void **state)
{
    (void)state;
    Screen s;
    screen_init(&s, 1, 20);
    CHECK_INT(screen_put_cut(&s, 0, 0, 8, STYLE_TEXT, STR("abcdefgh")), 8);
    check_row(&s, 0, "abcdefgh");
    CHECK_INT(screen_put_cut(&s, 0, 0, 8, STYLE_TEXT, STR("abcdefghi")), 8);
    check_row(&s, 0, "abcde...");
    screen_clear(&s);
    CHECK_INT(screen_put_cut(&s, 0, 0, 8, STYLE_TEXT, STR("한국어로 쓴다")), 7);
    check_row(&s, 0, "한국...");
    screen_clear(&s);
    CHECK_INT(screen_put_cut(&s, 0, 0, 2, STYLE_TEXT, STR("abcdef")), 2);
    check_row(&s, 0, "..");
    screen_deinit(&s);
}

static void draws(Str text, const char *expected, int width)
{
    Screen s;

    screen_init(&s, 1, 20);
    CHECK_INT(screen_put(&s, 0, 0, 20, STYLE_TEXT, text), width);
    check_row(&s, 0, expected);
    screen_deinit(&s);
}

static void cells_hold_what_terminals_agree_on(void **state)
{
    (void)state;
    draws(STR("👨‍👩‍👧x"), "👨x", 3);
    draws(STR("👍🏽x"), "👍x", 3);
    draws(STR("❤️x"), "❤x", 2);
    draws(STR("🇰🇷x"), "🇰🇷x", 3);
    draws(STR("e\u0301x"), "e\u0301x", 2);
    draws(STR("\u1112\u1161\u11abx"), "한x", 3);
    draws(STR("a\u0301\u0302\u0303\u0304\u0305\u0306"), "a\u0301\u0302\u0303\u0304", 1);
}

static void controls_never_reach_a_cell(void **state)
{
    (void)state;
    draws(STR("a\033[31mb"), "a\ufffd[31mb", 7);
    draws(STR("a\tb\x7f"), "a b\ufffd", 4);
    draws(STR("\u202ex\xc2\x9b\xff\0"), "\ufffdx\ufffd<FF><00>", 11);
    draws(STR("\u0301x"), "◌\u0301x", 2);
    draws(STR("\U0001fae8\u0378"), "\ufffd\ufffd", 2);
}

static void boxes_have_a_title_and_a_blank_inside(void **state)
{
    (void)state;
    Screen s;
    screen_init(&s, 4, 12);
    screen_put(&s, 1, 0, 12, STYLE_TEXT, STR("한글한글한글"));
    screen_box(&s, 0, 1, 3, 11, STR("Menu"));
    check_row(&s, 0, " ┌─ Menu ──┐");
    check_row(&s, 1, " │         │");
    check_row(&s, 2, " └─────────┘");
    CHECK_INT(screen_cell(&s, 0, 1)->style, STYLE_FRAME);
    CHECK_INT(screen_cell(&s, 0, 4)->style, STYLE_TITLE);
    screen_box(&s, 2, 0, 9, 40, STR("far too large"));
    screen_box(&s, -3, -3, 1, 1, STR(""));
    screen_deinit(&s);
}

static void styles_change_without_the_text(void **state)
{
    (void)state;
    Screen s;
    screen_init(&s, 1, 6);
    screen_put(&s, 0, 0, 6, STYLE_TEXT, STR("a한b"));
    screen_restyle(&s, 0, 1, 1, STYLE_SELECTED);
    screen_underline(&s, 0, 3, 9);
    check_row(&s, 0, "a한b");
    CHECK_INT(screen_cell(&s, 0, 0)->style, STYLE_TEXT);
    CHECK_INT(screen_cell(&s, 0, 1)->style, STYLE_SELECTED);
    CHECK_INT(screen_cell(&s, 0, 2)->style, STYLE_SELECTED);
    CHECK(screen_cell(&s, 0, 3)->underline && !screen_cell(&s, 0, 0)->underline);
    screen_deinit(&s);
}

static void a_difference_cuts_no_wide_character(void **state)
{
    (void)state;
    Screen a, b;
    int from, to;
    screen_init(&a, 1, 10);
    screen_init(&b, 1, 10);
    screen_put(&a, 0, 0, 10, STYLE_TEXT, STR("ab한글cd"));
    screen_put(&b, 0, 0, 10, STYLE_TEXT, STR("ab한글cd"));
    CHECK(!screen_difference(a.cells, b.cells, 10, &from, &to));
    screen_put(&b, 0, 6, 1, STYLE_TEXT, STR("x"));
    CHECK(screen_difference(a.cells, b.cells, 10, &from, &to));
    CHECK_INT(from, 6);
    CHECK_INT(to, 7);
    screen_put(&b, 0, 3, 2, STYLE_TEXT, STR("날"));
    CHECK(screen_difference(a.cells, b.cells, 10, &from, &to));
    CHECK_INT(from, 2);
    CHECK_INT(to, 7);
    screen_deinit(&a);
    screen_deinit(&b);
}

static void the_cursor_stays_on_the_screen(void **state)
{
    (void)state;
    Screen s;
    screen_init(&s, 0, -4);
    CHECK_INT(s.rows, 1);
    screen_resize(&s, 3, 5);
    screen_cursor(&s, 7, 7);
    CHECK_INT(s.cursor_row, 2);
    CHECK_INT(s.cursor_col, 4);
    screen_cursor(&s, -1, -1);
    CHECK_INT(s.cursor_row, 0);
    screen_deinit(&s);
}

static void erased_cells_are_blank_and_cut_no_wide_character_in_half(void **state)
{
    (void)state;
    Screen s, blank;
    StrBuf text = {0};

    screen_init(&s, 3, 8);
    screen_init(&blank, 3, 8);
    for (int row = 0; row < 3; row++)
        screen_put(&s, row, 0, 8, STYLE_BOLD, STR("가나다라"));
    screen_erase(&s, 1, 1, 5, 5); /* more rows than there are */
    screen_row_text(&s, 0, &text);
    CHECK_STR(strbuf_view(&text), STR("가나다라"));
    strbuf_clear(&text);
    screen_row_text(&s, 1, &text);
    CHECK_STR(strbuf_view(&text), STR("      라"));
    CHECK(memcmp(screen_cell(&s, 2, 3), screen_cell(&blank, 2, 3), sizeof(Cell)) == 0);
    strbuf_deinit(&text);
    screen_deinit(&s);
    screen_deinit(&blank);
}

static int insertion(const char *before, const char *after, int col)
{
    Screen s;

    screen_init(&s, 2, 40);
    screen_put(&s, 0, 0, 40, STYLE_TEXT, str_from(before));
    screen_put(&s, 1, 0, 40, STYLE_TEXT, str_from(after));
    int count =
        screen_insertion(screen_cell(&s, 0, 0), screen_cell(&s, 1, 0), s.cols, col);
    screen_deinit(&s);
    return count;
}

static void what_moves_the_rest_of_a_row_is_an_insertion(void **state)
{
    (void)state;

    CHECK_INT(insertion("One and two and three", "One xand two and three", 4), 1);
    CHECK_INT(insertion("One and two and three", "One 한and two and three", 4), 2);
    CHECK_INT(insertion("빵집은 밀가루를 주문한다", "빵집은 흰밀가루를 주문한다", 7),
              2);
    /* The last word goes to the next row. */
    CHECK_INT(insertion("One and two and three", "One xand two and", 4), 1);
}

static void what_is_sent_sooner_than_moved_is_no_insertion(void **state)
{
    (void)state;

    CHECK_INT(insertion("One and", "One andx", 7), 0);
    CHECK_INT(insertion("One and", "One axnd", 5), 0);
    CHECK_INT(insertion("One and two and three", "Two and three and four", 0), 0);
    CHECK_INT(insertion("One and two and three", "One and two and three", 4), 0);
    /* In the middle of a wide character; of a frame. */
    CHECK_INT(insertion("빵집은 밀가루를 주문한다", "빵x집은 밀가루를 주문한다", 1), 0);
    Screen s;
    screen_init(&s, 2, 40);
    screen_put(&s, 0, 0, 40, STYLE_TEXT, STR("One and two and three"));
    screen_put(&s, 1, 0, 40, STYLE_TEXT, STR("xOne and two and three"));
    screen_vline(&s, 0, 30, 2);
    CHECK_INT(screen_insertion(screen_cell(&s, 0, 0), screen_cell(&s, 1, 0), s.cols, 0),
              0);
    screen_deinit(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(text_is_clipped_at_the_edge),
        TEST(wide_characters_are_whole_or_not_there),
        TEST(long_text_is_cut_with_dots),
        TEST(cells_hold_what_terminals_agree_on),
        TEST(controls_never_reach_a_cell),
        TEST(boxes_have_a_title_and_a_blank_inside),
        TEST(styles_change_without_the_text),
        TEST(a_difference_cuts_no_wide_character),
        TEST(the_cursor_stays_on_the_screen),
        TEST(what_moves_the_rest_of_a_row_is_an_insertion),
        TEST(what_is_sent_sooner_than_moved_is_no_insertion),
        TEST(erased_cells_are_blank_and_cut_no_wide_character_in_half),
    };
    return cmocka_run_group_tests(tests, use_utf8, NULL);
}
