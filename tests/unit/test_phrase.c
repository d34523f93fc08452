#include "check/phrase.h"

#include "check.h"

static const char *const words[] = {"how", "지금"};

static void a_word_is_one_of_a_list_whatever_its_case(void **state)
{
    (void)state;
    CHECK(phrase_is_one_of(STR("How"), words, PHRASE_COUNT(words)));
    CHECK(!phrase_is_one_of(STR("however"), words, PHRASE_COUNT(words)));
    CHECK(!phrase_is_one_of(STR(""), words, PHRASE_COUNT(words)));
}

static void a_list_is_looked_for_anywhere_and_at_the_end(void **state)
{
    (void)state;
    CHECK(phrase_any_in(STR("바로 지금부터"), words, PHRASE_COUNT(words)));
    CHECK(!phrase_any_in(STR("바로"), words, PHRASE_COUNT(words)));
    CHECK(phrase_any_ends(STR("바로 지금"), words, PHRASE_COUNT(words)));
    CHECK(!phrase_any_ends(STR("지금부터"), words, PHRASE_COUNT(words)));
}

static void a_phrase_stands_as_whole_words(void **state)
{
    (void)state;
    CHECK(phrase_stands_in(STR("so how much is it"), "how much"));
    CHECK(phrase_stands_in(STR("how much"), "how much"));
    CHECK(!phrase_stands_in(STR("somehow much"), "how much"));
    CHECK(phrase_stands_in(STR("somehow muchly how much"), "how much"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_is_one_of_a_list_whatever_its_case),
        cmocka_unit_test(a_list_is_looked_for_anywhere_and_at_the_end),
        cmocka_unit_test(a_phrase_stands_as_whole_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
