#include "repo/repo.h"

#include "check.h"
#include "gitrepo.h"

static void paths_are_told_from_the_top_of_the_work_tree(void **state)
{
    GitRepo g;
    Arena a = {0};
    Str out = {0};
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; mkdir -p r/a/b; ln -s r/a link; "
                      "ln -s b.md r/a/l.md; mkdir rr");
    CHECK(repo_relative(g.repo, "r/a/b/new.md", &a, &out, NULL));
    CHECK_STR(out, STR("a/b/new.md"));
    CHECK(repo_relative(g.repo, "link/../a/x.md", &a, &out, NULL));
    CHECK_STR(out, STR("a/x.md"));
    CHECK(repo_relative(g.repo, "link/l.md", &a, &out, NULL));
    CHECK_STR(out, STR("a/l.md"));
    CHECK(!repo_relative(g.repo, "rr/x.md", &a, &out, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK(!repo_relative(g.repo, "r/.git/x.md", &a, &out, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK(!repo_relative(g.repo, "r", &a, &out, &err));
    CHECK(repo_relative(g.repo, "r/none/x.md", &a, &out, &err));
    CHECK_STR(out, STR("none/x.md"));
    CHECK(!repo_relative(g.repo, "r/no/ne/x.md", &a, &out, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(str_ends(str_from(repo_root(g.repo)), STR("/r")));
    CHECK(str_ends(str_from(repo_private(g.repo)), STR("/r/.git/prfaq")));
    CHECK_INT(file_kind(repo_private(g.repo)), FILE_NONE);
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void git_knows_who_i_am_or_does_not(void **state)
{
    GitRepo g;
    Arena a = {0};
    Person me = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    CHECK(repo_identity(g.repo, &a, &me));
    CHECK_STR(me.name, STR("Tester"));
    CHECK_STR(me.email, STR("t@e"));
    setenv("GIT_AUTHOR_NAME", "Eve", 1);
    run("git -C r config user.name '김 준 '");
    CHECK(repo_identity(g.repo, &a, &me));
    CHECK_STR(me.name, STR("김 준"));
    unsetenv("GIT_AUTHOR_NAME");
    run("git config --global --unset user.email");
    CHECK(!repo_identity(g.repo, &a, &me));
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void check_state(GitRepo *g, bool unborn, bool detached, const char *branch)
{
    Arena a = {0};
    RepoState now;

    CHECK(repo_state(g->repo, &a, &now, NULL));
    CHECK_INT(now.unborn, unborn);
    CHECK_INT(now.detached, detached);
    CHECK_STR(now.branch, str_from(branch));
    arena_deinit(&a);
}

static void the_branch_is_known_before_its_first_commit(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_state(&g, true, false, "main");
    run("git -C r commit -q --allow-empty -m 1; git -C r checkout -q -b 풍등/초안");
    check_state(&g, false, false, "풍등/초안");
    run("git -C r checkout -q --detach");
    check_state(&g, false, true, "");
    gitrepo_leave(&g);
}

static void a_document_is_read_at_a_revision(void **state)
{
    GitRepo g;
    StrBuf b = {0};
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    CHECK(!repo_read(g.repo, STR("doc.md"), STR(""), &b, &err));
    CHECK_STRZ(err.message, "nothing was saved yet");
    check_saved(&g, "doc.md", "one\n");
    check_saved(&g, "doc.md", "two\n");
    CHECK(repo_read(g.repo, STR("doc.md"), STR(""), &b, NULL));
    CHECK(repo_read(g.repo, STR("doc.md"), STR("main~1"), &b, NULL));
    CHECK_STRZ(strbuf_cstr(&b), "two\none\n");
    CHECK(!repo_read(g.repo, STR("doc.md"), STR("nope"), &b, &err));
    CHECK_STRZ(err.message, "there is no revision \"nope\"");
    CHECK(!repo_read(g.repo, STR("other.md"), STR("HEAD"), &b, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(!repo_read(g.repo, STR("doc.md/x"), STR(""), &b, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    strbuf_deinit(&b);
    gitrepo_leave(&g);
}

static void a_damaged_revision_ends_and_does_not_hang(void **state)
{
    GitRepo g;
    StrBuf b = {0};
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; for i in 1 2 3; do echo $i >doc.md; "
                      "git add .; git commit -qm $i; done; "
                      "f=.git/objects/$(git rev-parse HEAD~1 | sed 's,^..,&/,'); "
                      "git tag t HEAD~1; chmod u+w $f; truncate -s 20 $f");
    CHECK(!repo_read(g.repo, STR("doc.md"), STR("t"), &b, &err));
    CHECK(!repo_read(g.repo, STR("doc.md"), STR("main~1"), &b, &err));
    CHECK(!repo_read(g.repo, STR("doc.md"), STR("main~2"), &b, &err));
    CHECK(repo_read(g.repo, STR("doc.md"), STR("main"), &b, &err));
    CHECK_STRZ(strbuf_cstr(&b), "3\n");
    strbuf_deinit(&b);
    gitrepo_leave(&g);
}

static void check_compare(GitRepo *g, const char *bytes, RepoFile expected)
{
    RepoFile actual;
    CHECK(repo_compare(g->repo, STR("doc.md"), str_from(bytes), &actual, NULL));
    CHECK_INT(actual, expected);
}

static void words_are_compared_with_the_last_revision(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_compare(&g, "", REPO_FILE_NEW);
    check_saved(&g, "doc.md", "one\n");
    check_compare(&g, "one\n", REPO_FILE_SAME);
    check_compare(&g, "one", REPO_FILE_CHANGED);
    check_compare(&g, "", REPO_FILE_CHANGED);
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(paths_are_told_from_the_top_of_the_work_tree),
          TEST(git_knows_who_i_am_or_does_not),
          TEST(the_branch_is_known_before_its_first_commit),
          TEST(a_document_is_read_at_a_revision),
          TEST(a_damaged_revision_ends_and_does_not_hang),
          TEST(words_are_compared_with_the_last_revision))
