/* test_keep.c: no word is lost: the real program is killed, loses its terminal, is
 * started twice. argv[1] is it. */
#include "place.h"

#include <time.h>

/* A command of the program in the workspace, and what follows in the shell. */
static void says(const Place *place, const char *command, char *out, size_t size)
{
    char line[512];

    snprintf(line, sizeof line, "%s -C ideas %s", program, command);
    output_of(place, line, out, size);
}

/* Until the command prints that line, or too long. */
static bool comes_to_say(const Place *place, const char *command, const char *line)
{
    enum { TRIES = 1000 };
    static const struct timespec moment = {0, 10000000};
    char text[4096];

    for (int i = 0; i < TRIES; i++) {
        says(place, command, text, sizeof text);
        if (strcmp(text, line) == 0)
            return true;
        nanosleep(&moment, NULL);
    }
    fprintf(stderr, "%s says: %s\n", command, text);
    return false;
}

static Vt *open_document(const Place *place)
{
    Vt *vt = start(place, "write", "lantern", NULL);

    SEES(vt, " Col 1");
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
    /* What is on the screen is in the journal a moment later. */
    CHECK(comes_to_say(&place, "recover --print lantern | tail -n 1",
                       "first words 박지훈"));
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
        /* The frame is out before the journal has its words: a fault just then may
         * take them along. */
        CHECK(
            comes_to_say(&place, "recover --print lantern | tail -n 1", "last words"));
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

/* Neither the document nor any place for its words is there any more, nor a person. */
static void a_vanished_terminal_ends_the_program_when_all_places_are_gone(void **state)
{
    (void)state;
    Place place = place_new();
    int status = 0;
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "last words");
    SEES(vt, "last words");
    CHECK(comes_to_say(&place, "recover --print lantern | tail -n 1", "last words"));
    shell(&place, "rm -rf ideas \"$HOME\" && touch \"$HOME\"");
    vt_hang_up(vt);
    CHECK(vt_wait_exit(vt, &status));
    CHECK(WIFEXITED(status));
    vt_stop(vt);
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
    SEES(second, "has it open in another window");
    SEES(second, "Only read it here");
    vt_type(second, "1");
    SEES(second, "only read here");
    vt_type(second, "X");
    SEES(second, "It is only read here");
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
    SEES(second, "Maria Ortiz has typed words that are not in the file");
    vt_type(second, "1");
    SEES(second, "of the first");
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
    char command[512];
    snprintf(command, sizeof command,
             "sh -c 'for i in $(%s -C ideas recover -q | cut -c 1-8); do %s -C ideas "
             "recover --print $i | tail -n 1; done' | sort -u | tail -n 1",
             program, program);
    output_of(&place, command, text, sizeof text);
    CHECK_STRZ(text, "of the first!");
    place_remove(&place);
}

static void crash(const Place *place, const char *words)
{
    int status = 0;
    Vt *vt = open_document(place);

    vt_type(vt, words);
    SEES(vt, words);
    SEES(vt, " kept ");
    vt_signal(vt, SIGKILL);
    CHECK(vt_wait_exit(vt, &status));
    vt_stop(vt);
}

static void the_next_start_gives_the_words_back(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    shell(&place, "sed -i '1i ---\\ntemplate: prfaq\\n---' ideas/lantern.md");
    crash(&place, "lost words");

    Vt *vt = start(&place, NULL, NULL, NULL);
    SEES(vt, "are kept in Lantern");
    vt_key(vt, "enter");
    SEES(vt, "Unsaved words were found");
    SEES(vt, "{+lost words+}");
    vt_key(vt, "1");
    SEES(vt, "The words are in the text again");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    CHECK(vt_wait_gone(vt, "Saved revision 1"));
    SEES(vt, "Documents");
    CHECK(vt_wait_gone(vt, "are kept in"));
    vt_key(vt, "q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "tail -n 1 ideas/lantern.md; ls ideas/.git/prfaq/journal", text,
              sizeof text);
    CHECK_STRZ(text, "lost words");
    says(&place, "recover", text, sizeof text);
    CHECK_STRZ(text, "Nothing is kept: every word is in its file.");
    place_remove(&place);
}

/* Put aside, and decided later: both stay. */
static void words_that_are_not_wanted_now_stay(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    crash(&place, "lost words");

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Unsaved words were found");
    vt_key(vt, "esc");
    SEES(vt, "Nothing was deleted");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Unsaved words were found");
    vt_key(vt, "4");
    SEES(vt, "put aside for 30 days");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    vt = open_document(&place);
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    says(&place, "recover", text, sizeof text);
    CHECK(strstr(text, "put aside") != NULL);
    says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
    CHECK_STRZ(text, "lost words");
    place_remove(&place);
}

