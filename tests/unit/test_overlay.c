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

RUN_TESTS(TEST(emoji_are_placed_one_by_one))
