#include "repo/local.h"

#include "check.h"
#include "gitrepo.h"

static void settings_of_this_clone_alone_are_read_and_written(void **state)
{
    GitRepo g;
    Arena arena = {0};
    Str value = {0};
    Error err = {0};

    (void)state;
    gitrepo_enter(&g, "git init -q r; git -C r config a.b one; "
                      "git config --global c.d two");
    CHECK(repo_local_get(g.repo, "a.b", &arena, &value, &err));
    CHECK_STR(value, STR("one"));
    CHECK(repo_local_get(g.repo, "c.d", &arena, &value, &err));
    CHECK_STR(value, STR(""));
    CHECK(repo_local_set(g.repo, "diff.prfaq.command", "'a b' \"$X\" \\", &err));
    CHECK_OUTPUT("'a b' \"$X\" \\", "git -C r config diff.prfaq.command");
    CHECK(repo_local_unset(g.repo, "diff.prfaq.command", &err));
    CHECK(repo_local_unset(g.repo, "diff.prfaq.command", &err));
    CHECK_OUTPUT("", "git -C r config diff.prfaq.command");
    arena_deinit(&arena);
    gitrepo_leave(&g);
}

static void a_setting_that_goes_leaves_no_trace(void **state)
{
    GitRepo g;

    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; git config x.y z; cp .git/config ../before");
    CHECK(repo_local_set(g.repo, "diff.prfaq.command", "a", NULL));
    CHECK(repo_local_set(g.repo, "diff.prfaq.textconv", "b", NULL));
    CHECK(repo_local_set(g.repo, "merge.prfaq.driver", "c", NULL));
    CHECK(repo_local_unset(g.repo, "diff.prfaq.command", NULL));
    CHECK_OUTPUT("b", "git -C r config diff.prfaq.textconv");
    CHECK(repo_local_unset(g.repo, "diff.prfaq.textconv", NULL));
    CHECK(repo_local_unset(g.repo, "merge.prfaq.driver", NULL));
    run("cmp before r/.git/config");
    run("printf '[diff \"prfaq\"]\n\t# mine\n\tcommand = a\n' >>r/.git/config");
    repo_free(g.repo);
    CHECK(repo_open("r", &g.repo, NULL));
    CHECK(repo_local_unset(g.repo, "diff.prfaq.command", NULL));
    CHECK_OUTPUT("# mine", "tail -1 r/.git/config | tr -d '\\t'");
    gitrepo_leave(&g);
}

static void attributes_are_told_whoever_set_them(void **state)
{
    GitRepo g;
    Arena arena = {0};
    Str value = {0};
    Error err = {0};

    (void)state;
    gitrepo_enter(&g, "git init -q r; echo '*.md diff=mine -merge' >r/.gitattributes");
    CHECK(repo_attribute(g.repo, STR("x.md"), "diff", &arena, &value, &err));
    CHECK_STR(value, STR("mine"));
    CHECK(repo_attribute(g.repo, STR("x.md"), "merge", &arena, &value, &err));
    CHECK_STR(value, STR("-"));
    CHECK(repo_attribute(g.repo, STR("x.txt"), "diff", &arena, &value, &err));
    CHECK_STR(value, STR(""));
    CHECK(
        str_ends(repo_attributes_file(g.repo, &arena), STR("/r/.git/info/attributes")));
    arena_deinit(&arena);
    gitrepo_leave(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(settings_of_this_clone_alone_are_read_and_written),
        TEST(a_setting_that_goes_leaves_no_trace),
        TEST(attributes_are_told_whoever_set_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
