#include "check.h"

#include "app/rest.h"
#include "ui/update.h"

static void nothing_that_is_put_off_wakes_nobody(void **state)
{
    (void)state;

    CHECK_INT(rest_left_ms(&(PutOff){.idle_ms = -1}), -1);
    CHECK_INT(rest_left_ms(&(PutOff){.idle_ms = -1, .key_ms = 1000000}), -1);
}

static void the_rest_counts_from_the_last_key(void **state)
{
    (void)state;
    PutOff what = {.idle_ms = TYPING_REST_MS};

    CHECK_INT(rest_left_ms(&what), TYPING_REST_MS);
    what.key_ms = TYPING_REST_MS - 1;
    CHECK_INT(rest_left_ms(&what), 1);
    what.key_ms = 1000000;
    CHECK_INT(rest_left_ms(&what), 0);
}

/* Who types a key each 250 ms does not pay a reading of the text for each. */
static void slow_hands_are_no_rest(void **state)
{
    (void)state;
    const PutOff what = {.idle_ms = TYPING_REST_MS, .partly = true, .key_ms = 250};

    CHECK(rest_left_ms(&what) > 0);
}

static void answers_wait_until_nobody_types(void **state)
{
    (void)state;
    PutOff what = {.idle_ms = -1, .answers = true, .key_ms = 100, .edit_ms = 100};

    CHECK_INT(rest_left_ms(&what), TYPING_REST_MS - 100);
    CHECK(!rest_takes_answers(&what));
    what.edit_ms = TYPING_REST_MS; /* commands since then */
    CHECK_INT(rest_left_ms(&what), -1);
    CHECK(rest_takes_answers(&what));
}

RUN_TESTS(TEST(nothing_that_is_put_off_wakes_nobody),
          TEST(the_rest_counts_from_the_last_key), TEST(slow_hands_are_no_rest),
          TEST(answers_wait_until_nobody_types))
