#include "rule_case.h"

#define FEATURE    "---\ntemplate: feature\nlang: en\n---\n# Lantern\n\n"
#define FEATURE_KO "---\ntemplate: feature\nlang: ko\n---\n# 등불\n\n"
#define PROBLEM    "## Problem\n<!-- prfaq-id: problem -->\n\n"
#define CHANGE     "## The day after\n<!-- prfaq-id: change -->\n\n"
#define SUMMARY    "## The change\n<!-- prfaq-id: summary -->\n\n"
#define HEADLINE   "## Headline\n<!-- prfaq-id: headline -->\n\n"

static void sections_of_the_template_are_asked_for(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"section-missing", FEATURE PROBLEM "Too short here.\n", NULL},
        {"section-missing",
         FEATURE_KO "## 고객의 문제\n<!-- prfaq-id: problem -->\n\n짧다.\n", NULL},
        {"section-missing", "---\ntemplate: five-questions\nlang: en\n---\n# L\n\n",
         NULL},
        {"section-missing", NULL,
         "# Lantern\n\nAn imported document asks for nothing.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text(
        FEATURE HEADLINE "Flour by text\n\n" SUMMARY
                         "Bakers now order flour by text before they sleep.\n\n" PROBLEM
                         "Bakers call four mills each night and wait.\n\n" CHANGE
                         "Bakers send one text and the mill answers.\n");
    CHECK_INT(count_rule(&f, "section-missing"), 1);
    const Finding *faq = find_rule(&f, "section-missing");
    CHECK_STR(faq->message,
              STR("The section \"Five questions\" is missing or still empty"));
    CHECK_INT(faq->fix.kind, FIX_INSERT);
    CHECK_STR(faq->fix.text, STR("\n## Five questions\n<!-- prfaq-id: faq -->\n\n"));
}

static void text_of_the_template_does_not_fill_a_section(void **state)
{
    (void)state;
    Findings f = check_text(FEATURE PROBLEM "TBD TBD TBD TBD TBD TBD\n");
    CHECK_INT(count_rule(&f, "section-missing"), 5);
    f = check_text(FEATURE PROBLEM "Bakers call four mills each night and wait.\n");
    CHECK_INT(count_rule(&f, "section-missing"), 4);
}

static void a_section_keeps_its_place_in_the_template(void **state)
{
    (void)state;
    Findings f =
        check_text(FEATURE HEADLINE "Flour by text\n\n" CHANGE
                                    "Bakers send one text, and that is all.\n");
    for (size_t i = 0; i < f.count; i++)
        if (str_eq(f.items[i].message,
                   STR("The section \"Problem\" is missing or still empty")))
            CHECK(f.items[i].range.start > 60 && f.items[i].range.start < 140);
}

static void parts_of_imported_documents(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"part-missing", "# Lantern\n\n## Problem\n\nBakers wait for hours at night.\n",
         "# Lantern\n\n## Summary\n\nBakers text.\n\n## Solution\n\nText.\n\n"
         "## Leader quote\n\n\"Good.\"\n\n## Customer quote\n\n\"Good.\"\n\n"
         "## Getting started\n\nText us.\n\n## FAQ\n\n**Q. Why?**\n\nA. So.\n"},
        {"part-missing", NULL, FEATURE PROBLEM "A template asks by section instead.\n"},
    };
    CHECK_CASES(cases);
}

static void a_missing_part_is_put_where_it_belongs(void **state)
{
    (void)state;
    const char *text = "# Lantern\n\n### Summary\n\nBakers text.\n\n### Problem\n\n"
                       "They wait.\n\n### FAQ\n\n**Q. Why?**\n\nA. So.\n";
    Findings f = check_text(text);
    const Finding *found = find_rule(&f, "part-missing");
    /* What is missing in one place is one finding. */
    CHECK_INT(count_rule(&f, "part-missing"), 1);
    CHECK_STR(found->message,
              STR("No leader quote, customer quote or way to get started was found"));
    CHECK_STR(str_range(str_from(text), found->range), STR("### Problem"));
    CHECK_STR(found->fix.text,
              STR("### Leader quote\n<!-- prfaq-id: leader-quote -->\n\n\n"
                  "### Customer quote\n<!-- prfaq-id: customer-quote -->\n\n\n"
                  "### Getting started\n<!-- prfaq-id: getting-started -->\n\n\n"));
    CHECK(str_starts(str_slice(str_from(text), found->fix.range.start, strlen(text)),
                     STR("### FAQ")));
    /* Words without a label stay what they are. */
    f = check_text("# 등불\n\n**요약**: 빵집은 문자로 산다.\n\n## FAQ\n\n**Q. 왜?**\n\n"
                   "A. 그래서.\n");
    found = find_rule(&f, "part-missing");
    CHECK(found && str_starts(found->fix.text, STR("\n## 해결\n")));
}

static void two_who_speak_may_be_both(void **state)
{
    (void)state;
    const char *text =
        "# L\n\n## Summary\n\nBakers text.\n\n## Quotes\n\n\"We built it so that "
        "nobody has to wake at two,\" said Ann Lee, CEO of the mill.\n\nInes Park, who "
        "bakes in Busan, said, \"I slept till four for the first time this year.\"\n\n"
        "## FAQ\n\n**Q. Why?**\n\nA. So.\n";
    Findings f = check_text(text);
    for (size_t i = 0; i < f.count; i++)
        CHECK(str_find(f.items[i].message, STR("quote was found"), 0) == STR_NONE);
}

