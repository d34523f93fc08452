/* test_terminals.c: the real program on the kinds of terminals people have. argv[1] is
 * it. */
#include "place.h"

/* --- prfaq doctor keys ---------------------------------------------------- */

static const char *const kinds[] = {
    "TERM=xterm-256color", "TERM=tmux-256color", "TERM=screen-256color", "TERM=linux",
    "TERM=putty-256color", "TERM=nsterm",        "TERM=vt100",
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static void doctor_keys_on(const char *kind)
{
    Place place = place_new();
    Vt *vt = start(&place, "doctor", "keys", kind);
    SEES(vt, "Press any key");
    vt_send(vt, STR("\x13"));
    SEES(vt, "^S            13");
    SEES(vt, "Save revision");
    vt_send(vt, STR("\033[1;5D"));
    SEES(vt, "Ctrl-Left");
    vt_type(vt, "한");
    SEES(vt, "types itself");
    vt_send(vt, STR("\x03"));
    SEES(vt, "^C            03");
    vt_paste(vt, STR("rm -rf\r"));
    SEES(vt, "a paste");
    vt_type(vt, "qaqq");
    ends_with(vt, 0);
    CHECK(vt_state(vt).cooked);
    vt_stop(vt);
    place_remove(&place);
}

static void doctor_keys_works_on_every_terminal(void **state)
{
    (void)state;
    for (size_t i = 0; i < KINDS; i++)
        doctor_keys_on(kinds[i]);
    doctor_keys_on("TERM=dumb");
    doctor_keys_on("TERM");
}

static void doctor_keys_ends_with_escape_twice_and_with_a_signal(void **state)
{
    (void)state;
    Place place = place_new();
    Vt *vt = start(&place, "doctor", "keys", NULL);
    SEES(vt, "Press any key");
    vt_send(vt, STR("\033"));
    SEES(vt, "Esc ");
    vt_send(vt, STR("\033"));
    ends_with(vt, 0);
    CHECK(vt_state(vt).cooked);
    vt_stop(vt);

    vt = start(&place, "doctor", "keys", NULL);
    SEES(vt, "Press any key");
    vt_send(vt, STR("x"));
    SEES(vt, "types itself");
    vt_signal(vt, SIGTERM);
    ends_with(vt, 0);
    CHECK(vt_state(vt).cooked);
    vt_stop(vt);
    place_remove(&place);
}

static void doctor_keys_knows_own_keys(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, "mkdir -p home/.config/prfaq && "
                  "git config -f home/.config/prfaq/config key.save ctrl-e");
    Vt *vt = start(&place, "doctor", "keys", NULL);
    SEES(vt, "Press any key");
    vt_send(vt, STR("\x05"));
    SEES(vt, "05                        Save revision");
    vt_send(vt, STR("\x13"));
    SEES(vt, "13                        no command");
    vt_stop(vt);
    place_remove(&place);
}

/* --- writing -------------------------------------------------------------- */

static void writes_on(const char *kind)
{
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", kind);
    SEES(vt, "Small bakeries order by phone.");
    vt_key(vt, "ctrl-end");
    vt_type(vt, "가나");
    vt_send(vt, STR("\033[D"));
    vt_type(vt, "x");
    SEES(vt, "가x나");
    vt_send(vt, STR("\033OC"));
    vt_paste(vt, STR(" pasted q"));
    SEES(vt, "가x나 pasted q");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    CHECK(vt_state(vt).cooked);
    vt_stop(vt);
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "가x나 pasted q");
    place_remove(&place);
}

static void one_writes_on_every_terminal(void **state)
{
    (void)state;
    for (size_t i = 0; i < KINDS; i++)
        writes_on(kinds[i]);
}

/* Terminals that put no marks around a paste: it is known by its speed, and is one step
 * of undo without a list that goes on; on a screen where nothing is typed it is
 * nothing. */
