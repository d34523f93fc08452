#include "check.h"
#include "lsp/frame.h"

/* The messages of `bytes`, fed in pieces of `piece` bytes, with '|' behind each. */
static void read_all(Str bytes, size_t piece, StrBuf *out)
{
    FrameReader r = {0};
    Str body;

    for (size_t at = 0; at < bytes.len; at += piece) {
        frame_feed(&r, str_slice(bytes, at, at + piece));
        while (frame_next(&r, &body)) {
            strbuf_add(out, body);
            strbuf_addc(out, '|');
        }
    }
    frame_deinit(&r);
}

static void check_messages(const char *bytes, const char *expected)
{
    static const size_t pieces[] = {1, 2, 7, 1000};

    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        StrBuf out = {0};
        read_all(str_from(bytes), pieces[i], &out);
        CHECK_STRZ(strbuf_cstr(&out), expected);
        strbuf_deinit(&out);
    }
}

static void messages_come_out_whole_however_they_arrive(void **state)
{
    (void)state;
    check_messages("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n{ }",
                   "{}|{ }|");
    check_messages("Content-Length: 2\r\nContent-Type: x; charset=utf-8\r\n\r\n{}",
                   "{}|");
    check_messages("content-LENGTH :2 \r\n\r\n{}", "{}|");
    check_messages("Content-Length: 2\n\n{}", "{}|");
    check_messages("Content-Length: 0\r\n\r\nContent-Length: 1\r\n\r\nx", "|x|");
    check_messages("Content-Length: 5\r\n\r\n{}", "");
}

static void garbage_between_messages_is_passed_over(void **state)
{
    (void)state;
    check_messages("hello\r\n\r\nContent-Length: 2\r\n\r\n{}", "{}|");
    check_messages("\n\n\n:\nContent-Length: 2\r\n\r\n{}", "{}|");
    check_messages("Content-Length: two\r\n\r\nContent-Length: 2\r\n\r\n{}", "{}|");
    check_messages("Content-Length: -1\r\n\r\nContent-Length: 2\r\n\r\n{}", "{}|");
    check_messages("Content-Length: 99999999999999999999999\r\n\r\n\n"
                   "Content-Length: 2\r\n\r\n{}",
                   "{}|");
}

static void a_header_line_without_end_keeps_no_memory(void **state)
{
    FrameReader r = {0};
    char junk[1000];
    Str body;

    (void)state;
    memset(junk, 'x', sizeof junk);
    for (int i = 0; i < 1000; i++) {
        frame_feed(&r, (Str){junk, sizeof junk});
        CHECK(!frame_next(&r, &body));
    }
    CHECK(r.bytes.cap < 100000);
    frame_feed(&r, STR("\nContent-Length: 2\r\n\r\n{}"));
    CHECK(frame_next(&r, &body));
    CHECK_STR(body, STR("{}"));
    frame_deinit(&r);
}

static void a_message_too_long_is_passed_over_without_keeping_it(void **state)
{
    FrameReader r = {0};
    static char part[1 << 20];
    Str body;

    (void)state;
    frame_feed(&r, STR("Content-Length: 419430401\r\n\r\n"));
    for (int i = 0; i < 400; i++) {
        frame_feed(&r, (Str){part, sizeof part});
        CHECK(!frame_next(&r, &body));
    }
    CHECK(r.bytes.cap < 4 << 20);
    frame_feed(&r, STR("xContent-Length: 2\r\n\r\n{}"));
    CHECK(frame_next(&r, &body));
    CHECK_STR(body, STR("{}"));
    frame_deinit(&r);
}

static void what_is_added_is_read_back(void **state)
{
    StrBuf out = {0};

    (void)state;
    frame_add(&out, STR("{\"a\":\"밀\"}"));
    frame_add(&out, STR(""));
    CHECK(str_starts(strbuf_view(&out), STR("Content-Length: 11\r\n\r\n{")));
    check_messages(strbuf_cstr(&out), "{\"a\":\"밀\"}||");
    strbuf_deinit(&out);
}

RUN_TESTS(TEST(messages_come_out_whole_however_they_arrive),
          TEST(garbage_between_messages_is_passed_over),
          TEST(a_header_line_without_end_keeps_no_memory),
          TEST(a_message_too_long_is_passed_over_without_keeping_it),
          TEST(what_is_added_is_read_back))
