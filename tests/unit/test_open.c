#include "check.h"
#include "gitrepo.h"

static void check_refused(const char *path, int code, const char *message,
                          const char *hint)
{
    Repo *repo = NULL;
    Error err = {0};

    CHECK(!repo_open(path, &repo, &err));
    CHECK(repo == NULL);
    CHECK_INT(err.code, code);
    CHECK(str_find(str_from(err.message), str_from(message), 0) != STR_NONE);
    CHECK(str_find(str_from(err.hint), str_from(hint), 0) != STR_NONE);
}

static void what_cannot_be_used_is_refused_with_the_way_out(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    follow_home();
    run("git init -q --bare bare; git init -q --object-format=sha256 long; "
        "git init -q future; git -C future config core.repositoryformatversion 99; "
        "git init -q table; git -C table config core.repositoryformatversion 1; "
        "git -C table config extensions.refStorage reftable; "
        "git init -q broken; echo '[' >broken/.git/config; "
        "mkdir loop; echo 'gitdir: .git' >loop/.git");
    check_refused("loop/a.md", ERR_STATE, "leads to no repository", "git status");
    check_refused(".", ERR_NOT_FOUND, "is in no git repository", "prfaq init");
    check_refused("bare", ERR_STATE, "is bare", "git clone");
    check_refused("long", ERR_STATE, "uses SHA-256 names", "--object-format=sha1");
    check_refused("future", ERR_STATE, "needs a newer prfaq", "git status");
    check_refused("table", ERR_STATE, "uses the reftable format", "git refs migrate");
    check_refused("broken", ERR_IO, "cannot open the repository", "git status");
    scratch_leave(&s);
}

static void the_repository_of_somebody_else_is_refused_until_trusted(void **state)
{
    Scratch s;
    Repo *repo = NULL;
    char hint[5000];
    (void)state;
    if (geteuid() != 0)
        return;
    scratch_enter(&s);
    follow_home();
    run("git init -q r; chown -R 65534:65534 r");
    snprintf(hint, sizeof hint, "git config --global --add safe.directory \"%s/r\"",
             s.path);
    check_refused("r", ERR_STATE, "belongs to somebody else", hint);
    run("git config --global --add safe.directory '*'");
    check_refused("r", ERR_STATE, "belongs to somebody else", hint);
    run("%s", hint);
    CHECK(repo_open("r", &repo, NULL));
    repo_free(repo);
    scratch_leave(&s);
}

static void formats_that_change_nothing_for_us_are_opened(void **state)
{
    Scratch s;
    Repo *repo = NULL;
    (void)state;
    scratch_enter(&s);
    follow_home();
    run("git init -q r; cd r; git config core.repositoryformatversion 1; "
        "git config extensions.worktreeConfig true; "
        "git config extensions.partialClone origin; "
        "git config extensions.preciousObjects true");
    CHECK(repo_open("r", &repo, NULL));
    repo_free(repo);
    unsetenv("HOME");
    CHECK(repo_open("r/new/../x.md", &repo, NULL) || repo_open("r/x.md", &repo, NULL));
    repo_free(repo);
    scratch_leave(&s);
}

static void init_makes_what_is_missing_and_nothing_else(void **state)
{
    Scratch s;
    bool created = false;
    (void)state;
    scratch_enter(&s);
    follow_home();
    run("git config --global init.defaultBranch other; cp .gitconfig before");
    CHECK(repo_init("new/place", &created, NULL));
    CHECK(created);
    CHECK_OUTPUT("main", "git -C new/place symbolic-ref --short HEAD");
    CHECK_OUTPUT(".git", "ls -A new/place");
    CHECK(repo_init("new/place", &created, NULL));
    CHECK(!created);
    CHECK(repo_init("new/place/below", &created, NULL));
    CHECK(!created);
    run("cmp .gitconfig before; git init -q --bare bare");
    Error err = {0};
    CHECK(!repo_init("bare", &created, &err));
    CHECK_INT(err.code, ERR_STATE);
    scratch_leave(&s);
}

RUN_TESTS(TEST(what_cannot_be_used_is_refused_with_the_way_out),
          TEST(the_repository_of_somebody_else_is_refused_until_trusted),
          TEST(formats_that_change_nothing_for_us_are_opened),
          TEST(init_makes_what_is_missing_and_nothing_else))
