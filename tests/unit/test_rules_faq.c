#include "check/fix.h"
#include "rule_case.h"

#define FAQ      "# L\n\n## FAQ\n\n"
#define EXTERNAL "# L\n\n## External FAQ\n\n"
#define FAQ_KO   "# 등불\n\n## FAQ\n\n"

static void questions_end_with_a_mark(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-question-mark", FAQ "**Q. Who pays for it**\n\nA. Bakers.\n",
         FAQ "**Q. Who pays for it?**\n\nA. Bakers.\n"},
        {"faq-question-mark", FAQ_KO "**Q. 누가 값을 냅니까**\n\nA. 빵집.\n",
         FAQ_KO "**Q. 누가 값을 냅니까？**\n\nA. 빵집.\n"},
        {"faq-question-mark", NULL,
         FAQ "**Q. Explain the price.**\n\nA. It is free.\n"},
        {"faq-question-mark", NULL,
         FAQ_KO "**Q. 값을 알려 주세요.**\n\nA. 무료입니다.\n"},
        {"faq-question-mark", NULL, FAQ "**Q. Is it \"free?\"**\n\nA. Yes.\n"},
        {"faq-question-mark", NULL, FAQ "### Pricing\n\nIt is free.\n"},
        {"faq-question-mark", NULL, FAQ "**Q. How it works**\n\nA. By text.\n"},
        {"faq-question-mark", NULL, FAQ_KO "**Q. 가격**\n\nA. 무료입니다.\n"},
    };
    CHECK_CASES(cases);
    const char *text = FAQ "**Q. Who pays**\n\nA. Bakers.\n";
    Findings f = check_text(text);
    const Finding *mark = find_rule(&f, "faq-question-mark");
    CHECK_INT(mark->fix.kind, FIX_INSERT);
    CHECK_STR(
        str_slice(str_from(text), mark->fix.range.start, mark->fix.range.start + 2),
        STR("**"));
}

static void a_mark_in_doubt_is_put_only_when_asked_for(void **state)
{
    (void)state;
    Findings f = check_text(FAQ "**Q. Who pays**\n\nA. Bakers.\n");
    CHECK(!fix_is_safe(find_rule(&f, "faq-question-mark")));
    f = check_text(FAQ "**Q. What does it cost**\n\nA. Nothing.\n");
    CHECK(fix_is_safe(find_rule(&f, "faq-question-mark")));
}

static void every_question_has_an_answer(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-unanswered", FAQ "**Q. Who pays?**\n\nA.\n",
         FAQ "**Q. Who pays?**\n\nA. No.\n"},
        {"faq-unanswered", FAQ "**Q. Who pays?**\n\nA. TBD\n",
         FAQ "**Q. How many?**\n\nA. 12\n"},
        {"faq-unanswered", FAQ "**Q. Who pays?**\n\nA. Why do you ask?\n",
         FAQ "**Q. Who pays?**\n\nA. Why do you ask? Bakers do.\n"},
        {"faq-unanswered", FAQ_KO "**Q. 누가 냅니까?**\n\nA.\n",
         FAQ_KO "**Q. 누가 냅니까?**\n\nA. 예.\n\n아니요.\n"},
        {"faq-unanswered", FAQ "**Q. Who?**\n\n<!-- later -->\n",
         FAQ "**Q. Who?**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"},
    };
    CHECK_CASES(cases);
}

static void faqs_have_a_least_number_of_questions(void **state)
{
    (void)state;
#define PAIR "**Q. Why %d?**\n\nA. So.\n\n"
    static const RuleCase cases[] = {
        {"faq-few",
         EXTERNAL
         "**Q. A?**\n\nA. Yes.\n\n**Q. B?**\n\nA. Yes.\n\n**Q. C?**\n\nA. Yes.\n\n"
         "**Q. D?**\n\nA. Yes.\n\n**Q. E?**\n\nA.\n",
         EXTERNAL
         "**Q. A?**\n\nA. Yes.\n\n**Q. B?**\n\nA. Yes.\n\n**Q. C?**\n\nA. Yes.\n\n"
         "**Q. D?**\n\nA. Yes.\n\n**Q. E?**\n\nA. No.\n"},
        {"faq-few", FAQ_KO "**Q. 왜?**\n\nA. 그냥.\n",
         FAQ "A notation nobody knows; who can say how many questions there are?\n"},
        {"faq-few", NULL, "# L\n\n## Problem\n\nNo FAQ at all.\n"},
    };
#undef PAIR
    CHECK_CASES(cases);
    Findings f = check_text(cases[0].hit);
    CHECK_STR(find_rule(&f, "faq-few")->message,
              STR("External FAQ: 4 of at least 5 questions"));
}

static void one_faq_for_everybody_is_mentioned(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-undivided", FAQ "**Q. Why?**\n\nA. So.\n",
         "# L\n\n## External FAQ\n\n**Q. A?**\n\nA. B.\n\n## Internal FAQ\n\n"
         "**Q. C?**\n\nA. D.\n"},
        {"faq-undivided", FAQ_KO "**Q. 왜?**\n\nA. 그냥.\n",
         "---\naudience: internal\n---\n" FAQ "**Q. Why?**\n\nA. So.\n"},
        {"faq-undivided", NULL, "# L\n\n## Problem\n\nNo FAQ at all.\n"},
        {"faq-undivided", NULL,
         "---\ntemplate: feature\nlang: en\n---\n## Five questions\n"
         "<!-- prfaq-id: faq -->\n\n**Q. Why?**\n\nA. So.\n"},
    };
    CHECK_CASES(cases);
}

static void competitors_are_not_named_to_customers(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"competitor-named", "# L\n\n## Problem\n\nUnlike Northwind we answer.\n",
         "# L\n\n## Problem\n\nNorthwinds and northwind are others.\n"},
        {"competitor-named", EXTERNAL "**Q. Why?**\n\nA. Hanmaru is slow.\n",
         "# L\n\n## Internal FAQ\n\n**Q. Why?**\n\nA. Hanmaru is slow.\n"},
        {"competitor-named", "# 등불\n\n## 문제\n\n한마루는 느리다.\n",
         "# 등불\n\n## 문제\n\n큰한마루는 느리다.\n"},
    };
    rule_options.competitors = STR("Northwind, Hanmaru, 한마루,");
    CHECK_CASES(cases);
    rule_options.competitors = (Str){0};
    Findings f = check_text(cases[0].hit);
    CHECK(!find_rule(&f, "competitor-named"));
}

RUN_RULE_TESTS(TEST(questions_end_with_a_mark),
               TEST(a_mark_in_doubt_is_put_only_when_asked_for),
               TEST(every_question_has_an_answer),
               TEST(faqs_have_a_least_number_of_questions),
               TEST(one_faq_for_everybody_is_mentioned),
               TEST(competitors_are_not_named_to_customers))
