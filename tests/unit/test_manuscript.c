#include "render/manuscript.h"

#include "check.h"
#include "render_fixture.h"

static const char document[] = "# Working title\n"
                               "\n"
                               "## headline\n"
                               "<!-- prfaq-id: headline -->\n"
                               "\n"
                               "Flour by text\n"
                               "\n"
                               "## external-faq\n"
                               "<!-- prfaq-id: external-faq -->\n"
                               "\n"
                               "<!-- prfaq-q: a -->\n"
                               "**Q. What?**\n"
                               "\n"
                               "A. That. <!-- really? --> `<!-- code -->`\n"
                               "\n"
                               "**Q. Why?**\n"
                               "A. So.\n";

static void check_made(const char *text, ManuscriptUse use, bool headings,
                       const char *expected)
{
    Fixture f;
    Arena arena = {0};
    Manuscript m = {0};

    manuscript_make(fixture_read(&f, text), use, headings, &arena, &m);
    CHECK_STR(m.text, str_from(expected));
    arena_deinit(&arena);
}

static void a_manuscript_handed_on_has_no_comments_and_numbered_questions(void **state)
{
    (void)state;
    check_made(document, MANUSCRIPT_HAND, false,
               "# Flour by text\n"
               "\n"
               "## external-faq\n"
               "\n"
               "**Q1. What?**\n"
               "\n"
               "A. That.  `<!-- code -->`\n"
               "\n"
               "**Q2. Why?**\n"
               "A. So.\n");
}

static void labels_of_the_release_stay_when_wanted(void **state)
{
    (void)state;
    check_made("## headline\n\nFlour\n\n## external-faq\n", MANUSCRIPT_HAND, true,
               "## headline\n\nFlour\n\n## external-faq\n");
}

static void the_title_stays_without_a_headline(void **state)
{
    (void)state;
    check_made("# Title\n\n## headline\n\n## Notes\n\nx\n", MANUSCRIPT_HAND, false,
               "# Title\n\n## Notes\n\nx\n");
}

static void question_and_answer_are_paragraphs_of_their_own(void **state)
{
    (void)state;
    check_made("## external-faq\n\n**Q. What?**\nA. That.\n", MANUSCRIPT_SET, false,
               "## external-faq\n\n**What?**\n\nThat.\n");
}

static void an_answer_that_is_a_list_stays_one(void **state)
{
    (void)state;
    Fixture f;
    Arena arena = {0};
    Manuscript m = {0};
    const Document *doc =
        fixture_read(&f, "## external-faq\n\n**Q. What?**\n1. That\n");
    f.questions[0].answer.start += 4;
    manuscript_make(doc, MANUSCRIPT_SET, false, &arena, &m);
    CHECK_STR(m.text, STR("## external-faq\n\n**What?**\n\n1. That\n"));
    arena_deinit(&arena);
}

static void line_ends_become_lf(void **state)
{
    (void)state;
    check_made("one\r\ntwo\rthree", MANUSCRIPT_SET, false, "one\ntwo\nthree\n");
    check_made("", MANUSCRIPT_SET, false, "");
}

static void lines_know_their_place_and_question(void **state)
{
    (void)state;
    Fixture f;
    Arena arena = {0};
    Manuscript m = {0};
    const Document *doc = fixture_read(&f, document);
    manuscript_make(doc, MANUSCRIPT_SET, false, &arena, &m);
    Str text = m.text, line;
    size_t questions = 0;
    for (size_t i = 0; str_next_line(&text, &line); i++) {
        CHECK(i < m.line_count);
        CHECK(i == 0 || m.lines[i].offset >= m.lines[i - 1].offset);
        if (m.lines[i].question == NO_INDEX)
            continue;
        CHECK_INT(m.lines[i].question, questions);
        CHECK_STR(line, questions == 0 ? STR("**What?**") : STR("**Why?**"));
        CHECK(str_starts(str_slice(doc->bytes, m.lines[i].offset, doc->bytes.len),
                         STR("**Q. ")));
        questions++;
    }
    CHECK_INT(questions, 2);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_manuscript_handed_on_has_no_comments_and_numbered_questions),
          TEST(labels_of_the_release_stay_when_wanted),
          TEST(the_title_stays_without_a_headline),
          TEST(question_and_answer_are_paragraphs_of_their_own),
          TEST(an_answer_that_is_a_list_stays_one), TEST(line_ends_become_lf),
          TEST(lines_know_their_place_and_question))
