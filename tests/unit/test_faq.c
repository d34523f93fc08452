#include "reading.h"

static void check_pair(const Reading *r, size_t i, const char *question,
                       const char *answer)
{
    CHECK(i < r->doc.question_count);
    CHECK_STR(r->doc.questions[i].text, str_from(question));
    CHECK_STR(reading_of(r, r->doc.questions[i].answer), str_from(answer));
    CHECK_INT(r->doc.questions[i].answered, answer[0] != '\0');
}

static void check_notation(const char *md)
{
    Reading r;

    reading_open(&r, md);
    CHECK_INT(r.doc.question_count, 2);
    check_pair(&r, 0, "Why now?", "Because.");
    check_pair(&r, 1, "And then?", "More.\n\nStill more.");
    reading_close(&r);
}

static void every_notation_gives_the_same_pairs(void **state)
{
    (void)state;
    check_notation("## FAQ\n\n**Q. Why now?**\n\nA. Because.\n\n**Q. And then?**\n\n"
                   "A. More.\n\nStill more.\n");
    check_notation("## FAQ\n\n**Q: Why now?**\nBecause.\n\n**Q: And then?**\nMore.\n\n"
                   "Still more.\n");
    check_notation("## FAQ\n\n**Q1. Why now?**\n**A:** Because.\n\n**Q2. And then?**\n"
                   "**A:** More.\n\nStill more.\n");
    check_notation("## FAQ\n\n### Why now?\nBecause.\n\n### And then?\n\nMore.\n\n"
                   "Still more.\n");
    check_notation("## FAQ\n\n### Q: Why now?\n\nA: Because.\n\n### Q: And then?\n\n"
                   "A: More.\n\nStill more.\n");
    check_notation("## FAQ\n\n**Why now?**\n\nBecause.\n\n**And\nthen?**\n\nMore.\n\n"
                   "Still more.\n");
    check_notation("## FAQ\n\n1. **Why now?** Because.\n2. **And then?** More.\n\n"
                   "Still more.\n");
    check_notation("## FAQ\n\nQ: Why now?\nA: Because.\n\nQ: And then?\nA: More.\n\n"
                   "Still more.\n");
    check_notation("## FAQ\n\n> Why now?\n\nBecause.\n\n> And then?\n\nMore.\n\n"
                   "Still more.\n");
    check_notation(
        "## FAQ\n\n**Q:** Why now?\nA: Because.\n\n**Q:** And then?\n\nMore.\n\n"
        "Still more.\n");
}

static void the_notation_of_the_most_questions_wins(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "## FAQ\n\n### One?\n\na\n\n**Really?** Yes.\n\n### Two?\n\nb\n\n"
                     "### A topic\n\nc\n");
    CHECK_INT(r.doc.question_count, 2);
    check_pair(&r, 0, "One?", "a\n\n**Really?** Yes.");
    check_pair(&r, 1, "Two?", "b");
    CHECK(r.doc.blocks[r.doc.block_count - 1].question == NO_INDEX);
    reading_close(&r);
}

static void a_comment_makes_a_question_of_any_block(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "## Internal FAQ\n\n<!-- prfaq-q: economics-price -->\n"
                     "**Tell the price**\n\nA. 9\n\n<!-- prfaq-q: risk-a -->\n"
                     "**Q. Which?**\n\nA.\n");
    CHECK_INT(r.doc.question_count, 2);
    check_pair(&r, 0, "Tell the price", "9");
    check_pair(&r, 1, "Which?", "");
    CHECK_STR(r.doc.questions[0].id, STR("economics-price"));
    CHECK_INT(r.doc.questions[0].audience, REGION_FAQ_INTERNAL);
    CHECK_STR(reading_of(&r, r.doc.questions[1].range),
              STR("<!-- prfaq-q: risk-a -->\n**Q. Which?**\n\nA.\n"));
    CHECK_INT(r.doc.questions[1].answer.start, r.doc.bytes.len - 1);
    CHECK_INT(r.doc.parts[0].question_count, 2);
    reading_close(&r);
}

static void answers_are_prose_without_their_mark(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "## FAQ\n\n**Q. 언제?**\n\n답. 2027년.\n\n---\n\n| a |\n|---|\n");
    const Question *q = &r.doc.questions[0];
    CHECK_STR(r.doc.blocks[q->first_block].prose.text, STR("2027년."));
    CHECK_INT(q->block_count, 3);
    CHECK_INT(r.doc.blocks[q->first_block + 2].question, 0);
    reading_close(&r);
}

static void rules_and_remarks_are_no_answer(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "## FAQ\n\n**Q. Why?**\n\nA. …\n\n---\n\n<!-- soon -->\n");
    CHECK(!r.doc.questions[0].answered);
    reading_close(&r);
}

RUN_TESTS(TEST(every_notation_gives_the_same_pairs),
          TEST(the_notation_of_the_most_questions_wins),
          TEST(a_comment_makes_a_question_of_any_block),
          TEST(answers_are_prose_without_their_mark),
          TEST(rules_and_remarks_are_no_answer))
