#include "repo/history.h"

#include "check.h"
#include "gitrepo.h"

/* "3 Third|2 Second|…": numbers and subjects, newest first. */
static void check_history(GitRepo *g, const char *path, const char *expected)
{
    Arena a = {0};
    History h;
    StrBuf b = {0};
    Error err = {0};

    if (!history_read(g->repo, str_from(path), &a, &h, &err))
        print_error("%s\n", err.message);
    for (size_t i = 0; i < h.count; i++)
        strbuf_addf(&b, "%s%d %.*s", i ? "|" : "", h.items[i].number,
                    STR_ARG(h.items[i].subject));
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
    arena_deinit(&a);
}

#define COMMIT(text, message)                                                          \
    "echo '" text "' >doc.md; git add -A; git commit -qm '" message "'; "
#define OTHER(message)                                                                 \
    "echo '" message "' >>other; git add -A; git commit -qm '" message "'; "

static void only_commits_that_changed_the_document_count(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; " OTHER("o1") COMMIT("1", "one") OTHER("o2")
                          COMMIT("2", "two") OTHER("o3"));
    check_history(&g, "doc.md", "2 two|1 one");
    check_history(&g, "other", "3 o3|2 o2|1 o1");
    check_history(&g, "never.md", "");
    gitrepo_leave(&g);
}

static void nothing_saved_yet_is_no_failure(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_history(&g, "doc.md", "");
    gitrepo_leave(&g);
}

static void a_renamed_document_keeps_its_past(void **state)
{
    GitRepo g;
    Arena a = {0};
    History h;
    StrBuf b = {0};
    (void)state;
    gitrepo_enter(
        &g, "git init -q r; cd r; mkdir 아이디어; seq 20 >첫이름.md; seq 9 >x.md; "
            "git add -A; git commit -qm one; git mv 첫이름.md 아이디어/둘.md; "
            "git commit -qm moved; seq 21 >아이디어/둘.md; git commit -qam two; "
            "git mv 아이디어/둘.md doc.md; echo 22 >>doc.md; "
            "git add -A; git commit -qm 'moved and changed'");
    check_history(&g, "doc.md", "4 moved and changed|3 two|2 moved|1 one");
    CHECK(history_read(g.repo, STR("doc.md"), &a, &h, NULL));
    CHECK_STR(h.paths[3], STR("첫이름.md"));
    CHECK_STR(h.paths[0], STR("doc.md"));
    CHECK(history_bytes(g.repo, &h.items[3], &b, NULL));
    CHECK_INT(b.len, 51);
    strbuf_deinit(&b);
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void both_sides_of_a_merge_are_found_once(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(
        &g, "git init -q r; cd r; " COMMIT(
                "0", "base") "git checkout -q -b side; " COMMIT("1", "side 1")
                COMMIT("2", "side 2") "git checkout -q main; " COMMIT(
                    "3", "main 1") "git merge -q -s ours side -m dropped; "
                                   "git checkout -q -b other HEAD~1; " OTHER(
                                       "o") "git checkout -q main; git merge -q other "
                                            "-m joined; " COMMIT("4", "last"));
    /* First parents first: what was on this branch keeps its number. */
    check_history(&g, "doc.md", "5 last|4 side 2|3 side 1|2 main 1|1 base");
    gitrepo_leave(&g);
}

static void a_merge_that_is_like_no_side_is_a_revision(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(
        &g,
        "git init -q r; cd r; " COMMIT("0", "base") "git checkout -q -b side; " COMMIT(
            "1",
            "side") "git checkout -q main; " COMMIT("2",
                                                    "main") "git merge -q side "
                                                            ">/dev/null; echo 3 "
                                                            ">doc.md; git add -A; "
                                                            "git commit -qm merged");
    check_history(&g, "doc.md", "4 merged|3 side|2 main|1 base");
    gitrepo_leave(&g);
}

static void a_document_that_came_back_has_its_old_revisions(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; " COMMIT(
                      "0", "one") "git rm -q doc.md; git commit -qm gone; " OTHER("o")
                      COMMIT("0", "back"));
    check_history(&g, "doc.md", "2 back|1 one");
    gitrepo_leave(&g);
}

static void a_shallow_clone_ends_at_its_boundary(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(
        &g, "git init -q s; cd s; " COMMIT("0", "one") COMMIT("1", "two")
                COMMIT("2", "three") "cd ..; "
                                     "git clone -q --depth 2 \"file://$PWD/s\" r");
    check_history(&g, "doc.md", "2 three|1 two");
    gitrepo_leave(&g);
}

