/* test_colours.c: the colours of the screens. argv[1] is prfaq. */
#include "place.h"

static void colours_change_while_writing_and_are_kept(void **state)
{
    (void)state;
    Place place = place_new();
    char text[256];
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_send(vt, STR("\033#"));
    SEES(vt, "Colours: classic");
    vt_send(vt, STR("\033#"));
    SEES(vt, "Colours: contrast");
    vt_key(vt, "ctrl-q");
    ends_with(vt, 0);
    vt_stop(vt);
    output_of(&place, "git config -f home/.config/prfaq/config ui.theme", text,
              sizeof text);
    CHECK_STRZ(text, "contrast");
    vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    vt_send(vt, STR("\033#"));
    SEES(vt, "Colours: mono");
    vt_stop(vt);
    vt = start(&place, "write", "lantern", "NO_COLOR=1");
    SEES(vt, "Small bakeries");
    vt_send(vt, STR("\033#"));
    SEES(vt, "NO_COLOR");
    vt_stop(vt);
    place_remove(&place);
}

static void rest(Vt *vt, int times)
{
    while (times-- > 0)
        vt_rest(vt);
}

/* All that a text capture has of some screens: of the text with a selection, of what
 * changed, of the checks, of the menu, of a box. */
static void walk(const Place *place, const char *kind, StrBuf *seen)
{
    static const char *const steps[][2] = {
        {"ctrl-home", "Ln 1 Col 1"}, {"shift-down", "selected"},
        {"alt-D", "What changed"},   {"escape", "typing"},
        {"alt-k", "All checks"},     {"escape", "typing"},
        {"alt-y", "Figures"},        {"escape", "typing"},

        {"alt-e", "HTML"},
    };
    Vt *vt = start(place, "write", "lantern", kind);
    SEES(vt, "Small bakeries");
    SEES(vt, "checks");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        vt_key(vt, steps[i][0]);
        SEES(vt, steps[i][1]);
        rest(vt, 2);
        for (int row = 1; row < 24; row++) { /* row 0 has the time */
            vt_row_text(vt, row, seen);
            strbuf_addc(seen, '\n');
        }
    }
    vt_stop(vt);
}

static void every_state_is_told_without_colours(void **state)
{
    static const char *const kinds[] = {"NO_COLOR=1", "TERM=xterm", "TERM=vt100"};
    (void)state;
    Place place = place_new();
    StrBuf colours = {0};
    shell(&place, document);
    shell(&place, "cd ideas && git add lantern.md && git commit -qm one && "
                  "printf 'A very unique sentence.\\n' >>lantern.md");
    walk(&place, NULL, &colours);
    CHECK(str_find(strbuf_view(&colours), STR("{+A very unique"), 0) != STR_NONE);
    CHECK(str_find(strbuf_view(&colours), STR("characters selected"), 0) != STR_NONE);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        StrBuf plain = {0};
        walk(&place, kinds[i], &plain);
        CHECK_STR(strbuf_view(&plain), strbuf_view(&colours));
        strbuf_deinit(&plain);
    }
    shell(&place, "mkdir -p home/.config/prfaq && "
                  "git config -f home/.config/prfaq/config ui.theme mono");
    StrBuf mono = {0};
    walk(&place, NULL, &mono);
    CHECK_STR(strbuf_view(&mono), strbuf_view(&colours));
    strbuf_deinit(&mono);
    strbuf_deinit(&colours);
    place_remove(&place);
}

static bool has_written(Vt *vt, const char *bytes)
{
    for (int i = 0; i < 100; i++) {
        if (str_find(vt_state(vt).output, str_from(bytes), 0) != STR_NONE)
            return true;
        vt_rest(vt);
    }
    return false;
}

static void the_ground_is_asked_behind_the_first_frame(void **state)
{
    (void)state;
    Place place = place_new();
    shell(&place, document);
    Vt *vt = start(&place, "write", "lantern", NULL);
    SEES(vt, "Small bakeries");
    CHECK(has_written(vt, "\033]11;?\a"));
    Str output = vt_state(vt).output;
    CHECK(str_find(output, STR("\033]11;?"), 0) > str_find(output, STR("bakeries"), 0));
    /* No answer: one writes on. Then a late one, in pieces. */
    vt_key(vt, "ctrl-end");
    vt_type(vt, "Ab");
    SEES(vt, "Ab");
    vt_send(vt, STR("\033]11;rgb:ff"));
    rest(vt, 20);
    vt_send(vt, STR("ff/ffff/ffff\033"));
    rest(vt, 10);
    vt_send(vt, STR("\\"));
    vt_type(vt, "cd");
    SEES(vt, "Abcd");
    CHECK(has_written(vt, "38;5;94") || has_written(vt, "38;5;25"));
    /* Another ground later, and answers that are none. */
    vt_send(vt, STR("\033]11;rgb:0000/0000/0000\a\033]11;rgb:zz\a\033]11;\033\\"));
    vt_type(vt, "ef");
    SEES(vt, "Abcdef");
    CHECK(has_written(vt, "38;5;215") || has_written(vt, "38;5;75"));
    vt_stop(vt);
    place_remove(&place);
}

/* It comes when the program is about to end, or has just ended: the line behind it
 * must not read it. */
static void no_answer_lands_in_the_shell(void **state)
{
    (void)state;
    Place place = place_new();
    char home[128], folder[96];
    shell(&place, document);
    const char *argv[] = {"/bin/sh", "-c",
                          "\"$0\" write lantern; read -r x; echo \"<$x>\"; read x",
                          program, NULL};
    const char *env[] = {home, NULL};
    snprintf(home, sizeof home, "HOME=%s", place.home);
    snprintf(folder, sizeof folder, "%s/ideas", place.folder);
    Vt *vt = vt_start(&(VtOptions){.argv = argv, .env = env, .folder = folder});
    SEES(vt, "Small bakeries");
    CHECK(has_written(vt, "\033]11;?\a"));
    vt_key(vt, "ctrl-q");
    rest(vt, 3);
    vt_send(vt, STR("\033]11;rgb:ffff/ffff/ffff\033\\"));
    for (int i = 0; i < 100 && vt_state(vt).alt_screen; i++)
        vt_rest(vt);
    CHECK(!vt_state(vt).alt_screen);
    vt_send(vt, STR("ls\r"));
    SEES(vt, "<ls>");
    vt_stop(vt);
    place_remove(&place);
}

static void terminals_that_do_not_know_the_question_are_not_asked(void **state)
{
    static const char *const kinds[] = {"TERM=linux", "TERM=vt100",
                                        "TERM=screen-256color", "NO_COLOR=1"};
    (void)state;
    Place place = place_new();
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        shell(&place, document);
        Vt *vt = start(&place, "write", "lantern", kinds[i]);
        SEES(vt, "Small bakeries");
        vt_key(vt, "ctrl-end");
        vt_type(vt, "x");
        SEES(vt, "  x");
        CHECK(str_find(vt_state(vt).output, STR("\033]11;?"), 0) == STR_NONE);
        vt_key(vt, "ctrl-z");
        vt_key(vt, "ctrl-q");
        ends_with(vt, 0);
        vt_stop(vt);
    }
    place_remove(&place);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        TEST(colours_change_while_writing_and_are_kept),
        TEST(every_state_is_told_without_colours),
        TEST(the_ground_is_asked_behind_the_first_frame),
        TEST(no_answer_lands_in_the_shell),
        TEST(terminals_that_do_not_know_the_question_are_not_asked),
    };

    static char absolute[4096];
    program = argc > 1 && realpath(argv[1], absolute) ? absolute : "prfaq";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
