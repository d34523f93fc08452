#include "check/asked.h"

#include "check.h"

typedef struct Case {
    const char *text;
    Lang lang;
    Asked asked;
} Case;

/* clang-format off */
static const Case cases[] = {
    {"how does it work", LANG_EN, ASKED_SURELY},
    {"what does it cost.", LANG_EN, ASKED_SURELY},
    {"how many bakers will use it", LANG_EN, ASKED_SURELY},
    {"is it safe", LANG_EN, ASKED_SURELY},
    {"do i have to pay", LANG_EN, ASKED_SURELY},
    {"and for whom is it", LANG_EN, ASKED_SURELY},
    {"what's the price", LANG_EN, ASKED_SURELY},
    {"which bakers can use it", LANG_EN, ASKED_SURELY},
    {"who pays for it", LANG_EN, ASKED_MAYBE},
    {"what happens on holidays", LANG_EN, ASKED_MAYBE},
    {"will bakers pay", LANG_EN, ASKED_MAYBE},
    {"pricing", LANG_EN, ASKED_NOT},
    {"the price", LANG_EN, ASKED_NOT},
    {"how it works", LANG_EN, ASKED_NOT},
    {"how lantern works", LANG_EN, ASKED_NOT},
    {"how to order", LANG_EN, ASKED_NOT},
    {"why bakers leave", LANG_EN, ASKED_NOT},
    {"what we heard", LANG_EN, ASKED_NOT},
    {"who we are", LANG_EN, ASKED_NOT},
    {"do not disturb", LANG_EN, ASKED_NOT},
    {"may 2027", LANG_EN, ASKED_NOT},
    {"for bakers", LANG_EN, ASKED_NOT},
    {"", LANG_EN, ASKED_NOT},
    {"값은 얼마인가요", LANG_KO, ASKED_SURELY},
    {"누가 값을 냅니까", LANG_KO, ASKED_SURELY},
    {"빵집은 왜 필요한가", LANG_KO, ASKED_MAYBE},
    {"어떻게 해요.", LANG_KO, ASKED_MAYBE},
    {"가격", LANG_KO, ASKED_NOT},
    {"평가", LANG_KO, ASKED_NOT},
    {"시작하는 방법", LANG_KO, ASKED_NOT},
    {"언제든 취소합니다", LANG_KO, ASKED_NOT},
    {"料金はいくらですか", LANG_JA, ASKED_SURELY},
    {"料金", LANG_JA, ASKED_NOT},
    {"wie viel kostet das", LANG_DE, ASKED_NOT},
};
/* clang-format on */

static void titles_are_told_from_questions_by_their_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Asked asked = asked_by_words(str_from(cases[i].text), cases[i].lang);
        if (asked != cases[i].asked)
            print_error("%s\n", cases[i].text);
        CHECK_INT(asked, cases[i].asked);
    }
}

static void whether_and_how_many_are_told_apart(void **state)
{
    (void)state;
    CHECK(asked_yes_no(STR("is it safe?"), LANG_EN));
    CHECK(!asked_yes_no(STR("is it by text or by phone?"), LANG_EN));
    CHECK(asked_yes_no(STR("밤에도 됩니까?"), LANG_KO));
    CHECK(!asked_yes_no(STR("어떻게 됩니까?"), LANG_KO));
    CHECK_INT(asked_shape(STR("how many use it?"), LANG_EN), ASKED_NUMBER);
    CHECK_INT(asked_shape(STR("what does it cost?"), LANG_EN), ASKED_AMOUNT);
    CHECK_INT(asked_shape(STR("언제 출시합니까?"), LANG_KO), ASKED_DATE);
    CHECK_INT(asked_shape(STR("왜?"), LANG_KO), ASKED_ANY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(titles_are_told_from_questions_by_their_words),
        cmocka_unit_test(whether_and_how_many_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