static void order_comes_from_the_graph_and_not_from_clocks(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(
        &g, "git init -q r; cd r; "
            "export GIT_COMMITTER_DATE='2030-01-01T00:00:00 +0000'; "
            "export GIT_AUTHOR_DATE=$GIT_COMMITTER_DATE; " COMMIT(
                "0", "future") "export GIT_COMMITTER_DATE='1990-01-01T00:00:00 +0000'; "
                               "export GIT_AUTHOR_DATE=$GIT_COMMITTER_DATE; " COMMIT(
                                   "1", "past"));
    check_history(&g, "doc.md", "2 past|1 future");
    gitrepo_leave(&g);
}

static void revisions_carry_who_when_and_what(void **state)
{
    GitRepo g;
    Arena a = {0};
    History h;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_saved(&g, "doc.md", "a\n");
    run("cd r; echo b >doc.md; git commit -qa -m 'one line' "
        "--trailer 'Co-authored-by: Zoe <z@e>' --trailer 'Co-Authored-By: Al <a@e>'");
    CHECK(history_read(g.repo, STR("doc.md"), &a, &h, NULL));
    CHECK_INT(h.count, 2);
    const Revision *git = &h.items[0], *ours = &h.items[1];
    CHECK_STR(ours->note, STR("A note"));
    CHECK_STR(ours->subject, STR("A note"));
    CHECK_STR(ours->body, STR("Problem: +3"));
    CHECK_STR(ours->author.name, STR("Mina Park Jr."));
    CHECK_INT(ours->time.seconds, 1804034467);
    CHECK_INT(ours->time.offset, 540);
    CHECK_STR(git->note, STR(""));
    CHECK_STR(git->subject, STR("one line"));
    CHECK_STR(git->body, STR(""));
    CHECK_INT(git->with_count, 2);
    CHECK_STR(git->with[0].name, STR("Al"));
    CHECK_STR(git->with[1].email, STR("z@e"));
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void check_find(GitRepo *g, const History *h, const char *rev,
                       const char *subject)
{
    Arena a = {0};
    Revision found = {0};
    Error err = {0};

    if (!history_find(g->repo, h, STR("new.md"), str_from(rev), &a, &found, &err))
        print_error("%s: %s\n", rev, err.message);
    CHECK_STR(found.subject, str_from(subject));
    arena_deinit(&a);
}

static void revisions_are_found_as_people_write_them(void **state)
{
    GitRepo g;
    Arena a = {0};
    History h;
    Revision rev;
    Error err = {0};
    (void)state;
    gitrepo_enter(
        &g,
        "git init -q r; cd r; " OTHER("first") COMMIT("1", "one") "git tag v1; " OTHER(
            "o") "git mv doc.md new.md; "
                 "echo 2 >new.md; echo 1 >>new.md; git add -A; "
                 "git commit -qm two; git tag -a -m x v2; " OTHER(
                     "last") "git checkout -q -b side v1; " COMMIT("3",
                                                                   "elsewhere") "git "
                                                                                "checko"
                                                                                "ut -q "
                                                                                "main");
    CHECK(history_read(g.repo, STR("new.md"), &a, &h, NULL));
    CHECK_INT(h.count, 2);
    check_find(&g, &h, "1", "one");
    check_find(&g, &h, "2", "two");
    check_find(&g, &h, "HEAD", "two");
    check_find(&g, &h, "main~1", "two");
    check_find(&g, &h, "main~2", "one");
    check_find(&g, &h, "v1", "one");
    check_find(&g, &h, "v2", "two");
    check_find(&g, &h, "side", "elsewhere");
    check_find(&g, &h, h.items[0].commit, "two");
    char *brief = output("git -C r rev-parse --short v1");
    check_find(&g, &h, brief, "one");
    free(brief);
    CHECK(!history_find(g.repo, &h, STR("new.md"), STR("3"), &a, &rev, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK_STRZ(err.message, "there is no revision 3");
    CHECK_STRZ(err.hint, "this document has revisions 1 to 2");
    CHECK(!history_find(g.repo, &h, STR("new.md"), STR("nonsense"), &a, &rev, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    CHECK(!history_find(g.repo, &h, STR("new.md"), STR("v1~1"), &a, &rev, &err));
    CHECK_STRZ(err.message, "\"new.md\" is not in revision \"v1~1\"");
    arena_deinit(&a);
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(only_commits_that_changed_the_document_count),
          TEST(nothing_saved_yet_is_no_failure),
          TEST(a_renamed_document_keeps_its_past),
          TEST(both_sides_of_a_merge_are_found_once),
          TEST(a_merge_that_is_like_no_side_is_a_revision),
          TEST(a_document_that_came_back_has_its_old_revisions),
          TEST(a_shallow_clone_ends_at_its_boundary),
          TEST(order_comes_from_the_graph_and_not_from_clocks),
          TEST(revisions_carry_who_when_and_what),
          TEST(revisions_are_found_as_people_write_them))