/* Two crashes, and the file was changed by hand between them: nothing of it is lost. */
static void all_that_was_typed_comes_together(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    crash(&place, "first words");
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Unsaved words were found");
    vt_key(vt, "esc");
    SEES(vt, "Nothing was deleted");
    vt_key(vt, "ctrl-end");
    vt_type(vt, "second words");
    SEES(vt, "second words");
    SEES(vt, " kept ");
    vt_signal(vt, SIGKILL);
    int status = 0;
    CHECK(vt_wait_exit(vt, &status));
    vt_stop(vt);
    shell(&place, "sed -i 's/Small bakeries/Tiny bakeries/' ideas/lantern.md");

    vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Unsaved words were found");
    SEES(vt, "were put together here");
    vt_key(vt, "1");
    SEES(vt, "{+first words+}");
    vt_key(vt, "1");
    SEES(vt, "The words are in the text again");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "cat ideas/lantern.md", text, sizeof text);
    CHECK(strstr(text, "Tiny bakeries order by phone.") &&
          strstr(text, "first words") && strstr(text, "second words"));
    says(&place, "recover", text, sizeof text);
    CHECK_STRZ(text, "Nothing is kept: every word is in its file.");
    place_remove(&place);
}

/* Close the document; its words stay in the file and are no revision. */
static void leave_in_file(Vt *vt)
{
    vt_key(vt, "ctrl-q");
    SEES(vt, "keep the words in the file");
    vt_type(vt, "2");
    ends_with(vt, 0);
    vt_stop(vt);
}

static void two_people(const Place *place)
{
    char command[8192];

    snprintf(command, sizeof command,
             "cd ideas && %s who add 'Maria Ortiz' -q && %s who add 'Jun Park' -q && "
             "%s who Jun -q >/dev/null && %s save lantern -q",
             program, program, program, program);
    shell(place, command);
}

/* Jun types, Maria saves: the revision of Jun's words is Jun's. */
static void words_left_in_the_file_are_signed_by_who_typed_them(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    two_people(&place);
    Vt *vt = open_document(&place);
    vt_type(vt, "of Jun. ");
    SEES(vt, "of Jun.");
    leave_in_file(vt);
    says(&place, "who Maria -q", text, sizeof text);

    vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "typed by Jun Park");
    vt_key(vt, "ctrl-end");
    vt_type(vt, "of Maria.");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 3");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git -C ideas log --format=%an -2 lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Maria Ortiz\nJun Park");
    output_of(&place, "git -C ideas show HEAD~1:lantern.md | tail -n 1", text,
              sizeof text);
    CHECK_STRZ(text, "of Jun. ");
    output_of(&place, "ls ideas/.git/prfaq/owed; git -C ideas status --porcelain", text,
              sizeof text);
    CHECK_STRZ(text, "");
    place_remove(&place);
}

static void a_save_from_the_shell_knows_who_typed(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    two_people(&place);
    Vt *vt = open_document(&place);
    vt_type(vt, "of Jun.");
    SEES(vt, "of Jun.");
    leave_in_file(vt);
    says(&place, "who Maria -q && cd ideas && git log -1 --format=%an", text,
         sizeof text);
    CHECK(strstr(text, "Jun Park") != NULL);
    says(&place, "save lantern | head -n 1", text, sizeof text);
    CHECK_STRZ(text, "Jun Park typed these words, so the revision is signed so.");
    output_of(&place, "git -C ideas log --format=%an -1 lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Jun Park");

    /* Another content is nobody's: the note does not count. */
    shell(&place, "echo more >>ideas/lantern.md");
    says(&place, "save lantern -q", text, sizeof text);
    output_of(&place, "git -C ideas log --format=%an -1 lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Maria Ortiz");
    place_remove(&place);
}

/* Maria finds what Jun's crash left: it is saved as Jun's. */
static void recovered_words_are_signed_by_who_typed_them(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    two_people(&place);
    crash(&place, "of Jun.");
    says(&place, "who Maria -q", text, sizeof text);
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "signed Jun Park");
    vt_key(vt, "1");
    SEES(vt, "Maria Ortiz typing");
    vt_key(vt, "ctrl-end");
    vt_type(vt, " of Maria.");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 3");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git -C ideas log --format=%an -2 lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Maria Ortiz\nJun Park");
    place_remove(&place);
}

