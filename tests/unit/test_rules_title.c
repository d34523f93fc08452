#include "rule_case.h"

static void titles_are_unique_under_one_parent(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"duplicate-title", "# L\n\n## Price\n\nOne.\n\n## 2. Price!\n\nTwo.\n",
         "# L\n\n## Price\n\n### Note\n\nOne.\n\n## Terms\n\n### Note\n\nTwo.\n"},
        {"duplicate-title",
         "# L\n\n## FAQ\n\n**Q. Why now?**\n\nA. So.\n\n**Q. Why now**\n\nA. So.\n",
         "# L\n\n## External FAQ\n\n**Q. Why now?**\n\nA. So.\n\n"
         "## Internal FAQ\n\n**Q. Why now?**\n\nA. So.\n"},
        {"duplicate-title", "# 등불\n\n## 값\n\n하나.\n\n## 값\n\n둘.\n",
         "# 등불\n\n## 값\n\n하나.\n\n### 값\n\n둘.\n"},
        {"duplicate-title", NULL, "# L\n\n## 1.\n\nOne.\n\n## 2.\n\nTwo.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text("# L\n\n## Price\n\nOne.\n\n## Price\n\nTwo.\n");
    CHECK_STR(find_rule(&f, "duplicate-title")->message,
              STR("\"Price\" appears twice (lines 3 and 7)"));
}

RUN_RULE_TESTS(TEST(titles_are_unique_under_one_parent))
