#include "diff/merge_moved.h"

#include <locale.h>

#include "check.h"
#include "merge_invariants.h"
#include "sample_document.h"

static void check_merge(Str base, Str mine, Str theirs, Str expected)
{
    Sample samples[3];
    const Str texts[] = {base, mine, theirs};

    for (int i = 0; i < 3; i++)
        sample_read(&samples[i], texts[i], LANG_EN);
    const Document *docs[] = {&samples[0].doc, &samples[1].doc, &samples[2].doc};
    CHECK_STRZ(merge_broken(docs[0], docs[1], docs[2]), NULL);
    Arena arena = {0};
    StrBuf out = {0};
    Merge m;
    merge_make(docs[0], docs[1], docs[2], &arena, &m);
    merge_result(&m, NULL, &out, NULL);
    CHECK_STR(strbuf_view(&out), expected);
    CHECK_INT(m.conflict_count, 0);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    for (int i = 0; i < 3; i++)
        sample_deinit(&samples[i]);
}

#define FIRST  "One two three four five. Six seven eight."
#define SECOND "A b c d e f g h i j k l m n o p q r s t u v w x y z."
#define THIRD  "The third paragraph has other words than these two."

static void what_one_moved_the_other_may_change(void **state)
{
    (void)state;
    Str base = STR(FIRST "\n\n" SECOND "\n\n" THIRD "\n");
    Str moved = STR(SECOND "\n\n" THIRD "\n\n" FIRST "\n");
    Str changed =
        STR("One two three four six. Six seven eight.\n\n" SECOND "\n\n" THIRD "\n");
    Str merged =
        STR(SECOND "\n\n" THIRD "\n\nOne two three four six. Six seven eight.\n");

    check_merge(base, moved, changed, merged);
    check_merge(base, changed, moved, merged);
}

static void what_both_moved_apart_stands_once(void **state)
{
    (void)state;
    check_merge(STR(FIRST "\n\n" SECOND "\n\n" THIRD "\n"),
                STR(SECOND "\n\n" THIRD "\n\n" FIRST "\n"),
                STR(SECOND "\n\n" FIRST "\n\n" THIRD "\n"),
                STR(SECOND "\n\n" THIRD "\n\n" FIRST "\n"));
}

static void what_is_new_beside_the_moved_words_stays(void **state)
{
    (void)state;
    check_merge(
        STR(FIRST "\n\n" SECOND "\n\n" THIRD "\n"),
        STR(SECOND "\n\n" THIRD "\n\nNew before.\n\n" FIRST "\n\nNew behind.\n"),
        STR("One two three four six. Six seven eight.\n\n" SECOND "\n\n" THIRD "\n"),
        STR(SECOND "\n\n" THIRD "\n\nNew before.\n\nOne two three four six. Six "
                   "seven eight.\n\nNew behind.\n"));
}

static int set_up(void **state)
{
    (void)state;
    return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(what_one_moved_the_other_may_change),
                                       TEST(what_both_moved_apart_stands_once),
                                       TEST(what_is_new_beside_the_moved_words_stays)};
    return cmocka_run_group_tests(tests, set_up, NULL);
}
