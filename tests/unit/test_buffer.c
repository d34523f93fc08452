#include "check.h"
#include "lsp/buffer.h"

static void changes_are_made_one_after_the_other(void **state)
{
    Buffer b = {0};
    LineStart near = {0};

    (void)state;
    buffer_set(&b, STR("one\ntwo\nthree\n"));
    CHECK(buffer_change(&b, POSITION_UTF16, (Position){2, 0}, (Position){2, 5},
                        STR("3"), &near));
    CHECK(buffer_change(&b, POSITION_UTF16, (Position){1, 0}, (Position){1, 0},
                        STR("밀\n"), &near));
    CHECK(buffer_change(&b, POSITION_UTF16, (Position){3, 1}, (Position){3, 1},
                        STR("!"), &near));
    CHECK_STR(strbuf_view(&b.text), STR("one\n밀\ntwo\n3!\n"));
    buffer_deinit(&b);
}

static void a_range_the_wrong_way_round_changes_nothing(void **state)
{
    Buffer b = {0};
    LineStart near = {0};

    (void)state;
    buffer_set(&b, STR("one\ntwo\n"));
    CHECK(!buffer_change(&b, POSITION_UTF16, (Position){1, 1}, (Position){0, 1},
                         STR("x"), &near));
    CHECK_STR(strbuf_view(&b.text), STR("one\ntwo\n"));
    buffer_deinit(&b);
}

static unsigned next_random(unsigned *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* With the line start of the change before, and counted from the first line: the
 * same text, whatever line ends come and go. */
static void a_search_from_nearby_finds_what_a_search_from_the_start_finds(void **state)
{
    static const char *const pieces[] = {"",  "\n",  "\r",   "\r\n",
                                         "a", "밀😀", "b\nc", "\n\r"};
    unsigned seed = 7;
    Buffer near_b = {0}, plain = {0};

    (void)state;
    buffer_set(&near_b, STR("a\r\nb\rc\nd😀\n\n"));
    buffer_set(&plain, strbuf_view(&near_b.text));
    LineStart near = {0};
    for (int i = 0; i < 20000; i++) {
        Position start = {next_random(&seed) % 12, next_random(&seed) % 4};
        Position end = {start.line + next_random(&seed) % 3, next_random(&seed) % 4};
        Str text = str_from(pieces[next_random(&seed) % 8]);
        LineStart first = {0};
        bool ok = buffer_change(&plain, POSITION_UTF16, start, end, text, &first);
        CHECK_INT(buffer_change(&near_b, POSITION_UTF16, start, end, text, &near), ok);
        CHECK_STR(strbuf_view(&near_b.text), strbuf_view(&plain.text));
        if (plain.text.len > 200) {
            buffer_set(&plain, STR("x\r\ny"));
            buffer_set(&near_b, STR("x\r\ny"));
            near = (LineStart){0};
        }
    }
    buffer_deinit(&near_b);
    buffer_deinit(&plain);
}

RUN_TESTS(TEST(changes_are_made_one_after_the_other),
          TEST(a_range_the_wrong_way_round_changes_nothing),
          TEST(a_search_from_nearby_finds_what_a_search_from_the_start_finds))
