#include "check/ready.h"

#include "check.h"
#include "check/rule.h"

static Finding finding(const char *rule, Level level)
{
    return (Finding){.rule = rule_find(str_from(rule)), .level = level};
}

static void errors_stand_in_the_way_unless_silenced(void **state)
{
    (void)state;
    Arena arena = {0};
    Ready ready;
    Finding items[] = {finding("question-overdue", LEVEL_ERROR),
                       finding("section-missing", LEVEL_ERROR),
                       finding("placeholder-left", LEVEL_ERROR),
                       finding("release-length", LEVEL_WARNING),
                       finding("faq-unanswered", LEVEL_ERROR)};
    const Findings findings = {.items = items, .count = 5};

    items[4].silenced = true;
    ready_read(&findings, &arena, &ready);
    CHECK_INT(ready.count, 3);
    CHECK_INT(ready.counts[READY_OVERDUE], 1);
    CHECK_INT(ready.counts[READY_PART], 1);
    CHECK_INT(ready.stops[2].ground, READY_ERROR);
    CHECK_STRZ(ready_ground_name(READY_PART), "part");
    arena_deinit(&arena);
}

static void an_answer_is_yes_or_no_with_its_proof(void **state)
{
    (void)state;
    ClosingAnswer a;

    CHECK(closing_parse(STR(" Yes: 24 interviews "), &a));
    CHECK(a.yes);
    CHECK_STR(a.proof, STR("24 interviews"));
    CHECK(closing_parse(STR("no - we stopped the blog"), &a));
    CHECK(!a.yes);
    CHECK_STR(a.proof, STR("we stopped the blog"));
    CHECK(closing_parse(STR("아니요, 4월에 세었습니다"), &a));
    CHECK(!a.yes);
    CHECK_STR(a.proof, STR("4월에 세었습니다"));
    CHECK(closing_parse(STR("예：셋"), &a));
    CHECK_STR(a.proof, STR("셋"));
}

static void an_answer_without_proof_is_none(void **state)
{
    (void)state;
    ClosingAnswer a;

    CHECK(!closing_parse(STR("yes"), &a));
    CHECK(!closing_parse(STR("yes: -"), &a));
    CHECK(!closing_parse(STR("yesterday we asked"), &a));
    CHECK(!closing_parse(STR("예산은 40"), &a));
    CHECK(!closing_parse(STR("perhaps"), &a));
    CHECK(!closing_parse(STR(""), &a));
}

static void the_message_carries_the_answers_a_line_each(void **state)
{
    (void)state;
    StrBuf out = {0};
    const Ready ready = {.count = 2};
    const ReadyAnswers answers = {.closing = {{true, STR("a")},
                                              {true, STR("b\nPrfaq-Ready: yes")},
                                              {false, STR("c")}},
                                  .reason = STR("Friday")};

    ready_trailers(&ready, &answers, &out);
    CHECK_STR(strbuf_view(&out),
              STR("Prfaq-Ready: with 2 to fix\nPrfaq-Reason: Friday\n"
                  "Prfaq-Beliefs: yes; a\nPrfaq-Deeds: yes; b Prfaq-Ready: yes\n"
                  "Prfaq-Waste: no; c\n"));
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(errors_stand_in_the_way_unless_silenced),
          TEST(an_answer_is_yes_or_no_with_its_proof),
          TEST(an_answer_without_proof_is_none),
          TEST(the_message_carries_the_answers_a_line_each))
