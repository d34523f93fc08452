#include "rule_case.h"

#define FAQ    "# L\n\n## FAQ\n\n"
#define FAQ_KO "# 등불\n\n## FAQ\n\n"

static void yes_or_no_is_said_first(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-yes-no", FAQ "**Q. Is it safe at night?**\n\nA. We took great care.\n",
         FAQ "**Q. Is it safe at night?**\n\nA. Yes, the door is locked.\n"},
        {"faq-yes-no", FAQ "**Q. Can I stop?**\n\nA. Customers love it.\n",
         FAQ "**Q. Can you explain the price?**\n\nA. Bakers pay.\n"},
        {"faq-yes-no", FAQ "**Q. Does it cost anything?**\n\nA. The mill decides.\n",
         FAQ "**Q. Does it cost anything?**\n\nA. $9 a month.\n"},
        {"faq-yes-no", NULL, FAQ "**Q. Is it by text or by phone?**\n\nA. By text.\n"},
        {"faq-yes-no", NULL, FAQ "**Q. Why is it so?**\n\nA. Because.\n"},
        {"faq-yes-no", FAQ_KO "**Q. 밤에도 됩니까?**\n\nA. 열심히 합니다.\n",
         FAQ_KO "**Q. 밤에도 됩니까?**\n\nA. 예, 됩니다.\n"},
        {"faq-yes-no", NULL, FAQ_KO "**Q. 어떻게 됩니까?**\n\nA. 문자로 합니다.\n"},
    };
    CHECK_CASES(cases);
}

static void the_answer_has_the_shape_of_the_question(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-answer-shape",
         FAQ "**Q. How many bakers use it?**\n\nA. A good number.\n",
         FAQ "**Q. How many bakers use it?**\n\nA. Four hundred.\n"},
        {"faq-answer-shape", FAQ "**Q. How much is it?**\n\nA. Four of them.\n",
         FAQ "**Q. How much is it?**\n\nA. It is free.\n"},
        {"faq-answer-shape", FAQ "**Q. When can I buy it?**\n\nA. Soon.\n",
         FAQ "**Q. When can I buy it?**\n\nA. In Q3 2027.\n"},
        {"faq-answer-shape", FAQ_KO "**Q. 가격은 얼마인가요?**\n\nA. 쌉니다.\n",
         FAQ_KO "**Q. 가격은 얼마인가요?**\n\nA. 한 달에 9,900원입니다.\n"},
        {"faq-answer-shape", FAQ_KO "**Q. 언제 출시합니까?**\n\nA. 곧 합니다.\n",
         FAQ_KO "**Q. 언제 출시합니까?**\n\nA. 2027년 3월에 합니다.\n"},
        {"faq-answer-shape",
         FAQ "<!-- prfaq-q: economics-price -->\n**Q. Price?**\n\nA. Four.\n",
         FAQ "**Q. How many?**\n\nA. Not known yet. @mina finds out by 2027-03-01.\n"},
        {"faq-answer-shape", NULL, FAQ "**Q. Who pays?**\n\nA. Bakers.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(yes_or_no_is_said_first),
               TEST(the_answer_has_the_shape_of_the_question))
