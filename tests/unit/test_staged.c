#include "repo/staged.h"

#include "check.h"
#include "gitrepo.h"

/* "a.md=text|b/c.md=text|" */
static void check_staged_in(Repo *repo, const char *index, const char *expected)
{
    Arena a = {0};
    StrBuf said = {0};
    const StagedFile *files = NULL;
    size_t count = 0;
    Error err = {0};

    if (!repo_staged(repo, index, &a, &files, &count, &err))
        print_error("%s\n", err.message);
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&said, "%s=%s|", files[i].path.ptr, files[i].bytes.ptr);
    CHECK_STRZ(strbuf_cstr(&said), expected);
    strbuf_deinit(&said);
    arena_deinit(&a);
}

static void check_staged(Repo *repo, const char *expected)
{
    check_staged_in(repo, NULL, expected);
}

static void before_the_first_commit_everything_is_new(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_staged(g.repo, "");
    run("cd r && printf one >a.md && mkdir b && printf two >b/c.MD && printf x >d.txt "
        "&& "
        "git add .");
    check_staged(g.repo, "a.md=one|b/c.MD=two|");
    gitrepo_leave(&g);
}

static void the_staged_text_counts_and_not_that_of_the_file(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(&g,
                  "git init -q r && cd r && printf one >a.md && printf two >b.md && "
                  "git add . && git commit -qm one");
    check_staged(g.repo, "");
    run("cd r && printf half >a.md && git add a.md && printf whole >a.md && "
        "printf not-staged >b.md");
    check_staged(g.repo, "a.md=half|");
    gitrepo_leave(&g);
}

static void deleted_files_are_none_and_moved_ones_are_new(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(&g,
                  "git init -q r && cd r && printf one >a.md && printf two >b.md && "
                  "git add . && git commit -qm one && git rm -q a.md && mkdir 'c d' && "
                  "git mv b.md 'c d/e\nf\".md'");
    check_staged(g.repo, "c d/e\nf\".md=two|");
    gitrepo_leave(&g);
}

static void links_and_our_own_files_are_left_out(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && mkdir -p .prfaq/templates/en && "
                      "printf t >.prfaq/templates/en/t.md && ln -s .prfaq a.md && "
                      "git add -A");
    check_staged(g.repo, "");
    gitrepo_leave(&g);
}

static void in_a_merge_the_words_of_others_are_not_new(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(
        &g, "git init -q r && cd r && printf 1 >a.md && printf 1 >b.md && "
            "git add . && git commit -qm 1 && git checkout -q -b side && "
            "printf 2 >a.md && printf s >b.md && git commit -qam 2 && "
            "git checkout -q main && printf m >b.md && git commit -qam 3 && "
            "! git merge -q side >/dev/null && printf both >b.md && git add b.md");
    check_staged(g.repo, "b.md=both|");
    gitrepo_leave(&g);
}

static void git_may_name_another_index(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && printf one >a.md && git add a.md && "
                      "cp .git/index ../other && printf two >b.md && git add b.md");
    check_staged(g.repo, "a.md=one|b.md=two|");
    check_staged_in(g.repo, "other", "a.md=one|");
    gitrepo_leave(&g);
}

static void an_index_that_cannot_be_read_is_told(void **state)
{
    GitRepo g;
    Arena a = {0};
    const StagedFile *files = NULL;
    size_t count = 0;
    Error err = {0};

    (void)state;
    gitrepo_enter(&g, "git init -q r && printf garbage >r/.git/index");
    CHECK(!repo_staged(g.repo, NULL, &a, &files, &count, &err));
    CHECK(strstr(err.message, "staged"));
    arena_deinit(&a);
    gitrepo_leave(&g);
}

/* What git itself says is the measure. */
static void check_hooks(const char *prepare, bool expected_configured)
{
    GitRepo g;
    Arena a = {0};
    Str folder = {0};
    bool configured = false;
    Error err = {0};

    gitrepo_enter(&g, prepare);
    CHECK(repo_hooks_folder(g.repo, &a, &folder, &configured, &err));
    CHECK_INT(configured, expected_configured);
    run("mkdir -p '%s'", folder.ptr);
    CHECK_OUTPUT("same",
                 "cd r && [ \"$(cd \"$(git rev-parse --git-path hooks)\" && pwd -P)\""
                 " = \"$(cd '%s' && pwd -P)\" ] && echo same",
                 folder.ptr);
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void hooks_are_where_git_looks_for_them(void **state)
{
    (void)state;
    check_hooks("git init -q r", false);
    check_hooks("git init -q r && git -C r config core.hooksPath own/hooks", true);
    check_hooks("git init -q r && git config --global core.hooksPath '~/all hooks'",
                true);
    check_hooks("git init -q m && git -C m commit -q --allow-empty -m 1 && "
                "git -C m worktree add -q ../r",
                false);
}

RUN_TESTS(TEST(before_the_first_commit_everything_is_new),
          TEST(the_staged_text_counts_and_not_that_of_the_file),
          TEST(deleted_files_are_none_and_moved_ones_are_new),
          TEST(links_and_our_own_files_are_left_out),
          TEST(in_a_merge_the_words_of_others_are_not_new),
          TEST(git_may_name_another_index), TEST(an_index_that_cannot_be_read_is_told),
          TEST(hooks_are_where_git_looks_for_them))
