#include "review/timebox.h"

#include "check.h"

enum { MIN = 60000, S = 1000 };

typedef struct Hour {
    Arena arena;
    Agenda agenda;
    Timebox t;
} Hour;

/* 10, 15 and 20 minutes, begun at the clock's 5000. */
static void hour_begin(Hour *h)
{
    *h = (Hour){0};
    CHECK(
        agenda_parse(STR("minutes\ttitle\tpart\twho\tkind\tsay\n10\tA\n15\tB\n20\tC\n"),
                     STR("a"), &h->arena, &h->agenda, NULL));
    timebox_start(&h->t, &h->agenda, 5000);
}

static void check_says(const Timebox *t, int64_t now, const char *words)
{
    StrBuf b = {0};

    timebox_say(t, now, false, &b);
    CHECK_STRZ(strbuf_cstr(&b), words);
    strbuf_deinit(&b);
}

static void whole_minutes_are_said_until_the_last_one(void **state)
{
    Hour h;
    (void)state;
    hour_begin(&h);
    check_says(&h.t, 5000, "Timer 10 min");
    CHECK_INT(timebox_wake_ms(&h.t, 5000, false), MIN);
    check_says(&h.t, 5000 + MIN - 1, "Timer 10 min");
    check_says(&h.t, 5000 + MIN, "Timer 9 min");
    CHECK_INT(timebox_wake_ms(&h.t, 5000 + 30 * S, false), 30 * S);
    check_says(&h.t, 5000 + 9 * MIN, "Timer 1 min");
    CHECK_INT(timebox_wake_ms(&h.t, 5000 + 9 * MIN, false), 30 * S);
    check_says(&h.t, 5000 + 9 * MIN + 30 * S, "Timer 30 s");
    CHECK_INT(timebox_wake_ms(&h.t, 5000 + 9 * MIN + 30 * S, false), 20 * S);
    check_says(&h.t, 5000 + 9 * MIN + 50 * S, "Timer 10 s");
    CHECK_INT(timebox_wake_ms(&h.t, 5000 + 9 * MIN + 50 * S, false), 10 * S);
    check_says(&h.t, 5000 + 10 * MIN, "TIME UP");
    arena_deinit(&h.arena);
}

/* Between two wakes nothing that is shown changes: walk there and compare. */
static void it_wakes_only_when_the_words_change(void **state)
{
    Hour h;
    StrBuf before = {0}, now = {0};
    int wakes = 0;
    (void)state;
    hour_begin(&h);
    for (int64_t at = 5000; at < 5000 + 20 * MIN;) {
        int64_t wake = timebox_wake_ms(&h.t, at, false);
        CHECK(wake > 0);
        strbuf_clear(&before);
        timebox_say(&h.t, at, false, &before);
        for (int64_t k = 0; k < wake; k += 250) {
            strbuf_clear(&now);
            timebox_say(&h.t, at + k, false, &now);
            CHECK_STR(strbuf_view(&now), strbuf_view(&before));
        }
        at += wake;
        strbuf_clear(&now);
        timebox_say(&h.t, at, false, &now);
        CHECK(!str_eq(strbuf_view(&now), strbuf_view(&before)));
        wakes++;
    }
    CHECK_INT(wakes, 9 + 3 + 10);
    strbuf_deinit(&before);
    strbuf_deinit(&now);
    arena_deinit(&h.arena);
}

static void seconds_are_shown_to_who_wants_them(void **state)
{
    Hour h;
    StrBuf b = {0};
    (void)state;
    hour_begin(&h);
    timebox_say(&h.t, 5000 + 100, true, &b);
    CHECK_STRZ(strbuf_cstr(&b), "Timer 10:00");
    CHECK_INT(timebox_wake_ms(&h.t, 5000 + 100, true), 900);
    strbuf_clear(&b);
    timebox_say(&h.t, 5000 + 10 * MIN + 14 * S, true, &b);
    CHECK_STRZ(strbuf_cstr(&b), "TIME UP +0:14");
    strbuf_deinit(&b);
    arena_deinit(&h.arena);
}

static void overtime_counts_up_and_nothing_ends(void **state)
{
    Hour h;
    (void)state;
    hour_begin(&h);
    CHECK(!timebox_up(&h.t, 5000 + 10 * MIN - 1));
    CHECK(timebox_up(&h.t, 5000 + 10 * MIN));
    check_says(&h.t, 5000 + 14 * MIN, "TIME UP +4 min");
    CHECK_INT(timebox_behind(&h.t, 5000 + 14 * MIN), 4);
    CHECK_INT(timebox_until_ms(&h.t, 2, 5000 + 14 * MIN), 15 * MIN);
    CHECK_INT(timebox_rest_ms(&h.t, 5000 + 14 * MIN), 35 * MIN);
    const Moment here = {.seconds = 600};
    CHECK_INT(timebox_begins(&h.t, 2, 5003 + 14 * MIN, here).seconds, 600 + 15 * 60);
    CHECK_INT(timebox_ends(&h.t, 4998 + 14 * MIN, here).seconds, 600 + 35 * 60);
    arena_deinit(&h.arena);
}

