#include "app/own_file.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/own_pending.h"
#include "base/file.h"
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

/* A child that is killed where the file is written and the commit is not made. */
static void is_killed_between(Session *s, const char *path, const char *bytes)
{
    pid_t child = fork();
    int status = 0;

    if (child == 0) {
        Error err = {0};
        own_pending_begin(s, str_from(path), str_from(bytes), &mina, STR("Question"));
        if (file_kind(path) == FILE_NONE)
            file_create(path, str_from(bytes), &err);
        else
            file_replace(path, str_from(bytes), &err);
        raise(SIGKILL);
    }
    CHECK(child > 0 && waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
}

static void what_a_killed_program_wrote_is_brought_in(void **state)
{
    (void)state;
    Scratch scratch;
    Session s;
    Error err = {0};
    size_t count = 0;
    Arena arena = {0};

    scratch_enter(&scratch);
    run("git init -q -b main . && mkdir .prfaq");
    CHECK(session_open(&s, ".", &err));
    is_killed_between(&s, ".prfaq/words", "a");
    CHECK_STR(own_pending_list(&s, &arena, &count)[0], STR(".prfaq/words"));
    CHECK_INT(count, 1);
    /* The next change finds it, under its own name and message. */
    CHECK(own_file_change(&s, STR(".prfaq/people"), STR("b"), &mina, STR("b"), &err));
    CHECK_OUTPUT("Mina Park Question\nMina Park b",
                 "git log --reverse --format='%%an %%s'");
    CHECK_OUTPUT("", "git status --porcelain");
    own_pending_list(&s, &arena, &count);
    CHECK_INT(count, 0);
    /* One that was there before; and one that another has changed since. */
    is_killed_between(&s, ".prfaq/words", "c");
    CHECK_INT(own_pending_recover(&s), 1);
    CHECK_OUTPUT("c", "git show HEAD:.prfaq/words");
    is_killed_between(&s, ".prfaq/words", "d");
    run("printf e >.prfaq/words");
    CHECK_INT(own_pending_recover(&s), 1);
    CHECK_OUTPUT("c", "git show HEAD:.prfaq/words");
    check_file(".prfaq/words", "e");
    CHECK_INT(own_pending_recover(&s), 0);
    /* One whose commit was made, but not the entry of git's index. */
    is_killed_between(&s, ".prfaq/words", "g");
    run("cp .git/index saved && git -c user.name=x -c user.email=x@y commit -qm x "
        ".prfaq/words && mv saved .git/index");
    CHECK_OUTPUT("MM .prfaq/words", "git status --porcelain .prfaq/words");
    CHECK_INT(own_pending_recover(&s), 1);
    CHECK_OUTPUT("", "git status --porcelain");
    /* While a merge is under way it waits. */
    is_killed_between(&s, ".prfaq/config", "f");
    run("git rev-parse HEAD >.git/MERGE_HEAD");
    CHECK_INT(own_pending_recover(&s), 1);
    own_pending_list(&s, &arena, &count);
    CHECK_INT(count, 1);
    run("rm .git/MERGE_HEAD");
    CHECK_INT(own_pending_recover(&s), 1);
    CHECK_OUTPUT("f", "git show HEAD:.prfaq/config");
    arena_deinit(&arena);
    session_close(&s);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(what_a_killed_program_wrote_is_brought_in),
          TEST(a_missing_file_is_empty_and_can_be_made),
          TEST(a_file_that_cannot_be_committed_is_put_back))
