#include "check/wording_fix.h"

#include "rule_case.h"

#define PROBLEM    "# L\n\n## Problem\n\n"
#define PROBLEM_KO "# 등불\n\n## 문제\n\n"

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

RUN_RULE_TESTS(TEST(fixes_keep_case_and_marks), TEST(korean_fixes_fit_their_particles),
               TEST(korean_words_are_shown_without_particles))
