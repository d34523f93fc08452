#include "check/run.h"
#include "rule_case.h"

static void blanks_are_not_words_of_ones_own(void **state)
{
    (void)state;
    CheckRun run =
        rule_prepare("# L\n\n## Problem\n\nIt costs $XX on [City, Date] now.\n");
    const Part *problem = document_first(run.doc, PART_PROBLEM);
    CHECK_INT(run.own_lengths[part_index(&run, problem)], 4);
    CHECK_INT(part_total(&run, problem), 7);
    CHECK(part_is_written(&run, problem, 4, 99));
}

static void answers_are_read_in_one_piece(void **state)
{
    (void)state;
    CheckRun run =
        rule_prepare("# L\n\n## FAQ\n\n**Q. Why?**\n\nA. One *two*.\n\n- three\n\n"
                     "**Q. How?**\nA: Now TBD.\n");
    CHECK_INT(run.doc->question_count, 2);
    CHECK_STR(answer_text(&run, &run.doc->questions[0], ANSWER_ALL),
              STR("One two. three"));
    CHECK_STR(answer_text(&run, &run.doc->questions[1], ANSWER_ALL), STR("Now TBD."));
    CHECK_STR(answer_text(&run, &run.doc->questions[1], ANSWER_OWN), STR("Now  ."));
}

static void questions_are_shown_by_their_words(void **state)
{
    (void)state;
    const char *text = "# L\n\n## FAQ\n\n<!-- prfaq-q: x -->\n**Q. Why?**\nA: So.\n\n"
                       "### How?\n\nSo.\n";
    CheckRun run = rule_prepare(text);
    for (size_t i = 0; i < run.doc->question_count; i++) {
        Range place = question_place(&run, &run.doc->questions[i]);
        CHECK(str_find(str_range(str_from(text), place), STR("?"), 0) != STR_NONE);
        CHECK(str_find(str_range(str_from(text), place), STR("So"), 0) == STR_NONE);
    }
}

RUN_RULE_TESTS(TEST(blanks_are_not_words_of_ones_own),
               TEST(answers_are_read_in_one_piece),
               TEST(questions_are_shown_by_their_words))
