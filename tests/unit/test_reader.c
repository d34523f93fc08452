#include "check.h"

#include <poll.h>
#include <stdatomic.h>

#include "app/reader.h"

enum { LINES = 20000, PATIENCE_MS = 60000 };

static Library lib;
static atomic_int ended;

static void count_end(void)
{
    atomic_fetch_add(&ended, 1);
}

static void wait_for_end(int count)
{
    for (int ms = 0; ms < PATIENCE_MS && atomic_load(&ended) < count; ms++)
        poll(NULL, 0, 1);
}

static Effect request(Str bytes, const CheckOptions *check, uint64_t number)
{
    return (Effect){.type = EFFECT_DERIVE,
                    .bytes = bytes,
                    .number = number,
                    .lib = &lib,
                    .check = check};
}

static void a_reading_is_handed_over_when_it_has_ended(void **state)
{
    (void)state;
    Reader *r = reader_new(count_end);
    CheckOptions check = {0};
    Effect effect = request(STR("Three plain words\n"), &check, 7);

    atomic_store(&ended, 0);
    reader_start(r, &effect);
    wait_for_end(1);
    Msg msg = reader_take(r);
    CHECK_INT(msg.type, MSG_DERIVED);
    CHECK_INT(msg.number, 7);
    CHECK(msg.derived && msg.derived->words == 3);
    CHECK(!reader_busy(r));
    CHECK_INT(reader_take(r).type, MSG_DONE);
    reader_free(r);
}

static void an_end_that_nobody_listened_for_is_told_later(void **state)
{
    (void)state;
    Reader *r = reader_new(NULL);
    CheckOptions check = {0};
    Effect effect = request(STR("Three plain words\n"), &check, 7);

    atomic_store(&ended, 0);
    reader_start(r, &effect);
    for (int ms = 0; ms < 50; ms++) /* likely long enough; the test holds if not */
        poll(NULL, 0, 1);
    reader_tell(r, count_end);
    wait_for_end(1);
    CHECK(reader_take(r).derived);
    reader_free(r);
}

static void a_newer_request_ends_the_one_under_way(void **state)
{
    (void)state;
    Reader *r = reader_new(count_end);
    CheckOptions check = {0};
    StrBuf text = {0};

    for (int i = 0; i < LINES; i++)
        strbuf_addz(&text, "Some words, and a few more of them in this line.\n\n");
    Effect first = request(strbuf_view(&text), &check, 1);
    Effect second = request(STR("Words\n"), &check, 2);
    atomic_store(&ended, 0);
    reader_start(r, &first);
    reader_start(r, &second);
    CHECK(reader_busy(r));
    wait_for_end(1);
    Msg msg = reader_take(r);
    CHECK_INT(msg.number, 2);
    CHECK(!msg.derived); /* ask again */
    reader_start(r, &second);
    wait_for_end(2);
    CHECK(reader_take(r).derived);
    strbuf_deinit(&text);
    reader_free(r);
}

static void a_reading_under_way_ends_with_its_reader(void **state)
{
    (void)state;
    Reader *r = reader_new(count_end);
    CheckOptions check = {0};
    Effect effect = request(STR("Words\n"), &check, 1);

    reader_start(r, &effect);
    reader_free(r);
    CHECK(true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_reading_is_handed_over_when_it_has_ended),
        TEST(an_end_that_nobody_listened_for_is_told_later),
        TEST(a_newer_request_ends_the_one_under_way),
        TEST(a_reading_under_way_ends_with_its_reader),
    };
    library_init(&lib);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    library_deinit(&lib);
    return failed;
}
