#include "check.h"

#include <unistd.h>

#include "term/input.h"

typedef struct Line {
    int ends[2];  /* what the terminal sends */
    int other[2]; /* another source */
    Input in;
} Line;

static void line_open(Line *l)
{
    CHECK_INT(pipe(l->ends), 0);
    CHECK_INT(pipe(l->other), 0);
    input_init(&l->in, l->ends[0], 0x7F);
}

static void line_close(Line *l)
{
    input_deinit(&l->in);
    close(l->ends[0]);
    close(l->other[0]);
    close(l->other[1]);
}

static void line_send(Line *l, Str bytes)
{
    CHECK_INT(write(l->ends[1], bytes.ptr, bytes.len), bytes.len);
}

static void expect_key(Line *l, Str name)
{
    Key key = {0};
    StrBuf out = {0};

    CHECK_INT(input_wait(&l->in, l->other[0], 2000, &key), INPUT_KEY);
    key_name(&key, &out);
    CHECK_STR(strbuf_view(&out), name);
    strbuf_deinit(&out);
}

static void keys_come_as_they_are_sent(void **state)
{
    (void)state;
    Line l;
    Key key;
    line_open(&l);
    CHECK(!input_pending(&l.in));
    line_send(&l, STR("ab\033[A"));
    CHECK(input_pending(&l.in));
    expect_key(&l, STR("a"));
    expect_key(&l, STR("b"));
    expect_key(&l, STR("Up"));
    CHECK_INT(input_wait(&l.in, l.other[0], 0, &key), INPUT_TIME);
    close(l.ends[1]);
    CHECK_INT(input_wait(&l.in, l.other[0], -1, &key), INPUT_GONE);
    line_close(&l);
}

static void a_lone_escape_is_a_key_after_a_moment(void **state)
{
    (void)state;
    Line l;
    line_open(&l);
    line_send(&l, STR("\033"));
    int64_t start = input_now_ms();
    expect_key(&l, STR("Esc"));
    CHECK(input_now_ms() - start >= 20);
    close(l.ends[1]);
    line_close(&l);
}

static void a_late_tail_is_not_typed(void **state)
{
    (void)state;
    Line l;
    line_open(&l);
    line_send(&l, STR("\033"));
    expect_key(&l, STR("Esc"));
    line_send(&l, STR("[1;5D"));
    expect_key(&l, STR("Ctrl-Left"));
    line_send(&l, STR("[x"));
    expect_key(&l, STR("["));
    expect_key(&l, STR("x"));
    close(l.ends[1]);
    line_close(&l);
}

static void half_a_sequence_is_dropped_in_the_end(void **state)
{
    (void)state;
    Line l;
    Key key;
    line_open(&l);
    line_send(&l, STR("\033[1;"));
    CHECK_INT(input_wait(&l.in, l.other[0], 300, &key), INPUT_TIME);
    line_send(&l, STR("x"));
    expect_key(&l, STR("x"));
    close(l.ends[1]);
    line_close(&l);
}

static void another_source_wakes_it(void **state)
{
    (void)state;
    Line l;
    Key key;
    line_open(&l);
    CHECK_INT(write(l.other[1], "!", 1), 1);
    CHECK_INT(input_wait(&l.in, l.other[0], -1, &key), INPUT_OTHER);
    close(l.ends[1]);
    line_close(&l);
}

static void expect_ground(Line *l, Ground ground)
{
    Key key = {0};

    CHECK_INT(input_wait(&l->in, l->other[0], 2000, &key), INPUT_KEY);
    CHECK_INT(key.code, KEYCODE_GROUND);
    CHECK_INT(key.ground, ground);
}

static void wait_ms(Line *l, int ms)
{
    Key key;

    CHECK_INT(input_wait(&l->in, l->other[0], ms, &key), INPUT_TIME);
}

