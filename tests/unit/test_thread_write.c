#include "review/thread_write.h"

#include "check.h"

static Moment moment(const char *iso)
{
    Moment m = {0};

    CHECK(moment_parse_iso(str_from(iso), &m));
    return m;
}

static Thread question(void)
{
    return (Thread){.id = STR("k3f9"),
                    .author = STR("Mina Park"),
                    .text = STR("Of how many \"owners\"?"),
                    .kind = THREAD_QUESTION,
                    .time = moment("2027-03-02T09:41:07+09:00"),
                    .millis = 50,
                    .selected_text = STR("네 곳의 방앗간"),
                    .before = STR("every"),
                    .after = STR("asked"),
                    .part = STR("problem"),
                    .line = 7,
                    .end_line = 8,
                    .commit = STR("c42a0f8"),
                    .revision = 3,
                    .owner = STR("Jun Lee"),
                    .due = moment("2027-03-03T09:41:07+09:00"),
                    .has_due = true};
}

static void read_back(const StrBuf *file, Arena *arena, Thread *out)
{
    Error err = {0};

    CHECK(thread_read(strbuf_view(file), STR("k3f9.json"), arena, out, &err));
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf file = {0};
    Thread t = question(), back;

    thread_write(&t, &file);
    read_back(&file, &arena, &back);
    CHECK_STR(back.id, t.id);
    CHECK_STR(back.text, t.text);
    CHECK_INT(back.kind, THREAD_QUESTION);
    CHECK_STR(back.selected_text, t.selected_text);
    CHECK_STR(back.before, t.before);
    CHECK_STR(back.after, t.after);
    CHECK_STR(back.part, t.part);
    CHECK_INT(back.end_line, 8);
    CHECK_INT(back.revision, 3);
    CHECK_STR(back.owner, t.owner);
    CHECK(back.has_due && back.due.seconds == t.due.seconds);
    CHECK(!back.resolved);
    CHECK(back.time.seconds == t.time.seconds && back.millis == 50);
    strbuf_clear(&file);
    t.kind = THREAD_MUST_FIX;
    thread_write(&t, &file);
    CHECK(str_find(strbuf_view(&file), STR("\"type\": \"issue\""), 0) != STR_NONE);
    read_back(&file, &arena, &back);
    CHECK_INT(back.kind, THREAD_MUST_FIX);
    strbuf_deinit(&file);
    arena_deinit(&arena);
}

static void what_others_wrote_stays(void **state)
{
    (void)state;
    Arena arena = {0};
    StrBuf file = {0}, next = {0};
    Thread back;
    Error err = {0};
    const Reply reply = {STR("Jun Lee"), STR("24 interviews."),
                         moment("2027-03-02T10:00:00+09:00")};
    const Closing closing = {true, STR("Mina Park"),
                             moment("2027-03-02T11:00:00+09:00"), STR("answered")};

    CHECK(thread_write_reply(STR("{\"author\": \"A\", \"severity\": \"high\", "
                                 "\"timestamp\": \"2027-03-02T09:41:07+09:00\", "
                                 "\"text\": \"?\", \"type\": \"question\"}"),
                             &reply, &file, &err));
    CHECK(thread_write_reply(strbuf_view(&file), &reply, &next, &err));
    strbuf_clear(&file);
    CHECK(thread_write_closing(strbuf_view(&next), &closing, &file, &err));
    CHECK(str_find(strbuf_view(&file), STR("\"severity\": \"high\""), 0) != STR_NONE);
    read_back(&file, &arena, &back);
    CHECK_INT(back.reply_count, 2);
    CHECK_STR(back.replies[1].text, reply.text);
    CHECK(back.resolved);
    CHECK_STR(back.resolved_by, STR("Mina Park"));
    CHECK_STR(back.reason, STR("answered"));
    CHECK(!thread_write_closing(STR("[1]"), &closing, &file, &err));
    CHECK_INT(err.code, ERR_INVALID);
    strbuf_deinit(&file);
    strbuf_deinit(&next);
    arena_deinit(&arena);
}

static void ids_are_easy_to_read_out(void **state)
{
    (void)state;
    char id[THREAD_ID_LENGTH + 1], other[THREAD_ID_LENGTH + 1];

    thread_id((const unsigned char[8]){0}, id);
    CHECK_STRZ(id, "222222222222");
    thread_id((const unsigned char[8]){255, 255, 255, 255, 255, 255, 255, 255}, id);
    thread_id((const unsigned char[8]){255, 255, 255, 255, 255, 255, 255, 254}, other);
    CHECK(strcmp(id, other) != 0);
    CHECK_INT(strlen(id), THREAD_ID_LENGTH);
    CHECK_INT(strcspn(id, "01ilo"), THREAD_ID_LENGTH);
}

RUN_TESTS(TEST(what_is_written_is_read), TEST(what_others_wrote_stays),
          TEST(ids_are_easy_to_read_out))
