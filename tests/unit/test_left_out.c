#include "repo/left_out.h"

#include "check.h"
#include "gitrepo.h"

static const char TWO[] =
    "git init -q up && cd up && git config uploadpack.allowFilter true && mkdir in out "
    "&& "
    "echo a >in/a.md && echo b >out/b.md && git add . && git commit -qm 1 && "
    "echo c >in/a.md && git commit -qam 2 && echo d >in/a.md && git commit -qam 3 && "
    "cd .. && ";

static void enter(GitRepo *g, const char *commands)
{
    char line[1024];

    snprintf(line, sizeof line, "%s%s", TWO, commands);
    gitrepo_enter(g, line);
}

static void a_shallow_clone_ends_at_a_commit(void **state)
{
    GitRepo g;
    (void)state;
    enter(&g, "git clone -q --depth 2 file://$PWD/up r");
    char *oldest = output("git -C r rev-parse HEAD~1");
    char *newest = output("git -C r rev-parse HEAD");
    CHECK(repo_cut_below(g.repo, oldest));
    CHECK(!repo_cut_below(g.repo, newest));
    run("git -C r fetch -q --unshallow");
    CHECK(!repo_cut_below(g.repo, oldest));
    CHECK(!repo_is_partial(g.repo));
    free(oldest);
    free(newest);
    gitrepo_leave(&g);
}

static void words_a_partial_clone_left_out_are_told(void **state)
{
    GitRepo g;
    StrBuf bytes = {0};
    Error err = {0};
    (void)state;
    enter(&g, "git clone -q --filter=blob:none file://$PWD/up r");
    CHECK(repo_is_partial(g.repo));
    CHECK(repo_read(g.repo, STR("in/a.md"), STR("HEAD"), &bytes, NULL));
    CHECK(!repo_read(g.repo, STR("in/a.md"), STR("HEAD~1"), &bytes, &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK(str_find(str_from(err.message), STR("partial"), 0) != STR_NONE);
    CHECK_STRZ(err.hint, "Fetch all of them: git fetch --refetch --no-filter");
    run("git -C r fetch -q --refetch --no-filter 2>/dev/null");
    repo_free(g.repo);
    CHECK(repo_open("r", &g.repo, NULL));
    CHECK(repo_read(g.repo, STR("in/a.md"), STR("HEAD~1"), &bytes, NULL));
    strbuf_deinit(&bytes);
    gitrepo_leave(&g);
}

static void files_a_sparse_checkout_keeps_away_are_known(void **state)
{
    GitRepo g;
    (void)state;
    enter(&g, "git clone -q up r");
    CHECK(!repo_is_sparse_at(g.repo, STR("out/b.md")));
    run("git -C r sparse-checkout set in");
    CHECK(repo_is_sparse_at(g.repo, STR("out/b.md")));
    CHECK(repo_is_sparse_at(g.repo, STR("out")));
    CHECK(!repo_is_sparse_at(g.repo, STR("in/a.md")));
    CHECK(!repo_is_sparse_at(g.repo, STR("in")));
    CHECK(!repo_is_sparse_at(g.repo, STR("nowhere")));
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(a_shallow_clone_ends_at_a_commit),
          TEST(words_a_partial_clone_left_out_are_told),
          TEST(files_a_sparse_checkout_keeps_away_are_known))
