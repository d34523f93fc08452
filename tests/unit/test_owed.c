#include "desk.h"

#include "app/owed.h"

static void a_note_tells_whose_words_the_file_holds(void **state)
{
    (void)state;
    Desk d;
    Owed owed = {0}, found = {0};

    desk_open(&d);
    owed_add(&owed, STR("Jun Park"), STR("Words.\n"), (Moment){7, 540}, &d.arena);
    owed_store(&d.place, &owed);
    owed_find(&d.place, STR("Words.\n"), &d.arena, &found);
    CHECK_INT(found.count, 1);
    CHECK_STR(found.items[0].person, STR("Jun Park"));
    CHECK_STR(found.items[0].bytes, STR("Words.\n"));
    CHECK_INT(found.items[0].time.seconds, 7);
    CHECK_OUTPUT("600", "stat -c %%a .git/prfaq/owed/lantern");
    /* Of one person it holds a name and a hash, no word. */
    CHECK_OUTPUT("0", "grep -c Words .git/prfaq/owed/lantern || true");
    desk_close(&d);
}

static void of_several_people_each_is_told_with_their_words(void **state)
{
    (void)state;
    Desk d;
    Owed owed = {0}, found = {0};

    desk_open(&d);
    owed_add(&owed, STR("Jun Park"), STR("Wor"), (Moment){7, 0}, &d.arena);
    owed_add(&owed, STR("Ava Lin"), STR("Word"), (Moment){8, 0}, &d.arena);
    owed_add(&owed, STR("Ava Lin"), STR("Words.\n"), (Moment){9, 0}, &d.arena);
    CHECK_INT(owed.count, 2); /* the same person goes on */
    owed_store(&d.place, &owed);
    owed_find(&d.place, STR("Words.\n"), &d.arena, &found);
    CHECK_INT(found.count, 2);
    CHECK_STR(found.items[0].person, STR("Jun Park"));
    CHECK_STR(found.items[0].bytes, STR("Wor"));
    CHECK_STR(found.items[1].person, STR("Ava Lin"));
    CHECK_STR(found.items[1].bytes, STR("Words.\n"));
    desk_close(&d);
}

static void a_file_that_was_changed_is_nobodys(void **state)
{
    (void)state;
    Desk d;
    Owed owed = {0}, found = {0};

    desk_open(&d);
    owed_add(&owed, STR("Jun Park"), STR("Words.\n"), (Moment){7, 0}, &d.arena);
    owed_store(&d.place, &owed);
    owed_find(&d.place, STR("Other words.\n"), &d.arena, &found);
    CHECK_INT(found.count, 0);
    owed_drop(&d.place);
    owed_find(&d.place, STR("Words.\n"), &d.arena, &found);
    CHECK_INT(found.count, 0);
    desk_close(&d);
}

static void a_note_that_is_damaged_tells_nothing(void **state)
{
    (void)state;
    Desk d;
    Owed found = {0};

    desk_open(&d);
    run("mkdir -p .git/prfaq/owed && printf 'prfaq owed 1\np 999 0\n' "
        ">.git/prfaq/owed/lantern");
    owed_find(&d.place, STR("Words.\n"), &d.arena, &found);
    CHECK_INT(found.count, 0);
    desk_close(&d);
}

static void a_save_signs_what_each_one_typed(void **state)
{
    (void)state;
    Desk d;
    Owed owed = {0};
    SaveResult result = {0};
    Str signed_by = {0};

    desk_open(&d);
    run("mkdir -p .prfaq && printf '[person \"Jun Park\"]\n[person \"Mina Park\"]\n"
        "\temail = mina@example.com\n' >.prfaq/people");
    owed_add(&owed, STR("Jun Park"), STR("Words.\n"), (Moment){7, 0}, &d.arena);
    SaveRequest request = {.ref = &d.ref, .bytes = STR("Words.\nMore.\n")};
    CHECK(
        owed_save(&d.session, &owed, &request, &d.arena, &result, &signed_by, &d.err));
    CHECK_INT(result.revision.number, 2);
    CHECK_STR(signed_by, STR(""));
    CHECK_OUTPUT("Mina Park\nJun Park", "git log --format=%%an -- lantern.md");
    check_file("lantern.md", "Words.\nMore.\n");
    desk_close(&d);
}

RUN_TESTS(TEST(a_note_tells_whose_words_the_file_holds),
          TEST(of_several_people_each_is_told_with_their_words),
          TEST(a_file_that_was_changed_is_nobodys),
          TEST(a_note_that_is_damaged_tells_nothing),
          TEST(a_save_signs_what_each_one_typed))
