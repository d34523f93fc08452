#include "ui/area.h"

#include "check.h"

static void press(Field *f, KeyCode code)
{
    const Key key = {.code = code};

    area_key(f, &key, 10);
}

static void enter_begins_a_line_and_a_paste_keeps_its_lines(void **state)
{
    Field f = {0};
    const Key paste = {.code = KEYCODE_PASTE, .paste = STR("two\nthree")};
    (void)state;
    area_set(&f, STR("one"));
    press(&f, KEYCODE_ENTER);
    area_key(&f, &paste, 10);
    CHECK_STR(field_view(&f), STR("one\ntwo\nthree"));
    field_deinit(&f);
}

static void up_and_down_go_by_the_rows_that_are_drawn(void **state)
{
    Field f = {0};
    (void)state;
    area_set(&f, STR("bakers call four mills\nnow"));
    CHECK_INT(f.caret, 26);
    press(&f, KEYCODE_UP);
    CHECK_INT(f.caret, 20);
    press(&f, KEYCODE_HOME);
    CHECK_INT(f.caret, 17);
    press(&f, KEYCODE_UP);
    CHECK_INT(f.caret, 7);
    press(&f, KEYCODE_END);
    CHECK(f.caret > 7 && f.caret < 18);
    press(&f, KEYCODE_DOWN);
    press(&f, KEYCODE_DOWN);
    press(&f, KEYCODE_DOWN);
    CHECK(f.caret >= 23);
    field_deinit(&f);
}

RUN_TESTS(TEST(enter_begins_a_line_and_a_paste_keeps_its_lines),
          TEST(up_and_down_go_by_the_rows_that_are_drawn))
