/* test_term.c: term.c and the harness, by way of demo.c. argv[1] is the demo. */
#include "../unit/check.h"

#include <locale.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "frames.h"
#include "vt.h"

static const char *demo;

static Vt *start_with(const char *word, const char *const *env)
{
    const char *argv[] = {demo, word, NULL};
    Vt *vt = vt_start(&(VtOptions){.argv = argv, .env = env});
    return vt;
}

static Vt *start(void)
{
    Vt *vt = start_with(NULL, NULL);
    CHECK(vt_wait_row(vt, 0, "한글 데모 24 x 80"));
    return vt;
}

static int exit_code(Vt *vt)
{
    int status = 0;

    CHECK(vt_wait_exit(vt, &status));
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + WTERMSIG(status);
}

static void check_restored(Vt *vt)
{
    VtState state = vt_state(vt);

    CHECK(!state.alt_screen);
    CHECK(state.cursor_visible);
    CHECK(!state.mouse);
    CHECK(state.cooked);
    CHECK(str_find(state.output, STR("\033[?2004l"), 0) != STR_NONE);
}

static void korean_and_frames_are_drawn(void **state)
{
    (void)state;
    Vt *vt = start();
    CHECK(vt_wait_row(vt, 4, "  ┌─ 상자 ─────┐"));
    CHECK(vt_wait_row(vt, 5, "  │ 고객       │"));
    CHECK(vt_state(vt).alt_screen);
    CHECK(!vt_state(vt).cooked);
    CHECK(vt_wait_cursor(vt, 2, 0));
    CHECK(vt_look(vt, 0, 0).bold);
    CHECK(vt_look(vt, 5, 4).reverse);
    vt_stop(vt);
}

static void frames_are_ascii_when_wanted(void **state)
{
    (void)state;
    Vt *vt = start_with("ascii", NULL);
    CHECK(vt_wait_row(vt, 4, "  +- 상자 -----+"));
    vt_stop(vt);
}

static void keys_arrive_on_every_terminal(void **state)
{
    (void)state;
    static const char *const terms[] = {"TERM=xterm-256color", "TERM=screen-256color",
                                        "TERM=linux", "TERM=tmux-256color",
                                        "TERM=no-such-terminal"};
    static const char *const names[] = {"^S",    "Ctrl-Left", "Shift-Tab", "F5",
                                        "F6",    "Esc s",     "PgUp",      "Backspace",
                                        "Enter", "Esc",       "^Z"};
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        const char *env[] = {terms[i], NULL};
        Vt *vt = start_with(NULL, env);
        CHECK(vt_wait_row(vt, 0, "한글 데모 24 x 80"));
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) {
            StrBuf row = {0};
            vt_key(vt, names[k]);
            strbuf_addf(&row, "key: %s", names[k]);
            if (strcmp(names[k], "F5") != 0)
                CHECK(vt_wait_row(vt, 1, strbuf_cstr(&row)));
            strbuf_deinit(&row);
        }
        vt_stop(vt);
    }
}

static void typed_hangul_moves_the_cursor(void **state)
{
    (void)state;
    Vt *vt = start();
    vt_type(vt, "한 글a");
    CHECK(vt_wait_row(vt, 2, "한 글a|"));
    CHECK(vt_wait_cursor(vt, 2, 6));
    CHECK_INT(vt_look(vt, 2, 0).color, 4);
    vt_send(vt, STR("\xeb"));
    vt_send(vt, STR("\x82\xa0"));
    CHECK(vt_wait_row(vt, 2, "한 글a날|"));
    vt_stop(vt);
}

static void a_paste_is_one_key(void **state)
{
    (void)state;
    StrBuf big = {0};
    Vt *vt = start();
    vt_paste(vt, STR("한\x1b[31m글"));
    CHECK(vt_wait_row(vt, 1, "key: paste 한글"));
    strbuf_addz(&big, "[");
    strbuf_add_repeat(&big, 'x', 300000);
    vt_paste(vt, strbuf_view(&big));
    CHECK(vt_wait_text(vt, "key: paste [xxxx"));
    strbuf_deinit(&big);
    vt_stop(vt);
}

