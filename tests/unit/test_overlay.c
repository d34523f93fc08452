#include "check.h"

#include <locale.h>

#include "term/overlay.h"

static void emoji_are_placed_one_by_one(void **state)
{
    (void)state;
    Screen s;
    StrBuf out = {0};
    Look looks[STYLE_ROLE_COUNT] = {0};
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    for (int i = 0; i < STYLE_ROLE_COUNT; i++)
        looks[i] = theme_look(THEME_DEFAULT, (Style)i, true);
    screen_init(&s, 1, 20);
    screen_put(&s, 0, 0, 20, STYLE_TEXT, STR("한글 ─ “”"));
    CHECK(!overlay_wants_any(s.cells, 20));
    screen_put(&s, 0, 2, 20, STYLE_ADDED, STR("👨‍👩‍👧 ❤️"));
    CHECK(overlay_wants_any(s.cells, 20));
    screen_underline(&s, 0, 5, 1);
    overlay_row(s.cells, 20, 6, looks, &out);
    overlay_cursor(0, 1, &out);
    CHECK_STR(strbuf_view(&out), STR("\033[7;3H\033[0;1;34m👨\033[0m"
                                     "\033[7;6H\033[0;1;4;34m❤\033[0m\033[1;2H"));
    strbuf_deinit(&out);
    screen_deinit(&s);
}

static void their_ground_is_that_of_their_row(void **state)
{
    (void)state;
    Screen s;
    StrBuf out = {0};
    Look looks[STYLE_ROLE_COUNT] = {0};
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    looks[STYLE_MATCH] = theme_look(THEME_DEFAULT, STYLE_MATCH, true);
    looks[STYLE_MATCH].color =
        theme_shade(looks[STYLE_MATCH].color, GROUND_DARK, THEME_SHADES);
    screen_init(&s, 1, 20);
    screen_put(&s, 0, 0, 20, STYLE_MATCH, STR("😀"));
    overlay_row(s.cells, 20, 0, looks, &out);
    CHECK_STR(strbuf_view(&out), STR("\033[1;1H\033[0;1;7;38;5;215m😀\033[0m"));
    strbuf_deinit(&out);
    screen_deinit(&s);
}

RUN_TESTS(TEST(their_ground_is_that_of_their_row), TEST(emoji_are_placed_one_by_one))
