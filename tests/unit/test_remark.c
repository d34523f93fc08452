#include "check/remark.h"

#include "check.h"

static Library library;

static size_t read(const char *text, Arena *arena, const Remark **out)
{
    Document *doc = ARENA_NEW(arena, Document);
    size_t count = 0;

    document_read(str_from(text), &library, arena, doc);
    *out = remarks_read(doc, arena, &count);
    return count;
}

static void comments_on_a_line_of_their_own_and_behind_words_count(void **state)
{
    (void)state;
    Arena arena = {0};
    const Remark *remarks;
    CHECK_INT(read("# L\n\n<!-- prfaq-off hype-word: said so -->\n\n"
                   "Words. <!-- prfaq-ok hype-word: x -->\n",
                   &arena, &remarks),
              2);
    CHECK(remarks[0].works && remarks[1].works);
    CHECK_INT(remarks[0].directive.kind, DIRECTIVE_OFF);
    CHECK_STR(remarks[0].directive.reason, STR("said so"));
    CHECK_INT(remarks[1].block, 2);
    arena_deinit(&arena);
}

static void comments_in_the_middle_are_read_and_do_nothing(void **state)
{
    (void)state;
    Arena arena = {0};
    const Remark *remarks;
    CHECK_INT(
        read("Words <!-- prfaq-ok hype-word: x --> and more.\n", &arena, &remarks), 1);
    CHECK(!remarks[0].works);
    arena_deinit(&arena);
}

static void code_and_other_comments_are_none(void **state)
{
    (void)state;
    Arena arena = {0};
    const Remark *remarks;
    CHECK_INT(read("    <!-- prfaq-ok hype-word: x -->\n\n<!-- words -->\n\n"
                   "`<!-- prfaq-ok hype-word: x -->` is code.\n\n"
                   "<!-- prfaq-ok hype-word: never\nclosed -->\n",
                   &arena, &remarks),
              0);
    arena_deinit(&arena);
}

static int start(void **state)
{
    (void)state;
    library_init(&library);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    library_deinit(&library);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comments_on_a_line_of_their_own_and_behind_words_count),
        cmocka_unit_test(comments_in_the_middle_are_read_and_do_nothing),
        cmocka_unit_test(code_and_other_comments_are_none),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