static void the_rest_is_planned_anew(void **state)
{
    Hour h;
    (void)state;
    hour_begin(&h);
    timebox_next(&h.t, 5000 + 14 * MIN);
    CHECK_INT(h.t.at, 1);
    check_says(&h.t, 5000 + 14 * MIN, "Timer 15 min");
    CHECK_INT(timebox_behind(&h.t, 5000 + 14 * MIN), 4);
    CHECK_INT(timebox_take_from_last(&h.t, 5000 + 14 * MIN), 4);
    CHECK_INT(h.t.minutes[2], 16);
    CHECK_INT(timebox_behind(&h.t, 5000 + 14 * MIN), 0);
    CHECK_INT(timebox_take_from_last(&h.t, 5000 + 14 * MIN), 0);
    timebox_add(&h.t, 40);
    CHECK_INT(timebox_take_from_last(&h.t, 5000 + 14 * MIN), 15);
    CHECK_INT(h.t.minutes[2], 1);
    CHECK_INT(timebox_behind(&h.t, 5000 + 14 * MIN), 25);
    arena_deinit(&h.arena);
}

static void a_box_that_is_skipped_gives_its_time_back(void **state)
{
    Hour h;
    (void)state;
    hour_begin(&h);
    timebox_next(&h.t, 5000 + 3 * MIN);
    CHECK_INT(timebox_behind(&h.t, 5000 + 3 * MIN), -7);
    timebox_next(&h.t, 5000 + 3 * MIN);
    timebox_next(&h.t, 5000 + 3 * MIN);
    CHECK(timebox_through(&h.t));
    timebox_next(&h.t, 5000 + 3 * MIN);
    timebox_add(&h.t, 5);
    check_says(&h.t, 5000 + 3 * MIN, "");
    CHECK_INT(timebox_wake_ms(&h.t, 5000, false), -1);
    CHECK_INT(timebox_rest_ms(&h.t, 5000), 0);
    arena_deinit(&h.arena);
}

static void a_pause_stops_the_clock(void **state)
{
    Hour h;
    (void)state;
    hour_begin(&h);
    timebox_pause(&h.t, 5000 + 4 * MIN);
    check_says(&h.t, 5000 + 50 * MIN, "Timer stopped, 6 min");
    CHECK_INT(timebox_wake_ms(&h.t, 5000 + 50 * MIN, false), -1);
    timebox_go_on(&h.t, 5000 + 50 * MIN);
    check_says(&h.t, 5000 + 51 * MIN, "Timer 5 min");
    arena_deinit(&h.arena);
}

static void a_crash_forgets_nothing(void **state)
{
    Hour h;
    Timebox again;
    StrBuf line = {0};
    (void)state;
    hour_begin(&h);
    timebox_next(&h.t, 5000 + 12 * MIN);
    timebox_add(&h.t, 2);
    timebox_write(&h.t, 5000 + 15 * MIN, &line);
    CHECK_STRZ(strbuf_cstr(&line), "1 0 10:720000 17:180000 20:0");
    /* Another boot: the clock begins anew. */
    CHECK(timebox_read(&again, &h.agenda, strbuf_view(&line), 77));
    check_says(&again, 77, "Timer 14 min");
    CHECK_INT(timebox_behind(&again, 77), 4);
    const char *const bad[] = {"",
                               "1",
                               "4 0 10:0 15:0 20:0",
                               "1 0 10:0 15:0",
                               "x 0",
                               "1 0 0:0 15:0 20:0",
                               "1 0 10:x 15:0 20:0",
                               "1 0 10:0 15:0 20:0 9:0",
                               "0 0 10:999999999999999999999 15:0 20:0"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        CHECK(!timebox_read(&again, &h.agenda, str_from(bad[i]), 77));
    strbuf_deinit(&line);
    arena_deinit(&h.arena);
}

/* A clock that goes back (it should not) stops the timer and breaks nothing. */
static void a_clock_that_goes_back_does_no_harm(void **state)
{
    Hour h;
    (void)state;
    hour_begin(&h);
    check_says(&h.t, 0, "Timer 10 min");
    timebox_next(&h.t, 0);
    CHECK_INT(h.t.spent_ms[0], 0);
    arena_deinit(&h.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(whole_minutes_are_said_until_the_last_one),
        cmocka_unit_test(it_wakes_only_when_the_words_change),
        cmocka_unit_test(seconds_are_shown_to_who_wants_them),
        cmocka_unit_test(overtime_counts_up_and_nothing_ends),
        cmocka_unit_test(the_rest_is_planned_anew),
        cmocka_unit_test(a_box_that_is_skipped_gives_its_time_back),
        cmocka_unit_test(a_pause_stops_the_clock),
        cmocka_unit_test(a_crash_forgets_nothing),
        cmocka_unit_test(a_clock_that_goes_back_does_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