static void a_paste_without_marks_on(const char *kind)
{
    Place place = place_new();
    Str text = STR("- quit q and delete\rdd x\r\rq\r\033[A\033OB\x11 the end");
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", kind);
    SEES(vt, "Small bakeries order by phone.");
    vt_key(vt, "ctrl-end");
    vt_send(vt, text);
    SEES(vt, "- quit q and delete");
    SEES(vt, "  dd x");
    SEES(vt, "   the end");
    vt_key(vt, "ctrl-z");
    CHECK(vt_wait_gone(vt, "quit q and delete"));
    CHECK(vt_find_row(vt, "the end") < 0);
    vt_key(vt, "ctrl-t");
    SEES(vt, "Back to the text");
    vt_send(vt, text);
    SEES(vt, "Pasted text here");
    SEES(vt, "Back to the text");
    vt_stop(vt);
    place_remove(&place);
}

static void a_paste_without_marks_is_a_paste(void **state)
{
    (void)state;
    a_paste_without_marks_on("TERM=linux");
    a_paste_without_marks_on("TERM=screen-256color");
}

static void the_linux_console_gets_frames_in_ascii(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", "TERM=linux");
    SEES(vt, "-----------------------------");
    vt_stop(vt);
    place_remove(&place);
}

static void a_locale_that_is_not_utf8_gets_frames_in_ascii(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", "LC_ALL=C");
    SEES(vt, "-----------------------------");
    CHECK(vt_find_row(vt, "─") < 0);
    vt_stop(vt);
    place_remove(&place);
}

/* --- signs of ambiguous width --------------------------------------------- */

static void doctor_measures_the_terminal(void **state)
{
    (void)state;
    Place place = place_new();
    Vt *vt = start(&place, "doctor", NULL, NULL);
    SEES(vt, "take one cell");
    vt_stop(vt);
    shell(&place, "mkdir -p home/.config/prfaq && "
                  "git config -f home/.config/prfaq/config ui.width-mode wide");
    vt = start(&place, "doctor", NULL, NULL);
    SEES(vt, "prfaq config set ui.width-mode narrow");
    vt_stop(vt);
    place_remove(&place);
}

/* What a terminal draws in two cells is put at a place of its own, and so is what
 * stands behind it: nothing shifts. */
static void wide_signs_are_placed_one_by_one(void **state)
{
    (void)state;
    Place place = place_new();
    int row;
    shell(&place, "mkdir -p home/.config/prfaq && printf '%s\\n' '# L' '' 'a—b' "
                  "'한…글' >ideas/lantern.md && "
                  "git config -f home/.config/prfaq/config ui.width-mode wide");
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "-----------------------------");
    SEES(vt, "a— b");
    SEES(vt, "한… 글");
    row = vt_find_row(vt, "a— b");
    vt_key(vt, "ctrl-home");
    vt_key(vt, "down");
    vt_key(vt, "down");
    vt_key(vt, "end");
    CHECK(vt_wait_cursor(vt, row, 6));
    vt_key(vt, "left");
    CHECK(vt_wait_cursor(vt, row, 5));
    vt_key(vt, "left");
    CHECK(vt_wait_cursor(vt, row, 3));
    vt_stop(vt);
    place_remove(&place);
}

static void resizes_under_load_lose_no_key(void **state)
{
    (void)state;
    enum { KEYS = 200 };
    Place place = place_new();
    char typed[KEYS + 1] = {0}, text[4096];
    unsigned seed = 7;
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries order by phone.");
    vt_key(vt, "ctrl-end");
    for (int i = 0; i < KEYS; i++) {
        seed = seed * 1103515245u + 12345u;
        vt_resize(vt, 8 + (int)(seed >> 16) % 73, 40 + (int)(seed >> 8) % 261);
        typed[i] = (char)('a' + i % 26);
        vt_send(vt, (Str){&typed[i], 1});
        vt_look_on(vt);
    }
    vt_resize(vt, 24, 80);
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, typed);
    place_remove(&place);
}

