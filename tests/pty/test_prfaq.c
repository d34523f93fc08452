/* test_prfaq.c: the real program under a terminal in memory. argv[1] is it.
 *
 * Each test works in a folder of its own below TMPDIR, with a HOME of its own. */
#include <sys/resource.h>

#include "place.h"

static void typing_korean_saving_and_closing_leave_a_clean_history(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries order by phone.");
    vt_key(vt, "ctrl-end");
    vt_type(vt, "작은 빵집은 밀가루를 주문한다.");
    SEES(vt, "작은 빵집은 밀가루를 주문한다.");
    SEES(vt, "not saved yet");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_type(vt, " 전화로.");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 2");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);

    output_of(&place, "git -C ideas log --format=%an", text, sizeof text);
    CHECK_STRZ(text, "Maria Ortiz\nMaria Ortiz");
    output_of(&place, "git -C ideas status --porcelain", text, sizeof text);
    CHECK_STRZ(text, "");
    output_of(&place, "git -C ideas fsck --strict 2>&1", text, sizeof text);
    CHECK_STRZ(text, "");
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "작은 빵집은 밀가루를 주문한다. 전화로.");
    place_remove(&place);
}

static const char foreign[] =
    "printf '%s\\n\\n' '# Harbour Trust opens its tide tables so that every skipper "
    "can "
    "plan' 'In May 2027, the Harbour Trust released its tide tables for every "
    "harbour.' "
    "'For years, skippers had to phone the the three offices. It was hard to know "
    "more.' "
    "'The tide tables are one file that anyone can read.' "
    "'\"We want no skipper to guess,\" said Mo Reyes, director of the Trust.' "
    "'To learn more, visit tides.example.' '# FAQ' '## What does it cost?' 'Nothing.' "
    ">ideas/tides.md && git -C ideas add . && git -C ideas commit -q -m theirs";

/* What stands in the file and not in theirs, by kind of line. */
static void check_changes(const Place *place, const char *expected)
{
    char text[4096];

    output_of(place,
              "git -C ideas diff -U0 $(git -C ideas rev-list --max-parents=0 HEAD) | "
              "grep '^[-+][^-+]' | "
              "sed 's/prfaq-id: [a-z-]*/prfaq-id/; s/\\(prfaq-ok\\) [a-z-]*/\\1/' | "
              "sort -u",
              text, sizeof text);
    CHECK_STRZ(text, expected);
}

/* Confirm, fix with one key, silence with a reason, undo both. */
static void a_document_of_others_changes_only_as_asked(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, foreign);

    Vt *vt = start(&place, "write", "tides", NULL);
    SEES(vt, "sections were found in this document");
    vt_send(vt, STR("\033Y"));
    SEES(vt, "Is the marked text this section?");
    vt_type(vt, "w");
    SEES(vt, "hidden comments");
    vt_key(vt, "ctrl-f");
    vt_type(vt, "the the");
    vt_key(vt, "enter");
    vt_key(vt, "escape");
    SEES(vt, "repeated word");
    vt_key(vt, "ctrl-e");
    SEES(vt, "phone the three offices");
    vt_key(vt, "ctrl-n");
    vt_send(vt, STR("\033K"));
    SEES(vt, "Silence");
    vt_type(vt, "as they wrote it");
    vt_key(vt, "enter");
    SEES(vt, "ilenced");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 2");
    check_changes(
        &place,
        "+<!-- prfaq-id -->\n+<!-- prfaq-ok: as they wrote it -->\n"
        "+For years, skippers had to phone the three offices. It was hard to know "
        "more.\n"
        "-For years, skippers had to phone the the three offices. It was hard to know "
        "more.");
    vt_key(vt, "ctrl-z");
    vt_key(vt, "ctrl-z");
    SEES(vt, "phone the the three offices");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 3");
    check_changes(&place, "+<!-- prfaq-id -->");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

/* Settings of its section and the review of a document count on the screen too, and
 * what a save changes. */
