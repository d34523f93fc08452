/* test_keep.c: no word is lost: the real program is killed, loses its terminal, is
 * started twice. argv[1] is it. */
#include "place.h"

/* A command of the program in the workspace, and what follows in the shell. */
static void says(const Place *place, const char *command, char *out, size_t size)
{
    char line[512];

    snprintf(line, sizeof line, "%s -C ideas %s", program, command);
    output_of(place, line, out, size);
}

static Vt *open_document(const Place *place)
{
    Vt *vt = start(place, "write", "lantern", NULL);

    SEES(vt, "Ln 1 Col 1");
    vt_key(vt, "ctrl-end");
    return vt;
}

static void a_killed_program_loses_nothing(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    int status = 0;
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "first wordds");
    vt_key(vt, "backspace");
    vt_key(vt, "backspace");
    vt_type(vt, "s 박지훈");
    SEES(vt, "first words 박지훈");
    vt_signal(vt, SIGKILL);
    CHECK(vt_wait_exit(vt, &status));
    vt_stop(vt);
    says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
    CHECK_STRZ(text, "first words 박지훈");
    output_of(&place, "stat -c %a ideas/.git/prfaq/journal ideas/.git/prfaq/journal/*",
              text, sizeof text);
    CHECK_STRZ(text, "700\n600");
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Small bakeries order by phone.");
    place_remove(&place);
}

/* The code is that of the signal, the words are kept, the shell works again. */
static void signals_end_the_program_with_every_word(void **state)
{
    static const int numbers[] = {SIGTERM, SIGINT, SIGHUP, SIGQUIT};
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        Place place = place_new();
        char text[4096];
        shell(&place, document);
        Vt *vt = open_document(&place);
        vt_type(vt, "last words");
        vt_signal(vt, numbers[i]);
        ends_with(vt, 128 + numbers[i]);
        CHECK(vt_state(vt).cooked && !vt_state(vt).alt_screen);
        vt_stop(vt);
        says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
        CHECK_STRZ(text, "last words");
        place_remove(&place);
    }
}

static void a_fault_puts_the_terminal_back(void **state)
{
    static const int numbers[] = {SIGSEGV, SIGABRT};
    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        Place place = place_new();
        char text[4096];
        int status = 0;
        shell(&place, document);
        Vt *vt = open_document(&place);
        vt_type(vt, "last words");
        SEES(vt, "last words");
        vt_signal(vt, numbers[i]);
        CHECK(vt_wait_exit(vt, &status));
        CHECK(WIFSIGNALED(status) && WTERMSIG(status) == numbers[i]);
        CHECK(vt_state(vt).cooked && !vt_state(vt).alt_screen);
        vt_stop(vt);
        says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
        CHECK_STRZ(text, "last words");
        place_remove(&place);
    }
}

static void a_vanished_terminal_takes_no_word_along(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    int status = 0;
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "last words");
    SEES(vt, "last words");
    vt_hang_up(vt);
    CHECK(vt_wait_exit(vt, &status));
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 129);
    vt_stop(vt);
    says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
    CHECK_STRZ(text, "last words");
    place_remove(&place);
}

static void what_is_kept_is_told_and_ends_with_the_revision(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "more");
    SEES(vt, "   kept ");
    says(&place, "recover --json", text, sizeof text);
    CHECK(strstr(text, "\"state\": \"open\"") && strstr(text, "\"added\": 1"));
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    output_of(&place, "ls ideas/.git/prfaq/journal", text, sizeof text);
    CHECK_STRZ(text, "");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "ls ideas/.git/prfaq/lease", text, sizeof text);
    CHECK_STRZ(text, "");
    place_remove(&place);
}

static void the_second_one_may_only_read_at_first(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    Vt *first = open_document(&place);
    vt_type(first, "mine");
    SEES(first, "   kept ");

    Vt *second = start(&place, "write", "lantern", NULL);
    SEES(second, "Maria Ortiz in another window");
    SEES(second, "Only read it here");
    vt_type(second, "1");
    SEES(second, "only read here");
    vt_type(second, "X");
    SEES(second, "This is only read here");
    vt_key(second, "ctrl-q");
    ends_with(second, 0);
    vt_stop(second);

    vt_key(first, "ctrl-s");
    SEES(first, "Saved revision 1");
    vt_key(first, "ctrl-q");
    ends_with(first, 0);
    vt_stop(first);
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "mine");
    place_remove(&place);
}

static void taking_over_stops_the_first_one_and_keeps_its_words(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    Vt *first = open_document(&place);
    vt_type(first, "of the first");
    SEES(first, "   kept ");

    Vt *second = start(&place, "write", "lantern", NULL);
    SEES(second, "Take it over");
    vt_type(second, "2");
    CHECK(vt_wait_gone(second, "Take it over"));
    SEES(second, "typing");
    vt_type(first, "!");
    SEES(first, "has taken this document over");
    vt_key(first, "ctrl-s");
    SEES(first, "so the file is not written");
    vt_type(first, "3");
    ends_with(first, 0);
    vt_stop(first);
    vt_stop(second);
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Small bakeries order by phone.");
    says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
    CHECK_STRZ(text, "of the first!");
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(a_killed_program_loses_nothing),
        TEST(signals_end_the_program_with_every_word),
        TEST(a_fault_puts_the_terminal_back),
        TEST(a_vanished_terminal_takes_no_word_along),
        TEST(what_is_kept_is_told_and_ends_with_the_revision),
        TEST(the_second_one_may_only_read_at_first),
        TEST(taking_over_stops_the_first_one_and_keeps_its_words),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
