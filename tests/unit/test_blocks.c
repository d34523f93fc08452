#include "reading.h"

static Str block(const Reading *r, size_t i)
{
    return reading_of(r, r->doc.blocks[i].range);
}

static void a_bold_line_at_the_start_is_a_block(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "**Bold line**\ntext **b**\nmore\n\n**Run** in text\nmore\n");
    CHECK_INT(r.doc.block_count, 3);
    CHECK_STR(block(&r, 0), STR("**Bold line**"));
    CHECK_STR(block(&r, 1), STR("text **b**\nmore"));
    CHECK_STR(block(&r, 2), STR("**Run** in text\nmore"));
    reading_close(&r);
}

static void questions_and_answers_are_cut_apart(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "Q: Why?\nA: So.\nand so\nQ: When?\nA: Now.\n");
    CHECK_INT(r.doc.block_count, 4);
    CHECK_STR(block(&r, 1), STR("A: So.\nand so"));
    CHECK_STR(block(&r, 2), STR("Q: When?"));
    reading_close(&r);
}

static void marked_labels_begin_a_block(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "**Headline:** Flour\n**Subheading:** By text\n**Note:** x\n");
    CHECK_INT(r.doc.block_count, 2);
    CHECK_STR(block(&r, 1), STR("**Subheading:** By text\n**Note:** x"));
    reading_close(&r);
}

static void tables_are_found_and_their_rows_are_no_prose(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "text\n| a | b |\n|---|---|\n| 1 | 2 |\n\nwords\n| no table |\n");
    CHECK_INT(r.doc.block_count, 3);
    CHECK_INT(r.doc.blocks[1].kind, BLOCK_TABLE);
    CHECK_STR(block(&r, 1), STR("| a | b |\n|---|---|\n| 1 | 2 |"));
    CHECK_STR(r.doc.blocks[1].prose.text, STR(""));
    CHECK_STR(r.doc.blocks[2].prose.text, STR("words"));
    reading_close(&r);
}

static void a_block_keeps_its_line_marks_in_its_range(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "> **a**\n> - b\n");
    CHECK_STR(block(&r, 0), STR("> **a**"));
    CHECK_STR(block(&r, 1), STR("> - b"));
    CHECK_STR(r.doc.blocks[1].prose.text, STR("b"));
    CHECK(!r.doc.simplified);
    reading_close(&r);
}

RUN_TESTS(TEST(a_bold_line_at_the_start_is_a_block),
          TEST(questions_and_answers_are_cut_apart), TEST(marked_labels_begin_a_block),
          TEST(tables_are_found_and_their_rows_are_no_prose),
          TEST(a_block_keeps_its_line_marks_in_its_range))
