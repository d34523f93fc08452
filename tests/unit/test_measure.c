#include "check/measure.h"

#include "measure_case.h"

#define HEAD "---\nlang: en\n---\n"

static void a_document_without_a_template_has_the_limits_of_a_page(void **state)
{
    (void)state;
    Measures m = measure_text(HEAD "# Lantern\n\n## Problem\n\nOne two three four.\n\n"
                                   "## FAQ\n\n### What is it?\n\nA lamp.\n\n"
                                   "## Appendix\n\nSix more words are down here.\n");
    CHECK_INT(m.release.limit, 600);
    CHECK_INT(m.faq.limit, 2500);
    CHECK_INT(m.faq.used, 5);
    CHECK_INT(m.document.limit, 3100);
    CHECK_INT(m.document.used + 6, m.length);
}

static void the_sums_are_those_of_the_rules(void **state)
{
    (void)state;
    StrBuf text = {0};
    StrBuf said = {0};

    strbuf_addz(&text, HEAD "# Lantern\n\n## Problem\n\n");
    for (int i = 0; i < 700; i++)
        strbuf_addz(&text, "word ");
    strbuf_addz(&text, ".\n");
    Findings f = check_text(strbuf_cstr(&text));
    Measures m = measure_text(strbuf_cstr(&text));
    strbuf_addf(&said, "%zu, at most %zu", m.release.used, m.release.limit);
    CHECK(find_rule(&f, "release-length") != NULL);
    CHECK(str_find(find_rule(&f, "release-length")->message, strbuf_view(&said), 0) !=
          STR_NONE);
    CHECK(m.reading_seconds >= 210);
    strbuf_deinit(&text);
    strbuf_deinit(&said);
}

static void korean_is_counted_and_read_in_characters(void **state)
{
    (void)state;
    Measures m = measure_text("---\nlang: ko\n---\n# 등불\n\n## 문제\n\n"
                              "빵집은 새벽마다 전화로 밀가루를 주문한다.\n");
    CHECK_INT(m.release.limit, 1700);
    CHECK_INT(m.length, 23);
    CHECK_INT(m.reading_seconds, 3);
}

static void shapes_and_actors_are_counted(void **state)
{
    (void)state;
    Measures m = measure_text(
        HEAD "# L\n\n## Problem\n\nBakers wait. We build it.\n\n## FAQ\n\n"
             "### Is it free?\n\nYes.\n\n### Why?\n\nIt grew out of a long talk.\n");
    CHECK_INT(m.sentences, 2);
    CHECK_INT(m.actors[ACTOR_COMPANY], 1);
    CHECK_INT(m.shapes[ANSWER_YES], 1);
    CHECK_INT(m.shapes[ANSWER_ESSAY], 1);
    CHECK_INT(m.answers[1], ANSWER_ESSAY);
}

RUN_RULE_TESTS(TEST(a_document_without_a_template_has_the_limits_of_a_page),
               TEST(the_sums_are_those_of_the_rules),
               TEST(korean_is_counted_and_read_in_characters),
               TEST(shapes_and_actors_are_counted))
