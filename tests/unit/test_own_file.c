#include "app/own_file.h"
#include "check.h"
#include "scratch.h"

static const Writer mina = {
    .source = WRITER_CHOSEN,
    .person = {.name = {"Mina Park", 9}, .email = {"mina@example.com", 16}},
};

static void a_missing_file_is_empty_and_can_be_made(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};
    StrBuf bytes = {0};

    scratch_enter(&scratch);
    run("git init -q -b main .");
    CHECK(session_open(&s, ".", &err));
    CHECK(own_file_read(&s, STR(".prfaq/config"), &bytes, &err));
    CHECK_INT(bytes.len, 0);
    CHECK(own_file_change(&s, STR(".prfaq/config"), STR("[ui]\n"), &mina,
                          STR("Setting"), &err));
    check_file(".prfaq/config", "[ui]\n");
    CHECK_OUTPUT("Mina Park Setting", "git log --format='%%an %%s'");
    CHECK_OUTPUT("", "git status --porcelain");
    strbuf_deinit(&bytes);
    session_close(&s);
    scratch_leave(&scratch);
}

static void a_file_that_cannot_be_committed_is_put_back(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};

    scratch_enter(&scratch);
    run("git init -q -b main .");
    CHECK(session_open(&s, ".", &err));
    CHECK(own_file_change(&s, STR(".prfaq/config"), STR("a"), &mina, STR("a"), &err));
    run("git rev-parse HEAD >.git/MERGE_HEAD");
    CHECK(!own_file_change(&s, STR(".prfaq/config"), STR("b"), &mina, STR("b"), &err));
    CHECK_INT(err.code, ERR_STATE);
    check_file(".prfaq/config", "a");
    CHECK(!own_file_change(&s, STR(".prfaq/people"), STR("b"), &mina, STR("b"), &err));
    CHECK_INT(file_kind(".prfaq/people"), FILE_NONE);
    session_close(&s);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(a_missing_file_is_empty_and_can_be_made),
          TEST(a_file_that_cannot_be_committed_is_put_back))
