#include "rule_case.h"

#define FAQ    "# L\n\n## FAQ\n\n"
#define FAQ_KO "# 등불\n\n## FAQ\n\n"

static void putting_it_off_is_reported(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-evasive", FAQ "**Q. Why?**\n\nA. It is under consideration.\n",
         FAQ "**Q. Why?**\n\nA. It is under consideration until March 2, 2027.\n"},
        {"faq-evasive", FAQ "**Q. Why?**\n\nA. We are looking into it.\n",
         FAQ "**Q. Why?**\n\nA. @mina is looking into it.\n"},
        {"faq-evasive", FAQ_KO "**Q. 왜?**\n\nA. 지금 검토 중입니다.\n",
         FAQ_KO "**Q. 왜?**\n\nA. 3월 2일까지 검토 중입니다.\n"},
        {"faq-evasive", NULL, FAQ "Is it under consideration?\n"},
    };
    CHECK_CASES(cases);
}

static void what_is_unknown_has_a_person_and_a_date(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-unknown-owner", FAQ "**Q. Why?**\n\nA. We do not know yet.\n",
         FAQ "**Q. Why?**\n\nA. We do not know yet; @mina asks by 2027-03-01.\n"},
        {"faq-unknown-owner", FAQ "**Q. Why?**\n\nA. That is unknown. @mina asks.\n",
         FAQ "**Q. Why?**\n\nA. That is unknown. Mina Park asks by March 1, 2027.\n"},
        {"faq-unknown-owner", FAQ "**Q. Why?**\n\nA. Nobody asked. [unknown]\n",
         FAQ "**Q. Why?**\n\nA. Nobody asked. [unknown @mina 2027-03-01]\n"},
        /* Decomposed: a year, a month and a day, and who is in charge. */
        {"faq-unknown-owner", NULL,
         FAQ_KO "**Q. 왜?**\n\nA. 아직 모릅니다. "
                "\u1106\u1161\u11C0\u110B\u1173\u11AB \u1109\u1161\u1105\u1161\u11B7: "
                "\u1106\u1175\u1102\u1161. "
                "2027\u1102\u1167\u11AB 1\u110B\u116F\u11AF 8\u110B\u1175\u11AF.\n"},
        {"faq-unknown-owner", FAQ_KO "**Q. 왜?**\n\nA. 아직 모릅니다.\n",
         FAQ_KO "**Q. 왜?**\n\nA. 아직 모릅니다. 맡은 사람: 박미나, 2027년 3월 1일.\n"},
    };
    CHECK_CASES(cases);
}

static void soft_answers_are_counted_once(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-softball",
         FAQ "**Q. A?**\n\nA. It is good.\n\n**Q. B?**\n\nA. It is kind.\n\n"
             "**Q. C?**\n\nA. It is fine.\n\n**Q. D?**\n\nA. It is nice.\n\n"
             "**Q. E?**\n\nA. It is neat.\n",
         FAQ "**Q. A?**\n\nA. It is good.\n\n**Q. B?**\n\nA. Not yet.\n\n"
             "**Q. C?**\n\nA. By Mina Park.\n\n**Q. D?**\n\nA. It is nice.\n\n"
             "**Q. E?**\n\nA. It is neat.\n"},
        {"faq-softball", NULL, FAQ "**Q. A?**\n\nA. It is good.\n"},
        {"faq-softball",
         FAQ_KO "**Q. 가?**\n\nA. 좋습니다.\n\n**Q. 나?**\n\nA. 쉽습니다.\n\n"
                "**Q. 다?**\n\nA. 편합니다.\n\n**Q. 라?**\n\nA. 빠릅니다.\n\n"
                "**Q. 마?**\n\nA. 곱습니다.\n",
         FAQ_KO "**Q. 가?**\n\nA. 좋습니다.\n\n**Q. 나?**\n\nA. 안 됩니다.\n\n"
                "**Q. 다?**\n\nA. 3명.\n\n**Q. 라?**\n\nA. 없습니다.\n\n"
                "**Q. 마?**\n\nA. 곱습니다.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(putting_it_off_is_reported),
               TEST(what_is_unknown_has_a_person_and_a_date),
               TEST(soft_answers_are_counted_once))
