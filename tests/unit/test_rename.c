#include "repo/rename.h"

#include "check.h"
#include "gitrepo.h"

/* The name r/new.md had one commit earlier. */
static void check_rename(const char *commands, const char *expected)
{
    GitRepo g;
    Arena a = {0};
    Commit before, after;
    TreeEntry entry;
    git_oid id;
    Str name = {0};

    gitrepo_enter(&g, commands);
    CHECK(revision_resolve(g.repo, STR("main~1"), &id, NULL));
    CHECK(commit_read(g.repo, &id, &a, &before, NULL));
    CHECK(revision_resolve(g.repo, STR("main"), &id, NULL));
    CHECK(commit_read(g.repo, &id, &a, &after, NULL));
    CHECK(tree_find(g.repo, &after.tree, STR("new.md"), &entry, NULL));
    bool found = rename_find(g.repo, &before.tree, &after.tree, &entry.id, &a, &name);
    CHECK_INT(found, *expected != '\0');
    CHECK_STR(name, str_from(expected));
    arena_deinit(&a);
    gitrepo_leave(&g);
}

#define START  "git init -q r; cd r; mkdir -p a/b; "
#define COMMIT "git add -A; git commit -qm x; "

static void the_same_bytes_are_the_same_document(void **state)
{
    (void)state;
    check_rename(START "seq 9 >a/b/old.txt; seq 8 >a/like.md; " COMMIT
                       "seq 9 >new.md; rm a/b/old.txt a/like.md; " COMMIT,
                 "a/b/old.txt");
}

static void half_of_the_lines_make_the_same_document(void **state)
{
    (void)state;
    check_rename(START "seq 10 >a/old.md; seq 4 >less.md; " COMMIT
                       "rm a/old.md less.md; seq 20 >new.md; " COMMIT,
                 "a/old.md");
    check_rename(
        START "seq 10 >a/old.md; " COMMIT "rm a/old.md; seq 21 >new.md; " COMMIT, "");
}

static void what_is_still_there_was_not_renamed(void **state)
{
    (void)state;
    check_rename(START "seq 10 >old.md; " COMMIT "seq 10 >new.md; " COMMIT, "");
    check_rename(
        START "seq 10 >old.md; " COMMIT "seq 10 >new.md; echo x >old.md; " COMMIT, "");
}

static void other_kinds_of_files_are_not_compared_by_lines(void **state)
{
    (void)state;
    check_rename(
        START "seq 10 >a/old.txt; " COMMIT "rm a/old.txt; seq 11 >new.md; " COMMIT, "");
}

RUN_TESTS(TEST(the_same_bytes_are_the_same_document),
          TEST(half_of_the_lines_make_the_same_document),
          TEST(what_is_still_there_was_not_renamed),
          TEST(other_kinds_of_files_are_not_compared_by_lines))