static void the_screen_knows_the_review_of_its_document(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, document);
    shell(&place, "mkdir -p ideas/.prfaq/reviews/lantern && "
                  "printf '[document \"lantern\"]\\n\\tprofile = workshop\\n' "
                  ">ideas/.prfaq/config && "
                  "printf '{\"author\": \"Mina\", \"text\": \"How many?\", "
                  "\"type\": \"question\", "
                  "\"timestamp\": \"2020-03-02T09:41:07Z\"}' "
                  ">ideas/.prfaq/reviews/lantern/a.json");
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries order by phone.");
    vt_key(vt, "esc");
    vt_type(vt, "k");
    SEES(vt, "1 question is overdue: How many?");
    vt_stop(vt);
    place_remove(&place);
}

/* The session that held the templates begins anew with the workspace. */
static void a_folder_becomes_a_workspace_and_holds_a_new_document(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, "rm -rf ideas/.git && git config --global user.name 'Maria Ortiz' && "
                  "git config --global user.email maria@example.com");

    Vt *vt = start(&place, NULL, NULL, NULL);
    SEES(vt, "This folder is not a workspace yet");
    vt_type(vt, "i");
    SEES(vt, "There is no document here yet");
    vt_type(vt, "n");
    SEES(vt, "Press release and FAQ");
    vt_type(vt, "lantern");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Ln ");
    vt_type(vt, "Bakeries order by phone");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    SEES(vt, "Documents");
    vt_type(vt, "q");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

static void a_paste_is_text_and_one_step(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_key(vt, "ctrl-end");
    vt_paste(vt, STR("q\r\nd\r\n\033[31mx\033[0m\021 end"));
    SEES(vt, "x end");
    vt_key(vt, "ctrl-z");
    CHECK(vt_wait_gone(vt, "x end"));
    vt_key(vt, "ctrl-y");
    SEES(vt, "x end");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "tail -n 3 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "q\nd\nx end");
    place_remove(&place);
}

static void the_window_shrinks_to_40x8_and_back(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, document);

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_resize(vt, 8, 40);
    SEES(vt, "Ln 1 Col 1");
    vt_key(vt, "ctrl-end");
    vt_type(vt, "end");
    SEES(vt, "end");
    vt_resize(vt, 5, 20);
    SEES(vt, "Make the window");
    vt_type(vt, "X");
    vt_resize(vt, 40, 120);
    SEES(vt, "endX");
    vt_resize(vt, 24, 80);
    SEES(vt, "endX");
    vt_key(vt, "ctrl-q");
    SEES(vt, "Close the document");
    vt_key(vt, "2");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

static void losing_the_terminal_keeps_the_words(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096], recover[4096];
    int status = 0;
    shell(&place, document);
    snprintf(recover, sizeof recover, "%s -C ideas recover --print lantern | tail -n 2",
             program);

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_key(vt, "ctrl-end");
    vt_type(vt, "last words");
    SEES(vt, "last words");
    vt_signal(vt, SIGHUP);
    CHECK(vt_wait_exit(vt, &status));
    vt_stop(vt);
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "Small bakeries order by phone.");
    output_of(&place, recover, text, sizeof text);
    CHECK_STRZ(text, "Small bakeries order by phone.\nlast words");
    place_remove(&place);
}

