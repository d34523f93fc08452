#include "rule_case.h"

#define FEATURE    "---\ntemplate: feature\nlang: en\n---\n# Lantern\n\n"
#define FEATURE_KO "---\ntemplate: feature\nlang: ko\n---\n# 등불\n\n"
#define PROBLEM    "## Problem\n<!-- prfaq-id: problem -->\n\n"
#define PROBLEM_KO "## 고객의 문제\n<!-- prfaq-id: problem -->\n\n"
#define CHANGE     "## The day after\n<!-- prfaq-id: change -->\n\n"

#define TEN    "Bakers call four mills each night and wait long hours. "
#define TEN_KO "빵집 주인은 밤마다 방앗간 네 곳에 전화한다. "

/* `head`, then `unit` so many times, then `tail`. */
static const char *repeat(const char *head, const char *unit, int times,
                          const char *tail)
{
    StrBuf text = {0};
    strbuf_addz(&text, head);
    for (int i = 0; i < times; i++)
        strbuf_addz(&text, unit);
    strbuf_addz(&text, tail);
    Str kept = arena_str(&rule_arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return kept.ptr;
}

static void sections_have_a_least_and_a_most(void **state)
{
    (void)state;
    RuleCase cases[] = {
        {"section-short", repeat(FEATURE PROBLEM, TEN, 2, "\n"),
         repeat(FEATURE PROBLEM, TEN, 3, "\n")},
        {"section-short", NULL, FEATURE PROBLEM "Missing.\n"},
        {"section-long", repeat(FEATURE PROBLEM, TEN, 10, "\n"),
         repeat(FEATURE PROBLEM, TEN, 9, "\n")},
        {"section-short", repeat(FEATURE_KO PROBLEM_KO, TEN_KO, 2, "\n"),
         repeat(FEATURE_KO PROBLEM_KO, TEN_KO, 4, "\n")},
        {"section-long", repeat(FEATURE_KO PROBLEM_KO, TEN_KO, 12, "\n"), NULL},
        {"section-long", NULL, repeat("# L\n\n## Problem\n\n", TEN, 30, "\n")},
    };
    CHECK_CASES(cases);
    Findings f = check_text(cases[0].hit);
    CHECK_STR(find_rule(&f, "section-short")->message,
              STR("\"Problem\" is 5 short (now 20, at least 25)"));
}

static void regions_have_a_most(void **state)
{
    (void)state;
    RuleCase cases[] = {
        {"release-length", repeat("# L\n\n## Summary\n\n", TEN, 61, "\n"),
         repeat("# L\n\n## Summary\n\n", TEN, 60, "\n")},
        {"release-length", NULL, repeat("# L\n\n## Appendix\n\n", TEN, 100, "\n")},
        {"release-length", repeat("# 등불\n\n## 요약\n\n", TEN_KO, 90, "\n"), NULL},
        {"faq-length", repeat("# L\n\n## FAQ\n\n**Q. Why?**\n\nA. ", TEN, 250, "\n"),
         repeat("# L\n\n## FAQ\n\n**Q. Why?**\n\nA. ", TEN, 249, "\n")},
        {"document-length", repeat("# L\n\n## Summary\n\n", TEN, 311, "\n"),
         repeat("# L\n\n## Appendix\n\n", TEN, 400, "\n")},
        {"document-length", repeat("# 등불\n\n", TEN_KO, 500, "\n"), NULL},
    };
    CHECK_CASES(cases);
}

static void a_release_may_be_too_short(void **state)
{
    (void)state;
    StrBuf text = {0};
    strbuf_addz(&text,
                FEATURE "## Headline\n<!-- prfaq-id: headline -->\n\nFlour by text "
                        "tonight\n\n## The change\n<!-- prfaq-id: summary -->\n\n");
    strbuf_addz(&text, TEN TEN "\n\n" PROBLEM TEN "\n\n" CHANGE TEN "\n");
    Findings f = check_text(strbuf_cstr(&text));
    const Finding *shorter = find_rule(&f, "release-length");
    CHECK(shorter != NULL);
    CHECK_STR(shorter->message,
              STR("\"Press release\" is 46 short (now 44, at least 90)"));
    strbuf_deinit(&text);
}

static void long_sentences_have_two_steps(void **state)
{
    (void)state;
    RuleCase cases[] = {
        {"sentence-long", repeat("# L\n\n", "word ", 31, "end.\n"),
         repeat("# L\n\n", "word ", 29, "end.\n")},
        {"sentence-long", NULL, repeat("# L\n\n- ", "word ", 50, "end.\n")},
        {"sentence-long", NULL, repeat("# ", "word ", 50, "end\n")},
        {"sentence-long", repeat("# 등불\n\n", "낱말 ", 21, "끝.\n"),
         repeat("# 등불\n\n", "낱말 ", 19, "끝.\n")},
        {"sentence-long", repeat("# 등불\n\n", "아주길게늘어놓은낱말 ", 8, "끝.\n"),
         NULL},
    };
    CHECK_CASES(cases);
    Findings f = check_text(repeat("# L\n\n", "word ", 30, "end.\n"));
    CHECK_INT(find_rule(&f, "sentence-long")->level, LEVEL_INFO);
    f = check_text(repeat("# L\n\n", "word ", 35, "end.\n"));
    CHECK_INT(find_rule(&f, "sentence-long")->level, LEVEL_WARNING);
    rule_options.profile = PROFILE_STRICT;
    f = check_text(repeat("# L\n\n", "word ", 30, "end.\n"));
    CHECK_INT(find_rule(&f, "sentence-long")->level, LEVEL_WARNING);
    rule_options.profile = PROFILE_WORKSHOP;
    f = check_text(repeat("# L\n\n", "word ", 30, "end.\n"));
    CHECK(!find_rule(&f, "sentence-long"));
    f = check_text(repeat("# L\n\n", "word ", 35, "end.\n"));
    CHECK_INT(find_rule(&f, "sentence-long")->level, LEVEL_INFO);
    rule_options.profile = PROFILE_DEFAULT;
}

static void sections_have_a_usual_number_of_sentences(void **state)
{
    (void)state;
    RuleCase cases[] = {
        {"sentence-count", repeat(FEATURE PROBLEM, "They wait. ", 6, "\n"),
         repeat(FEATURE PROBLEM, "They wait. ", 5, "\n")},
        {"sentence-count", repeat(FEATURE PROBLEM, "- They wait. And wait.\n", 6, "\n"),
         repeat(FEATURE PROBLEM, "- They wait. And wait.\n", 5, "\n")},
        {"sentence-count", repeat("# L\n\n## Summary\n\n", "They wait. ", 6, "\n"),
         repeat("# L\n\n## Summary\n\n", "They wait. ", 5, "\n")},
        {"sentence-count", repeat("# 등불\n\n## 요약\n\n", "기다린다. ", 6, "\n"),
         NULL},
    };
    CHECK_CASES(cases);
    Findings f = check_text(cases[0].hit);
    CHECK_STR(find_rule(&f, "sentence-count")->message,
              STR("\"Problem\" has 6 sentences (usual: 2 to 5)"));
}

static void long_answers_are_mentioned(void **state)
{
    (void)state;
    RuleCase cases[] = {
        {"answer-long",
         repeat("# L\n\n## External FAQ\n\n**Q. Why?**\n\nA. ", TEN, 14, "\n"),
         repeat("# L\n\n## Internal FAQ\n\n**Q. Why?**\n\nA. ", TEN, 14, "\n")},
        {"answer-long",
         repeat("# 등불\n\n## 고객 FAQ\n\n**Q. 왜?**\n\nA. ", TEN_KO, 20, "\n"), NULL},
    };
    CHECK_CASES(cases);
}

static void the_problem_is_worth_some_words(void **state)
{
    (void)state;
    RuleCase cases[] = {
        {"problem-solution-balance",
         "# L\n\n## Problem\n\nThey wait.\n\n## Solution\n\n" TEN,
         "# L\n\n## Problem\n\nThey call and wait.\n\n## Solution\n\n" TEN},
        {"problem-solution-balance", NULL, "# L\n\n## Solution\n\n" TEN},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(sections_have_a_least_and_a_most), TEST(regions_have_a_most),
               TEST(a_release_may_be_too_short), TEST(long_sentences_have_two_steps),
               TEST(sections_have_a_usual_number_of_sentences),
               TEST(long_answers_are_mentioned), TEST(the_problem_is_worth_some_words))
