#include "repo/reference.h"

#include <string.h>

#include "check.h"
#include "gitrepo.h"

static const Person mina = {{"Mina Park", 9}, {"mina@example.com", 16}};
static const Moment noon = {.seconds = 1893456000, .offset = 540};

static git_oid oid_of(const char *revision)
{
    git_oid id;
    char *hex = output("git -C r rev-parse '%s'", revision);
    CHECK_INT(git_oid_fromstr(&id, hex), 0);
    free(hex);
    return id;
}

static ReferenceLock lock(GitRepo *g, Arena *arena, Head *head, ReferenceMove *out)
{
    CHECK(head_read(g->repo, arena, head, NULL));
    return reference_lock(g->repo, head, arena, out);
}

/* Move what HEAD is on back to its parent. */
static void check_moves_back(GitRepo *g)
{
    Arena arena = {0};
    Head head;
    ReferenceMove move;
    Error err = {0};
    git_oid to = oid_of("HEAD~1");
    CHECK_INT(lock(g, &arena, &head, &move), REFERENCE_LOCKED);
    CHECK(reference_write(&move, &to, &err));
    CHECK_INT(reference_move(&move, &mina, noon, STR("commit: back"), &err),
              REFERENCE_DONE);
    reference_unlock(&move);
    git_oid now = oid_of("HEAD");
    CHECK(git_oid_equal(&now, &to));
    CHECK_OUTPUT("", "find r/.git -name '*.lock'");
    arena_deinit(&arena);
}

static void a_branch_moves_and_its_logs_say_so(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; for i in 1 2 3 4; do git commit -q "
                      "--allow-empty -m $i; done");
    check_moves_back(&g);
    CHECK_OUTPUT(
        "Mina Park <mina@example.com> 1893456000 +0900: commit: back",
        "git -C r reflog -1 --format='%%gn <%%ge> %%gd: %%gs' --date=raw main | "
        "sed 's/main@{//;s/}//'");
    CHECK_OUTPUT("commit: back", "git -C r reflog -1 --format=%%gs HEAD");
    run("git -C r pack-refs --all");
    check_moves_back(&g);
    run("git -C r switch -q --detach");
    check_moves_back(&g);
    CHECK_OUTPUT("2", "git -C r log --oneline main | wc -l");
    gitrepo_leave(&g);
}

static void logs_are_begun_where_git_would(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; for i in 1 2 3 4; do git commit -q "
                      "--allow-empty -m $i; done; rm -r .git/logs");
    check_moves_back(&g);
    CHECK_OUTPUT("1", "cat r/.git/logs/HEAD | wc -l");
    run("rm -r r/.git/logs; git -C r config core.logAllRefUpdates false");
    repo_free(g.repo);
    CHECK(repo_open("r", &g.repo, NULL));
    check_moves_back(&g);
    CHECK_OUTPUT("0", "find r/.git/logs -type f 2>&- | wc -l");
    /* A log that is a link is somebody's trap. */
    run("mkdir -p r/.git/logs; : >mine; ln -s ../../../mine r/.git/logs/HEAD");
    check_moves_back(&g);
    CHECK_OUTPUT("", "cat mine");
    gitrepo_leave(&g);
}

static void a_lock_of_others_and_a_new_place_are_seen(void **state)
{
    GitRepo g;
    Arena arena = {0};
    Head head;
    ReferenceMove move;
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; git commit -q --allow-empty -m 1; git commit "
                  "-q --allow-empty -m 2; : >.git/refs/heads/main.lock");
    CHECK_INT(lock(&g, &arena, &head, &move), REFERENCE_BUSY);
    run("rm r/.git/refs/heads/main.lock; git -C r commit -q --allow-empty -m 3");
    CHECK_INT(reference_lock(g.repo, &head, &arena, &move), REFERENCE_MOVED);
    CHECK_INT(lock(&g, &arena, &head, &move), REFERENCE_LOCKED);
    reference_unlock(&move);
    CHECK_OUTPUT("", "find r/.git -name '*.lock'");
    run("git -C r switch -q --orphan new");
    CHECK_INT(lock(&g, &arena, &head, &move), REFERENCE_ODD);
    run("git -C r switch -q main; git -C r switch -q -c a/b; git -C r pack-refs --all; "
        "rm -rf r/.git/refs/heads/a");
    CHECK_INT(lock(&g, &arena, &head, &move), REFERENCE_ODD);
    arena_deinit(&arena);
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(a_branch_moves_and_its_logs_say_so),
          TEST(logs_are_begun_where_git_would),
          TEST(a_lock_of_others_and_a_new_place_are_seen))