static void the_whole_story_from_home(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];

    Vt *vt = start(&place, NULL, NULL, NULL);
    SEES(vt, "There is no document here yet");
    vt_key(vt, "n");
    SEES(vt, "Press release and FAQ");
    vt_type(vt, "lantern");
    vt_key(vt, "down");
    vt_type(vt, "Flour by text");
    for (int i = 0; i < 4; i++)
        vt_key(vt, "down");
    vt_key(vt, "enter");
    SEES(vt, "PR 1/9 Headline");
    vt_type(vt, "Bakers order tomorrow's flour with one text message");
    SEES(vt, "8/14 words");
    vt_key(vt, "tab");
    SEES(vt, "PR 2/9 Subheading");
    vt_key(vt, "ctrl-t");
    SEES(vt, "Preview");
    vt_key(vt, "ctrl-t");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 1");
    vt_key(vt, "shift-tab");
    vt_key(vt, "end");
    vt_type(vt, " today");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 2");
    vt_key(vt, "ctrl-d");
    SEES(vt, "{+today+}");
    vt_key(vt, "esc");
    SEES(vt, "PR 1/9");
    vt_key(vt, "ctrl-q");
    SEES(vt, "Flour by text");
    vt_key(vt, "q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git -C ideas log --format='%an %s' | wc -l", text, sizeof text);
    CHECK_STRZ(text, "2");
    output_of(&place, "git -C ideas status --porcelain", text, sizeof text);
    CHECK_STRZ(text, "");
    place_remove(&place);
}

static void nobody_is_asked_once_and_git_settings_stay_untouched(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);
    shell(&place, "git -C ideas config --unset user.name && "
                  "git -C ideas config --unset user.email && "
                  "cp ideas/.git/config before");

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_type(vt, "X");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Who are you?");
    vt_type(vt, "김미나");
    vt_key(vt, "enter");
    SEES(vt, "Saved revision 1");
    vt_type(vt, "Y");
    vt_key(vt, "ctrl-s");
    SEES(vt, "Saved revision 2");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git -C ideas log --format=%an -- lantern.md", text, sizeof text);
    CHECK_STRZ(text, "김미나\n김미나");
    output_of(&place, "cmp before ideas/.git/config && echo same", text, sizeof text);
    CHECK_STRZ(text, "same");
    output_of(&place, "git -C ideas status --porcelain", text, sizeof text);
    CHECK_STRZ(text, "");
    place_remove(&place);
}

static void two_people_take_turns_and_every_name_is_right(void **state)
{
    (void)state;
    Place place = place_new();
    char command[4400], text[4096];
    shell(&place, document);
    snprintf(command, sizeof command,
             "cd ideas && %s who add 'Maria Ortiz' && %s who add 'Jun Park' && "
             "%s who 'Maria Ortiz' --with 'Jun Park' >/dev/null",
             program, program, program);
    shell(&place, command);

    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Maria Ortiz typing");
    vt_key(vt, "ctrl-end");
    for (int turn = 0; turn < 3; turn++) {
        vt_type(vt, "M");
        vt_key(vt, "ctrl-u");
        SEES(vt, "Who types next?");
        vt_key(vt, "2"); /* saves Maria's words first */
        SEES(vt, "Jun Park typing");
        vt_type(vt, "J");
        vt_key(vt, "ctrl-u");
        SEES(vt, "Who types next?");
        vt_key(vt, "1");
        SEES(vt, "Maria Ortiz typing");
    }
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git -C ideas log --reverse --format=%an -- lantern.md", text,
              sizeof text);
    CHECK_STRZ(text, "Maria Ortiz\nJun Park\nMaria Ortiz\nJun Park\nMaria Ortiz\n"
                     "Jun Park");
    output_of(&place, "tail -n 1 ideas/lantern.md", text, sizeof text);
    CHECK_STRZ(text, "MJMJMJ");
    output_of(&place, "git -C ideas status --porcelain", text, sizeof text);
    CHECK_STRZ(text, "");
    place_remove(&place);
}

static void a_pipe_is_refused_and_a_dumb_terminal_gets_plain_lines(void **state)
{
    (void)state;
    Place place = place_new();
    char command[4400], text[4096];
    shell(&place, document);

    snprintf(command, sizeof command,
             "sh -c 'cd ideas && %s write lantern </dev/null 2>&1; echo $?'", program);
    output_of(&place, command, text, sizeof text);
    CHECK(strstr(text, "terminal") != NULL);
    CHECK(strcmp(text + strlen(text) - 1, "2") == 0);

    Vt *vt = start(&place, "write", "lantern", "TERM=dumb");
    CHECK(vt_wait_text(vt, "Section 1 of"));
    vt_type(vt, "q");
    vt_key(vt, "Enter");
    ends_with(vt, 0);
    CHECK(str_find(vt_state(vt).output, STR("\033"), 0) == STR_NONE);
    vt_stop(vt);
    place_remove(&place);
}

