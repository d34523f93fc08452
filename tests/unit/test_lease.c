#include "scratch.h"

#include <signal.h>

#include "store/lease.h"

static LeaseHolder person(const char *name, const char *host)
{
    Moment now = {1795257727, 0};

    return (LeaseHolder){.process = {.host = str_from(host),
                                     .boot = STR("b"),
                                     .tty = STR("/dev/pts/3"),
                                     .pid = (long)getpid()},
                         .person = str_from(name),
                         .since = now,
                         .beat = now};
}

static void the_second_one_learns_who_has_it(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *jun = NULL, *mina = NULL;
    LeaseHolder holder = {0}, a = person("Jun Park", "laptop"),
                b = person("Mina", "laptop");
    scratch_enter(&scratch);
    CHECK_INT(lease_take(STR("lease"), STR("x"), &a, &arena, &jun, &holder, NULL),
              LEASE_TAKEN);
    CHECK_INT(lease_take(STR("lease"), STR("x"), &b, &arena, &mina, &holder, NULL),
              LEASE_HELD);
    CHECK_STR(holder.person, STR("Jun Park"));
    CHECK_STR(holder.process.tty, STR("/dev/pts/3"));
    CHECK_INT(holder.since.seconds, 1795257727);
    CHECK(!lease_lost(jun, &arena, &holder));
    CHECK_INT(lease_take(STR("lease"), STR("y"), &b, &arena, &mina, &holder, NULL),
              LEASE_TAKEN);
    lease_end(mina);
    lease_end(jun);
    CHECK_OUTPUT("0", "ls lease | wc -l | tr -d ' '");
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void one_given_back_can_be_taken(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *lease = NULL;
    LeaseHolder holder = {0}, a = person("Jun", "laptop");
    scratch_enter(&scratch);
    for (int i = 0; i < 3; i++) {
        CHECK_INT(lease_take(STR("lease"), STR("x"), &a, &arena, &lease, &holder, NULL),
                  LEASE_TAKEN);
        lease_end(lease);
    }
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void a_dead_holder_does_not_stand_in_the_way(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *lease = NULL;
    LeaseHolder holder = {0}, a = person("Jun", "laptop"), b = person("Mina", "laptop");
    int status = 0;
    scratch_enter(&scratch);
    a.process.boot = STR("another start of the machine");
    pid_t child = fork();
    if (child == 0) {
        lease_take(STR("lease"), STR("x"), &a, &arena, &lease, &holder, NULL);
        raise(SIGKILL);
    }
    CHECK(waitpid(child, &status, 0) == child && WIFSIGNALED(status));
    CHECK_OUTPUT("1", "grep -c Jun lease/x.lease");
    CHECK_INT(lease_take(STR("lease"), STR("x"), &b, &arena, &lease, &holder, NULL),
              LEASE_TAKEN);
    CHECK_OUTPUT("1", "grep -c Mina lease/x.lease");
    lease_end(lease);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

/* Locks of another computer may not be seen: its last key counts, for a while. */
static void another_host_counts_while_it_types(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *lease = NULL;
    LeaseHolder holder = {0}, b = person("Mina", "laptop");
    scratch_enter(&scratch);
    run("mkdir -m 700 lease && printf 'prfaq lease 1\\nhost other\\npid 5\\nperson "
        "Jun\\nbeat 1795257600\\n' > lease/x.lease");
    CHECK_INT(lease_take(STR("lease"), STR("x"), &b, &arena, &lease, &holder, NULL),
              LEASE_HELD);
    CHECK_STR(holder.process.host, STR("other"));
    b.since.seconds = b.beat.seconds += 3600;
    CHECK_INT(lease_take(STR("lease"), STR("x"), &b, &arena, &lease, &holder, NULL),
              LEASE_TAKEN);
    lease_end(lease);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void taking_over_is_noticed_by_the_one_before(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *jun = NULL, *mina = NULL, *third = NULL;
    LeaseHolder holder = {0}, a = person("Jun", "laptop"), b = person("Mina", "laptop");
    scratch_enter(&scratch);
    CHECK_INT(lease_take(STR("lease"), STR("x"), &a, &arena, &jun, &holder, NULL),
              LEASE_TAKEN);
    CHECK_INT(lease_take_over(STR("lease"), STR("x"), &b, &mina, NULL), LEASE_TAKEN);
    CHECK(lease_lost(jun, &arena, &holder));
    CHECK_STR(holder.person, STR("Mina"));
    CHECK(!lease_lost(mina, &arena, &holder));
    lease_beat(jun, STR("Jun"), (Moment){1795259000, 0});
    lease_end(jun); /* and leaves the file of the new one alone */
    CHECK(!lease_lost(mina, &arena, &holder));
    CHECK_INT(lease_take(STR("lease"), STR("x"), &a, &arena, &third, &holder, NULL),
              LEASE_HELD);
    CHECK_STR(holder.person, STR("Mina"));
    lease_end(mina);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void who_types_now_is_told_to_others(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *lease = NULL;
    LeaseHolder holder = {0}, a = person("Jun", "laptop");
    scratch_enter(&scratch);
    CHECK_INT(lease_take(STR("lease"), STR("x"), &a, &arena, &lease, &holder, NULL),
              LEASE_TAKEN);
    lease_beat(lease, STR("Jun"), (Moment){1795257730, 0});
    CHECK_OUTPUT("beat 1795257727", "grep beat lease/x.lease");
    lease_beat(lease, STR("Jun"), (Moment){1795257790, 0});
    CHECK_OUTPUT("beat 1795257790", "grep beat lease/x.lease");
    lease_beat(lease, STR("Ava"), (Moment){1795257791, 0});
    CHECK_OUTPUT("person Ava", "grep person lease/x.lease");
    lease_end(lease);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

static void a_folder_that_cannot_be_made_is_no_place(void **state)
{
    (void)state;
    Scratch scratch;
    Arena arena = {0};
    Lease *lease = NULL;
    Error err = {0};
    LeaseHolder holder = {0}, a = person("Jun", "laptop");
    scratch_enter(&scratch);
    run("touch lease");
    CHECK_INT(lease_take(STR("lease"), STR("x"), &a, &arena, &lease, &holder, &err),
              LEASE_FAILED);
    CHECK_INT(err.code, ERR_IO);
    arena_deinit(&arena);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(the_second_one_learns_who_has_it), TEST(one_given_back_can_be_taken),
          TEST(a_dead_holder_does_not_stand_in_the_way),
          TEST(another_host_counts_while_it_types),
          TEST(taking_over_is_noticed_by_the_one_before),
          TEST(who_types_now_is_told_to_others),
          TEST(a_folder_that_cannot_be_made_is_no_place))
