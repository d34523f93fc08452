#include "rule_case.h"

#define TOP(customer, headline, summary)                                               \
    "---\nlang: en\n" customer "---\n\n# L\n\n## Headline\n\n" headline                \
    "\n\n## Summary\n\n" summary "\n"
#define PROBLEM  "# L\n\n## Problem\n\n"
#define PROBLEMK "# 등불\n\n## 문제\n\n"

static void the_customer_comes_early(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"customer-late",
         TOP("", "Lantern is here", "Lantern opens today. Customers like it a lot."),
         TOP("", "Lantern is here", "Customers order by text today. It is quick.")},
        {"customer-late",
         TOP("customer: florists\n", "Lantern is here", "Lantern opens today in Oslo."),
         TOP("customer: busy florists\n", "Florists order by text", "It opens today.")},
        {"customer-late", NULL,
         TOP("", "Your flour by text", "It opens today in Oslo.")},
        {"customer-late",
         "# 등불\n\n## 제목\n\n등불이 왔다\n\n## 요약\n\n등불이 오늘 문을 열었다.\n",
         "# 등불\n\n## 제목\n\n등불이 왔다\n\n## 요약\n\n고객은 오늘부터 문자를 "
         "보낸다.\n"},
        {"customer-late", NULL, "# L\n\n## Problem\n\nBread burns each day.\n"},
    };
    CHECK_CASES(cases);
}

static void leaders_speak_of_the_customer(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"leader-no-customer",
         "# L\n\n## Leader quote\n\n“We are proud of Lantern,” said Ann Li, CEO.\n",
         "# L\n\n## Leader quote\n\n“Customers told us so,” said Ann Li, CEO.\n"},
        {"leader-no-customer",
         "# 등불\n\n## 책임자의 말\n\n“등불이 무척 자랑스럽습니다.” 이하늘 대표가 "
         "말했다.\n",
         "# 등불\n\n## 책임자의 말\n\n“고객이 먼저 말했습니다.” 이하늘 대표가 "
         "말했다.\n"},
    };
    CHECK_CASES(cases);
}

static void a_missing_product_is_no_problem(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"solution-as-problem", PROBLEM "There is no good app for bakers.\n",
         PROBLEM "There is no bread. A baker uses an app.\n"},
        {"solution-as-problem", PROBLEM "They suffer from a LACK OF tools.\n",
         PROBLEM "They lack sleep, and tools are dear.\n"},
        {"solution-as-problem", PROBLEMK "쓸 만한 앱이 없습니다.\n",
         PROBLEMK "앱이 비쌉니다. 시간이 없습니다.\n"},
        {"solution-as-problem", PROBLEMK "알맞은 도구는 부족하다.\n",
         "# 등불\n\n## 해결\n\n앱이 없습니다.\n"},
    };
    CHECK_CASES(cases);
}

static void the_solution_answers_the_problem(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"problem-unanswered",
         PROBLEM "1. Bread burns at dawn.\n2. Bills come twice.\n\n## Solution\n\n"
                 "Bread never burns with Lantern again.\n",
         PROBLEM "1. Bread burns at dawn.\n2. Bills come twice.\n\n## Solution\n\n"
                 "Bread never burns, and each bill comes once.\n"},
        {"problem-unanswered",
         PROBLEM
         "Owners spend mornings calling suppliers while loaves burn, paper lists "
         "vanish and helpers guess deliveries.\n\n## Solution\n\n"
         "Lantern glows brightly in every window, with coloured glass, warm "
         "light and solar panels.\n",
         PROBLEM
         "Owners spend mornings calling suppliers while loaves burn, paper lists "
         "vanish and helpers guess deliveries.\n\n## Solution\n\n"
         "Owners text suppliers; helpers read one list of deliveries instead of "
         "paper, and no loaves burn.\n"},
        {"problem-unanswered",
         PROBLEMK "- 빵이 아침마다 탄다\n- 계산서가 두 번 온다\n\n## 해결\n\n"
                  "이제 빵이 타지 않는다. 등불이 지켜본다.\n",
         PROBLEMK "- 빵집이 아침마다 늦는다\n- 계산서가 두 번 온다\n\n## 해결\n\n"
                  "이제 빵집은 늦지 않는다. 계산서는 한 장이다.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(the_customer_comes_early), TEST(leaders_speak_of_the_customer),
               TEST(a_missing_product_is_no_problem),
               TEST(the_solution_answers_the_problem))
