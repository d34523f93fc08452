#include "render/sheets.h"

#include "check.h"
#include "sample_document.h"

static const char text[] = "# Lantern\n\n## Problem\n<!-- prfaq-id: problem -->\n\n"
                           "Bakers call four mills.\n\n- one\n- two\n\n"
                           "## Internal FAQ\n<!-- prfaq-id: internal-faq -->\n\n"
                           "### Q. What does <it> cost?\n\nA. Nine won.\n";

static bool has(const StrBuf *out, const char *words)
{
    return str_find(strbuf_view(out), str_from(words), 0) != STR_NONE;
}

static size_t count_of(const StrBuf *out, const char *words)
{
    size_t count = 0;

    for (size_t at = str_find(strbuf_view(out), str_from(words), 0); at != STR_NONE;
         at = str_find(strbuf_view(out), str_from(words), at + 1))
        count++;
    return count;
}

static void paragraphs_are_numbered_in_the_margin(void **state)
{
    (void)state;
    Sample s;
    StrBuf out = {0};
    const HtmlOptions options = {.stamp = STR("Revision 14, 2 March 2027")};

    sample_read(&s, str_from(text), LANG_EN);
    sheets_reading(&s.doc, PAPER_A4, &options, &out);
    CHECK(has(&out, "<p class=\"place\">Problem 1</p>\n<p"));
    CHECK(has(&out, "<p class=\"place\">Problem 2</p>\n<ul"));
    CHECK(has(&out, "<p class=\"place\">Internal FAQ 1</p>\n<h3"));
    CHECK_INT(count_of(&out, "class=\"place\""), 3);
    strbuf_deinit(&out);
    arena_deinit(&s.arena);
}

static void each_page_says_its_revision_and_its_number(void **state)
{
    (void)state;
    Sample s;
    StrBuf out = {0};
    const HtmlOptions options = {.stamp = STR("Rev \"14\"\\</style>")};

    sample_read(&s, str_from(text), LANG_EN);
    sheets_reading(&s.doc, PAPER_LETTER, &options, &out);
    CHECK(has(&out, "size:letter"));
    CHECK(has(&out, "content:\"Lantern. Rev  14   /style>\""));
    CHECK(has(&out, "counter(pages)"));
    CHECK_INT(count_of(&out, "</style>"), 2);
    strbuf_deinit(&out);
    arena_deinit(&s.arena);
}

static void a_form_is_handed_back(void **state)
{
    (void)state;
    Sample s;
    StrBuf out = {0};
    const HtmlOptions options = {0};

    sample_read(&s, str_from(text), LANG_EN);
    sheets_reading(&s.doc, PAPER_A4, &options, &out);
    CHECK(has(&out, "Hand this page back"));
    CHECK(has(&out, "no: too risky"));
    CHECK(has(&out, "&lt;it&gt;") || !has(&out, "<it>"));
    CHECK(!has(&out, "<script"));
    strbuf_deinit(&out);
    arena_deinit(&s.arena);
}

static void five_boxes_stand_on_a_sheet_of_their_own(void **state)
{
    (void)state;
    StrBuf out = {0};

    sheets_five(sample_library(), LANG_KO, STR("새벽 밀가루"), PAPER_A4, (Str){0},
                &out);
    CHECK_INT(count_of(&out, "<div class=\"box\">"), 5);
    CHECK(has(&out, "고객은 누구입니까"));
    CHECK(has(&out, "lang=\"ko\""));
    strbuf_deinit(&out);
}

static void papers_have_two_names(void **state)
{
    (void)state;
    Paper paper;

    CHECK(paper_parse(STR("A4"), &paper) && paper == PAPER_A4);
    CHECK(paper_parse(STR("letter"), &paper) && paper == PAPER_LETTER);
    CHECK(!paper_parse(STR("legal"), &paper));
    CHECK(!paper_parse(STR(""), &paper));
}

RUN_TESTS(TEST(paragraphs_are_numbered_in_the_margin),
          TEST(each_page_says_its_revision_and_its_number), TEST(a_form_is_handed_back),
          TEST(five_boxes_stand_on_a_sheet_of_their_own), TEST(papers_have_two_names))
