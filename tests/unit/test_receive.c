#include "check.h"

#include "ui/update.h"

static Effect open_and_type(Model *m)
{
    Msg opened = {.type = MSG_OPENED,
                  .path = STR("/w/a.md"),
                  .name = STR("a"),
                  .bytes = STR("Words\n")};
    Msg typed = {.type = MSG_KEY, .key = {.code = KEYCODE_CHAR, .cp = 'X'}};

    model_init(m, NULL, 24, 80);
    m->started_with_document = true;
    update(m, &opened);
    return update(m, &typed);
}

static Msg disk_full(EffectType effect)
{
    Msg msg = {.type = MSG_FAILED, .effect = effect};
    error_set(&msg.error, ERR_IO, "cannot write \"a.md\": no space");
    return msg;
}

static void a_lost_terminal_tries_a_second_file_before_it_gives_up(void **state)
{
    (void)state;
    Model m;
    Msg hangup = {.type = MSG_HANGUP}, failed = disk_full(EFFECT_WRITE);

    open_and_type(&m);
    Effect first = update(&m, &hangup);
    CHECK_INT(first.type, EFFECT_WRITE);
    CHECK_INT(first.name.len, 0);
    Effect second = update(&m, &failed);
    CHECK_INT(second.type, EFFECT_WRITE);
    CHECK_STR(second.name, STR("mine"));
    CHECK_STR(second.bytes, STR("XWords\n"));
    Effect third = update(&m, &failed);
    CHECK_INT(third.type, EFFECT_QUIT);
    CHECK_INT(third.status, ERR_IO);
    model_deinit(&m);
}

static void a_save_that_fails_closes_nothing(void **state)
{
    (void)state;
    Model m;
    Msg close = {.type = MSG_KEY,
                 .key = {.code = KEYCODE_CHAR, .cp = 'q', .mods = MOD_CTRL}};
    Msg save = {.type = MSG_KEY, .key = {.code = KEYCODE_ENTER}};
    Msg failed = disk_full(EFFECT_SAVE);

    open_and_type(&m);
    update(&m, &close);
    CHECK_INT(m.prompt.type, PROMPT_CLOSE_FILE);
    CHECK_INT(update(&m, &save).type, EFFECT_SAVE);
    CHECK_INT(update(&m, &failed).type, EFFECT_NONE);
    CHECK_INT(m.after_save, EFFECT_NONE);
    CHECK(m.ed.open && m.notice_bad);
    model_deinit(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_lost_terminal_tries_a_second_file_before_it_gives_up),
        TEST(a_save_that_fails_closes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
