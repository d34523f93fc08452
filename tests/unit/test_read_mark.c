#include "app/read_mark.h"

#include <sys/stat.h>

#include "app/ask_file.h"
#include "desk.h"

static Revision revision(int number)
{
    Revision r = {.number = number};

    snprintf(r.commit, sizeof r.commit, "%040d", number);
    return r;
}

static void each_person_has_their_own_mark(void **state)
{
    Desk d;
    ReadMark mark;
    const Revision two = revision(2), three = revision(3);
    struct stat st;
    (void)state;
    desk_open(&d);
    CHECK(!read_mark_find(&d.session, d.ref.name, STR("Mina Park"), &d.arena, &mark));
    CHECK(read_mark_set(&d.session, d.ref.name, STR("Mina Park"), &two, &d.err));
    CHECK(read_mark_set(&d.session, d.ref.name, STR("준 이"), &three, &d.err));
    CHECK(read_mark_find(&d.session, d.ref.name, STR("Mina Park"), &d.arena, &mark));
    CHECK_INT(mark.revision, 2);
    CHECK_STR(mark.commit, str_from(two.commit));
    CHECK_INT(mark.time.seconds, session_now().seconds);
    CHECK(read_mark_find(&d.session, d.ref.name, STR("준 이"), &d.arena, &mark));
    CHECK_INT(mark.revision, 3);
    CHECK(!read_mark_find(&d.session, STR("other"), STR("준 이"), &d.arena, &mark));
    CHECK_INT(stat(".git/prfaq/read", &st), 0);
    CHECK_INT(st.st_mode & 0777, 0700);
    run("test \"$(stat -c %%a .git/prfaq/read/*)\" = '600\n600'");
    desk_close(&d);
}

static void a_mark_follows_the_name_of_its_document(void **state)
{
    Desk d;
    ReadMark mark;
    const Revision two = revision(2);
    (void)state;
    desk_open(&d);
    CHECK(read_mark_set(&d.session, STR("ideas/a"), STR("Mina"), &two, &d.err));
    CHECK(read_mark_set(&d.session, STR("ideas/ab"), STR("Mina"), &two, &d.err));
    CHECK(ask_file_write(&d.session, STR("ideas/a"), STR("Mina"), STR("?"), &d.err));
    CHECK(read_marks_rename(&d.session, STR("ideas/a"), STR("b"), &d.err));
    CHECK(read_mark_find(&d.session, STR("b"), STR("Mina"), &d.arena, &mark));
    CHECK_STR(ask_file_read(&d.session, STR("b"), STR("Mina"), &d.arena), STR("?"));
    CHECK(!read_mark_find(&d.session, STR("ideas/a"), STR("Mina"), &d.arena, &mark));
    CHECK(read_mark_find(&d.session, STR("ideas/ab"), STR("Mina"), &d.arena, &mark));
    desk_close(&d);
}

static void a_damaged_mark_is_none(void **state)
{
    Desk d;
    ReadMark mark;
    const Revision two = revision(2);
    (void)state;
    desk_open(&d);
    CHECK(read_mark_set(&d.session, d.ref.name, STR("Mina"), &two, &d.err));
    run("for f in .git/prfaq/read/*; do printf 'commit \\n' >$f; done");
    CHECK(!read_mark_find(&d.session, d.ref.name, STR("Mina"), &d.arena, &mark));
    desk_close(&d);
}

RUN_TESTS(TEST(each_person_has_their_own_mark),
          TEST(a_mark_follows_the_name_of_its_document), TEST(a_damaged_mark_is_none))
