#include "store/turns.h"

#include "check.h"
#include "scratch.h"

static const Moment half_past = {1804066200, 540}, later = {1804066800, 540};

static void nobody_has_typed_at_first(void **state)
{
    Scratch s;
    Arena a = {0};
    Turns t;
    (void)state;
    scratch_enter(&s);
    turns_load(STR("."), &a, &t);
    CHECK_INT(t.count, 0);
    CHECK(!turns_of(&t, STR("Mina")));
    turns_load((Str){0}, &a, &t);
    CHECK_INT(t.count, 0);
    arena_deinit(&a);
    scratch_leave(&s);
}

static void words_add_up_under_each_name(void **state)
{
    Scratch s;
    Arena a = {0};
    Turns t;
    (void)state;
    scratch_enter(&s);
    CHECK(turns_begin(STR("."), STR("Mina \"M\" Park\\"), half_past, NULL));
    CHECK(turns_note(STR("."), STR("Mina \"M\" Park\\"), 31, later, NULL));
    CHECK(turns_note(STR("."), STR("박지훈"), 5, half_past, NULL));
    CHECK(turns_note(STR("."), STR("Mina \"M\" Park\\"), 7, later, NULL));
    CHECK(turns_note(STR("."), STR("Mina \"M\" Park\\"), -3, later, NULL));
    turns_load(STR("."), &a, &t);
    CHECK_INT(t.count, 2);
    const Turn *mina = turns_of(&t, STR("Mina \"M\" Park\\"));
    CHECK(mina && mina->words == 38);
    CHECK(mina && mina->since.seconds == half_past.seconds);
    CHECK(mina && mina->last.seconds == later.seconds);
    const Turn *jun = turns_of(&t, STR("박지훈"));
    CHECK(jun && jun->words == 5 && jun->since.seconds == 0);
    CHECK_OUTPUT("600", "stat -c %%a turns");
    arena_deinit(&a);
    scratch_leave(&s);
}

static void a_damaged_file_begins_anew(void **state)
{
    Scratch s;
    Arena a = {0};
    Turns t;
    (void)state;
    scratch_enter(&s);
    write_text("turns", "[turn \"a\"\n");
    turns_load(STR("."), &a, &t);
    CHECK_INT(t.count, 0);
    write_text("turns", "[turn \"a\"]\n\twords = -4\n\tlast = yesterday\n");
    turns_load(STR("."), &a, &t);
    CHECK(t.count == 1 && t.items[0].words == 0 && t.items[0].last.seconds == 0);
    CHECK(turns_note(STR("."), STR("a"), 2, later, NULL));
    turns_load(STR("."), &a, &t);
    CHECK(t.count == 1 && t.items[0].words == 2);
    arena_deinit(&a);
    scratch_leave(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_has_typed_at_first),
        cmocka_unit_test(words_add_up_under_each_name),
        cmocka_unit_test(a_damaged_file_begins_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