static void a_signal_in_plain_lines_keeps_the_words(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place, document);

    Vt *vt = start(&place, "write", "lantern", "PRFAQ_LINEAR=1");
    CHECK(vt_wait_text(vt, "Section 1 of"));
    vt_type(vt, "a\n");
    CHECK(vt_wait_text(vt, "Type the paragraph"));
    vt_type(vt, "Forty minutes are lost.\n");
    SEES(vt, "> Forty minutes");
    vt_signal(vt, SIGTERM);
    ends_with(vt, 143);
    vt_stop(vt);
    output_of(&place, "grep -c 'Forty minutes are lost' ideas/lantern.md", text,
              sizeof text);
    CHECK_STRZ(text, "1");
    place_remove(&place);
}

static void a_file_that_is_no_text_is_refused_by_name(void **state)
{
    (void)state;
    Place place = place_new();
    char text[4096];
    shell(&place,
          "printf '\\377\\376#\\000' >ideas/wide.md && cp ideas/wide.md before");

    Vt *vt = start(&place, "write", "wide", NULL);
    ends_with(vt, 6);
    CHECK(str_find(vt_state(vt).output, STR("wide.md: this is UTF-16 text"), 0) !=
          STR_NONE);
    vt_stop(vt);
    output_of(&place, "cmp before ideas/wide.md && echo same", text, sizeof text);
    CHECK_STRZ(text, "same");
    place_remove(&place);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
enum { STACK_ENOUGH = 1 << 20 };
#else
enum { STACK_ENOUGH = 128 << 10 };
#endif

static void a_small_stack_is_enough(void **state)
{
    (void)state;
    Place place = place_new();
    struct rlimit old, small;
    shell(&place, document);

    CHECK(getrlimit(RLIMIT_STACK, &old) == 0);
    small = old;
    small.rlim_cur = STACK_ENOUGH;
    CHECK(setrlimit(RLIMIT_STACK, &small) == 0);
    Vt *vt = start(&place, "write", "lantern", NULL);
    CHECK(setrlimit(RLIMIT_STACK, &old) == 0);
    SEES(vt, "Small bakeries");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

static void korean_and_no_colour_work_together(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, document);

    Vt *vt = start(&place, "write", "lantern", "NO_COLOR=1");
    SEES(vt, "Small bakeries");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    CHECK(str_find(vt_state(vt).output, STR("\033[38"), 0) == STR_NONE);
    vt_stop(vt);
    vt = start(&place, "write", "lantern", "PRFAQ_LANG=ko");
    SEES(vt, "^S");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(typing_korean_saving_and_closing_leave_a_clean_history),
        TEST(a_document_of_others_changes_only_as_asked),
        TEST(the_screen_knows_the_review_of_its_document),
        TEST(a_folder_becomes_a_workspace_and_holds_a_new_document),
        TEST(a_paste_is_text_and_one_step),
        TEST(the_window_shrinks_to_40x8_and_back),
        TEST(losing_the_terminal_keeps_the_words),
        TEST(the_whole_story_from_home),
        TEST(nobody_is_asked_once_and_git_settings_stay_untouched),
        TEST(two_people_take_turns_and_every_name_is_right),
        TEST(a_signal_in_plain_lines_keeps_the_words),
        TEST(a_pipe_is_refused_and_a_dumb_terminal_gets_plain_lines),
        TEST(a_file_that_is_no_text_is_refused_by_name),
        TEST(a_small_stack_is_enough),
        TEST(korean_and_no_colour_work_together),
    };

    /* Tests run in folders of their own: a relative path would lead nowhere. */
    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
