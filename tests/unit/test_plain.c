#include "render/plain.h"

#include <locale.h>

#include "check.h"
#include "render_fixture.h"

static int setup(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

static void check_plain(const char *text, int width, const char *expected)
{
    Fixture f;
    StrBuf out = {0};

    render_plain(fixture_read(&f, text), false, width, &out);
    CHECK_STRZ(strbuf_cstr(&out), expected);
    strbuf_deinit(&out);
}

static void headings_are_underlined(void **state)
{
    (void)state;
    check_plain("## headline\n\nFlour by text\n\n## Notes\n\nx\n", 40,
                "Flour by text\n=============\n\nNotes\n-----\n\nx\n");
}

static void without_a_width_a_paragraph_is_one_line(void **state)
{
    (void)state;
    check_plain(
        "one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen\nfifteen\n",
        0,
        "one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen\n");
}

static void markdown_is_handed_on_without_comments_and_controls(void **state)
{
    (void)state;
    Fixture f;
    StrBuf out = {0};
    render_markdown(fixture_read(&f,
                                 "## external-faq\n\n<!-- c -->\n**Q. What?**\n\nA. "
                                 "\x1b[31mThat.\n"),
                    false, &out);
    CHECK_STRZ(strbuf_cstr(&out),
               "## external-faq\n\n**Q1. What?**\n\nA. ^[[31mThat.\n");
    strbuf_deinit(&out);
}

static const struct CMUnitTest tests[] = {
    TEST(headings_are_underlined),
    TEST(without_a_width_a_paragraph_is_one_line),
    TEST(markdown_is_handed_on_without_comments_and_controls),
};

int main(void)
{
    return cmocka_run_group_tests(tests, setup, NULL);
}
