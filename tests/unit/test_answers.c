#include "doc/answers.h"

#include "check.h"

static void answers_come_back_as_they_were_given(void **state)
{
    Answers a = {0}, b = {0};
    StrBuf out = {0};

    (void)state;
    answers_set(&a, STR("problem/1"), STR("One\tline\\and\nanother"));
    answers_set(&a, STR("faq/price"), STR("밀가루 값"));
    answers_set(&a, STR("faq/price"), STR("두 냥"));
    a.at = STR("problem/2");
    answers_print(&a, &out);
    answers_parse(strbuf_view(&out), &b);
    CHECK_INT(b.count, 2);
    CHECK_STR(answers_get(&b, STR("problem/1")), STR("One\tline\\and\nanother"));
    CHECK_STR(answers_get(&b, STR("faq/price")), STR("두 냥"));
    CHECK_STR(b.at, STR("problem/2"));
    answers_deinit(&a);
    answers_deinit(&b);
    strbuf_deinit(&out);
}

static void an_empty_answer_is_forgotten(void **state)
{
    Answers a = {0};

    (void)state;
    answers_set(&a, STR("x"), STR("1"));
    answers_set(&a, STR("y"), STR("2"));
    answers_set(&a, STR("x"), (Str){0});
    CHECK_INT(a.count, 1);
    CHECK_INT(answers_get(&a, STR("x")).len, 0);
    CHECK_STR(answers_get(&a, STR("y")), STR("2"));
    answers_deinit(&a);
}

static void what_is_no_file_of_answers_is_left_out(void **state)
{
    Answers a = {0};

    (void)state;
    answers_parse(STR("hello\tworld\n"), &a);
    CHECK_INT(a.count, 0);
    answers_parse(STR("prfaq-answers 1\nno tab\n\tno name\nx\t\nx\tlast\\"), &a);
    CHECK_INT(a.count, 1);
    answers_deinit(&a);
}

RUN_TESTS(TEST(answers_come_back_as_they_were_given),
          TEST(an_empty_answer_is_forgotten),
          TEST(what_is_no_file_of_answers_is_left_out))
