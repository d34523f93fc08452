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

RUN_TESTS(TEST(a_thread_is_named_by_its_kind_and_time))
