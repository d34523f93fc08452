#include "check.h"

#include "term/ground.h"

static void an_answer_tells_dark_from_light(void **state)
{
    (void)state;
    CHECK_INT(ground_parse(STR("11;rgb:0000/0000/0000")), GROUND_DARK);
    CHECK_INT(ground_parse(STR("11;rgb:ffff/ffff/ffff")), GROUND_LIGHT);
    CHECK_INT(ground_parse(STR("11;rgb:fd/f6/e3")), GROUND_LIGHT);
    CHECK_INT(ground_parse(STR("11;rgb:0000/2b2b/3636")), GROUND_DARK);
    CHECK_INT(ground_parse(STR("11;rgba:ffff/ffff/ffff/8000")), GROUND_LIGHT);
    CHECK_INT(ground_parse(STR("11;rgb:F/F/F")), GROUND_LIGHT);
}

static void what_is_malformed_says_nothing(void **state)
{
    static const char *const bad[] = {
        "",
        "11",
        "11;",
        "11;?",
        "11;rgb:",
        "11;rgb:ff",
        "11;rgb:ff/ff",
        "11;rgb:ff/ff/ff/ff",
        "11;rgb://",
        "10;rgb:f/f/f",
        "11;rgb:f/f/g",
        "11;rgb:fffff/0/0",
        "11;rgba:f/f/f",
        "11;rgb:f/f/ f",
    };
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK_INT(ground_parse(str_from(bad[i])), GROUND_UNKNOWN);
}

static void only_terminals_that_know_the_question_are_asked(void **state)
{
    (void)state;
    CHECK(ground_may_ask("xterm-256color", false, 256));
    CHECK(ground_may_ask("tmux-256color", true, 256));
    CHECK(ground_may_ask("screen-256color", true, 256));
    CHECK(!ground_may_ask("screen-256color", false, 256));
    CHECK(!ground_may_ask("xterm", false, 8));
    CHECK(!ground_may_ask("linux", false, 256));
    CHECK(!ground_may_ask("vt100", false, 256));
    CHECK(!ground_may_ask("dumb", false, 256));
    CHECK(!ground_may_ask(NULL, false, 256));
}

RUN_TESTS(TEST(an_answer_tells_dark_from_light), TEST(what_is_malformed_says_nothing),
          TEST(only_terminals_that_know_the_question_are_asked))
