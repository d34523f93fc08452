#include "repo/stored.h"

#include "check.h"
#include "gitrepo.h"

static const char CRLF[] = "# A\r\n\r\nOne.\r\n";

/* What a revision of `text` holds as doc.md; "same": its own bytes. */
static void check_stored(GitRepo *g, Str text, const char *expected)
{
    Arena arena = {0};
    StrBuf out = {0};
    Head head;

    CHECK(head_read(g->repo, &arena, &head, NULL));
    bool turned = stored_turned(g->repo, STR("doc.md"), text, &head, &out);
    CHECK_STRZ(turned ? strbuf_cstr(&out) : "same", expected);
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

static void check_with(const char *commands, const char *expected)
{
    GitRepo g;
    char line[512];

    snprintf(line, sizeof line, "git init -q r && cd r && %s", commands);
    gitrepo_enter(&g, line);
    check_stored(&g, str_from(CRLF), expected);
    gitrepo_leave(&g);
}

static void line_ends_are_turned_where_git_would(void **state)
{
    static const char LF[] = "# A\n\nOne.\n";
    (void)state;
    check_with("true", "same");
    check_with("git config core.autocrlf false", "same");
    check_with("git config core.autocrlf true", LF);
    check_with("git config core.autocrlf input", LF);
    check_with("echo '*.md text' >.gitattributes", LF);
    check_with("echo '*.md text=auto' >.gitattributes", LF);
    check_with("echo '*.md eol=crlf' >.gitattributes", LF);
    check_with("echo '*.md text eol=lf' >.gitattributes", LF);
    check_with("echo '*.md -text' >.gitattributes; git config core.autocrlf true",
               "same");
    check_with("echo '*.md text working-tree-encoding=UTF-16' >.gitattributes", "same");
}

static void only_what_can_be_turned_back_is_turned(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && echo '*.md text' >.gitattributes");
    check_stored(&g, STR("a\r\nb\n"), "same");
    check_stored(&g, STR("a\rb\r\n"), "same");
    check_stored(&g, STR("a\r\r\n"), "same");
    check_stored(&g, STR("a\nb\n"), "same");
    check_stored(&g, STR(""), "same");
    check_stored(&g,
                 STR("\xef\xbb\xbf"
                     "a\r\nb"),
                 "\xef\xbb\xbf"
                 "a\nb");
    gitrepo_leave(&g);
}

static void crlf_that_git_keeps_stays(void **state)
{
    (void)state;
    check_with("git config core.autocrlf false && printf 'a\\r\\n' >doc.md && "
               "git add . && git commit -qm 1 && git config core.autocrlf true",
               "same");
    check_with("printf 'a\\r\\n' >doc.md && git add . && git commit -qm 1 && "
               "echo '*.md text' >.gitattributes",
               "# A\n\nOne.\n");
}

static void a_file_with_its_own_line_ends_is_no_change(void **state)
{
    GitRepo g;
    RepoFile same = REPO_FILE_NEW;
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && git config core.autocrlf true && "
                      "printf 'a\\r\\n' >doc.md && git add . && git commit -qm 1");
    CHECK(repo_compare(g.repo, STR("doc.md"), STR("a\r\n"), &same, NULL));
    CHECK_INT(same, REPO_FILE_SAME);
    check_saved(&g, "doc.md", "a\r\n");
    CHECK_OUTPUT("1", "git -C r rev-list --count HEAD");
    check_saved(&g, "doc.md", "a\r\nb\r\n");
    CHECK_OUTPUT("a b",
                 "git -C r cat-file blob HEAD:doc.md | tr '\\n' ' ' | sed 's/ $//'");
    CHECK_OUTPUT("a^M b^M", "cat -v r/doc.md | tr '\\n' ' ' | sed 's/ $//'");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK_OUTPUT("1", "git -C r diff --numstat HEAD~1 | cut -f1");
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(line_ends_are_turned_where_git_would),
          TEST(only_what_can_be_turned_back_is_turned), TEST(crlf_that_git_keeps_stays),
          TEST(a_file_with_its_own_line_ends_is_no_change))
