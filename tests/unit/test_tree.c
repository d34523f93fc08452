#include "check.h"
#include "gitrepo.h"

static void paths_that_some_system_takes_for_git_are_refused(void **state)
{
    static const char *const bad[] = {"",
                                      ".git/x",
                                      "a/.GIT",
                                      "a/.git",
                                      "git~1/x",
                                      ".git./x",
                                      ".git /x",
                                      ".git::$DATA/x",
                                      ".g\xe2\x80\x8cit/x",
                                      "\xef\xbb\xbf.git/x",
                                      "..",
                                      "a/../b",
                                      "./a",
                                      "/a",
                                      "a//b",
                                      "a/",
                                      "a\\b",
                                      "a\nb",
                                      "a\x1b[31m",
                                      "\xff"};
    static const char *const good[] = {"a.md",           "풍등/초안 1.md", ".gitignore",
                                       "git~2",          "a.git/x",        ".github/x",
                                       "it's $(fine).md"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Error err = {0};
        if (git_path_ok(str_from(bad[i]), &err))
            print_error("accepted %s\n", bad[i]);
        CHECK_INT(err.code, ERR_USAGE);
    }
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        CHECK(git_path_ok(str_from(good[i]), NULL));
}

static void a_damaged_tree_ends_where_it_is_damaged(void **state)
{
    Str rest = STR("100644 a\0"
                   "12345678901234567890"
                   "100644 b\0"
                   "short"),
        name;
    TreeEntry entry;
    (void)state;
    CHECK(tree_next(&rest, &name, &entry));
    CHECK_STR(name, STR("a"));
    CHECK_INT(entry.mode, 0100644);
    CHECK(!tree_next(&rest, &name, &entry));
    rest = STR("100644");
    CHECK(!tree_next(&rest, &name, &entry));
    rest = STR("x a\0"
               "12345678901234567890");
    CHECK(!tree_next(&rest, &name, &entry));
}

/* Names that sort differently as files and as folders, saved in turn: git must
 * find every tree in order. */
static void entries_are_kept_in_gits_order(void **state)
{
    static const char *const paths[] = {"b.md",    "b/c.md",  "b-x.md", "a/z/y.md",
                                        "b0.md",   "a.md",    "a/z.md", "b/c/d.md",
                                        "a-/q.md", "z/z/z.md"};
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; mkdir -p b/c a/z a- z/z");
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        check_saved(&g, paths[i], paths[i]);
    CHECK_OUTPUT("", "git -C r fsck --strict --no-dangling 2>&1 | grep -v notice");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK_OUTPUT("10", "git -C r ls-tree -r --name-only HEAD | wc -l");
    CHECK_OUTPUT("b/c/d.md", "git -C r show HEAD:b/c/d.md");
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(paths_that_some_system_takes_for_git_are_refused),
          TEST(a_damaged_tree_ends_where_it_is_damaged),
          TEST(entries_are_kept_in_gits_order))