static void a_click_is_a_key_when_the_mouse_is_on(void **state)
{
    (void)state;
    Vt *vt = start_with("mouse", NULL);
    CHECK(vt_wait_text(vt, "데모"));
    CHECK(vt_state(vt).mouse);
    vt_click(vt, 7, 30);
    CHECK(vt_wait_row(vt, 1, "key: mouse 1 7,30"));
    vt_key(vt, "ctrl-q");
    CHECK_INT(exit_code(vt), 0);
    check_restored(vt);
    vt_stop(vt);
}

static void resizing_draws_again(void **state)
{
    (void)state;
    Vt *vt = start();
    vt_resize(vt, 10, 41);
    CHECK(vt_wait_row(vt, 0, "한글 데모 10 x 41"));
    vt_resize(vt, 40, 120);
    CHECK(vt_wait_row(vt, 0, "한글 데모 40 x 120"));
    CHECK(vt_wait_row(vt, 4, "  ┌─ 상자 ─────┐"));
    vt_resize(vt, 2, 5);
    CHECK(vt_wait_row(vt, 0, "한글"));
    vt_stop(vt);
}

static void quitting_restores_the_terminal(void **state)
{
    (void)state;
    Vt *vt = start();
    vt_key(vt, "ctrl-q");
    CHECK_INT(exit_code(vt), 0);
    check_restored(vt);
    CHECK(vt_find_row(vt, "bye") >= 0);
    CHECK(vt_find_row(vt, "데모") < 0);
    vt_stop(vt);
}

static void ends_after(const char *key, int expected)
{
    Vt *vt = start();

    vt_key(vt, key);
    CHECK_INT(exit_code(vt), expected);
    check_restored(vt);
    vt_stop(vt);
}

static void a_crash_restores_the_terminal(void **state)
{
    (void)state;
    ends_after("f4", 7);
    ends_after("ctrl-x", 1000 + SIGABRT);
    ends_after("f2", 1000 + SIGSEGV);
}

static void signals_end_the_program_in_order(void **state)
{
    (void)state;
    static const int numbers[] = {SIGHUP, SIGTERM, SIGINT};
    for (size_t i = 0; i < 3; i++) {
        Vt *vt = start();
        vt_signal(vt, numbers[i]);
        CHECK_INT(exit_code(vt), 10 + numbers[i]);
        check_restored(vt);
        vt_stop(vt);
    }
}

static void a_terminal_that_goes_away_is_a_hang_up(void **state)
{
    (void)state;
    Vt *vt = start();
    vt_hang_up(vt);
    int code = exit_code(vt);
    CHECK(code == 10 || code == 10 + SIGHUP);
    vt_stop(vt);
}

static void what_is_no_terminal_is_refused(void **state)
{
    (void)state;
    const char *env[] = {"TERM=dumb", NULL};
    Vt *vt = start_with(NULL, env);
    CHECK_INT(exit_code(vt), 2);
    CHECK(vt_find_row(vt, "TERM is \"dumb\"") >= 0);
    CHECK(vt_find_row(vt, "hint: use commands such as") >= 0);
    vt_stop(vt);

    const char *argv[] = {"/bin/sh", "-c", "\"$0\" </dev/null", demo, NULL};
    vt = vt_start(&(VtOptions){.argv = argv});
    CHECK_INT(exit_code(vt), 2);
    CHECK(vt_find_row(vt, "the screens need a terminal") >= 0);
    vt_stop(vt);
}

static void suspending_gives_the_terminal_back(void **state)
{
    (void)state;
    const char *argv[] = {"/bin/sh", "-c", "set -m; \"$0\"; echo away; read x; fg",
                          demo, NULL};
    Vt *vt = vt_start(&(VtOptions){.argv = argv});
    CHECK(vt_wait_text(vt, "데모"));
    vt_key(vt, "f3");
    CHECK(vt_wait_text(vt, "away"));
    CHECK(!vt_state(vt).alt_screen);
    CHECK(vt_state(vt).cooked);
    vt_resize(vt, 20, 70);
    vt_send(vt, STR("\r"));
    CHECK(vt_wait_row(vt, 1, "key: F3"));
    CHECK(vt_wait_row(vt, 0, "한글 데모 20 x 70"));
    CHECK(vt_state(vt).alt_screen);
    CHECK(!vt_state(vt).cooked);
    vt_key(vt, "ctrl-q");
    CHECK_INT(exit_code(vt), 0);
    check_restored(vt);
    vt_stop(vt);
}

