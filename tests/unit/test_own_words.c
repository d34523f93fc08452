#include "app/own_words.h"
#include "check.h"

static void check_words(Str before, Str word, const char *expected, bool expected_known)
{
    StrBuf out = {0};
    bool known = !expected_known;

    own_words_with(before, word, &out, &known);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    CHECK(known == expected_known);
    strbuf_deinit(&out);
}

static void words_are_sorted_and_stand_once(void **state)
{
    (void)state;
    check_words(STR(""), STR("zzyx"), "zzyx\n", false);
    check_words(STR("mill\nbaker\r\n"), STR("한글"), "baker\nmill\n한글\n", false);
    check_words(STR("mill\nbaker"), STR("mill"), "baker\nmill\n", true);
    check_words(STR("# ours\n\nmill\n"), STR("baker"), "# ours\nbaker\nmill\n", false);
}

RUN_TESTS(TEST(words_are_sorted_and_stand_once))
