#include "diff/hidden.h"

#include "check.h"

static void left_out_is(const char *text, const char *expected)
{
    Arena arena = {0};
    CHECK_STR(hidden_left_out(str_from(text), &arena), str_from(expected));
    arena_deinit(&arena);
}

static void ids_are_left_out_and_nothing_else(void **state)
{
    (void)state;
    left_out_is("A word.", "A word.");
    left_out_is("<!-- prfaq-id: problem -->", "");
    left_out_is("## FAQ <!-- prfaq-id: faq -->", "## FAQ");
    left_out_is("a <!-- prfaq-q: q1 --> b <!-- prfaq-q: q2 --> c", "a  b  c");
    left_out_is("<!-- prfaq-ok hype-word: quoted -->",
                "<!-- prfaq-ok hype-word: quoted -->");
    left_out_is("<!-- a remark --> and <!-- prfaq-id: open",
                "<!-- a remark --> and <!-- prfaq-id: open");
}

static void the_same_ids_are_found_whatever_stands_between(void **state)
{
    (void)state;
    Str one = STR("<!-- prfaq-id: a -->\nwords\n<!-- prfaq-q: b -->");
    Str two = STR("<!-- prfaq-id: a -->\n<!-- prfaq-q: b -->\nother");

    CHECK(hidden_same(one, two));
    CHECK(hidden_same(STR("no"), STR("none")));
    CHECK(!hidden_same(one, STR("<!-- prfaq-id: a -->")));
    CHECK(!hidden_same(one, STR("<!-- prfaq-q: b -->\n<!-- prfaq-id: a -->")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(ids_are_left_out_and_nothing_else),
        TEST(the_same_ids_are_found_whatever_stands_between)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
