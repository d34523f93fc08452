#include "ui/paragraph.h"

#include "check.h"
#include "ui/cmd.h"
#include "ui/derive.h"

static Library lib;

static Model open_text(const char *text)
{
    Model m = {0};

    if (lib.template_count == 0)
        library_init(&lib);
    model_init(&m, &lib, 24, 80);
    m.ed.text = text_new(str_from(text));
    m.ed.open = true;
    derive(&m);
    return m;
}

#define PROBLEM "## Problem\n<!-- prfaq-id: problem -->\n"
#define FAQ                                                                            \
    "## FAQ\n<!-- prfaq-id: external-faq -->\n\n<!-- prfaq-q: a -->\n**Q. "            \
    "Why?**\n\nA."

static Paragraph nth(Model *m, size_t stop, size_t n)
{
    Arena arena = {0};
    Paragraphs list = {0};

    paragraphs_of(m, stop, &arena, &list);
    CHECK(n < list.count);
    Paragraph p = list.items[n];
    arena_deinit(&arena);
    return p;
}

static size_t count(Model *m, size_t stop)
{
    Arena arena = {0};
    Paragraphs list = {0};

    paragraphs_of(m, stop, &arena, &list);
    arena_deinit(&arena);
    return list.count;
}

static void marks_and_headings_are_no_paragraphs(void **state)
{
    (void)state;
    Model m = open_text("---\ntemplate: prfaq\n---\n\n# Title\n\n" PROBLEM
                        "\nOne.\n\nTwo.\n");
    CHECK_INT(count(&m, 1), 2);
    CHECK_STR(str_range(text_view(m.ed.text), nth(&m, 1, 0).range), STR("One."));
    model_deinit(&m);
}

static void a_title_taken_for_the_headline_can_be_written_anew(void **state)
{
    (void)state;
    Model m = open_text("---\ntemplate: prfaq\n---\n\n# Title\n\n" PROBLEM
                        "\nOne.\n\nTwo.\n");
    CHECK_STR(str_range(text_view(m.ed.text), nth(&m, 0, 0).range), STR("# Title"));
    model_deinit(&m);
}

static void a_question_and_its_answer_are_told_without_their_marks(void **state)
{
    (void)state;
    Model m = open_text(FAQ " Because.\n\nAnd more.\n");
    CHECK_INT(count(&m, 0), 3);
    CHECK_STR(str_range(text_view(m.ed.text), nth(&m, 0, 0).range), STR("Why?"));
    CHECK(nth(&m, 0, 0).question);
    CHECK_STR(str_range(text_view(m.ed.text), nth(&m, 0, 1).range), STR("Because."));
    model_deinit(&m);
}

static void adding_leaves_one_blank_line_around(void **state)
{
    (void)state;
    Model m = open_text(PROBLEM "\n\n\n## Solution\n<!-- prfaq-id: solution -->\n");
    paragraph_add(&m, 0, NO_INDEX, STR("One."));
    derive(&m);
    paragraph_add(&m, 0, NO_INDEX, STR("Three."));
    derive(&m);
    paragraph_add(&m, 0, 0, STR("Two."));
    CHECK_STR(text_view(m.ed.text),
              STR(PROBLEM "\nOne.\n\nTwo.\n\nThree.\n\n## Solution\n"
                          "<!-- prfaq-id: solution -->\n"));
    model_deinit(&m);
}

static void an_answer_goes_behind_its_mark(void **state)
{
    (void)state;
    Model m = open_text(FAQ "\n");
    paragraph_add(&m, 0, NO_INDEX, STR("Because."));
    CHECK_STR(text_view(m.ed.text), STR(FAQ " Because.\n"));
    model_deinit(&m);
}

static void line_ends_of_the_file_are_kept(void **state)
{
    (void)state;
    Model m = open_text("## Problem\r\n\r\nOne.\r\n");
    paragraph_add(&m, 0, NO_INDEX, STR("Two.\nLine."));
    CHECK_STR(text_view(m.ed.text),
              STR("## Problem\r\n\r\nOne.\r\n\r\nTwo.\r\nLine.\r\n"));
    model_deinit(&m);
}

static void deleting_is_one_step(void **state)
{
    size_t pos = 0;

    (void)state;
    Model m = open_text(PROBLEM "\nOne.\n\nTwo.\n\nThree.\n");
    Paragraph second = nth(&m, 0, 1);
    paragraph_delete(&m, &second);
    CHECK_STR(text_view(m.ed.text), STR(PROBLEM "\nOne.\n\nThree.\n"));
    CHECK(text_undo(m.ed.text, &pos));
    CHECK_STR(text_view(m.ed.text), STR(PROBLEM "\nOne.\n\nTwo.\n\nThree.\n"));
    model_deinit(&m);
}

RUN_TESTS(TEST(marks_and_headings_are_no_paragraphs),
          TEST(a_title_taken_for_the_headline_can_be_written_anew),
          TEST(a_question_and_its_answer_are_told_without_their_marks),
          TEST(adding_leaves_one_blank_line_around),
          TEST(an_answer_goes_behind_its_mark), TEST(line_ends_of_the_file_are_kept),
          TEST(deleting_is_one_step))
