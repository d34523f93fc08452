#include "store/workspace.h"

#include "check.h"
#include "scratch.h"

static void check_root(const char *from, const char *root, const char *git)
{
    Arena a = {0};
    Workspace w;
    char *expected = output("realpath '%s'", *root ? root : ".");
    char *folder = output("realpath '%s'", *git ? git : ".");

    workspace_find(from, &a, &w);
    CHECK_STRZ(w.root.len ? w.root.ptr : "", *root ? expected : "");
    CHECK_STRZ(w.git.len ? w.git.ptr : "", *git ? folder : "");
    if (*git)
        CHECK(str_ends(w.private_, STR("/prfaq")));
    else
        CHECK_INT(w.private_.len, 0);
    free(expected);
    free(folder);
    arena_deinit(&a);
}

static void a_work_tree_is_found_from_below(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("git init -q r && mkdir -p r/a/b && touch r/a/f.md");
    check_root("r", "r", "r/.git");
    check_root("r/a/b", "r", "r/.git");
    check_root("r/a/f.md", "r", "r/.git");
    check_root("r/a/new.md", "r", "r/.git");
    check_root(".", "", "");
    check_root("missing/new.md", "", "");
    run("ln -s r/a l");
    check_root("l/f.md", "r", "r/.git");
    CHECK_INT(chdir("r/a/b"), 0);
    check_root(".", "../..", "../../.git");
    check_root("x.md", "../..", "../../.git");
    scratch_leave(&s);
}

static void work_trees_and_submodules_have_a_git_file(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("git config --global user.name T; git config --global user.email t@e; "
        "git config --global protocol.file.allow always");
    run("git init -q m && git -C m commit -q --allow-empty -m 1 && "
        "git -C m worktree add -q ../linked && git init -q s && "
        "git -C s commit -q --allow-empty -m 1 && "
        "git -C m submodule --quiet add ../s sub 2>/dev/null || "
        "git -C m submodule --quiet add \"$PWD/s\" sub");
    check_root("linked", "linked", "m/.git");
    check_root("m/sub", "m/sub", "m/.git/modules/sub");
    scratch_leave(&s);
}

static void what_is_no_repository_is_passed_by(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("git init -q r && mkdir -p r/a/.git");
    check_root("r/a", "r", "r/.git");
    run("touch HEAD; mkdir objects");
    check_root(".", "", "");
    scratch_leave(&s);
}

static void a_repository_that_cannot_be_used_is_found(void **state)
{
    Scratch s;
    (void)state;
    scratch_enter(&s);
    run("git init -q r && mkdir -p r/b/x r/c && touch r/b/.git && "
        "echo 'gitdir: .git' >r/c/.git; git init -q --bare bare");
    check_root("r/b/x", "r/b", "");
    check_root("r/c", "r/c", "");
    check_root("bare", "bare", "");
    scratch_leave(&s);
}

static void homes_follow_xdg(void **state)
{
    Scratch s;
    Arena a = {0};
    Workspace w;
    (void)state;
    scratch_enter(&s);
    setenv("HOME", "/h", 1);
    setenv("XDG_STATE_HOME", "/s", 1);
    setenv("XDG_DATA_HOME", "relative", 1);
    workspace_find(".", &a, &w);
    CHECK_STR(w.config_home, STR("/h/.config/prfaq"));
    CHECK_STR(w.state_home, STR("/s/prfaq"));
    CHECK_STR(w.data_home, STR("/h/.local/share/prfaq"));
    unsetenv("HOME");
    workspace_find(".", &a, &w);
    CHECK_STR(w.config_home, STR(""));
    CHECK_STR(w.state_home, STR("/s/prfaq"));
    arena_deinit(&a);
    scratch_leave(&s);
}

RUN_TESTS(TEST(a_work_tree_is_found_from_below),
          TEST(work_trees_and_submodules_have_a_git_file),
          TEST(what_is_no_repository_is_passed_by),
          TEST(a_repository_that_cannot_be_used_is_found), TEST(homes_follow_xdg))
