#include "repo/merge.h"

#include "check.h"
#include "gitrepo.h"

/* main and other part after the first commit; other changes doc.md and more.txt. */
#define TWO_BRANCHES                                                                   \
    "git init -q -b main r; cd r; echo one >doc.md; echo a >more.txt; git add .; "     \
    "git commit -qm one; git switch -q -c other; echo two >doc.md; git commit -qam "   \
    "two; git switch -q main; echo three >doc.md; git commit -qam three"

static void the_last_commit_of_both_is_found(void **state)
{
    GitRepo g;
    MergeSides sides;
    Error err = {0};
    size_t others = 9;

    (void)state;
    gitrepo_enter(&g, TWO_BRANCHES);
    CHECK(repo_merge_sides(g.repo, STR("other"), &sides, &err));
    CHECK_OUTPUT(sides.base, "git -C r merge-base main other");
    CHECK_OUTPUT(sides.theirs, "git -C r rev-parse other");
    CHECK(!sides.contained);
    CHECK(repo_merge_others(g.repo, &sides, STR("doc.md"), &others, &err));
    CHECK_INT((int)others, 0);
    CHECK(repo_merge_sides(g.repo, STR("main~1"), &sides, &err));
    CHECK(sides.contained);
    CHECK(!repo_merge_sides(g.repo, STR("nowhere"), &sides, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    gitrepo_leave(&g);
}

static void other_files_count_until_they_are_so_here_too(void **state)
{
    GitRepo g;
    MergeSides sides;
    size_t others = 9;

    (void)state;
    gitrepo_enter(&g, TWO_BRANCHES
                  "; git switch -q other; git rm -q more.txt; echo c >new.txt; git add "
                  ".; git commit -qm more; git switch -q main");
    CHECK(repo_merge_sides(g.repo, STR("other"), &sides, NULL));
    CHECK(repo_merge_others(g.repo, &sides, STR("doc.md"), &others, NULL));
    CHECK_INT((int)others, 2);
    run("cd r; git rm -q more.txt; echo c >new.txt; git add .; git commit -qm same");
    CHECK(repo_merge_others(g.repo, &sides, STR("doc.md"), &others, NULL));
    CHECK_INT((int)others, 0);
    gitrepo_leave(&g);
}

static void what_git_left_unmerged_is_read_and_settled(void **state)
{
    GitRepo g;
    StrBuf sides[3] = {{0}};
    bool found = true;

    (void)state;
    gitrepo_enter(&g, TWO_BRANCHES);
    CHECK(repo_unmerged(g.repo, STR("doc.md"), sides, &found, NULL));
    CHECK(!found);
    run("cd r; git merge -q other >/dev/null 2>&1; true");
    CHECK(repo_unmerged(g.repo, STR("doc.md"), sides, &found, NULL));
    CHECK(found);
    CHECK_STR(strbuf_view(&sides[0]), STR("one\n"));
    CHECK_STR(strbuf_view(&sides[1]), STR("three\n"));
    CHECK_STR(strbuf_view(&sides[2]), STR("two\n"));
    write_text("r/doc.md", "both\n");
    CHECK(repo_settle(g.repo, STR("doc.md"), NULL));
    CHECK_OUTPUT("", "git -C r ls-files -u");
    CHECK_OUTPUT("both", "git -C r show :doc.md");
    for (int i = 0; i < 3; i++)
        strbuf_deinit(&sides[i]);
    gitrepo_leave(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_last_commit_of_both_is_found),
        TEST(other_files_count_until_they_are_so_here_too),
        TEST(what_git_left_unmerged_is_read_and_settled)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
