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

/* --- prfaq tutorial ------------------------------------------------------- */

static void the_tutorial_notices_what_was_done(void **state)
{
    (void)state;
    Place place = place_new();
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
        TEST(the_tutorial_notices_what_was_done),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
