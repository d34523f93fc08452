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
               TEST(questions_labels_and_speakers_are_left_alone))
