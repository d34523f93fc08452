/* test_five.c: the five questions on the screens of the real program: hidden means
 * hidden, on the screen, in the repository and at home, also after a crash. */
#include "place.h"

static void check_count(const Place *place, const char *command)
{
    char text[256];

    output_of(place, command, text, sizeof text);
    CHECK_STRZ(text, "0");
}

static void check_hidden(const Place *place, Vt *vt)
{
    vt_rest(vt);
    CHECK_INT(vt_find_row(vt, "SESAME"), -1);
    check_count(place, "git -C ideas log -p --all | grep -c SESAME");
    check_count(place, "cat $(find ideas -name .git -prune -o -type f -print) | "
                       "grep -c SESAME");
    check_count(place, "cat $(find home -type f) /dev/null | grep -c SESAME");
}

static void answer_all(Vt *vt, const char *words)
{
    for (int i = 1; i <= 5; i++) {
        char question[32];
        snprintf(question, sizeof question, "question %d of 5", i);
        SEES(vt, question);
        vt_type(vt, words);
        vt_key(vt, "enter");
    }
}

static void nobody_sees_a_sheet_before_all_are_revealed(void **state)
{
    (void)state;
    Place place = place_new();
    char command[4400];
    shell(&place,
          "printf '# Lantern\\n\\n## Problem\\n\\nCalls.\\n' >ideas/lantern.md");
    snprintf(command, sizeof command,
             "cd ideas && %s who add 'Maria Ortiz' -q && %s who add 'Jun Park' -q && "
             "%s who 'Maria Ortiz' -q && %s save lantern -q",
             program, program, program, program);
    shell(&place, command);

    Vt *vt = start(&place, "five", "lantern", NULL);
    SEES(vt, "Nobody has answered yet");
    vt_key(vt, "enter");
    answer_all(vt, "SESAME words");
    SEES(vt, "Maria Ortiz: all five");
    check_hidden(&place, vt);
    vt_key(vt, "enter");
    SEES(vt, "is full, and closed");
    vt_key(vt, "ctrl-u");
    SEES(vt, "Who types next?");
    vt_key(vt, "2");
    SEES(vt, "Jun Park typing");
    vt_key(vt, "enter");
    SEES(vt, "Jun Park alone, question 1 of 5");
    vt_type(vt, "SESAME of Jun");
    vt_key(vt, "enter");
    SEES(vt, "question 2 of 5");
    check_hidden(&place, vt);
    vt_signal(vt, SIGKILL);
    vt_stop(vt);

    vt = start(&place, "five", "lantern", NULL);
    SEES(vt, "Jun Park: 1 of 5");
    SEES(vt, "Maria Ortiz: all five");
    check_hidden(&place, vt);
    vt_key(vt, "enter");
    SEES(vt, "Jun Park alone, question 2 of 5");
    check_hidden(&place, vt);
    vt_key(vt, "escape");
    CHECK(vt_wait_gone(vt, "question 2 of 5"));
    vt_key(vt, "r");
    SEES(vt, "Everybody has written");
    vt_key(vt, "1");
    SEES(vt, "SESAME words");
    SEES(vt, "SESAME of Jun");
    vt_key(vt, "e");
    SEES(vt, "Keep nothing");
    vt_key(vt, "3");
    SEES(vt, "The sheets are gone");
    check_count(&place, "cat $(find ideas home -type f) | grep -c SESAME");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(nobody_sees_a_sheet_before_all_are_revealed)};
    static char absolute[4096];

    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