/* A stop from outside and the way back, under a shell with job control. */
static void a_stop_from_outside_gives_the_terminal_back(void **state)
{
    (void)state;
    Place place = place_new();
    char folder[96], home[128];
    shell(&place, document);
    const char *argv[] = {"/bin/sh", "-c",
                          "set -m; \"$0\" write lantern; echo away; read x; fg",
                          program, NULL};
    const char *env[] = {home, NULL};
    snprintf(home, sizeof home, "HOME=%s", place.home);
    snprintf(folder, sizeof folder, "%s/ideas", place.folder);
    Vt *vt = vt_start(&(VtOptions){.argv = argv, .env = env, .folder = folder});
    SEES(vt, "Small bakeries order by phone.");
    vt_type(vt, "kept ");
    SEES(vt, "kept ");
    char stop[96];
    snprintf(stop, sizeof stop, "kill -TSTP $(pgrep -P %ld)", (long)vt_pid(vt));
    shell(&place, stop);
    SEES(vt, "away");
    CHECK(!vt_state(vt).alt_screen);
    CHECK(vt_state(vt).cooked);
    vt_send(vt, STR("\r"));
    SEES(vt, "kept ");
    CHECK(vt_state(vt).alt_screen);
    CHECK(!vt_state(vt).cooked);
    vt_type(vt, "on ");
    SEES(vt, "kept on ");
    vt_stop(vt);
    place_remove(&place);
}

/* --- prfaq tutorial ------------------------------------------------------- */

static void the_tutorial_notices_what_was_done(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, "git config --global user.name 'Maria Ortiz' && "
                  "git config --global user.email maria@example.com");
    Vt *vt = start(&place, "tutorial", NULL, NULL);
    SEES(vt, "Step 1 of 17. Press Tab");
    vt_key(vt, "tab");
    SEES(vt, "Step 2 of 17");
    vt_type(vt, "Hana counts sacks after closing. ");
    SEES(vt, "Step 3 of 17. Press ^Z");
    vt_key(vt, "ctrl-z");
    SEES(vt, "Step 4 of 17. Press ^Y");
    vt_key(vt, "ctrl-y");
    SEES(vt, "Step 5 of 17. Press ^N");
    vt_key(vt, "ctrl-n");
    SEES(vt, "Step 6 of 17. Press Esc x");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);

    /* The next day it goes on where one was; a revision of before is none of now. */
    vt = start(&place, "tutorial", NULL, NULL);
    SEES(vt, "Step 6 of 17. Press Esc x");
    vt_send(vt, STR("\033x"));
    SEES(vt, "Step 7 of 17");
    vt_key(vt, "escape");
    SEES(vt, "Step 8 of 17. Press ^S");
    vt_type(vt, "x");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 2");
    vt_key(vt, "down");
    SEES(vt, "Step 9 of 17");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);

    /* Begun is kept; --again begins another one beside it. */
    vt = start(&place, "tutorial", "--again", NULL);
    SEES(vt, "Step 1 of 17");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    shell(&place, "test -s home/.local/state/prfaq/tutorial/en/tutorial.md && "
                  "test -s home/.local/state/prfaq/tutorial/en/tutorial-2.md");
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(doctor_keys_works_on_every_terminal),
        TEST(doctor_keys_ends_with_escape_twice_and_with_a_signal),
        TEST(doctor_keys_knows_own_keys),
        TEST(one_writes_on_every_terminal),
        TEST(a_paste_without_marks_is_a_paste),
        TEST(the_linux_console_gets_frames_in_ascii),
        TEST(a_locale_that_is_not_utf8_gets_frames_in_ascii),
        TEST(doctor_measures_the_terminal),
        TEST(wide_signs_are_placed_one_by_one),
        TEST(resizes_under_load_lose_no_key),
        TEST(a_stop_from_outside_gives_the_terminal_back),
        TEST(the_tutorial_notices_what_was_done),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    setenv("PRFAQ_TESTED", program, 1);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
