#include "rule_case.h"

static void words_are_not_repeated(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"typing-slip", "They open the the shop.\n", "They know that that is so.\n"},
        {"typing-slip", "They open the\nthe shop.\n",
         "He had had enough, very very.\n"},
        {"typing-slip", "The owner opens a a shop.\n",
         "Bora Bora and 4 4 and `a` a.\n"},
        {"typing-slip", "> They open the\n> the shop.\n",
         "They open the `x` the door.\n"},
        {"typing-slip", "빵집 주인이 밀가루를 밀가루를 삽니다.\n",
         "값이 더 더 싸고 참 참 좋은 그 그림입니다.\n"},
        {"typing-slip", NULL, "```\nthe the\n```\n\n| the the |\n|---|\n| a a |\n"},
        {"typing-slip", NULL, "It came to this. This is day-to-day to do.\n"},
    };
    CHECK_CASES(cases);
}

static void gaps_inside_a_sentence_are_slips(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"typing-slip", "They open  the shop.\n", "They open.  The shop is new.\n"},
        {"typing-slip", "값이  비쌉니다.\n", "값이 비쌉니다.  빵이 탑니다.\n"},
        {"typing-slip", NULL, "They open  \nthe shop.\n"},
        {"typing-slip", NULL, "Name  price  day  mill\nRye  nine  Monday  Salem\n"},
        {"typing-slip", NULL, "A price `x`  <!-- c -->  is low.\n"},
    };
    CHECK_CASES(cases);
}

static void marks_that_open_also_close(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"typing-slip", "They order (by text and wait.\n", "They order (by text).\n"},
        {"typing-slip", "She says “order now and wait.\n", "She says “order now”.\n"},
        {"typing-slip", "She says \"order now and wait.\n", "A 6\" pipe and 5'9\".\n"},
        {"typing-slip", "「밀가루를 시켰습니다.\n",
         "「밀가루」를 시켰습니다 :( 그만.\n"},
        {"typing-slip", NULL, "“One paragraph.\n\n“And the last one.”\n"},
        {"typing-slip", NULL, "Sizes in [0, 1) and a) b) c).\n"},
        {"typing-slip", NULL, "The steps (in this order:\n\n- one\n- two)\n"},
    };
    CHECK_CASES(cases);
}

static void fixes_touch_only_the_slip(void **state)
{
    (void)state;
    CHECK_STR(fixed_text("They **open** the the shop.\n", "typing-slip"),
              STR("They **open** the shop.\n"));
    CHECK_STR(fixed_text("They open the\r\nthe shop.\r\n", "typing-slip"),
              STR("They open the shop.\r\n"));
    CHECK_STR(fixed_text("> They open the\n> the shop.\n", "typing-slip"),
              STR("> They open the shop.\n"));
    CHECK_STR(fixed_text("*They* open  the shop.\n", "typing-slip"),
              STR("*They* open the shop.\n"));
    CHECK_STR(fixed_text("값은 3~5만 원입니다.\n", "number-range"),
              STR("값은 3만~5만 원입니다.\n"));
    CHECK_STR(fixed_text("값은 **3 ~ 5천만** 원입니다.\n", "number-range"),
              STR("값은 **3천만 ~ 5천만** 원입니다.\n"));
}

static void ranges_repeat_their_unit(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"number-range", "값은 3~5만 원입니다.\n", "값은 3만~5만 원입니다.\n"},
        {"number-range", "값은 1.5 – 2억 원입니다.\n", "값은 900~1천 원입니다.\n"},
        {"number-range", NULL, "아침 9~11시에 3~5일 동안 엽니다.\n"},
        {"number-range", NULL, "The price is 3~5만 won.\n"},
        {"number-range", NULL, "값은 `3~5만` 원입니다.\n"},
    };
    CHECK_CASES(cases);
}

/* "값은 3~5만 원입니다." and "밀가루를 밀가루를" in conjoining jamo. */
static void decomposed_text_is_read_the_same(void **state)
{
    (void)state;
    const char *decomposed =
        "\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xb9\xe1\x84\x89\xe1\x85\xb3\xe1\x86\xab 3~5"
        "\xe1\x84\x86\xe1\x85\xa1\xe1\x86\xab "
        "\xe1\x84\x8b\xe1\x85\xaf\xe1\x86\xab\xe1\x84\x8b\xe1\x85\xb5\xe1\x84\x83\xe1"
        "\x85"
        "\xa1.\n";
    Findings f = check_text(decomposed);
    const Finding *found = find_rule(&f, "number-range");
    CHECK(found != NULL);
    CHECK_STR(found->fix.text, STR("3만"));
}

RUN_RULE_TESTS(TEST(words_are_not_repeated), TEST(gaps_inside_a_sentence_are_slips),
               TEST(marks_that_open_also_close), TEST(fixes_touch_only_the_slip),
               TEST(ranges_repeat_their_unit), TEST(decomposed_text_is_read_the_same))
