#include "check/glossary.h"
#include "rule_case.h"

#define RELEASE "---\nproduct: LUX Lamp\n---\n\n# L\n\n## Solution\n\n"
#define KOREAN  "# 등불\n\n## 해결\n\n"

static void acronyms_are_spelled_out(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"acronym-undefined", RELEASE "Owners read the BRTQ each day.\n",
         RELEASE "Owners read the bakery report (BRTQ). The BRTQ is short.\n"},
        {"acronym-undefined", RELEASE "Owners read the BRTQ (new) each day.\n",
         RELEASE "Owners read the BRTQ (bakery report) each day.\n"},
        {"acronym-undefined", KOREAN "주인은 BRTQ를 읽습니다.\n",
         KOREAN "주인은 빵집 보고서(BRTQ)를 읽습니다. BRTQ는 짧습니다.\n"},
        {"acronym-undefined", NULL,
         RELEASE "LUX works in the USA, by API, from II on.\n"},
        {"acronym-undefined", NULL, RELEASE "It does NOT wait. It does not call.\n"},
        {"acronym-undefined", NULL, RELEASE "ORDER THE BRTQ NOW.\n"},
        {"acronym-undefined", NULL,
         "# L\n\n## Summary\n\nOSLOQ, BRTQ, March 2, 2027 — Owners order flour.\n"},
        {"acronym-undefined", NULL,
         "# L\n\n## Internal FAQ\n\n**Q. A?**\n\nA. BRTQ.\n"},
        {"acronym-undefined", NULL, RELEASE "See `BRTQ` and [x](BRTQ) and xBRTQ.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text(RELEASE "The BRTQ and the BRTQ and the XQZ.\n");
    CHECK_INT(count_rule(&f, "acronym-undefined"), 2);
}

static void the_glossary_explains_them_too(void **state)
{
    (void)state;
    Glossary g = {0};
    CHECK(glossary_parse(STR("term\nBRTQ\n"), STR("g"), &rule_arena, &g, NULL));
    rule_options.glossary = &g;
    Findings f = check_text(RELEASE "Owners read the BRTQ each day.\n");
    CHECK(!find_rule(&f, "acronym-undefined"));
    rule_options.glossary = NULL;
    rule_options.company = STR("BRTQ Mills");
    f = check_text(RELEASE "Owners read the BRTQ each day.\n");
    CHECK(!find_rule(&f, "acronym-undefined"));
    rule_options.company = (Str){0};
}

RUN_RULE_TESTS(TEST(acronyms_are_spelled_out), TEST(the_glossary_explains_them_too))
