#include "review/thread.h"

#include "check.h"

#define WHEN "\"timestamp\": \"2027-03-02T09:41:07+09:00\""

static void a_thread_is_read_with_its_replies(void **state)
{
    (void)state;
    Arena arena = {0};
    Thread t;
    Error err = {0};

    CHECK(thread_read(
        STR("{\"id\": \"k3\", \"author\": \"Mina Park\", " WHEN ",\n"
            "\"text\": \"?\", \"type\": \"question\", \"resolved\": false,\n"
            "\"selected_text\": \"Every morning\", \"line\": 7, \"end_line\": 8,\n"
            "\"commit\": \"c42a0f8\", \"x_revision\": 3, \"x_part\": \"problem\",\n"
            "\"x_owner\": \"Jun Lee\", \"x_due\": \"2027-03-05\", \"severity\": 1,\n"
            "\"x_replies\": [{\"author\": \"Jun Lee\", \"text\": \"40.\", " WHEN "}]}"),
        STR("a.json"), &arena, &t, &err));
    CHECK_STR(t.id, STR("k3"));
    CHECK_INT(t.kind, THREAD_QUESTION);
    CHECK_INT(t.line, 7);
    CHECK_INT(t.revision, 3);
    CHECK_STR(t.part, STR("problem"));
    CHECK_STR(t.owner, STR("Jun Lee"));
    CHECK(t.has_due);
    /* A day ends where the question was asked. */
    CHECK_INT(t.due.seconds, 1804258799);
    CHECK_INT(t.reply_count, 1);
    CHECK_STR(t.replies[0].author, STR("Jun Lee"));
    arena_deinit(&arena);
}

static ThreadKind kind_of(const char *fields)
{
    Arena arena = {0};
    StrBuf json = {0};
    Thread t;
    Error err = {0};

    strbuf_addf(&json, "{\"author\": \"M\", \"text\": \"t\", " WHEN "%s}", fields);
    CHECK(thread_read(strbuf_view(&json), STR("x/ab.json"), &arena, &t, &err));
    CHECK_STR(t.id, STR("ab"));
    strbuf_deinit(&json);
    arena_deinit(&arena);
    return t.kind;
}

static void our_word_for_the_kind_comes_first(void **state)
{
    (void)state;
    CHECK_INT(kind_of(""), THREAD_COMMENT);
    CHECK_INT(kind_of(", \"type\": \"issue\""), THREAD_MUST_FIX);
    CHECK_INT(kind_of(", \"type\": \"issue\", \"x_kind\": \"agreed\""), THREAD_AGREED);
    CHECK_INT(kind_of(", \"type\": \"clarity\""), THREAD_COMMENT);
    CHECK_INT(kind_of(", \"x_kind\": \"of-a-later-version\""), THREAD_COMMENT);
    CHECK_INT(kind_of(", \"x_kind\": \"same-meaning\""), THREAD_SAME_MEANING);
}

static void a_damaged_thread_is_named_with_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *json, *message;
    } cases[] = {
        {"", "a.json:1: this is no JSON"},
        {"{\n\"author\": }", "a.json:2: this is no JSON"},
        {"[]", "a.json:1: this is no thread"},
        {"{\"author\": \"M\", \"author\": \"J\"}", "a.json:1: this is no JSON"},
        {"{\"text\": \"t\"}", "a.json:1: \"author\" is missing"},
        {"{\"author\": \"M\",\n\"text\": 4}", "a.json:2: \"text\" is no text"},
        {"{\"author\": \"M\", \"text\": \"t\",\n\"timestamp\": \"yesterday\"}",
         "a.json:2: \"timestamp\" is no time such as 2027-03-02T09:41:07+09:00"},
        {"{\"author\": \"M\", \"text\": \"t\", " WHEN ",\n\n\"line\": 0}",
         "a.json:3: \"line\" is no number from 1"},
        {"{\"author\": \"M\", \"text\": \"t\", " WHEN ", \"resolved\": \"no\"}",
         "a.json:1: \"resolved\" is neither true nor false"},
        {"{\"author\": \"M\", \"text\": \"t\", " WHEN ", \"x_due\": \"soon\"}",
         "a.json:1: \"x_due\" is no day and no time"},
        {"{\"author\": \"M\", \"text\": \"t\", " WHEN ", \"x_due\": [1]}",
         "a.json:1: \"x_due\" is no text"},
        {"{\"author\": \"M\", \"text\": \"t\", " WHEN ", \"x_replies\": [1]}",
         "a.json:1: what is in \"x_replies\" is no reply"},
        {"\xff", "a.json:1: this is not UTF-8"},
    };
    Arena arena = {0};

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Thread t;
        Error err = {0};
        CHECK(!thread_read(str_from(cases[i].json), STR("a.json"), &arena, &t, &err));
        CHECK_STRZ(err.message, cases[i].message);
        CHECK(err.hint[0] != '\0');
    }
    arena_deinit(&arena);
}

RUN_TESTS(TEST(a_thread_is_read_with_its_replies),
          TEST(our_word_for_the_kind_comes_first),
          TEST(a_damaged_thread_is_named_with_its_line))
