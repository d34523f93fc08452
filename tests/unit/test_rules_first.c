#include "rule_case.h"

#define COMPANY    "---\ncompany: Northwind\n---\n# L\n\n## Summary\n\n"
#define COMPANY_KO "---\ncompany: 한마루\nlang: ko\n---\n# 등불\n\n## 요약\n\n"
#define PR         "# L\n\n## Problem\n\n"

static void our_affairs_stay_out_of_the_release(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"company-first", PR "It grows market share.\n",
         "# L\n\n## Internal FAQ\n\n**Q. Why?**\n\nA. It grows market share.\n"},
        {"company-first", PR "We wait.\n", PR "Shops wait. We wait.\n"},
        {"company-first", NULL, PR "It helps shops instead of market share.\n"},
        {"company-first", "# 등불\n\n## 문제\n\n당사는 느리다.\n",
         "# 등불\n\n## 문제\n\n당사가 아닌 가게가 느리다.\n"},
    };
    CHECK_CASES(cases);
}

static void the_summary_begins_with_the_customer(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"company-first",
         COMPANY "SEOUL, March 2, 2027 — Today Northwind opens a desk.\n",
         COMPANY "SEOUL, March 2, 2027 — Shoppers of Northwind get a desk.\n"},
        {"company-first", NULL,
         COMPANY "A desk where people wait no more is opened by Northwind.\n"},
        {"company-first", NULL,
         "# L\n\n## Summary\n\nNorthwind opens a desk in 9 towns.\n"},
        {"company-first", COMPANY_KO "(서울=2027년 3월 2일) 한마루는 창구를 연다.\n",
         COMPANY_KO "(서울=2027년 3월 2일) 손님은 한마루에서 반품한다.\n"},
        {"company-first", NULL, COMPANY_KO "손님은 한마루가 연 창구에서 반품한다.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(our_affairs_stay_out_of_the_release),
               TEST(the_summary_begins_with_the_customer))
