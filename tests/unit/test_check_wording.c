#include "check/wording.h"

#include "rule_case.h"

#define PROBLEM    "# L\n\n## Problem\n\n"
#define PROBLEM_KO "# 등불\n\n## 문제\n\n"

static void one_place_gets_one_finding(void **state)
{
    (void)state;
    /* "committed to" is weasel, "we are committed" evasive in an answer. */
    Findings f =
        check_text("# L\n\n## Internal FAQ\n\n**Q. When?**\n\nA. We are committed "
                   "to it.\n");
    CHECK_INT(count_rule(&f, "faq-evasive"), 1);
    CHECK_INT(count_rule(&f, "weasel-word"), 0);
    f = check_text(PROBLEM "They will soon wait longer.\n");
    CHECK_INT(count_rule(&f, "future-tense"), 1);
    CHECK_INT(count_rule(&f, "weasel-word"), 0);
}

static void unfilled_places_get_no_second_finding(void **state)
{
    (void)state;
    Findings f = check_text("# L\n\n## Summary\n\nIt opens [some date soon].\n");
    CHECK(find_rule(&f, "placeholder-left") != NULL);
    CHECK(find_rule(&f, "weasel-word") == NULL);
}

static void quotations_lower_a_warning(void **state)
{
    (void)state;
    Findings f = check_text(PROBLEM "She said “it was an amazing day” and left.\n");
    CHECK_INT(find_rule(&f, "hype-word")->level, LEVEL_INFO);
    f = check_text(PROBLEM "It was an amazing day.\n");
    CHECK_INT(find_rule(&f, "hype-word")->level, LEVEL_WARNING);
    f = check_text(
        "# L\n\n## Leader quote\n\n“We grow market share,” said Mina Park, "
        "head of sales.\n\n## Customer quote\n\n“It was amazing to see,” said "
        "Joe Kim, baker.\n");
    CHECK_INT(find_rule(&f, "hype-word")->level, LEVEL_INFO);
    CHECK_INT(find_rule(&f, "company-first")->level, LEVEL_WARNING);
}

static void questions_labels_and_speakers_are_left_alone(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"hype-word", NULL,
         "# L\n\n## Internal FAQ\n\n**Q. Is it amazing?**\n\nA. No, it is 3 apps.\n"},
        {"hype-word", NULL, "# L\n\n## Amazing\n\nWords.\n"},
        {"hype-word", NULL,
         "# L\n\n## Leader quote\n\n“It is on time.”\n\n— Mina Park, Amazing Things "
         "Inc.\n"},
    };
    CHECK_CASES(cases);
}

static void fix_is(const char *text, const char *rule, const char *range,
                   const char *with)
{
    Findings f = check_text(text);
    const Finding *finding = find_rule(&f, rule);
    if (!finding || finding->fix.kind != FIX_REPLACE) {
        print_error("no fix of %s:\n%s\n", rule, text);
        fail();
    }
    CHECK_STR(str_range(str_from(text), finding->fix.range), str_from(range));
    CHECK_STR(finding->fix.text, str_from(with));
}

static void fixes_keep_case_and_marks(void **state)
{
    (void)state;
    fix_is(PROBLEM "In order to win, wait.\n", "inflated-phrase", "In order to", "To");
    fix_is(PROBLEM "They wait in\norder to win.\n", "inflated-phrase", "in\norder to",
           "to");
    fix_is(PROBLEM "Please note that they wait.\n", "inflated-phrase",
           "Please note that t", "T");
    fix_is(PROBLEM "Needless to say, they wait.\n", "inflated-phrase",
           "Needless to say, t", "T");
    Findings f = check_text(PROBLEM "They wait in *order* to win.\n");
    CHECK_INT(find_rule(&f, "inflated-phrase")->fix.kind, FIX_NONE);
}

static void korean_fixes_fit_their_particles(void **state)
{
    (void)state;
    fix_is(PROBLEM_KO "가게는 런칭을 기다린다.\n", "jargon-word", "런칭을", "출시를");
    fix_is(PROBLEM_KO "가게는 런칭만 기다린다.\n", "jargon-word", "런칭", "출시");
    fix_is(PROBLEM_KO "값이 개선되어졌다.\n", "translationese", "되어졌", "되었");
    fix_is(PROBLEM_KO "강릉에 위치한 가게는 멀다.\n", "translationese", "에 위치한",
           "에 있는");
    fix_is(PROBLEM_KO "반품을 진행하였습니다.\n", "inflated-phrase", "하였습니다",
           "했습니다");
}

static void korean_words_are_shown_without_particles(void **state)
{
    (void)state;
    Findings f = check_text(PROBLEM_KO "당사는 오늘 문을 연다.\n");
    CHECK_STR(find_rule(&f, "company-first")->message,
              STR("“당사”는 고객보다 우리를 앞세웁니다: 주어를 고객으로 바꾸세요. 예: "
                  "“당사는 앱을 출시했다” → “고객은 오늘부터 앱에서 …할 수 있다”"));
    f = check_text(PROBLEM_KO "만족도가 향상됐습니다.\n");
    CHECK_STR(find_rule(&f, "claim-without-number")->message,
              STR("“만족도”에 숫자가 없습니다"));
}

static void what_is_denied_is_no_boast(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"hype-word", PROBLEM "It is magical.\n", PROBLEM "It is not magical.\n"},
        {"weasel-word", PROBLEM "Reviews and more.\n",
         PROBLEM "There are calls and more tokens.\n"},
        {"jargon-word", PROBLEM "It is end-to-end.\n",
         PROBLEM "End-to-end tests run.\n"},
        {"company-first", PROBLEM "Our team waits.\n",
         "# L\n\n## Customer quote\n\n“Our team waits no more,” said Mina Park, "
         "baker.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(what_is_denied_is_no_boast), TEST(one_place_gets_one_finding),
               TEST(unfilled_places_get_no_second_finding),
               TEST(quotations_lower_a_warning),
               TEST(questions_labels_and_speakers_are_left_alone),
               TEST(fixes_keep_case_and_marks), TEST(korean_fixes_fit_their_particles),
               TEST(korean_words_are_shown_without_particles))
