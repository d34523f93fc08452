#include "check/stage.h"

#include "check.h"

static int factor_of(const char *text)
{
    Library library;
    Arena arena = {0};
    Document doc;

    library_init(&library);
    document_read(str_from(text), &library, &arena, &doc);
    int factor = stage_factor(&doc);
    library_deinit(&library);
    arena_deinit(&arena);
    return factor;
}

static void a_mistake_costs_more_the_later_it_is_found(void **state)
{
    (void)state;
    CHECK_INT(factor_of("# L\n"), 1);
    CHECK_INT(factor_of("---\nstage: draft\n---\n"), 1);
    CHECK_INT(factor_of("---\nstage: Review\n---\n"), 10);
    CHECK_INT(factor_of("---\nstage: decided\n---\n"), 10);
    CHECK_INT(factor_of("---\nstage: launched\n---\n"), 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_mistake_costs_more_the_later_it_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
