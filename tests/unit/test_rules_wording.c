#include "rule_case.h"

#define PR        "# L\n\n## Problem\n\n"
#define SUMMARY   "# L\n\n## Summary\n\n"
#define INTERNAL  "# L\n\n## Internal FAQ\n\n**Q. Why?**\n\nA. "
#define EXTERNAL  "# L\n\n## External FAQ\n\n**Q. Why?**\n\nA. "
#define PR_KO     "# 등불\n\n## 문제\n\n"
#define INTERN_KO "# 등불\n\n## 내부 FAQ\n\n**Q. 왜 합니까?**\n\nA. "
#define STAYS     "# L\n\n## What will not change\n\n"
#define STAYS_KO  "# 등불\n\n## 변하지 않을 것\n\n"

static void weasel_words_ask_for_a_number(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"weasel-word", PR "Returns take a lot of calls.\n",
         PR "Returns take a lot of calls: 9 of them.\n"},
        {"weasel-word", PR "Most shops wait.\n", INTERNAL "Most shops wait at home.\n"},
        {"weasel-word", INTERNAL "Numerous shops wait.\n", PR "How many shops wait.\n"},
        {"weasel-word", PR_KO "다양한 가게가 기다린다.\n",
         PR_KO "다양한 가게 30곳이 기다린다.\n"},
        {"weasel-word", PR_KO "많은 가게가 기다린다.\n",
         INTERN_KO "많은 가게가 기다린다.\n"},
        {"weasel-word", PR_KO "아주 오래 걸린다.\n", PR_KO "아주머니가 걸린다.\n"},
    };
    CHECK_CASES(cases);
}

static void hype_is_not_saved_by_a_number(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"hype-word", PR "An amazing 9 of 10 wait.\n", PR "A maze of 9 calls.\n"},
        {"hype-word", INTERNAL "It is seamless.\n", INTERNAL "The seams hold.\n"},
        {"hype-word", PR_KO "혁신적인 3초짜리 앱이다.\n", PR_KO "가게가 3초 멈춘다.\n"},
    };
    CHECK_CASES(cases);
}

static void doubt_is_honest_in_the_internal_faq(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"hedge-word", PR "It probably takes long.\n",
         INTERNAL "It probably takes long.\n"},
        {"hedge-word", PR "It is kind of slow.\n", PR "It takes any kind of flour.\n"},
        {"hedge-word", EXTERNAL "Perhaps you can return it.\n",
         EXTERNAL "You can return it.\n"},
        {"hedge-word", PR "It may take long.\n", PR "It opens in May here.\n"},
        {"hedge-word", PR_KO "오래 걸리는 것 같습니다.\n",
         INTERN_KO "오래 걸리는 것 같습니다.\n"},
    };
    CHECK_CASES(cases);
}

static void jargon_is_for_experts(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"jargon-word", PR "Stakeholders wait.\n", INTERNAL "Stakeholders wait.\n"},
        {"jargon-word", NULL, "---\naudience: expert\n---\n" PR "Stakeholders wait.\n"},
        {"jargon-word", PR_KO "밸류체인이 길다.\n", INTERN_KO "밸류체인이 길다.\n"},
    };
    CHECK_CASES(cases);
}

static void a_slogan_needs_a_deed(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"slogan-word", PR "It gives peace of mind.\n",
         PR "It gives peace of mind. Customers get 9 calls back.\n"},
        {"slogan-word", PR_KO "고객 만족을 높인다.\n",
         PR_KO "고객 만족을 높인다. 전화를 9번 줄인다.\n"},
    };
    CHECK_CASES(cases);
}

static void long_ways_round_have_a_short_one(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"inflated-phrase", INTERNAL "We wait due to the fact that it rains.\n",
         INTERNAL "We wait because it rains.\n"},
        {"inflated-phrase", PR_KO "반품을 진행하였다.\n", PR_KO "반품을 했다.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text(PR "Please note that they wait.\n");
    CHECK_STR(find_rule(&f, "inflated-phrase")->message,
              STR("\"Please note that\": write \"(delete)\""));
}

/* The prose after the fix; as it was when none is offered. */
static Str after_inflated(const char *words)
{
    StrBuf text = {0};

    strbuf_addf(&text, PR "%s\n", words);
    Findings f = check_text(strbuf_cstr(&text));
    const Finding *found = find_rule(&f, "inflated-phrase");
    CHECK(found);
    if (found->fix.kind != FIX_NONE)
        strbuf_splice(&text, found->fix.range, found->fix.text);
    Str made = arena_str(&rule_arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return str_trim(str_slice(made, strlen(PR), made.len));
}

static void what_is_taken_out_leaves_a_sentence(void **state)
{
    (void)state;
    CHECK_STR(after_inflated("Needless to say, they wait."), STR("They wait."));
    CHECK_STR(after_inflated("They, needless to say, wait."), STR("They wait."));
    CHECK_STR(after_inflated("They wait, needless to say."),
              STR("They wait, needless to say."));
    CHECK_STR(after_inflated("They wait (needless to say)."),
              STR("They wait (needless to say)."));
}

static void technology_comes_after_the_customer(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"technology-first", SUMMARY "An algorithm finds seats.\n",
         SUMMARY "Passengers find seats by an algorithm.\n"},
        {"technology-first", NULL, SUMMARY "You find seats by an algorithm.\n"},
        {"technology-first", NULL, SUMMARY "A conductor, not an algorithm, helps.\n"},
        {"technology-first", NULL,
         "---\naudience: developer\n---\n" SUMMARY "An algorithm finds seats.\n"},
        {"technology-first", NULL, INTERNAL "An algorithm finds seats.\n"},
        {"technology-first", "# 등불\n\n## 요약\n\n블록체인이 자리를 찾는다.\n",
         "# 등불\n\n## 요약\n\n승객은 블록체인으로 자리를 찾는다.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text(SUMMARY "An algorithm finds seats.\n");
    CHECK_INT(find_rule(&f, "technology-first")->level, LEVEL_INFO);
    rule_options.profile = PROFILE_STRICT;
    f = check_text(SUMMARY "An algorithm finds seats.\n");
    CHECK_INT(find_rule(&f, "technology-first")->level, LEVEL_WARNING);
    f = check_text(PR "An algorithm finds seats.\n");
    CHECK_INT(find_rule(&f, "technology-first")->level, LEVEL_INFO);
    rule_options.profile = PROFILE_DEFAULT;
}

static void rivals_stay_out_of_the_release(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"competitor-first", PR "Competitors are slow.\n",
         INTERNAL "Competitors are slow.\n"},
        {"competitor-first", NULL, PR "It helps shops rather than competitors.\n"},
        {"competitor-first", NULL, PR "It doesn't copy competitors.\n"},
        {"competitor-first", PR_KO "경쟁사는 느리다.\n",
         PR_KO "경쟁사가 아니라 가게가 느리다.\n"},
    };
    CHECK_CASES(cases);
}

