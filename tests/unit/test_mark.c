#include "check.h"
#include "doc/mark.h"

static void questions_have_many_marks(void **state)
{
    (void)state;
    CHECK_INT(mark_question(STR("Q. Why?")), 3);
    CHECK_INT(mark_question(STR("Q1: Why?")), 4);
    CHECK_INT(mark_question(STR("Q : Why?")), 4);
    CHECK_INT(mark_question(STR("P: Por?")), 3);
    CHECK_INT(mark_question(STR("FAQ-01: Why?")), 8);
    CHECK_INT(mark_question(STR("질문: 왜?")), 8);
    CHECK_INT(mark_question(STR("Q：왜?")), 4);
    CHECK_INT(mark_question(STR("Quality: good")), 0);
    CHECK_INT(mark_question(STR("Q.E.D.")), 0);
    CHECK_INT(mark_question(STR("")), 0);
}

static void answers_have_marks_in_bold_or_not(void **state)
{
    (void)state;
    CHECK_INT(mark_answer(STR("A. Yes")), 3);
    CHECK_INT(mark_answer(STR("A.")), 2);
    CHECK_INT(mark_answer(STR("**A:** Yes")), 7);
    CHECK_INT(mark_answer(STR("**A**: Yes")), 0);
    CHECK_INT(mark_answer(STR("답. 예")), 5);
    CHECK_INT(mark_answer(STR("R: Sim")), 3);
    CHECK_INT(mark_answer(STR("A team.")), 0);
    CHECK_INT(mark_answer(STR("A.B")), 0);
}

static void numbers_stand_before_words(void **state)
{
    (void)state;
    CHECK_INT(mark_number(STR("3. Why")), 3);
    CHECK_INT(mark_number(STR("4.1 Why")), 4);
    CHECK_INT(mark_number(STR("12) Why")), 4);
    CHECK_INT(mark_number(STR("2027")), 0);
    CHECK_INT(mark_number(STR("Why")), 0);
}

static void asking_ends_with_a_question_mark(void **state)
{
    (void)state;
    CHECK(mark_asks(STR("Why?**")));
    CHECK(mark_asks(STR("왜？")));
    CHECK(mark_asks(STR("“Why?”")));
    CHECK(!mark_asks(STR("Why? Because.")));
    CHECK(!mark_asks(STR("")));
}

static bool bold(const char *md, const char *inside, size_t last_line)
{
    Str bytes = str_from(md);
    Range lines[2] = {{0, bytes.len}, {0, 0}};
    size_t count = 1, cut = str_find_byte(bytes, '\n', 0);
    BoldRun run;

    if (cut != STR_NONE) {
        lines[0].end = cut;
        lines[1] = (Range){cut + 1, bytes.len};
        count = 2;
    }
    if (!mark_bold(bytes, lines, count, &run))
        return false;
    return str_eq(str_range(bytes, run.inside), str_from(inside)) &&
           run.last_line == last_line;
}

static void a_bold_run_may_reach_over_lines(void **state)
{
    (void)state;
    CHECK(bold("**Why?** because", "Why?", 0));
    CHECK(bold("__Why\nnow?__", "Why\nnow?", 1));
    CHECK(bold("***Why?***", "*Why?*", 0));
    CHECK(!bold("** no**", "", 0));
    CHECK(!bold("**open", "", 0));
    CHECK(!bold("a **b**", "", 0));
}

static void comments_carry_ids(void **state)
{
    (void)state;
    Str id = {0};

    CHECK(mark_comment(STR("  <!-- prfaq-id: problem-2 -->"), STR("prfaq-id"), &id));
    CHECK_STR(id, STR("problem-2"));
    CHECK(mark_comment(STR("<!--prfaq-q:x-->"), STR("prfaq-q"), &id));
    CHECK(!mark_comment(STR("<!-- prfaq-q: x -->"), STR("prfaq-id"), &id));
    CHECK(!mark_comment(STR("<!-- prfaq-id: -->"), STR("prfaq-id"), &id));
    CHECK(!mark_comment(STR("<!-- prfaq-id: a b -->"), STR("prfaq-id"), &id));
    CHECK(!mark_comment(STR("<!-- prfaq-id: a --> b"), STR("prfaq-id"), &id));
    CHECK(!mark_comment(STR("<!-->"), STR("prfaq-id"), &id));
}

RUN_TESTS(TEST(questions_have_many_marks), TEST(answers_have_marks_in_bold_or_not),
          TEST(numbers_stand_before_words), TEST(asking_ends_with_a_question_mark),
          TEST(a_bold_run_may_reach_over_lines), TEST(comments_carry_ids))
