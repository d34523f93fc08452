#include "repo/revisions.h"

#include "check.h"
#include "gitrepo.h"

#define COMMIT(text) "echo '" text "' >doc.md; git add -A; git commit -qm '" text "'; "

/* "3<2 three|2<1 two|…": number, the one it changed, subject, newest first. */
static void check_revisions(Repo *repo, const char *path, const char *expected)
{
    Arena a = {0};
    Revisions *r = NULL;
    StrBuf b = {0};
    Error err = {0};

    if (!revisions_open(repo, str_from(path), &r, &err))
        print_error("%s\n", err.message);
    CHECK(revisions_more(r, 0));
    for (size_t i = 0; i < revisions_count(r); i++) {
        Revision rev;
        RevisionRecord record;
        int number;
        CHECK(revisions_record(r, i, &record, &number));
        CHECK(revisions_get(r, i, &a, &rev, NULL));
        CHECK_INT(rev.number, number);
        strbuf_addf(&b, "%s%d<%u %.*s", i ? "|" : "", number, record.previous,
                    STR_ARG(rev.subject));
    }
    CHECK_STRZ(strbuf_cstr(&b), expected);
    strbuf_deinit(&b);
    revisions_free(r);
    arena_deinit(&a);
}

/* Is the table right already, so that nothing is walked? */
static bool is_kept(Repo *repo, const char *path)
{
    Revisions *r = NULL;

    CHECK(revisions_open(repo, str_from(path), &r, NULL));
    bool complete = revisions_complete(r);
    revisions_free(r);
    return complete;
}

static void what_was_found_is_kept_and_brought_up_to_date(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; " COMMIT("one") COMMIT("two"));
    CHECK(!is_kept(g.repo, "doc.md"));
    check_revisions(g.repo, "doc.md", "2<1 two|1<0 one");
    CHECK(is_kept(g.repo, "doc.md"));
    check_revisions(g.repo, "doc.md", "2<1 two|1<0 one");
    run("cd r; echo x >other; git add -A; git commit -qm other; " COMMIT("three"));
    CHECK(!is_kept(g.repo, "doc.md"));
    check_revisions(g.repo, "doc.md", "3<2 three|2<1 two|1<0 one");
    CHECK(is_kept(g.repo, "doc.md"));
    run("test \"$(stat -c %%a r/.git/prfaq/history/*)\" = 600");
    gitrepo_leave(&g);
}

static void history_that_went_another_way_is_found_anew(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; " COMMIT("one") COMMIT("two"));
    check_revisions(g.repo, "doc.md", "2<1 two|1<0 one");
    run("cd r; git reset -q --hard HEAD~1; " COMMIT("other"));
    check_revisions(g.repo, "doc.md", "2<1 other|1<0 one");
    run("cd r; git reset -q --hard HEAD~1");
    check_revisions(g.repo, "doc.md", "1<0 one");
    gitrepo_leave(&g);
}

static void merges_after_what_is_known_count_as_in_a_whole_walk(void **state)
{
    GitRepo g;
    const char *expected = "5<2 last|4<3 side 2|3<1 side|2<1 main|1<0 one";
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; " COMMIT(
                          "one") "git checkout -q -b side; " COMMIT("side")
                          COMMIT("side 2") "git checkout -q main; " COMMIT("main"));
    check_revisions(g.repo, "doc.md", "2<1 main|1<0 one");
    run("cd r; git merge -q -s ours side -m joined; " COMMIT("last"));
    check_revisions(g.repo, "doc.md", expected);
    run("rm -r r/.git/prfaq/history");
    check_revisions(g.repo, "doc.md", expected);
    gitrepo_leave(&g);
}

/* The side that was dropped is no words of today's: they go on from main's. */
static void after_a_merge_that_changed_nothing_numbers_go_on(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(
        &g, "git init -q r; cd r; " COMMIT("one") "git checkout -q -b side; " COMMIT(
                "side") "git checkout -q main; git commit -q --allow-empty -m e; "
                        "git merge -q -s ours side -m joined; ");
    check_revisions(g.repo, "doc.md", "2<1 side|1<0 one");
    run("cd r; " COMMIT("next"));
    check_revisions(g.repo, "doc.md", "3<1 next|2<1 side|1<0 one");
    gitrepo_leave(&g);
}

