#include "ui/field.h"

#include "check.h"

static void press(Field *f, KeyCode code, unsigned mods)
{
    Key key = {.code = code, .mods = mods};
    field_key(f, &key);
}

static void typing_goes_where_the_caret_is(void **state)
{
    (void)state;
    Field f = {0};
    field_set(&f, STR("ab한"));
    press(&f, KEYCODE_LEFT, 0);
    field_insert(&f, STR("X"));
    CHECK_STR(field_view(&f), STR("abX한"));
    press(&f, KEYCODE_END, 0);
    press(&f, KEYCODE_BACKSPACE, 0);
    CHECK_STR(field_view(&f), STR("abX"));
    press(&f, KEYCODE_HOME, 0);
    press(&f, KEYCODE_DELETE, 0);
    CHECK_STR(field_view(&f), STR("bX"));
    field_deinit(&f);
}

static void a_paste_is_one_clean_line(void **state)
{
    (void)state;
    Field f = {0};
    Key key = {.code = KEYCODE_PASTE, .paste = STR("a\r\nb\x1b[31mc\x07")};
    CHECK(field_key(&f, &key));
    CHECK_STR(field_view(&f), STR("a bc"));
    field_deinit(&f);
}

static void keys_that_mean_nothing_say_so(void **state)
{
    (void)state;
    Field f = {0};
    Key key = {.code = KEYCODE_F5};
    CHECK(!field_key(&f, &key));
    CHECK(!field_key(&f, &(Key){.code = KEYCODE_CHAR, .cp = 'q', .mods = MOD_CTRL}));
    CHECK_INT(field_view(&f).len, 0);
    field_deinit(&f);
}

RUN_TESTS(TEST(typing_goes_where_the_caret_is), TEST(a_paste_is_one_clean_line),
          TEST(keys_that_mean_nothing_say_so))
