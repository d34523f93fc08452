#include "render/render.h"

#include <locale.h>

#include "render_rows.h"

static int setup(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static const RenderOptions wide = {.width = 40, .ascii = true};

static void one_empty_row_stands_between_blocks(void **state)
{
    (void)state;
    check_rows("# a\nb\n\n- c\n- d\n  1. e\n  2. f\n- g\n\nh\n\n---\n\ni", &wide, false,
               "a\n\nb\n\n- c\n- d\n  1. e\n  2. f\n- g\n\nh\n\n"
               "------------------------\n\ni\n");
    check_rows("- a\n\n- b\n\n  c", &wide, false, "- a\n\n- b\n\n  c\n");
}

static void quotes_have_a_bar_in_every_row(void **state)
{
    (void)state;
    check_rows("> a\n>\n> - b\n>\n> c", &wide, true,
               "{64:> }{32:a}\n{64:>}\n{64:> }{64:- }{32:b}\n{64:>}\n{64:> }{32:c}\n");
    check_rows("> a", &(RenderOptions){.width = 40}, false, "│ a\n");
}

static void a_question_stands_with_its_answer(void **state)
{
    (void)state;
    check_rows(
        "## external-faq\n\n**Q. What?**\n\nA. That.\n\n**Q. Why?**\n\nA. So.", &wide,
        true,
        "{17:external-faq}\n\n{65:1. }{1:What?}\nThat.\n\n{65:2. }{1:Why?}\nSo.\n");
}

static void links_are_listed_at_the_end_of_their_part(void **state)
{
    (void)state;
    check_rows("## a\n\n[x](http://y.z)\n\n## b\n\nc", &wide, false,
               "a\n\nx[1]\n\n[1] http://y.z\n\nb\n\nc\n");
}

static void deep_lists_leave_room_for_words(void **state)
{
    (void)state;
    StrBuf text = {0};
    for (int i = 0; i < 30; i++)
        strbuf_addz(&text, "- ");
    strbuf_addz(&text, "eleven cells");
    Fixture f;
    Arena arena = {0};
    Rendered r = {0};
    render_rows(fixture_read(&f, strbuf_cstr(&text)), &(RenderOptions){.width = 24},
                &arena, &r);
    CHECK_INT(r.count, 1);
    arena_deinit(&arena);
    strbuf_deinit(&text);
}

static void empty_items_and_documents_are_drawn(void **state)
{
    (void)state;
    check_rows("-\n- b", &wide, false, "-\n- b\n");
    check_rows("", &wide, false, "");
    check_rows("<!-- x -->", &wide, false, "");
}

static void rows_know_the_block_they_came_from(void **state)
{
    (void)state;
    Fixture f;
    Arena arena = {0};
    Rendered r = {0};
    const Document *doc = fixture_read(&f, "one\n\n- two\n- three\n\n|a|\n|-|\n|b|\n");
    render_rows(doc, &wide, &arena, &r);
    CHECK_INT(r.count, 8);
    CHECK_INT(r.rows[0].offset, 0);
    CHECK_INT(r.rows[3].offset, str_find(doc->bytes, STR("- three"), 0));
    CHECK_INT(r.rows[7].offset, str_find(doc->bytes, STR("|b|"), 0));
    arena_deinit(&arena);
}

static const struct CMUnitTest tests[] = {
    TEST(one_empty_row_stands_between_blocks),
    TEST(quotes_have_a_bar_in_every_row),
    TEST(a_question_stands_with_its_answer),
    TEST(links_are_listed_at_the_end_of_their_part),
    TEST(deep_lists_leave_room_for_words),
    TEST(empty_items_and_documents_are_drawn),
    TEST(rows_know_the_block_they_came_from),
};

int main(void)
{
    return cmocka_run_group_tests(tests, setup, NULL);
}
