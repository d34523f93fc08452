#include "repo/index.h"

#include "check.h"
#include "gitrepo.h"

static TreeEntry blob_of(GitRepo *g, const char *text)
{
    TreeEntry blob = {.found = true, .mode = GIT_FILEMODE_BLOB};
    CHECK(object_write(g->repo, GIT_OBJECT_BLOB, str_from(text), &blob.id, NULL));
    run("mkdir -p r/.git/prfaq");
    return blob;
}

static void the_index_is_locked_until_it_is_put_in_place(void **state)
{
    GitRepo g;
    IndexUpdate update;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; echo a >a; git add a");
    const TreeEntry blob = blob_of(&g, "new\n");
    write_text("r/doc.md", "new\n");
    index_prepare(g.repo, STR("doc.md"), &blob, STR("new\n"), &update);
    CHECK(update.ready);
    CHECK_OUTPUT("a", "git -C r ls-files");
    CHECK_OUTPUT("128", "git -C r add doc.md 2>/dev/null; echo $?");
    CHECK(index_commit(&update));
    index_release(&update);
    CHECK_OUTPUT("a\ndoc.md", "git -C r ls-files");
    /* git sees from the times that the file is as in the index. */
    CHECK_OUTPUT("", "git -C r diff-files");
    CHECK_OUTPUT("", "find r -name '*.lock'; ls r/.git/prfaq");
    gitrepo_leave(&g);
}

static void a_change_given_up_leaves_everything_as_it_was(void **state)
{
    GitRepo g;
    IndexUpdate update;
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; echo a >a; git add a; cp .git/index ../before");
    const TreeEntry blob = blob_of(&g, "new\n");
    index_prepare(g.repo, STR("doc.md"), &blob, STR("new\n"), &update);
    index_release(&update);
    run("cmp before r/.git/index");
    CHECK_OUTPUT("", "find r -name '*.lock'; ls r/.git/prfaq");
    gitrepo_leave(&g);
}

static void flags_and_the_work_of_others_stay(void **state)
{
    GitRepo g;
    IndexUpdate update;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; echo a >doc.md; echo x >x; git add .; "
                      "git commit -qm 1; git update-index --assume-unchanged doc.md; "
                      "git update-index --skip-worktree x; git update-index "
                      "--index-version 4");
    const TreeEntry blob = blob_of(&g, "new\n");
    index_prepare(g.repo, STR("doc.md"), &blob, STR("new\n"), &update);
    CHECK(index_commit(&update));
    index_release(&update);
    CHECK_OUTPUT("h doc.md\nS x", "git -C r ls-files -v");
    gitrepo_leave(&g);
}

static void what_stands_in_the_way_is_not_removed(void **state)
{
    GitRepo g;
    IndexUpdate update;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; mkdir doc.md; echo a >doc.md/a; echo f >f; "
                      "git add .");
    const TreeEntry blob = blob_of(&g, "new\n");
    index_prepare(g.repo, STR("doc.md"), &blob, STR("new\n"), &update);
    CHECK(!update.ready);
    index_release(&update);
    index_prepare(g.repo, STR("f/doc.md"), &blob, STR("new\n"), &update);
    CHECK(!update.ready);
    index_release(&update);
    CHECK_OUTPUT("doc.md/a\nf", "git -C r ls-files");
    CHECK_OUTPUT("", "find r -name '*.lock'");
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(the_index_is_locked_until_it_is_put_in_place),
          TEST(a_change_given_up_leaves_everything_as_it_was),
          TEST(flags_and_the_work_of_others_stay),
          TEST(what_stands_in_the_way_is_not_removed))
