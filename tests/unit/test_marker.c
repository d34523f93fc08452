#include "doc/marker.h"
#include "reading.h"

static void check_line(const char *md, size_t block, MarkerPlace place, size_t at,
                       const char *text)
{
    Reading r;

    reading_open(&r, md);
    Insertion made = marker_insertion(&r.doc, block, place, STR("x"), &r.arena);
    CHECK_INT(made.at, at);
    CHECK_STR(made.text, str_from(text));
    reading_close(&r);
}

static void a_comment_goes_under_a_label(void **state)
{
    (void)state;
    check_line("# a\n\nb\n", 0, MARKER_UNDER, 4, "<!-- prfaq-id: x -->\n");
    check_line("a\r\n===\r\nb\r\n", 0, MARKER_UNDER, 8, "<!-- prfaq-id: x -->\r\n");
    check_line("a\n\n# b", 1, MARKER_UNDER, 6, "\n<!-- prfaq-id: x -->");
    check_line("> # a\n> b\n", 0, MARKER_UNDER, 6, "> <!-- prfaq-id: x -->\n");
    check_line("- **a**\n", 0, MARKER_UNDER, 8, "  <!-- prfaq-id: x -->\n");
}

static void a_comment_goes_above_a_block_behind_its_marks(void **state)
{
    (void)state;
    check_line("a\n\nb\n", 1, MARKER_ABOVE, 3, "<!-- prfaq-id: x -->\n");
    check_line("a\r\rb", 1, MARKER_ABOVE, 3, "<!-- prfaq-id: x -->\r");
    check_line("a\n\n> > b\n", 1, MARKER_ABOVE, 3, "> > <!-- prfaq-id: x -->\n");
    check_line("- a\n\n  b\n", 1, MARKER_ABOVE, 5, "  <!-- prfaq-id: x -->\n");
    check_line("- a\n10. b\n", 1, MARKER_ABOVE, 4, "    <!-- prfaq-id: x -->\n");
    check_line("> - a\n", 0, MARKER_OUTSIDE, 0, "> <!-- prfaq-id: x -->\n");
    check_line("    code\n", 0, MARKER_PLAIN, 0, "<!-- prfaq-id: x -->\n");
    check_line(">     code\n", 0, MARKER_PLAIN, 0, "> <!-- prfaq-id: x -->\n");
    check_line("\xEF\xBB\xBF# a\n", 0, MARKER_ABOVE, 3, "<!-- prfaq-id: x -->\n");
}

static void a_line_in_a_paragraph_goes_on_with_it(void **state)
{
    (void)state;
    Reading r;

    reading_open(&r, "**Problem:** a\n**Solution:** b\n\n**Q. c?**\n\nd\n- e\n- f\n");
    CHECK(!block_continues(&r.doc, 0));
    CHECK(block_continues(&r.doc, 1));
    for (size_t i = 2; i < r.doc.block_count; i++)
        CHECK(!block_continues(&r.doc, i));
    reading_close(&r);
}

static void an_id_is_read_behind_quote_marks(void **state)
{
    (void)state;
    Reading r;
    Str id = {0};

    reading_open(&r, "> <!-- prfaq-id: leader-quote -->\n> a\n\n<!-- b -->\n");
    CHECK(marker_id(&r.doc, 0, &id));
    CHECK_STR(id, STR("leader-quote"));
    CHECK(!marker_id(&r.doc, 1, &id));
    CHECK(!marker_id(&r.doc, 2, &id));
    reading_close(&r);
}

static bool below_five(void *ctx, size_t count)
{
    ++*(int *)ctx;
    return count <= 5;
}

static void the_first_bad_change_is_found(void **state)
{
    (void)state;
    int asked = 0;

    CHECK_INT(first_bad(below_five, &asked, 0, 100), 5);
    CHECK(asked <= 8);
    CHECK_INT(first_bad(below_five, &asked, 5, 6), 5);
}

RUN_TESTS(TEST(a_comment_goes_under_a_label),
          TEST(a_comment_goes_above_a_block_behind_its_marks),
          TEST(a_line_in_a_paragraph_goes_on_with_it),
          TEST(an_id_is_read_behind_quote_marks), TEST(the_first_bad_change_is_found))
