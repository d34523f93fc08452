#include "rule_case.h"

#define EVIDENCE "# L\n\n## Evidence\n<!-- prfaq-id: evidence -->\n\n"
#define KOREAN   "# 등불\n\n## 근거\n<!-- prfaq-id: evidence -->\n\n"

static void something_was_seen_on_a_day(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"evidence-unseen", EVIDENCE "- Said: “too slow”\n- Counted: 9 orders\n",
         EVIDENCE "- Seen: 24 bakeries, August 17, 2026\n"},
        {"evidence-unseen", EVIDENCE "- Seen: bakeries at work\n",
         EVIDENCE "- **Observed** (2026-08-17): bakeries\n"},
        {"evidence-unseen", EVIDENCE "- Seen from above, 2026-08-17\n",
         EVIDENCE "Bakers wait by the phone [observed 2026-08-17].\n"},
        {"evidence-unseen", KOREAN "- 들은 것: “너무 늦다”\n",
         KOREAN "- 본 것: 빵집 24곳, 2026년 8월 17일\n"},
        {"evidence-unseen", NULL,
         EVIDENCE "### Seen\n\n- 24 bakeries, August 17, 2026\n"},
        {"evidence-unseen", NULL, EVIDENCE "\n"},
    };
    CHECK_CASES(cases);
}

static void more_than_one_kind_is_asked_for(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"evidence-one-kind", EVIDENCE "- Said: “slow”\n- Said: “late”\n",
         EVIDENCE "- Said: “slow”\n- Counted: 9 calls\n"},
        {"evidence-one-kind", KOREAN "- 센 것: 9통\n- 센 것: 8통\n",
         KOREAN "- 센 것: 9통\n- 들은 말: “늦다”\n"},
        {"evidence-one-kind",
         EVIDENCE "They wait [reported].\n\nThey call [reported].\n",
         EVIDENCE "They wait [reported].\n\nThey call [observed].\n"},
        {"evidence-one-kind", NULL, EVIDENCE "- Said: “slow”\n"},
    };
    CHECK_CASES(cases);
}

static void what_was_said_is_read(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"evidence-no-reading", EVIDENCE "- Said: “slow”\n- Counted: 9 calls\n",
         EVIDENCE "- Said: “slow”\n- Counted: 9 calls\n- Our reading: waiting hurts\n"},
        {"evidence-no-reading", KOREAN "- 들은 말: “늦다”\n\n센 것은 9통입니다.\n",
         KOREAN "- 들은 말: “늦다”\n- 풀이: 기다림이 힘들다\n"},
        {"evidence-no-reading",
         EVIDENCE "Said: “slow”.\n\nOne. Two.\n\nOur reading: waiting hurts.\n",
         EVIDENCE "Said: “slow”.\n\nOne.\n\nOur reading: waiting hurts.\n"},
        {"evidence-no-reading",
         EVIDENCE "- Our reading: waiting hurts\n- Said: “slow”\n", NULL},
    };
    CHECK_CASES(cases);
}

RUN_RULE_TESTS(TEST(something_was_seen_on_a_day), TEST(more_than_one_kind_is_asked_for),
               TEST(what_was_said_is_read))
