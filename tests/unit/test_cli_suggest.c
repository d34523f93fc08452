#include "app/cli.h"
#include "check.h"

static const char *const words[] = {"save", "show", "check", "completion", "log"};

static const char *nearest(const char *typed)
{
    return suggest_word(str_from(typed), words, sizeof words / sizeof *words);
}

static void one_wrong_letter_is_near(void **state)
{
    (void)state;
    CHECK_STRZ(nearest("sav"), "save");
    CHECK_STRZ(nearest("sbve"), "save");
    CHECK_STRZ(nearest("chekc"), "check");
    CHECK_STRZ(nearest("compltion"), "completion");
    CHECK_STRZ(nearest("shwo"), "show");
}

static void another_word_is_not_near(void **state)
{
    (void)state;
    CHECK(!nearest("export"));
    CHECK(!nearest("xxx"));
    CHECK(!nearest(""));
    CHECK(!nearest("a-word-that-is-far-too-long-to-be-a-typing-slip-of-anything"));
}

static void the_nearest_of_several_wins(void **state)
{
    (void)state;
    CHECK_STRZ(nearest("shov"), "show");
    CHECK_STRZ(nearest("lod"), "log");
}

RUN_TESTS(TEST(one_wrong_letter_is_near), TEST(another_word_is_not_near),
          TEST(the_nearest_of_several_wins))