/* What a shell does not see, a debugger or "kill -STOP" does. */
static void going_on_after_a_stop_draws_again(void **state)
{
    (void)state;
    Vt *vt = start();
    vt_signal(vt, SIGSTOP);
    vt_resize(vt, 12, 60);
    vt_signal(vt, SIGCONT);
    CHECK(vt_wait_row(vt, 1, "key: resumed"));
    CHECK(vt_wait_row(vt, 0, "한글 데모 12 x 60"));
    vt_type(vt, "가");
    CHECK(vt_wait_row(vt, 2, "가|"));
    vt_stop(vt);
}

static void check_frame(Vt *vt, uint32_t number)
{
    Screen expected;

    screen_init(&expected, 24, 80);
    frame_draw(&expected, number);
    CHECK(vt_wait_cursor(vt, expected.cursor_row, expected.cursor_col));
    for (int row = 0; row < 24; row++) {
        StrBuf line = {0};
        screen_row_text(&expected, row, &line);
        CHECK(vt_wait_row(vt, row, strbuf_cstr(&line)));
        strbuf_deinit(&line);
    }
    screen_deinit(&expected);
}

/* Hangul over half of Hangul, emoji that come and go: only the difference is
 * sent, and yet nothing of an older frame stays. */
static void any_frame_may_follow_any_other(void **state)
{
    (void)state;
    Vt *vt = start();
    for (uint32_t number = 1; number <= 120; number++) {
        vt_key(vt, "f5");
        check_frame(vt, number);
    }
    vt_key(vt, "f6");
    CHECK(vt_wait_row(vt, 0, "한글 데모 24 x 80"));
    vt_key(vt, "f7");
    CHECK(vt_wait_row(vt, 1, "key: F7"));
    vt_stop(vt);
}

static void copied_text_goes_to_the_clipboard_of_the_terminal(void **state)
{
    (void)state;
    Vt *vt = start();
    vt_key(vt, "f8");
    CHECK(vt_wait_row(vt, 1, "key: F8"));
    CHECK(str_find(vt_state(vt).output, STR("\033]52;c;Zm9v\a"), 0) != STR_NONE);
    vt_stop(vt);
}

static void colour_can_be_refused(void **state)
{
    (void)state;
    const char *env[] = {"NO_COLOR=1", NULL};
    Vt *vt = start_with(NULL, env);
    CHECK(vt_wait_text(vt, "데모"));
    vt_type(vt, "가");
    CHECK(vt_wait_row(vt, 2, "가|"));
    CHECK_INT(vt_look(vt, 2, 0).color, -1);
    CHECK(vt_look(vt, 2, 0).bold);
    vt_stop(vt);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(korean_and_frames_are_drawn),
        TEST(frames_are_ascii_when_wanted),
        TEST(keys_arrive_on_every_terminal),
        TEST(typed_hangul_moves_the_cursor),
        TEST(a_paste_is_one_key),
        TEST(a_click_is_a_key_when_the_mouse_is_on),
        TEST(resizing_draws_again),
        TEST(quitting_restores_the_terminal),
        TEST(a_crash_restores_the_terminal),
        TEST(signals_end_the_program_in_order),
        TEST(a_terminal_that_goes_away_is_a_hang_up),
        TEST(what_is_no_terminal_is_refused),
        TEST(suspending_gives_the_terminal_back),
        TEST(going_on_after_a_stop_draws_again),
        TEST(any_frame_may_follow_any_other),
        TEST(copied_text_goes_to_the_clipboard_of_the_terminal),
        TEST(colour_can_be_refused),
    };

    demo = argc > 1 ? argv[1] : "./demo";
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