static void a_damaged_table_is_made_anew(void **state)
{
    GitRepo g;
    char command[200];
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; " COMMIT("one") COMMIT("two") COMMIT("three"));
    check_revisions(g.repo, "doc.md", "3<2 three|2<1 two|1<0 one");
    for (int at = 0; at < 290; at += 37) {
        snprintf(command, sizeof command,
                 "f=$(ls r/.git/prfaq/history/*); printf X | dd of=$f bs=1 seek=%d "
                 "conv=notrunc 2>/dev/null",
                 at);
        run("%s", command);
        check_revisions(g.repo, "doc.md", "3<2 three|2<1 two|1<0 one");
        CHECK(is_kept(g.repo, "doc.md"));
    }
    run("f=$(ls r/.git/prfaq/history/*); truncate -s 150 $f");
    check_revisions(g.repo, "doc.md", "3<2 three|2<1 two|1<0 one");
    gitrepo_leave(&g);
}

static void more_that_was_fetched_is_seen(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q s; cd s; " COMMIT("one") COMMIT("two") COMMIT(
                          "three") "cd ..; git clone -q --depth 2 \"file://$PWD/s\" r");
    check_revisions(g.repo, "doc.md", "2<1 three|1<0 two");
    run("cd r; git fetch -q --unshallow");
    repo_free(g.repo);
    CHECK(repo_open("r", &g.repo, NULL));
    check_revisions(g.repo, "doc.md", "3<2 three|2<1 two|1<0 one");
    gitrepo_leave(&g);
}

static void the_newest_come_before_the_walk_has_ended(void **state)
{
    GitRepo g;
    Revisions *r = NULL;
    RevisionRecord record;
    int number;
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; for i in $(seq 80); do echo $i >doc.md; git "
                  "add -A; git commit -qm $i; done");
    CHECK(revisions_open(g.repo, STR("doc.md"), &r, NULL));
    CHECK(!revisions_complete(r));
    while (revisions_count(r) == 0)
        revisions_more(r, 1);
    CHECK(revisions_record(r, 0, &record, &number));
    CHECK(revisions_more(r, 0));
    CHECK_INT(revisions_count(r), 80);
    CHECK(revisions_record(r, 0, &record, &number));
    CHECK_INT(number, 80);
    CHECK_INT(record.previous, 79);
    CHECK(revisions_index(r, 1) == 79 && revisions_index(r, 81) == NO_REVISION);
    revisions_free(r);
    gitrepo_leave(&g);
}

/* Each work tree of a repository stands on a branch of its own. */
static void work_trees_have_their_own(void **state)
{
    GitRepo g;
    Repo *other = NULL;
    (void)state;
    gitrepo_enter(
        &g,
        "git init -q r; cd r; " COMMIT(
            "one") "git worktree add -q -b side ../w; " COMMIT("main") "cd "
                                                                       "../w; " COMMIT(
                                                                           "side"));
    CHECK(repo_open("w", &other, NULL));
    check_revisions(g.repo, "doc.md", "2<1 main|1<0 one");
    check_revisions(other, "doc.md", "2<1 side|1<0 one");
    CHECK(is_kept(g.repo, "doc.md") && is_kept(other, "doc.md"));
    repo_free(other);
    gitrepo_leave(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_found_is_kept_and_brought_up_to_date),
        cmocka_unit_test(history_that_went_another_way_is_found_anew),
        cmocka_unit_test(merges_after_what_is_known_count_as_in_a_whole_walk),
        cmocka_unit_test(after_a_merge_that_changed_nothing_numbers_go_on),
        cmocka_unit_test(a_damaged_table_is_made_anew),
        cmocka_unit_test(more_that_was_fetched_is_seen),
        cmocka_unit_test(the_newest_come_before_the_walk_has_ended),
        cmocka_unit_test(work_trees_have_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
