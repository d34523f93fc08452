#include "desk.h"

#include "app/recovery.h"

/* A journal of a session that typed `added` at the end of "Words.\n". */
static Journal *typed(const Desk *d, const char *added, int64_t when)
{
    JournalHead head = {.document = STR("lantern"),
                        .path = d->place.path,
                        .process = d->place.process,
                        .started = {when, 0}};
    Journal *j = NULL;

    CHECK(
        journal_create(d->place.journal_folders[0], &head, STR("Words.\n"), &j, NULL));
    CHECK(journal_edit(j, 7, 0, str_from(added), (Moment){when, 0}, NULL));
    CHECK(journal_sync(j, NULL));
    return j;
}

static void words_of_sessions_that_ended_are_listed_newest_first(void **state)
{
    (void)state;
    Desk d;
    const Recovered *items = NULL;
    size_t count = 0;

    desk_open(&d);
    journal_leave(typed(&d, "Old.\n", 100));
    journal_leave(typed(&d, "New.\n", 200));
    Journal *open = typed(&d, "Open.\n", 150);
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    CHECK_INT(count, 3);
    CHECK_STR(items[0].words.text, STR("Words.\nNew.\n"));
    CHECK_INT(items[0].state, RECOVERED_CRASH);
    CHECK_INT(items[1].state, RECOVERED_OPEN);
    CHECK_STR(items[2].words.text, STR("Words.\nOld.\n"));
    CHECK_INT(items[0].id.len, 8);
    journal_end(open);
    desk_close(&d);
}

static void words_that_the_file_holds_are_none_to_recover(void **state)
{
    (void)state;
    Desk d;
    const Recovered *items = NULL;
    size_t count = 0;

    desk_open(&d);
    journal_leave(typed(&d, "More.\n", 100));
    write_text("lantern.md", "Words.\nMore.\n");
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    CHECK_INT(count, 0);
    /* A document that is gone holds nothing. */
    run("rm lantern.md");
    recovery_list(&d.session, NULL, &d.arena, &items, &count);
    CHECK_INT(count, 1);
    desk_close(&d);
}

static void what_is_put_aside_stays_thirty_days(void **state)
{
    (void)state;
    Desk d;
    const Recovered *items = NULL;
    size_t count = 0;

    desk_open(&d);
    journal_leave(typed(&d, "More.\n", 100));
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    CHECK(recovery_put_aside(&d.place, &items[0].file, &d.err));
    CHECK_OUTPUT("0", "ls .git/prfaq/journal | wc -l");
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    CHECK_INT(count, 1);
    CHECK_INT(items[0].state, RECOVERED_ASIDE);
    int64_t now = moment_now().seconds, day = 24 * 60 * 60;
    recovery_sweep(&d.place, (Moment){now + (ASIDE_DAYS - 1) * day, 0});
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    CHECK_INT(count, 1);
    recovery_sweep(&d.place, (Moment){now + (ASIDE_DAYS + 1) * day, 0});
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    CHECK_INT(count, 0);
    desk_close(&d);
}

static void the_journal_of_a_live_session_is_never_removed(void **state)
{
    (void)state;
    Desk d;
    const Recovered *items = NULL;
    size_t count = 0;

    desk_open(&d);
    Journal *open = typed(&d, "Open.\n", 100);
    recovery_list(&d.session, &d.ref, &d.arena, &items, &count);
    recovery_drop(&items[0].file);
    CHECK(recovery_put_aside(&d.place, &items[0].file, &d.err));
    CHECK_OUTPUT("1", "ls .git/prfaq/journal | wc -l");
    journal_end(open);
    desk_close(&d);
}

RUN_TESTS(TEST(words_of_sessions_that_ended_are_listed_newest_first),
          TEST(words_that_the_file_holds_are_none_to_recover),
          TEST(what_is_put_aside_stays_thirty_days),
          TEST(the_journal_of_a_live_session_is_never_removed))