/* Nothing of the document can be written, for root too; then it can again. */
static void a_file_that_cannot_be_written_offers_another_place(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "kept words");
    shell(&place, "chmod 400 ideas/lantern.md");
    vt_key(vt, "ctrl-s");
    SEES(vt, "The document is not saved");
    SEES(vt, "it is read-only");
    vt_type(vt, "3");
    SEES(vt, "Your words are kept in ");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Try again");
    vt_type(vt, "2");
    SEES(vt, "/home/lantern.md");
    vt_key(vt, "enter");
    SEES(vt, "A copy is in ");
    output_of(&place,
              "sh -c 'tail -n 1 home/lantern.md; echo; tail -n 1 ideas/lantern.md'",
              text, sizeof text);
    CHECK_STRZ(text, "kept words\nSmall bakeries order by phone.");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Try again");
    shell(&place, "chmod 600 ideas/lantern.md");
    vt_type(vt, "1");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "sh -c 'tail -n 1 ideas/lantern.md; ls ideas/.git/prfaq/journal'",
              text, sizeof text);
    CHECK_STRZ(text, "kept words");
    place_remove(&place);
}

/* Closed while the fault lasts: the words come back. */
static void closing_an_unwritable_file_keeps_its_words(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "kept words");
    shell(&place, "chmod 400 ideas/lantern.md");
    vt_key(vt, "ctrl-q");
    SEES(vt, "Save a revision and close");
    vt_type(vt, "1");
    SEES(vt, "The document is not saved");
    vt_type(vt, "4");
    ends_with(vt, 0);
    vt_stop(vt);
    says(&place, "recover --print lantern | tail -n 1", text, sizeof text);
    CHECK_STRZ(text, "kept words");
    place_remove(&place);
}

/* Without windows the same is asked and answered by lines. */
static void lines_offer_another_place_too(void **state)
{
    (void)state;
    Place place = place_new();
    char text[8192], command[8192];
    shell(&place, document);
    shell(&place, "chmod 400 ideas/lantern.md");
    snprintf(command, sizeof command,
             "sh -c \"printf 'a\\nkept words\\n.\\ns\\n2\\n\\n' | "
             "%s -C ideas write --linear lantern\"",
             program);
    output_of(&place, command, text, sizeof text);
    CHECK(strstr(text, "it is read-only") != NULL);
    CHECK(strstr(text, "The document is not saved.") != NULL);
    CHECK(strstr(text, "A copy is in ") != NULL);
    output_of(&place, "grep -c 'kept words' home/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "1");
    place_remove(&place);
}

/* Stopped, and killed before it goes on: nothing was only in memory. */
static void a_suspended_program_has_every_word_on_the_disk(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096] = "";
    int status = 0;
    shell(&place, document);
    Vt *vt = open_document(&place);
    vt_type(vt, "last words");
    SEES(vt, "last words");
    vt_signal(vt, SIGTSTP);
    for (int i = 0; i < 250 && strcmp(text, "last words") != 0; i++) {
        vt_rest(vt);
        output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    }
    CHECK_STRZ(text, "last words");
    vt_signal(vt, SIGKILL);
    CHECK(vt_wait_exit(vt, &status));
    vt_stop(vt);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(a_killed_program_loses_nothing),
        TEST(signals_end_the_program_with_every_word),
        TEST(a_fault_puts_the_terminal_back),
        TEST(a_vanished_terminal_takes_no_word_along),
        TEST(a_vanished_terminal_ends_the_program_when_all_places_are_gone),
        TEST(what_is_kept_is_told_and_ends_with_the_revision),
        TEST(the_second_one_may_only_read_at_first),
        TEST(taking_over_stops_the_first_one_and_keeps_its_words),
        TEST(the_next_start_gives_the_words_back),
        TEST(words_that_are_not_wanted_now_stay),
        TEST(all_that_was_typed_comes_together),
        TEST(words_left_in_the_file_are_signed_by_who_typed_them),
        TEST(a_save_from_the_shell_knows_who_typed),
        TEST(recovered_words_are_signed_by_who_typed_them),
        TEST(a_file_that_cannot_be_written_offers_another_place),
        TEST(closing_an_unwritable_file_keeps_its_words),
        TEST(lines_offer_another_place_too),
        TEST(a_suspended_program_has_every_word_on_the_disk),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