static void the_future_is_counted_by_section(void **state)
{
    (void)state;
    Findings f =
        check_text(PR "It will be fine. It will launch. It will not change.\n");
    CHECK_INT(count_rule(&f, "future-tense"), 1);
    const Finding *future = find_rule(&f, "future-tense");
    CHECK_INT(future->level, LEVEL_WARNING);
    CHECK_STR(future->message,
              STR("2 places speak of the future; write from launch day: \"will\""));
    f = check_text(PR "It will be fine.\n");
    CHECK_INT(find_rule(&f, "future-tense")->level, LEVEL_INFO);
    static const RuleCase cases[] = {
        {"future-tense", PR "It will be fine.\n",
         PR "She said “it will be fine” today.\n"},
        {"future-tense", PR_KO "내년에 출시할 예정입니다.\n",
         "# 등불\n\n## 고객 FAQ\n\n**Q. 언제?**\n\nA. 내년에 출시할 예정입니다.\n"},
    };
    CHECK_CASES(cases);
}

static void translationese_is_found_where_it_stands(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"translationese", INTERN_KO "상담원에 의해 처리된다.\n",
         INTERN_KO "상담원이 처리한다.\n"},
        {"translationese", PR_KO "오래 걸린다고 한다.\n",
         PR_KO "오래 걸린다고 한다면 줄인다.\n"},
        {"translationese", NULL, INTERN_KO "오래 걸린다고 한다.\n"},
    };
    CHECK_CASES(cases);
}

static void a_claim_needs_a_quantity_beside_it(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"claim-without-number", PR "It improves life.\n",
         PR "It improves life by 9 hours.\n"},
        {"claim-without-number", PR "On March 2, 2027 it improves life.\n",
         INTERNAL "It improves life.\n"},
        {"claim-without-number", NULL, PR "She said “it improves life” today.\n"},
        {"claim-without-number", PR_KO "전화가 줄었고 늘어났다.\n",
         PR_KO "전화가 9번에서 2번으로 늘어났다.\n"},
    };
    CHECK_CASES(cases);
    Findings f = check_text(PR "It improves life and reduces calls and saves time.\n");
    CHECK_INT(count_rule(&f, "claim-without-number"), 1);
}

static void what_stays_is_no_forecast(void **state)
{
    (void)state;
    static const RuleCase cases[] = {
        {"unchanging-forecast", STAYS "The market is growing.\n",
         PR "The market is growing.\n"},
        {"unchanging-forecast", NULL, STAYS "People wait, no longer for trends.\n"},
        {"unchanging-forecast", STAYS_KO "시장은 성장할 것이다.\n",
         STAYS_KO "사람은 기다리기 싫다.\n"},
    };
    CHECK_CASES(cases);
}

static void decomposed_text_gives_the_same_findings(void **state)
{
    (void)state;
    StrBuf nfd = {0};
    /* 다양한 혁신적인, in conjoining letters */
    strbuf_addz(
        &nfd, PR_KO
        "\xE1\x84\x83\xE1\x85\xA1\xE1\x84\x8B\xE1\x85\xA3\xE1\x86\xBC\xE1\x84\x92"
        "\xE1\x85\xA1\xE1\x86\xAB \xE1\x84\x92\xE1\x85\xA7\xE1\x86\xA8\xE1\x84\x89"
        "\xE1\x85\xB5\xE1\x86\xAB\xE1\x84\x8C\xE1\x85\xA5\xE1\x86\xA8\xE1\x84\x8B"
        "\xE1\x85\xB5\xE1\x86\xAB 앱이다.\n");
    Findings f = check_text(strbuf_cstr(&nfd));
    CHECK_INT(count_rule(&f, "weasel-word"), 1);
    CHECK_INT(count_rule(&f, "hype-word"), 1);
    strbuf_deinit(&nfd);
}

RUN_RULE_TESTS(TEST(weasel_words_ask_for_a_number), TEST(hype_is_not_saved_by_a_number),
               TEST(doubt_is_honest_in_the_internal_faq), TEST(jargon_is_for_experts),
               TEST(a_slogan_needs_a_deed), TEST(long_ways_round_have_a_short_one),
               TEST(what_is_taken_out_leaves_a_sentence),
               TEST(technology_comes_after_the_customer),
               TEST(rivals_stay_out_of_the_release),
               TEST(the_future_is_counted_by_section),
               TEST(translationese_is_found_where_it_stands),
               TEST(a_claim_needs_a_quantity_beside_it),
               TEST(what_stays_is_no_forecast),
               TEST(decomposed_text_gives_the_same_findings))
