#include "rule_case.h"

#define PROBLEM "# 등불\n\n## 문제\n\n"
#define FRONT   "---\ntemplate: prfaq\nlang: ko\n---\n\n"

static void endings_of_a_section_agree(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"ending-mixed", PROBLEM "빵이 탑니다. 주인은 전화합니다. 밀가루가 늦는다.\n",
         PROBLEM "빵이 탑니다. 주인은 전화합니다. 밀가루가 늦습니다.\n"},
        {"ending-mixed", PROBLEM "빵이 타요. 주인은 전화해요. 밀가루가 늦음.\n",
         PROBLEM "빵이 탑니다. 문자를 보내세요. 어떨까요? 빵이 필요.\n"},
        {"ending-mixed", NULL,
         PROBLEM "빵이 탑니다. 주인은 전화합니다. “빵이 탄다.” 늦습니다.\n"},
        {"ending-mixed", NULL, PROBLEM "빵이 탑니다. 밀가루가 늦는다.\n"},
        {"ending-mixed", NULL,
         PROBLEM "빵이 탑니다. 늦습니다. 팝니다.\n\n- 값이 오른다.\n- 탄다.\n"},
        {"ending-mixed", NULL, "# L\n\n## Problem\n\nIt burns. It is late. Bad.\n"},
    };
    CHECK_CASES(cases);
}

static void the_register_of_a_template_is_expected(void **state)
{
    (void)state;
    Findings f = check_text(FRONT "## 고객의 문제\n<!-- prfaq-id: problem -->\n\n"
                                  "빵이 탑니다. 늦습니다. 밀가루가 늦는다.\n");
    CHECK_STR(find_rule(&f, "ending-mixed")->message,
              STR("종결어미가 섞였습니다: 한다체 1문장, 합니다체 2문장"));
    f = check_text("---\ntemplate: prfaq\nlang: ko\nregister.pr: hapnida\n---\n\n"
                   "## 고객의 문제\n<!-- prfaq-id: problem -->\n\n"
                   "빵이 탑니다. 늦습니다. 밀가루가 늦는다.\n");
    CHECK_STR(find_rule(&f, "ending-mixed")->message,
              STR("종결어미가 섞였습니다: 합니다체 2문장, 한다체 1문장"));
}

static void passives_are_counted_once(void **state)
{
    (void)state;
    const char *text =
        "# L\n\n## Problem\n\nFlour is ordered by phone. Bread is burned. "
        "The owner waits. Bills were quickly paid. Mills ring back.\n";
    rule_options.profile = PROFILE_STRICT;
    Findings f = check_text(text);
    CHECK_INT(count_rule(&f, "passive-share"), 1);
    CHECK_STR(find_rule(&f, "passive-share")->message,
              STR("60% of the sentences are passive (aim for 20% or less)"));
    f = check_text("# L\n\n## Problem\n\nOwners order flour. Bread burns. The owner is "
                   "late. He needed it. Mills ring back.\n");
    CHECK(!find_rule(&f, "passive-share"));
    rule_options.profile = PROFILE_DEFAULT;
    f = check_text(text);
    CHECK(!find_rule(&f, "passive-share"));
}

RUN_RULE_TESTS(TEST(endings_of_a_section_agree),
               TEST(the_register_of_a_template_is_expected),
               TEST(passives_are_counted_once))
