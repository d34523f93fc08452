#include "app/tour.h"
#include "base/message.h"
#include "check.h"
#include "scratch.h"

typedef struct Heard {
    StrBuf words;
    int steps;
    int deaf_from; /* the step that cannot be told; 0: none */
} Heard;

static bool hear(void *ctx, Str text, Error *err)
{
    Heard *heard = ctx;

    heard->steps++;
    strbuf_add(&heard->words, text);
    if (heard->steps == heard->deaf_from)
        return error_set(err, ERR_IO, "the disk is full");
    return true;
}

static void check_tour(Lang lang, const char *words)
{
    Scratch scratch;
    Heard heard = {0};
    Error err = {0};

    scratch_enter(&scratch);
    setenv("TMPDIR", scratch.path, 1);
    if (!tour_run(lang, hear, &heard, &err))
        print_error("%s\n%s\n", err.message, strbuf_cstr(&heard.words));
    CHECK_INT(err.code, ERR_NONE);
    CHECK_INT(heard.steps, 6);
    CHECK(str_find(strbuf_view(&heard.words), str_from(words), 0) != STR_NONE);
    CHECK(str_find(strbuf_view(&heard.words), STR("{+"), 0) != STR_NONE);
    CHECK_OUTPUT("", "ls -A");
    strbuf_deinit(&heard.words);
    unsetenv("TMPDIR");
    scratch_leave(&scratch);
}

static void all_six_steps_do_what_they_say_in_both_languages(void **state)
{
    (void)state;
    check_tour(LANG_EN, "Maria Ortiz");
    check_tour(LANG_KO, "윤지호");
}

static void a_work_tree_of_somebody_is_left_alone(void **state)
{
    (void)state;
    Scratch scratch;
    Heard heard = {0};
    Error err = {0};

    scratch_enter(&scratch);
    run("git init -q -b main . && mkdir tmp");
    char inside[sizeof scratch.path + 4];
    snprintf(inside, sizeof inside, "%s/tmp", scratch.path);
    setenv("TMPDIR", inside, 1);
    CHECK(tour_run(LANG_EN, hear, &heard, &err));
    CHECK_OUTPUT("", "git log --oneline 2>/dev/null; ls tmp");
    strbuf_deinit(&heard.words);
    unsetenv("TMPDIR");
    scratch_leave(&scratch);
}

static void a_step_that_cannot_be_told_ends_the_tour(void **state)
{
    (void)state;
    Scratch scratch;
    Heard heard = {.deaf_from = 2};
    Error err = {0};

    scratch_enter(&scratch);
    setenv("TMPDIR", scratch.path, 1);
    CHECK(!tour_run(LANG_EN, hear, &heard, &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK_INT(heard.steps, 2);
    CHECK_OUTPUT("", "ls -A");
    strbuf_deinit(&heard.words);
    unsetenv("TMPDIR");
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(all_six_steps_do_what_they_say_in_both_languages),
          TEST(a_work_tree_of_somebody_is_left_alone),
          TEST(a_step_that_cannot_be_told_ends_the_tour))