static void an_answer_may_pause_anywhere(void **state)
{
    (void)state;
    Line l;
    line_open(&l);
    input_asked(&l.in);
    line_send(&l, STR("\033]"));
    wait_ms(&l, 150);
    line_send(&l, STR("1"));
    wait_ms(&l, 150);
    line_send(&l, STR("1;rgb:ffff/ffff/ffff"));
    wait_ms(&l, 150);
    line_send(&l, STR("\033"));
    wait_ms(&l, 150);
    line_send(&l, STR("\\x"));
    expect_ground(&l, GROUND_LIGHT);
    expect_key(&l, STR("x"));
    close(l.ends[1]);
    line_close(&l);
}

static void an_answer_joins_its_escape_again(void **state)
{
    (void)state;
    Line l;
    line_open(&l);
    input_asked(&l.in);
    line_send(&l, STR("\033"));
    expect_key(&l, STR("Esc"));
    wait_ms(&l, 150);
    line_send(&l, STR("]11;rgb:00/00/00\ax"));
    expect_ground(&l, GROUND_DARK);
    expect_key(&l, STR("x"));
    close(l.ends[1]);
    line_close(&l);
}

static void keys_that_look_like_an_answer_are_keys(void **state)
{
    (void)state;
    Line l;
    line_open(&l);
    input_asked(&l.in);
    line_send(&l, STR("\033]"));
    wait_ms(&l, 150);
    line_send(&l, STR("hi"));
    expect_key(&l, STR("Esc ]"));
    expect_key(&l, STR("h"));
    expect_key(&l, STR("i"));
    close(l.ends[1]);
    line_close(&l);
}

static void a_missing_answer_is_waited_for_at_the_end(void **state)
{
    (void)state;
    Line l;
    line_open(&l);
    int64_t start = input_now_ms();
    input_settle(&l.in); /* nobody was asked */
    CHECK(input_now_ms() - start < 100);
    input_asked(&l.in);
    start = input_now_ms();
    input_settle(&l.in); /* and nobody answers */
    CHECK(input_now_ms() - start >= 150);
    CHECK(input_now_ms() - start < 1500);
    input_asked(&l.in);
    line_send(&l, STR("\033]11;rgb:00/00/00\033\\x"));
    input_settle(&l.in);
    expect_key(&l, STR("x"));
    close(l.ends[1]);
    line_close(&l);
}

static void expect_paste(Line *l, Str raw)
{
    Key key = {0};

    CHECK_INT(input_wait(&l->in, l->other[0], 2000, &key), INPUT_KEY);
    CHECK_INT(key.code, KEYCODE_PASTE);
    CHECK_STR(key.paste, raw);
}

static void a_burst_is_a_paste_where_pastes_are_not_marked(void **state)
{
    (void)state;
    Line l;
    Str burst = STR("quit now\rdelete all of it\r\033[A\x11");
    line_open(&l);
    line_send(&l, burst); /* marked elsewhere: then these are keys */
    expect_key(&l, STR("q"));
    input_forget(&l.in);
    l.in.marked = false;
    line_send(&l, STR("\x13\033[A\033OBquit now\rdelete all of it\r\033[A\x11"));
    expect_key(&l, STR("^S"));
    expect_key(&l, STR("Up"));
    expect_key(&l, STR("Down"));
    expect_paste(&l, burst);
    line_send(&l, STR("a short one\r"));
    expect_key(&l, STR("a"));
    input_forget(&l.in);
    line_send(&l, STR("\033[200~marked after all, by somebody\033[201~x"));
    expect_paste(&l, STR("marked after all, by somebody"));
    expect_key(&l, STR("x"));
    close(l.ends[1]);
    line_close(&l);
}

RUN_TESTS(TEST(keys_come_as_they_are_sent), TEST(a_lone_escape_is_a_key_after_a_moment),
          TEST(a_late_tail_is_not_typed), TEST(half_a_sequence_is_dropped_in_the_end),
          TEST(another_source_wakes_it), TEST(an_answer_may_pause_anywhere),
          TEST(an_answer_joins_its_escape_again),
          TEST(keys_that_look_like_an_answer_are_keys),
          TEST(a_missing_answer_is_waited_for_at_the_end),
          TEST(a_burst_is_a_paste_where_pastes_are_not_marked))
