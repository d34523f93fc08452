#include "rule_case.h"

#define PRFAQ       "---\ntemplate: prfaq\nlang: en\n---\n# Lantern\n\n"
#define PRFAQ_KO    "---\ntemplate: prfaq\nlang: ko\n---\n# 등불\n\n"
#define HEADLINE    "## Headline\n<!-- prfaq-id: headline -->\n\n"
#define HEADLINE_KO "## 제목\n<!-- prfaq-id: headline -->\n\n"
#define SUBHEADING  "## Subheading\n<!-- prfaq-id: subheading -->\n\n"
#define SUMMARY     "## Summary\n<!-- prfaq-id: summary -->\n\n"
#define SUMMARY_KO  "## 요약\n<!-- prfaq-id: summary -->\n\n"

static void headlines_are_one_short_line(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"headline-shape",
         PRFAQ HEADLINE
         "Bakers in small towns can now order all of their flour by text "
         "before they go to sleep\n",
         PRFAQ HEADLINE "Bakers order flour by text before they sleep\n"},
        {"headline-shape", PRFAQ HEADLINE "Flour by text\n\nAnd sugar too\n", NULL},
        {"headline-shape", PRFAQ HEADLINE "Flour\nby text tonight\n", NULL},
        {"headline-shape",
         PRFAQ_KO HEADLINE_KO
         "작은 마을의 빵집 주인이 잠들기 전에 문자 한 통으로 이튿날 쓸 "
         "밀가루를 모두 주문합니다\n",
         PRFAQ_KO HEADLINE_KO "잠들기 전 문자 한 통으로 밀가루 주문\n"},
        {"headline-shape",
         "# L\n\n## Title: one two three four five six seven eight nine ten eleven "
         "twelve thirteen fourteen fifteen sixteen seventeen eighteen more\n",
         "# L\n\n## Title: one two three four five six seven eight nine ten eleven "
         "twelve thirteen fourteen fifteen sixteen seventeen eighteen\n"},
        {"headline-shape", NULL,
         "# L\n\n**Headline:** One two three four five six seven eight nine ten eleven "
         "twelve thirteen fourteen\n"},
        {"headline-shape", NULL,
         "## Headline\n\nFlour by text\n\nA paragraph follows.\n"},
    };
    CHECK_CASES(cases);
}

static void headlines_end_without_a_mark(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"headline-mark", PRFAQ HEADLINE "Bakers order flour by text!\n",
         PRFAQ HEADLINE "Bakers order flour by text\n"},
        {"headline-mark", PRFAQ HEADLINE "\"Flour arrives by five.\"\n",
         PRFAQ HEADLINE "Flour by text comes to the U.S.\n"},
        {"headline-mark", PRFAQ SUBHEADING "Really?\n",
         PRFAQ SUBHEADING "Bakers send one text and flour comes.\n"},
        {"headline-mark", PRFAQ_KO HEADLINE_KO "문자 한 통으로 밀가루 주문！\n",
         PRFAQ_KO HEADLINE_KO "문자 한 통으로 밀가루 주문\n"},
        {"headline-mark", NULL,
         "---\ntemplate: prfaq\nlang: en\nproduct: Flour!\n---\n# L\n\n" HEADLINE
         "Bakers sleep well with Flour!\n"},
    };
    CHECK_CASES(cases);
    const char *text = PRFAQ HEADLINE "Bakers order **flour?!**\n";
    Findings f = check_text(text);
    const Finding *mark = find_rule(&f, "headline-mark");
    CHECK_STR(str_range(str_from(text), mark->fix.range), STR("?!"));
    CHECK_INT(mark->fix.kind, FIX_REPLACE);
    CHECK_STR(mark->fix.text, STR(""));
}

static void subheadings_are_one_sentence(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"subheading-sentence", PRFAQ SUBHEADING "Bakers text. Flour comes at dawn.\n",
         PRFAQ SUBHEADING "Bakers text and flour comes at dawn\n"},
        {"subheading-sentence", NULL, PRFAQ SUBHEADING "\n"},
    };
    CHECK_CASES(cases);
}

static void summaries_open_with_place_and_date(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"dateline-missing",
         PRFAQ SUMMARY "Bakers can order flour by text from today.\n",
         PRFAQ SUMMARY "SEOUL, March 2, 2027 — Bakers can order flour by text.\n"},
        {"dateline-missing",
         PRFAQ SUMMARY "It began in March 2027. Bakers order: flour.\n",
         PRFAQ SUMMARY "**St. Louis (2027-03-02)** -- Bakers can order flour.\n"},
        {"dateline-missing",
         PRFAQ_KO SUMMARY_KO "오늘부터 빵집은 문자로 밀가루를 산다.\n",
         PRFAQ_KO SUMMARY_KO "(서울=2027년 3월 2일) 빵집은 문자로 밀가루를 산다.\n"},
        {"dateline-missing", NULL,
         PRFAQ_KO SUMMARY_KO "서울--(등불)--2027년 3월 2일-- 빵집은 문자로 산다.\n"},
        {"dateline-missing", NULL,
         "# L\n\n## Summary\n\nImported ones are left alone.\n"},
    };
    CHECK_CASES(cases);
    Findings f =
        check_text(PRFAQ SUMMARY "Bakers can order flour by text from today.\n");
    CHECK_STR(find_rule(&f, "dateline-missing")->fix.text,
              STR("SEOUL, March 2, 2027 — "));
    f = check_text(PRFAQ SUMMARY "BUSAN — Bakers can order flour by text.\n");
    CHECK_INT(find_rule(&f, "dateline-missing")->fix.kind, FIX_NONE);
    f = check_text(PRFAQ SUMMARY "On March 2 bakers can order flour by text.\n");
    CHECK_INT(find_rule(&f, "dateline-missing")->fix.kind, FIX_NONE);
    rule_options.dateline_off = true;
    f = check_text(PRFAQ SUMMARY "Bakers can order flour by text from today.\n");
    CHECK(!find_rule(&f, "dateline-missing"));
    rule_options.dateline_off = false;
}

static void launch_dates_lie_ahead(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"launch-date", PRFAQ SUMMARY "SEOUL, March 2, 2026 — Bakers order flour.\n",
         PRFAQ SUMMARY "SEOUL, March 2, 2027 — Bakers order flour.\n"},
        {"launch-date", PRFAQ SUMMARY "SEOUL, March 2, 2030 — Bakers order flour.\n",
         NULL},
        {"launch-date", PRFAQ_KO SUMMARY_KO "(서울=2025년 3월 2일) 빵집은 산다.\n",
         PRFAQ_KO SUMMARY_KO "(서울=2027년 3월 2일) 빵집은 산다.\n"},
        {"launch-date", "---\nstage: review\nlaunch: 2026-01-01\n---\n# L\n",
         "---\nstage: launched\nlaunch: 2026-01-01\n---\n# L\n"},
        {"launch-date", NULL, "---\nlaunch: 2026-01-01\n---\n# L\n"},
    };
    rule_options.now = (Date){2026, 11, 21};
    CHECK_CASES(cases);
    rule_options.now = (Date){0};
    Findings f = check_text(cases[0].hit);
    CHECK(!find_rule(&f, "launch-date")); /* no clock, no opinion */
}

RUN_RULE_TESTS(TEST(headlines_are_one_short_line), TEST(headlines_end_without_a_mark),
               TEST(subheadings_are_one_sentence),
               TEST(summaries_open_with_place_and_date), TEST(launch_dates_lie_ahead))
