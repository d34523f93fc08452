#include "review/thread.h"

#include "check.h"

static void a_thread_is_named_by_its_kind_and_time(void **state)
{
    (void)state;
    Arena arena = {0};
    const Thread threads[] = {
        {.id = STR("c"), .kind = THREAD_QUESTION, .time = {.seconds = 9}},
        {.id = STR("b"), .kind = THREAD_QUESTION, .time = {.seconds = 5}},
        {.id = STR("a"), .kind = THREAD_QUESTION, .time = {.seconds = 9}},
        {.id = STR("d"), .kind = THREAD_MUST_FIX, .time = {.seconds = 1}},
    };
    const Str *labels = thread_labels(threads, 4, &arena);

    CHECK_STR(labels[0], STR("Q3"));
    CHECK_STR(labels[1], STR("Q1"));
    CHECK_STR(labels[2], STR("Q2"));
    CHECK_STR(labels[3], STR("M1"));
    arena_deinit(&arena);
}

/* Names are said aloud in a meeting: a later question never takes an earlier one's. */
static void what_was_asked_in_one_second_keeps_its_order(void **state)
{
    (void)state;
    Arena arena = {0};
    const Thread threads[] = {
        {.id = STR("z"), .kind = THREAD_QUESTION, .time = {.seconds = 5}, .millis = 1},
        {.id = STR("a"), .kind = THREAD_QUESTION, .time = {.seconds = 5}, .millis = 2},
        {.id = STR("b"),
         .kind = THREAD_QUESTION,
         .time = {.seconds = 4},
         .millis = 999},
    };
    const Str *labels = thread_labels(threads, 3, &arena);

    CHECK_STR(labels[0], STR("Q2"));
    CHECK_STR(labels[1], STR("Q3"));
    CHECK_STR(labels[2], STR("Q1"));
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_thread_is_named_by_its_kind_and_time),
          TEST(what_was_asked_in_one_second_keeps_its_order))