static void an_empty_file_has_one_finding(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n \n", "---\nlang: ko\n---\n",
                                        "<!-- to do -->\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Findings f = check_text(texts[i]);
        CHECK_INT(f.count, 1);
        CHECK_INT(count_rule(&f, "document-empty"), 1);
    }
    Findings f = check_text("# Lantern\n");
    CHECK_INT(count_rule(&f, "document-empty"), 0);
    f = check_text(FEATURE);
    CHECK(count_rule(&f, "section-missing") > 0);
}

static void unlabelled_paragraphs_may_be_any_part(void **state)
{
    (void)state;
    Findings f = check_text("# Lantern\n\nBakers order flour by text from today on.\n");
    CHECK_INT(count_rule(&f, "part-missing"), 1); /* the FAQ */
}

static void a_customer_is_named(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"customer-missing",
         "# Lantern\n\n## Problem\n\nFlour is late, and nobody knows.\n",
         "# Lantern\n\n## Problem\n\nFlour is late for the customers who wait.\n"},
        {"customer-missing", "---\ncustomer: bakers\n---\n# L\n\nIt is late.\n",
         "---\ncustomer: village bakers\n---\n# L\n\nIt is late.\n"},
        {"customer-missing",
         "# 등불\n\n## 문제\n\n밀가루가 늦게 온다. 아무도 모른다.\n",
         "# 등불\n\n## 문제\n\n밀가루가 손님에게 늦게 온다.\n"},
        {"customer-missing", "# L\n\n## FAQ\n\n**Q. Who is this for?**\n\nA. TBD\n",
         "# L\n\n## FAQ\n\n**Q. Who is this for?**\n\nA. Village bakers.\n"},
        {"customer-missing", "# L\n\n## FAQ\n\n**Q. Why?**\n\nA. The customers.\n",
         "# L\n\n## Target audience\n\nVillage bakeries.\n"},
    };
    CHECK_CASES(cases);
}

static void what_was_placed_by_its_words_is_no_error(void **state)
{
    (void)state;
    Findings f =
        check_text("# Lantern PR/FAQ\n\n## Press Release\n\n### Flour by text\n\n"
                   "**Seoul, March 2, 2027** — Lantern opens at four today.\n\n"
                   "Lantern replaces the phone.\n\n## FAQ\n\n**Q. Why?**\n\nSo.\n");
    const Finding *unsure = find_rule(&f, "problem-missing");
    CHECK(unsure && unsure->level == LEVEL_WARNING);

    f = check_text("# Lantern PR/FAQ\n\n## Solution\n\nLantern replaces the phone.\n\n"
                   "## FAQ\n\n**Q. Why?**\n\nSo.\n");
    const Finding *sure = find_rule(&f, "problem-missing");
    CHECK(sure && sure->level == LEVEL_ERROR);
}

static void a_problem_is_stated(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"problem-missing", "# Lantern\n\nBakers order flour by text from today on.\n",
         "# Lantern\n\n## Problem\n\nBakers call four mills each night.\n"},
        {"problem-missing", "# L\n\n## Problem\n\nBakers wait.\n",
         "---\nproblem: waiting for flour\n---\n# L\n\n## Problem\n\nBakers wait.\n"},
        {"problem-missing", "# 등불\n\n## 문제\n\n기다린다.\n",
         "# 등불\n\n## 문제\n\n빵집 주인은 밤마다 방앗간 네 곳에 전화를 걸고 "
         "기다린다.\n"},
        {"problem-missing", "# L\n\n## Solution\n\nBakers send one text to the mill.\n",
         "# L\n\nBakers now order flour by text.\n\n"
         "Until today they called four mills each night.\n"},
    };
    CHECK_CASES(cases);
}

static void the_problem_comes_first(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"problem-before-solution",
         FEATURE CHANGE "They text.\n\n" PROBLEM "They wait.\n",
         FEATURE PROBLEM "They wait.\n\n" CHANGE "They text.\n"},
        {"problem-before-solution", "# 등불\n\n## 해결\n\n문자.\n\n## 문제\n\n전화.\n",
         "# 등불\n\n## 문제\n\n전화.\n\n## 해결\n\n문자.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text("# L\n\n## Solution\n\nText.\n\n## Problem\n\nCalls.\n");
    CHECK_INT(find_rule(&f, "problem-before-solution")->level, LEVEL_WARNING);
}

static void sections_in_another_order_are_mentioned(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"section-order", FEATURE SUMMARY "They text.\n\n" HEADLINE "Flour by text\n",
         FEATURE HEADLINE "Flour by text\n\n" SUMMARY "They text.\n"},
        {"section-order", NULL, FEATURE CHANGE "They text.\n\n" PROBLEM "They wait.\n"},
    };
    CHECK_CASES(cases);
    Findings f =
        check_text(FEATURE SUMMARY "They text.\n\n" HEADLINE "Flour by text\n");
    CHECK_STR(find_rule(&f, "section-order")->message,
              STR("\"The change\" usually comes after \"Headline\""));
}

RUN_RULE_TESTS(TEST(sections_of_the_template_are_asked_for),
               TEST(text_of_the_template_does_not_fill_a_section),
               TEST(a_section_keeps_its_place_in_the_template),
               TEST(parts_of_imported_documents),
               TEST(a_missing_part_is_put_where_it_belongs),
               TEST(two_who_speak_may_be_both), TEST(an_empty_file_has_one_finding),
               TEST(unlabelled_paragraphs_may_be_any_part), TEST(a_customer_is_named),
               TEST(a_problem_is_stated),
               TEST(what_was_placed_by_its_words_is_no_error),
               TEST(the_problem_comes_first),
               TEST(sections_in_another_order_are_mentioned))
