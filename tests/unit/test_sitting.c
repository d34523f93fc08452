#include "doc/sitting.h"

#include "check.h"

static SavedOnce save_at(uint32_t author, int minute, bool stands_out)
{
    return (SavedOnce){author, {1800000000 + (int64_t)minute * 60, 0}, stands_out};
}

static void saves_of_one_person_within_a_sitting_are_one_row(void **state)
{
    const SavedOnce s[] = {save_at(1, 100, false), save_at(2, 90, false),
                           save_at(2, 80, false), save_at(2, 66, false),
                           save_at(2, 50, false)};
    (void)state;
    CHECK_INT(sitting_length(s, 5, 1), 3);
    CHECK_INT(sitting_length(s, 5, 4), 1); /* sixteen minutes later is another one */
}

static void two_are_shown_one_by_one(void **state)
{
    const SavedOnce s[] = {save_at(1, 9, false), save_at(2, 8, false),
                           save_at(2, 7, false), save_at(3, 6, false)};
    (void)state;
    CHECK_INT(sitting_length(s, 4, 1), 1);
}

static void what_stands_out_and_the_newest_stand_alone(void **state)
{
    const SavedOnce s[] = {save_at(1, 9, false), save_at(1, 8, false),
                           save_at(1, 7, false), save_at(1, 6, true),
                           save_at(1, 5, false)};
    (void)state;
    CHECK_INT(sitting_length(s, 5, 0), 1);
    CHECK_INT(sitting_length(s, 5, 1), 1);
    CHECK_INT(sitting_length(s, 5, 3), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(saves_of_one_person_within_a_sitting_are_one_row),
        cmocka_unit_test(two_are_shown_one_by_one),
        cmocka_unit_test(what_stands_out_and_the_newest_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
