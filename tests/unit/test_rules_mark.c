#include "rule_case.h"

#define RELEASE "# L\n\n## Getting started\n<!-- prfaq-id: getting-started -->\n\n"
#define FAQ     "\n## Internal FAQ\n\n**Q. What do we promise?**\n\nA. These:\n\n"

static void debts_have_an_owner_and_a_date_ahead(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"debt-open", "Mills answer [assumption].\n",
         "Mills answer [assumption @mina 2027-03-01].\n"},
        {"debt-open", "Mills answer [unknown @mina].\n", "Mills answer `[unknown]`.\n"},
        {"debt-open", "Mills [needs evidence 2027-03-01].\n", "Mills [observed].\n"},
        {"debt-open", "Mills [unknown @mina 2020-03-01].\n", "```\n[unknown]\n```\n"},
        {"debt-open", "방앗간은 [가정] 답합니다.\n",
         "방앗간은 [가정 @미나 2027-03-01] 답합니다.\n"},
        {"debt-open", "| a |\n|---|\n| [unknown] |\n", NULL},
    };
    rule_options.now = (Date){2026, 11, 21};
    CHECK_CASES(cases);
    Findings f = check_text("방앗간은 [근거 필요 @미나] 답합니다.\n");
    CHECK_STR(find_rule(&f, "debt-open")->message,
              STR("근거 필요에 날짜가 없습니다: “[근거 필요 @미나]”"));
    f = check_text("Mills [unknown @mina 2020-03-01].\n");
    CHECK_STR(
        find_rule(&f, "debt-open")->message,
        STR("unknown without a date still ahead: \"[unknown @mina 2020-03-01]\""));
    rule_options.now = (Date){0};
    f = check_text("Mills [unknown @mina 2020-03-01].\n");
    CHECK(!find_rule(&f, "debt-open"));
}

static void one_label_has_one_value(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"numbers-disagree", "In [n:hours 9] hours.\n\nOr [n:hours 8].\n",
         "In [n:hours 9] hours.\n\nOr [n:hours 9] and [n:days 8].\n"},
        {"numbers-disagree", "[n:값 9]시간\n\n[n:값 8]시간\n",
         "[n:값 9]\n\n`[n:값 8]`\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text("In [n:hours 9] hours.\n\nOr [n:hours 8].\n");
    CHECK_STR(find_rule(&f, "numbers-disagree")->message,
              STR("\"hours\" is 8 here and 9 there"));
}

static void promises_stand_in_the_ledger(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"promise-unbacked",
         RELEASE "<!-- prfaq-promise -->\nFlour comes before six in the morning.\n" FAQ
                 "- promise: too late @mina 2027-03-01\n",
         RELEASE "<!-- prfaq-promise -->\nFlour comes before six in the morning.\n" FAQ
                 "- promise: flour comes before six in the morning @mina 2027-03-01\n"},
        {"promise-unbacked",
         RELEASE "We open. <!-- prfaq-promise --> Flour comes before six.\n" FAQ
                 "- promise: \"flour comes before six\" @mina\n",
         RELEASE "We open. <!-- prfaq-promise --> Flour comes before six.\n" FAQ
                 "- promise: \"Flour comes before six\" (@mina, 2027-03-01)\n"},
        {"promise-unbacked",
         RELEASE "<!-- prfaq-promise -->\n\nFlour comes before six.\n",
         RELEASE "<!-- prfaq-promise -->\n\nFlour comes before six.\n" FAQ
                 "- promise: [early](#getting-started) @mina 2027-03-01\n"},
        {"promise-unbacked", NULL, RELEASE "Flour comes before six.\n"},
        {"promise-unbacked", NULL,
         "---\npromise: Flour comes before six @mina 2027-03-01\n---\n\n" RELEASE
         "<!-- prfaq-promise -->\nFlour comes before six.\n"},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(debts_have_an_owner_and_a_date_ahead),
               TEST(one_label_has_one_value), TEST(promises_stand_in_the_ledger))
