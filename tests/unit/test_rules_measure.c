#include "rule_case.h"

#define RELEASE  "# L\n\n## Solution\n\n"
#define KOREAN   "# 등불\n\n## 해결\n\n"
#define PROBLEM  "# L\n\n## Problem\n\n"
#define PROBLEMK "# 등불\n\n## 문제\n\n"

static void shares_are_shares_of_something(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"number-without-base", RELEASE "Owners save 40%.\n",
         RELEASE "Owners save 40% of their morning.\n"},
        {"number-without-base", RELEASE "Ordering is 3x faster.\n",
         RELEASE "Ordering is 3x faster than by phone.\n"},
        {"number-without-base", RELEASE "Bread sells twice as well.\n",
         RELEASE "Bread sells twice a day, three times a week.\n"},
        {"number-without-base", KOREAN "시간이 40% 줄었습니다.\n",
         KOREAN "시간이 전화보다 40% 줄었습니다.\n"},
        {"number-without-base", KOREAN "두 배 빠릅니다.\n",
         KOREAN "40분에서 20분으로, 절반이 되었습니다.\n"},
        {"number-without-base", NULL, RELEASE "It costs 9 dollars. It is 100% free.\n"},
        {"number-without-base", NULL, "# L\n\n## Internal FAQ\n\nOwners save 40%.\n"},
    };
    CHECK_CASES(cases);
}

static void the_benefit_has_a_number(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"benefit-unquantified", RELEASE "Owners of bakeries order by text at night.\n",
         RELEASE "Owners of bakeries order in four minutes at night.\n"},
        {"benefit-unquantified",
         RELEASE "Owners order from March 2, 2027 on, for $9 a month.\n",
         RELEASE "Owners of bakeries save $300 with each order of flour.\n"},
        {"benefit-unquantified", KOREAN "주인은 밤에 문자로 밀가루를 주문한다.\n",
         KOREAN "주인은 사 분이 아니라 4분 만에 밀가루를 주문한다.\n"},
        {"benefit-unquantified", NULL,
         "# Bread in four minutes\n\n## Headline\n\nBread in four minutes\n\n"
         "## Solution\n\nOwners of bakeries order by text at night.\n"},
        {"benefit-unquantified", NULL, "# L\n\n## Internal FAQ\n\nNothing here.\n"},
    };
    CHECK_CASES(cases);
}

static void the_problem_has_a_number_or_a_source(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"problem-unquantified", PROBLEM "Owners of bakeries wait on the phone.\n",
         PROBLEM "Owners of bakeries wait forty minutes on the phone.\n"},
        {"problem-unquantified", PROBLEMK "주인은 아침마다 전화기 옆에서 기다린다.\n",
         PROBLEMK "주인은 아침마다 [본 것 2027-03-09] 전화기 옆에서 기다린다.\n"},
        {"problem-unquantified", NULL,
         PROBLEM "Owners wait on the phone ([study](https://a.example)).\n"},
        {"problem-unquantified", NULL, PROBLEM "Owners wait on the phone.[^1]\n"},
        {"problem-unquantified", NULL,
         PROBLEM "Owners of bakeries wait on the phone.\n\n## Internal FAQ\n\n"
                 "<!-- prfaq-q: evidence-how-known -->\n**Q. How do we know?**\n\n"
                 "A. We stood in 24 bakeries.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(shares_are_shares_of_something), TEST(the_benefit_has_a_number),
               TEST(the_problem_has_a_number_or_a_source))
