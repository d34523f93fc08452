#include "check.h"
#include "doc/markdown_same.h"

static bool same(const char *a, const char *b)
{
    return markdown_same(str_from(a), str_from(b));
}

static void an_id_comment_makes_no_difference(void **state)
{
    (void)state;
    CHECK(same("# a\n\nb\n", "# a\n<!-- prfaq-id: problem -->\n\nb\n"));
    CHECK(same("> a\n", "> <!-- prfaq-id: problem -->\n> a\n"));
    CHECK(same("- a\n- b\n", "- a\n  <!-- prfaq-id: problem -->\n- b\n"));
    CHECK(same("", "<!-- prfaq-id: problem -->"));
}

static void another_comment_does(void **state)
{
    (void)state;
    CHECK(!same("a\n", "<!-- a remark -->\na\n"));
    CHECK(!same("a\n", "<!-- prfaq-q: customer-who-for -->\na\n"));
    CHECK(!same("a\n", "<!-- prfaq-id: problem --> and\na\n"));
}

static void a_comment_that_reshapes_the_text_is_seen(void **state)
{
    (void)state;
    CHECK(!same("a\nb\n", "a\n<!-- prfaq-id: problem -->\nb\n"));
    CHECK(!same("- a\n- b\n", "- a\n<!-- prfaq-id: problem -->\n- b\n"));
    CHECK(!same("    code\n", "    <!-- prfaq-id: problem -->\n    code\n"));
    CHECK(!same("- a\n- b\n", "- a\n\n  <!-- prfaq-id: problem -->\n- b\n"));
}

static void every_word_counts(void **state)
{
    (void)state;
    CHECK(!same("a *b*\n", "a b\n"));
    CHECK(!same("## a\n", "# a\n"));
    CHECK(!same("[a](/b)\n", "[a](/c)\n"));
    CHECK(!same("```c\na\n```\n", "```\na\n```\n"));
    CHECK(!same("1. a\n", "2. a\n"));
    CHECK(!same("a\n", "a\n\nb\n"));
    CHECK(same("a\r\nb\r\n", "a\nb"));
}

RUN_TESTS(TEST(an_id_comment_makes_no_difference), TEST(another_comment_does),
          TEST(a_comment_that_reshapes_the_text_is_seen), TEST(every_word_counts))
