#include "check.h"

#include "ui/update.h"

static void open_document(Model *m, Str bytes)
{
    Msg opened = {.type = MSG_OPENED, .path = STR("/w/a.md"), .name = STR("a")};

    opened.bytes = bytes;
    model_init(m, NULL, 24, 80);
    m->started_with_document = true;
    update(m, &opened);
}

static Redraw press(Model *m, KeyCode code, uint32_t cp, unsigned mods)
{
    Msg msg = {.type = MSG_KEY, .key = {.code = code, .cp = cp, .mods = mods}};

    update(m, &msg);
    return m->redraw;
}

static void a_character_changes_the_rows_of_its_line(void **state)
{
    (void)state;
    Model m;

    open_document(&m, STR("One two\nThree\n"));
    CHECK_INT(press(&m, KEYCODE_CHAR, 'x', 0), REDRAW_LINE);
    CHECK_INT(press(&m, KEYCODE_CHAR, 0xD55C, 0), REDRAW_LINE);
    CHECK_INT(press(&m, KEYCODE_BACKSPACE, 0, 0), REDRAW_LINE);
    model_deinit(&m);
}

static void what_moves_rows_changes_the_text(void **state)
{
    (void)state;
    Model m;

    open_document(&m, STR("One two\nThree\nFour\n"));
    CHECK_INT(press(&m, KEYCODE_ENTER, 0, 0), REDRAW_TEXT);
    CHECK_INT(press(&m, KEYCODE_BACKSPACE, 0, 0), REDRAW_TEXT);
    press(&m, KEYCODE_END, 0, 0);
    CHECK_INT(press(&m, KEYCODE_DELETE, 0, 0), REDRAW_TEXT);
    int typed = 0;
    while (typed < 200 &&
           press(&m, KEYCODE_CHAR, typed % 5 ? 'w' : ' ', 0) != REDRAW_TEXT)
        typed++;
    CHECK(typed < 80); /* the line has wrapped into one more row */
    model_deinit(&m);
}

static void typing_over_a_selection_changes_the_text(void **state)
{
    (void)state;
    Model m;

    open_document(&m, STR("One two\n"));
    press(&m, KEYCODE_RIGHT, 0, MOD_SHIFT);
    CHECK_INT(press(&m, KEYCODE_CHAR, 'x', 0), REDRAW_TEXT);
    model_deinit(&m);
}

static void a_motion_changes_the_whole_frame(void **state)
{
    (void)state;
    Model m;

    open_document(&m, STR("One two\n"));
    CHECK_INT(press(&m, KEYCODE_RIGHT, 0, 0), REDRAW_ALL);
    press(&m, KEYCODE_CHAR, 'x', 0);
    Msg idle = {.type = MSG_RESUMED};
    update(&m, &idle);
    CHECK_INT(m.redraw, REDRAW_ALL);
    model_deinit(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_character_changes_the_rows_of_its_line),
        TEST(what_moves_rows_changes_the_text),
        TEST(typing_over_a_selection_changes_the_text),
        TEST(a_motion_changes_the_whole_frame),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
