#include "diff/word_ids.h"

#include "check.h"

static void equal_strings_get_equal_ids(void **state)
{
    (void)state;
    Arena arena = {0};
    WordIds ids = {.arena = &arena};

    CHECK_INT(word_id(&ids, STR("one")), 1);
    CHECK_INT(word_id(&ids, STR("two")), 2);
    CHECK_INT(word_id(&ids, STR("one")), 1);
    CHECK_INT(word_id(&ids, STR("")), 3);
    CHECK_INT(word_id(&ids, STR("")), 3);
    CHECK_INT(word_id(&ids, STR("a longer word")), 4);
    CHECK_INT(word_id(&ids, STR("a longer ward")), 5);
    arena_deinit(&arena);
}

static void ids_stay_when_the_table_grows(void **state)
{
    (void)state;
    enum { COUNT = 20000 };
    Arena arena = {0};
    WordIds ids = {.arena = &arena};

    for (int i = 0; i < COUNT; i++)
        CHECK_INT(word_id(&ids, arena_printf(&arena, "w%d", i)), i + 1);
    for (int i = 0; i < COUNT; i++)
        CHECK_INT(word_id(&ids, arena_printf(&arena, "w%d", i)), i + 1);
    CHECK_INT(ids.count, COUNT);
    arena_deinit(&arena);
}

RUN_TESTS(TEST(equal_strings_get_equal_ids), TEST(ids_stay_when_the_table_grows))
