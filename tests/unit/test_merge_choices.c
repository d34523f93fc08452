#include "diff/merge_choices.h"

#include "check.h"

static const MergeConflict places[] = {
    {.base = {"a", 1}, .mine = {"b", 1}, .theirs = {"c", 1}, .both = {"bc", 2}},
    {.base = {"a", 1}, .mine = {"b", 1}, .theirs = {"d", 1}},
    {.base = {"", 0}, .mine = {"e", 1}, .theirs = {"f", 1}},
};

static void choices_are_found_again_by_the_words_of_their_places(void **state)
{
    const MergeChoice made[3] = {{.take = MERGE_BOTH},
                                 {.take = MERGE_OPEN},
                                 {.take = MERGE_OWN, .own = STR("my own\nwords")}};
    MergeConflict turned[3] = {places[2], places[1], places[0]};
    const Merge before = {.conflicts = (MergeConflict *)places, .conflict_count = 3};
    const Merge after = {.conflicts = turned, .conflict_count = 3};
    MergeChoice read[3] = {{0}};
    StrBuf kept = {0};
    Arena arena = {0};

    (void)state;
    merge_choices_write(&before, made, &kept);
    merge_choices_read(&after, strbuf_view(&kept), &arena, read);
    CHECK_INT(read[0].take, MERGE_OWN);
    CHECK_STR(read[0].own, STR("my own words"));
    CHECK_INT(read[1].take, MERGE_OPEN);
    CHECK_INT(read[2].take, MERGE_BOTH);
    turned[2].both = (Str){0};
    read[2] = (MergeChoice){0};
    merge_choices_read(&after, strbuf_view(&kept), &arena, read);
    CHECK_INT(read[2].take, MERGE_OPEN);
    strbuf_deinit(&kept);
    arena_deinit(&arena);
}

static void what_is_no_choice_is_passed_over(void **state)
{
    const Merge m = {.conflicts = (MergeConflict *)places, .conflict_count = 3};
    MergeChoice read[3] = {{0}};
    Arena arena = {0};

    (void)state;
    merge_choices_read(&m, STR("\nx\n0123456789abcdef0123456789abcdef 9 \n"), &arena,
                       read);
    for (int i = 0; i < 3; i++)
        CHECK_INT(read[i].take, MERGE_OPEN);
    arena_deinit(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(choices_are_found_again_by_the_words_of_their_places),
        TEST(what_is_no_choice_is_passed_over)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
