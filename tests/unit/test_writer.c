#include "app/writer.h"
#include "check.h"
#include "scratch.h"

typedef struct Room {
    Scratch scratch;
    Session session;
    Arena arena;
    Error err;
} Room;

static void room_open(Room *r, const char *name, const char *email)
{
    *r = (Room){0};
    scratch_enter(&r->scratch);
    unsetenv("GIT_AUTHOR_NAME");
    unsetenv("GIT_AUTHOR_EMAIL");
    setenv("PRFAQ_NOW", "2027-03-02T09:41:07+09:00", 1);
    run("git init -q -b main .");
    if (name)
        run("git config user.name '%s' && git config user.email '%s'", name, email);
    CHECK(session_open(&r->session, ".", &r->err));
}

static void room_close(Room *r)
{
    session_close(&r->session);
    arena_deinit(&r->arena);
    scratch_leave(&r->scratch);
}

static void add(Room *r, const char *name)
{
    bool known = false;

    if (!writer_add(&r->session, str_from(name), STR(""), &known, &r->err))
        print_error("%s\n", r->err.message);
    CHECK_INT(r->err.code, ERR_NONE);
}

static void without_a_roster_git_knows_who_writes(void **state)
{
    (void)state;
    Room r;
    Writer w;

    room_open(&r, "Mina Park", "mina@example.com");
    CHECK(writer_find(&r.session, &r.arena, &w, &r.err));
    CHECK_INT(w.source, WRITER_GIT);
    CHECK_STR(w.person.name, STR("Mina Park"));
    CHECK_STR(w.person.email, STR("mina@example.com"));
    room_close(&r);
}

static void without_any_name_there_is_nobody(void **state)
{
    (void)state;
    Room r;
    Writer w;

    room_open(&r, NULL, NULL);
    CHECK(writer_find(&r.session, &r.arena, &w, &r.err));
    CHECK_INT(w.source, WRITER_NOBODY);
    CHECK(!writer_need(&r.session, &r.arena, &w, &r.err));
    CHECK_INT(r.err.code, ERR_USAGE);
    CHECK(strstr(r.err.hint, "prfaq who add"));
    room_close(&r);
}

static void with_a_roster_gits_name_counts_only_when_it_is_on_it(void **state)
{
    (void)state;
    Room r;
    Writer w;

    room_open(&r, "Jun Lee", "jun@example.com");
    add(&r, "Mina Park");
    CHECK(writer_find(&r.session, &r.arena, &w, &r.err));
    CHECK_INT(w.source, WRITER_NOBODY);
    CHECK(!writer_need(&r.session, &r.arena, &w, &r.err));
    CHECK(strstr(r.err.hint, "Mina Park"));
    r.err = (Error){0};
    add(&r, "Jun Lee");
    CHECK(writer_find(&r.session, &r.arena, &w, &r.err));
    CHECK_STR(w.person.name, STR("Jun Lee"));
    room_close(&r);
}

static void the_roster_is_committed_alone_and_signed(void **state)
{
    (void)state;
    Room r;
    bool known = false;

    room_open(&r, "Jun Lee", "jun@example.com");
    write_text("staged.txt", "x\n");
    run("git add staged.txt");
    add(&r, "Mina Park");
    CHECK_OUTPUT("Mina Park", "git log -1 --format=%%an");
    CHECK_OUTPUT(".prfaq/people", "git show --name-only --format= HEAD");
    CHECK_OUTPUT("A  staged.txt", "git status --porcelain");
    CHECK(writer_add(&r.session, STR("Mina Park"), STR(""), &known, &r.err));
    CHECK(known);
    CHECK_OUTPUT("1", "git rev-list --count HEAD");
    room_close(&r);
}

static void the_chosen_person_signs_the_next_one(void **state)
{
    (void)state;
    Room r;
    Writer w;
    const Str with[] = {STR("Ava"), STR("Mina"), STR("Ava Stone")};

    room_open(&r, NULL, NULL);
    add(&r, "Mina Park");
    CHECK(writer_choose(&r.session, STR("Mina"), NULL, 0, &r.arena, NULL, &r.err));
    add(&r, "Ava Stone");
    CHECK_OUTPUT("Mina Park", "git log -1 --format=%%an");
    CHECK(writer_choose(&r.session, STR("Mina"), with, 3, &r.arena, &w, &r.err));
    CHECK_INT(w.source, WRITER_CHOSEN);
    CHECK_INT(w.with_count, 1);
    CHECK_STR(w.with[0].name, STR("Ava Stone"));
    CHECK_OUTPUT("", "git status --porcelain");
    room_close(&r);
}

static void an_unknown_person_cannot_be_chosen(void **state)
{
    (void)state;
    Room r;

    room_open(&r, NULL, NULL);
    CHECK(!writer_choose(&r.session, STR("Zoe"), NULL, 0, &r.arena, NULL, &r.err));
    CHECK_INT(r.err.code, ERR_NOT_FOUND);
    CHECK(strstr(r.err.hint, "prfaq who add"));
    room_close(&r);
}

static void a_roster_that_cannot_be_committed_stays_as_it_was(void **state)
{
    (void)state;
    Room r;
    bool known = false;

    room_open(&r, "Jun Lee", "jun@example.com");
    add(&r, "Mina Park");
    run("git rev-parse HEAD >.git/MERGE_HEAD");
    CHECK(!writer_add(&r.session, STR("Ava Stone"), STR(""), &known, &r.err));
    CHECK_INT(r.err.code, ERR_STATE);
    CHECK_OUTPUT("", "git status --porcelain");
    room_close(&r);
}

RUN_TESTS(TEST(without_a_roster_git_knows_who_writes),
          TEST(without_any_name_there_is_nobody),
          TEST(with_a_roster_gits_name_counts_only_when_it_is_on_it),
          TEST(the_roster_is_committed_alone_and_signed),
          TEST(the_chosen_person_signs_the_next_one),
          TEST(an_unknown_person_cannot_be_chosen),
          TEST(a_roster_that_cannot_be_committed_stays_as_it_was))
