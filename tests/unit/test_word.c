#include "check.h"

#include "text/word.h"

static void check_words(Str s, Lang lang, Str expected)
{
    StrBuf joined = {0};
    size_t at = 0, count = 0;
    Range r;

    while (word_next(s, lang, &at, &r)) {
        count++;
        if (joined.len > 0)
            strbuf_addc(&joined, '|');
        strbuf_add(&joined, str_range(s, r));
    }
    CHECK_STR(strbuf_view(&joined), expected);
    CHECK_INT(word_count(s, lang), count);
    strbuf_deinit(&joined);
}

static void words_are_those_of_the_rules(void **state)
{
    (void)state;
    check_words(STR("don’t door-step 3.5 1,240 x."), LANG_EN,
                STR("don’t|door-step|3.5|1,240|x"));
    check_words(STR("(well -- it's) 'so' — end-"), LANG_EN, STR("well|it's|so|end"));
    check_words(STR("a.’b \u0301c ’d e.-f 1.— x、y été.été"), LANG_EN,
                STR("a|b|c|d|e|f|1|x|y|été.été"));
    check_words(STR("e\u0301tude naïve"), LANG_FR, STR("e\u0301tude|naïve"));
    check_words(STR("“고객은” — 왜, 3.5배? !"), LANG_KO, STR("“고객은”|왜,|3.5배?"));
    check_words(STR(" — … "), LANG_KO, STR(""));
    CHECK_INT(word_count(STR("one two"), LANG_EN), 2);
}

static void length_is_in_the_unit_of_the_language(void **state)
{
    (void)state;
    CHECK_INT(prose_length(STR("  고객은  기다린다.\n끝 "), LANG_KO), 11);
    CHECK_INT(prose_length(STR("\u1112\u1161\u11ab글"), LANG_KO), 2);
    CHECK_INT(prose_length(STR("今日は。"), LANG_JA), 4);
    CHECK_INT(prose_length(STR("two words"), LANG_EN), 2);
    CHECK_INT(prose_length(STR("   "), LANG_ZH), 0);
}

RUN_TESTS(TEST(words_are_those_of_the_rules),
          TEST(length_is_in_the_unit_of_the_language))
