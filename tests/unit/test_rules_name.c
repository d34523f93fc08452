#include "check/glossary.h"
#include "rule_case.h"

#define PRODUCT "---\nproduct: QuickShip\nlang: en\n---\n\n# L\n\n## Problem\n\n"
#define KOREAN  "---\nproduct: 새벽 배달\nlang: ko\n---\n\n# 등불\n\n## 문제\n\n"

static void the_problem_stands_without_the_product(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"product-in-problem", PRODUCT "Without QuickShip bread burns.\n",
         PRODUCT "Bread burns.\n\n## Solution\n\nQuickShip helps.\n"},
        {"product-in-problem", PRODUCT "Not even QuickShip’s list helps.\n",
         PRODUCT "See `QuickShip` and https://quickship.example/QuickShip.\n"},
        {"product-in-problem", KOREAN "새벽 배달이 없어 빵이 탑니다.\n",
         KOREAN "새벽 배달꾼이 없어 빵이 탑니다.\n"},
        {"product-in-problem", NULL, "# L\n\n## Problem\n\nQuickShip is late.\n"},
    };
    CHECK_CASES(cases);
}

static void the_product_has_one_name(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"product-name-variant", PRODUCT "Order with Quick Ship.\n",
         PRODUCT "Order with QuickShip.\n"},
        {"product-name-variant", PRODUCT "Order with quick-ship now.\n",
         PRODUCT "Write to quickship@a.example, www.quickship.example, `quickship`.\n"},
        {"product-name-variant", PRODUCT "Order with Quickship’s app.\n",
         PRODUCT "Order with QuickShips and a quickshipment.\n"},
        {"product-name-variant", KOREAN "새벽배달은 빠릅니다.\n",
         KOREAN "새벽 배달은 빠릅니다. 새벽배달꾼도.\n"},
        {"product-name-variant", NULL, "# QUICKSHIP\n\nOrder with Quick Ship.\n"},
        {"product-name-variant", NULL,
         "---\nproduct: QuickShip\n---\n\n# QUICKSHIP is here\n\nQuickShip.\n"},
    };
    CHECK_CASES(cases);
    CHECK_STR(fixed_text(KOREAN "**새벽배달**은 빠릅니다.\n", "product-name-variant"),
              STR(KOREAN "**새벽 배달**은 빠릅니다.\n"));
    Findings f = check_text(PRODUCT "Order with Quick**Ship** or Quick *Ship*.\n");
    CHECK_INT(count_rule(&f, "product-name-variant"), 1);
    CHECK_INT(find_rule(&f, "product-name-variant")->fix.kind, FIX_NONE);
}

static const Glossary *glossary(const char *rows)
{
    Glossary *g = ARENA_NEW(&rule_arena, Glossary);
    StrBuf tsv = {0};
    strbuf_addz(&tsv, "term\tinstead-of\tmeaning\towner\n");
    strbuf_addz(&tsv, rows);
    CHECK(glossary_parse(arena_str(&rule_arena, strbuf_view(&tsv)),
                         STR(".prfaq/glossary.tsv"), &rule_arena, g, NULL));
    strbuf_deinit(&tsv);
    return g;
}

static void the_glossary_has_the_word(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"term-variant", "# L\n\nEach bread maker waits.\n",
         "# L\n\nEach baker waits.\n"},
        {"term-variant", "# L\n\n## Internal FAQ\n\n**Q. Does a Bread maker wait?**\n",
         "# L\n\nHe said “a bread maker waits” and `bread maker`.\n"},
        {"term-variant", "# 등불\n\n손님들은 기다립니다.\n",
         "# 등불\n\n이용자는 기다립니다.\n"},
        {"term-variant", "# 등불\n\n손님은 기다립니다.\n",
         "# 등불\n\n손님상을 차립니다.\n"},
    };
    rule_options.glossary = glossary("baker\tbread maker\n이용자\t손님\n");
    CHECK_CASES(cases);
    CHECK_STR(fixed_text("# L\n\nEach *bread maker* waits.\n", "term-variant"),
              STR("# L\n\nEach *baker* waits.\n"));
    CHECK_STR(fixed_text("# 등불\n\n손님은 기다립니다.\n", "term-variant"),
              STR("# 등불\n\n이용자는 기다립니다.\n"));
    rule_options.glossary = NULL;
}

static void a_word_of_the_glossary_is_no_jargon(void **state)
{
    (void)state;
    const char *text = "# L\n\n## Solution\n\nOwners leverage their KPI each day.\n";
    Findings f = check_text(text);
    CHECK(find_rule(&f, "jargon-word"));
    rule_options.glossary = glossary("KPI\t\nleverage\t\n");
    f = check_text(text);
    CHECK(!find_rule(&f, "jargon-word"));
    rule_options.glossary = NULL;
}

static void hanja_stands_in_parentheses(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"hanja", "# 등불\n\n前 대표가 말했습니다.\n",
         "# 등불\n\n전(前) 대표입니다.\n"},
        {"hanja", NULL, "---\nlang: ja\n---\n\n# 灯\n\n前の代表。\n"},
        {"hanja", NULL, "# 등불\n\n`前` 대표가 말했습니다.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text("# 등불\n\n前 대표와 前 회장, 新 대표입니다.\n");
    CHECK_INT(count_rule(&f, "hanja"), 2);
}

RUN_RULE_TESTS(TEST(the_problem_stands_without_the_product),
               TEST(the_product_has_one_name), TEST(the_glossary_has_the_word),
               TEST(a_word_of_the_glossary_is_no_jargon),
               TEST(hanja_stands_in_parentheses))
