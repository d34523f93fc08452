#include "rule_case.h"

#define FEATURE  "---\ntemplate: feature\nlang: en\n---\n# L\n\n"
#define FIVE     "## Five questions\n<!-- prfaq-id: faq -->\n\n"
#define ASK(id)  "<!-- prfaq-q: " id " -->\n**Q. " id "?**\n\n"
#define INTERNAL "# L\n\n## Internal FAQ\n\n"

#define ALL_THREE                                                                      \
    ASK("risk-raised-and-solved")                                                      \
    "A. It may rain.\n\n" ASK("measurement-one-number") "A. 12 orders.\n\n" ASK(       \
        "alternatives-difference") "A. The telephone.\n"

static void topics_of_the_template_are_asked_for(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-coverage", FEATURE FIVE ASK("risk-raised-and-solved") "A. It may rain.\n",
         FEATURE FIVE ALL_THREE},
        {"faq-coverage", "# L\n\n## FAQ\n\n**Q. Is the moon round?**\n\nA. Yes.\n",
         "# L\n\n## FAQ\n\nNo question is recognised here.\n"},
        {"faq-coverage", "# 등불\n\n## FAQ\n\n**Q. 달은 둥급니까?**\n\nA. 예.\n", NULL},
        {"faq-coverage", NULL,
         "---\nlang: de\n---\n# L\n\n## FAQ\n\n**Q. Ist der Mond rund?**\n\nA. Ja.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text(cases[0].hit);
    const Finding *coverage = find_rule(&f, "faq-coverage");
    CHECK_INT(coverage->level, LEVEL_WARNING);
    CHECK_INT(coverage->fix.kind, FIX_INSERT);
    CHECK(str_find(coverage->fix.text, STR("<!-- prfaq-q: measurement-one-number -->"),
                   0) != STR_NONE);
    f = check_text(cases[1].hit);
    CHECK_INT(find_rule(&f, "faq-coverage")->level, LEVEL_INFO);
}

static void a_topic_is_known_by_its_words(void **state)
{
    (void)state;
    Findings without =
        check_text("# L\n\n## FAQ\n\n**Q. Is the moon round?**\n\nA. Yes.\n");
    Findings with =
        check_text("# L\n\n## FAQ\n\n**Q. Who is this for?**\n\nA. Bakers.\n");
    Str who = STR("Who is this for?");
    CHECK(str_find(find_rule(&without, "faq-coverage")->message, who, 0) != STR_NONE);
    CHECK(str_find(find_rule(&with, "faq-coverage")->message, who, 0) == STR_NONE);
}

static void hard_questions_are_asked(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-hard-missing", INTERNAL "**Q. Is the moon round?**\n\nA. Yes.\n",
         "# L\n\n## External FAQ\n\n**Q. Is the moon round?**\n\nA. Yes.\n"},
        {"faq-hard-missing",
         "# 등불\n\n## 내부 FAQ\n\n**Q. 달은 둥급니까?**\n\nA. 예.\n", NULL},
    };
    CHECK_CASES(cases);
    Findings f = check_text(INTERNAL ASK("economics-price") "A. $9.\n\n" ASK(
        "risk-raised-and-solved") "A. There is no risk.\n");
    const Finding *hard = find_rule(&f, "faq-hard-missing");
    CHECK(str_find(hard->message, STR("money"), 0) == STR_NONE);
    CHECK(str_find(hard->message, STR("risk"), 0) != STR_NONE);
    CHECK(str_find(hard->message, STR("law"), 0) != STR_NONE);
}

static void stopping_takes_a_number_or_a_date(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"faq-no-stop", INTERNAL ASK("risk-stop-when") "A. When it does not work.\n",
         INTERNAL ASK("risk-stop-when") "A. Below 40 orders.\n"},
        {"faq-no-stop", INTERNAL "**Q. Is the moon round?**\n\nA. Yes.\n",
         INTERNAL "**Q. What are the kill criteria?**\n\nA. None by March 2, 2027.\n"},
        {"faq-no-stop",
         "# 등불\n\n## 내부 FAQ\n\n**Q. 언제 그만둘까요?**\n\nA. 안 되면.\n",
         "# 등불\n\n## 내부 FAQ\n\n**Q. 언제 그만둘까요?**\n\nA. 40건이 안 되면.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(topics_of_the_template_are_asked_for),
               TEST(a_topic_is_known_by_its_words), TEST(hard_questions_are_asked),
               TEST(stopping_takes_a_number_or_a_date))
