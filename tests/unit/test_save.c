#include "gitrepo.h"

static void the_first_revision_is_made_on_an_unborn_branch(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && mkdir r/아이디어");
    check_saved(&g, "아이디어/lantern.md", "first\n");
    CHECK_OUTPUT("first", "git -C r show HEAD:아이디어/lantern.md");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK_OUTPUT("", "git -C r fsck --strict --full 2>&1 | grep -v notice");
    CHECK_OUTPUT("Mina Park Jr. <mina@example.com> 1804034467 +0900",
                 "git -C r cat-file commit HEAD | sed -n 's/^author //p'");
    CHECK_OUTPUT("Mina Park Jr. <mina@example.com> 1804034467 +0900",
                 "git -C r cat-file commit HEAD | sed -n 's/^committer //p'");
    CHECK_OUTPUT("main", "git -C r branch --show-current");
    CHECK_OUTPUT("commit (initial): A note", "git -C r reflog -1 --format=%%gs");
    CHECK_OUTPUT("mina@example.com", "git -C r reflog -1 --format=%%ge");
    gitrepo_leave(&g);
}

static void what_is_staged_or_changed_elsewhere_stays(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && echo a >a && echo b >b && mkdir d && "
                      "echo c >d/c && echo old >d/doc.md && git add . && "
                      "git commit -qm 1 && echo staged >a && git add a && echo x >b && "
                      "echo new >n && git add -N n && git rm -q --cached d/c");
    check_saved(&g, "d/doc.md", "new\n");
    CHECK_OUTPUT("M  a\n M b\nD  d/c\n A n\n?? d/c", "git -C r status --porcelain");
    CHECK_OUTPUT("d/doc.md", "git -C r diff-tree -r --name-only --no-commit-id HEAD");
    CHECK_OUTPUT("2", "git -C r rev-list --count HEAD");
    gitrepo_leave(&g);
}

static void bytes_are_kept_whatever_git_is_told_to_convert(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && git config core.autocrlf true && "
                      "echo '*.md text eol=crlf ident' >.gitattributes");
    check_saved(&g, "doc.md", "a\r\nb\n$Id$");
    CHECK_OUTPUT("610d0a620a24496424",
                 "git -C r cat-file blob HEAD:doc.md | od -An -v -tx1 | tr -d ' '");
    gitrepo_leave(&g);
}

static void the_executable_bit_of_the_last_revision_is_kept(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && echo a >doc.md && chmod +x doc.md && "
                      "git add . && git commit -qm 1");
    check_saved(&g, "doc.md", "b\n");
    CHECK_OUTPUT("100755", "git -C r ls-tree HEAD doc.md | cut -d' ' -f1");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    gitrepo_leave(&g);
}

static void a_detached_head_moves_alone(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && git commit -q --allow-empty -m 1 && "
                      "git checkout -q --detach");
    check_saved(&g, "doc.md", "b\n");
    CHECK_OUTPUT("1", "git -C r rev-list --count main");
    CHECK_OUTPUT("2", "git -C r rev-list --count HEAD");
    gitrepo_leave(&g);
}

static void a_linked_work_tree_saves_to_its_own_branch(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q m && git -C m commit -q --allow-empty -m 1 && "
                      "git -C m worktree add -q ../r -b side");
    check_saved(&g, "doc.md", "b\n");
    CHECK_OUTPUT("1", "git -C m rev-list --count main");
    CHECK_OUTPUT("2", "git -C m rev-list --count side");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK_OUTPUT("", "git -C m status --porcelain");
    CHECK(str_ends(str_from(repo_private(g.repo)), STR("/m/.git/prfaq")));
    gitrepo_leave(&g);
}

static void check_refused(const char *commands, const char *message)
{
    GitRepo g;
    Error err = {0};

    gitrepo_enter(&g, commands);
    char *before =
        output("cd r; git rev-parse HEAD; git ls-files -s; cat .git/*_HEAD 2>&1");
    CHECK(!save(&g, "doc.md", "new\n", NULL, &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK_STRZ(err.message, message);
    CHECK(err.hint[0] != '\0');
    CHECK_OUTPUT(before,
                 "cd r; git rev-parse HEAD; git ls-files -s; cat .git/*_HEAD 2>&1");
    free(before);
    gitrepo_leave(&g);
}

#define TWO_SIDES                                                                      \
    "git init -q r && cd r && echo 0 >doc.md && git add . && git commit -qm 0 && "     \
    "git checkout -q -b side && echo 1 >doc.md && git commit -qam 1 && "               \
    "git checkout -q main && echo 2 >doc.md && git commit -qam 2; "

static void what_git_is_in_the_middle_of_is_not_committed_over(void **state)
{
    (void)state;
    check_refused(TWO_SIDES "git merge side >/dev/null; true",
                  "git is in the middle of a merge");
    check_refused(TWO_SIDES "git rebase side >/dev/null 2>&1; true",
                  "git is in the middle of a rebase");
    check_refused(TWO_SIDES "git cherry-pick side >/dev/null 2>&1; true",
                  "git is in the middle of a cherry-pick");
    check_refused(TWO_SIDES "git revert --no-edit HEAD~1 >/dev/null 2>&1; true",
                  "git is in the middle of a revert");
    check_refused(TWO_SIDES "git bisect start >/dev/null",
                  "git is in the middle of a bisect");
    check_refused(TWO_SIDES "echo 3 >doc.md; git stash -q; echo 4 >doc.md; "
                            "git commit -qam 4; git stash pop >/dev/null 2>&1; true",
                  "\"doc.md\" has versions that are not merged yet");
}

static void a_link_has_no_revisions(void **state)
{
    GitRepo g;
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r && echo x >r/real.md && ln -s real.md r/doc.md");
    CHECK(!save(&g, "doc.md", "new\n", NULL, &err));
    CHECK_INT(err.code, ERR_STATE);
    gitrepo_leave(&g);
}

static void a_folder_in_the_place_of_the_file_is_not_removed(void **state)
{
    GitRepo g;
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && mkdir doc.md && echo x >doc.md/a && "
                      "echo y >f && git add . && git commit -qm 1 && rm -r doc.md f && "
                      "mkdir f");
    CHECK(!save(&g, "doc.md", "new\n", NULL, &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK(!save(&g, "f/doc.md", "new\n", NULL, &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK_OUTPUT("1", "git -C r rev-list --count HEAD");
    CHECK_OUTPUT("doc.md/a\nf", "git -C r ls-files");
    gitrepo_leave(&g);
}

static void the_same_bytes_make_no_second_revision(void **state)
{
    GitRepo g;
    CommitNotes notes = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_saved(&g, "doc.md", "a\n");
    CHECK(save(&g, "doc.md", "a\n", &notes, NULL));
    CHECK(notes.nothing_new);
    CHECK_OUTPUT("1", "git -C r rev-list --count HEAD");
    gitrepo_leave(&g);
}

static void a_locked_index_is_left_behind_and_said(void **state)
{
    GitRepo g;
    CommitNotes notes = {0};
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r && touch -d '1 hour ago' r/.git/index.lock");
    CHECK(save(&g, "doc.md", "a\n", &notes, &err));
    CHECK(notes.index_behind);
    CHECK_STRZ(err.message, "");
    CHECK_OUTPUT("a", "git -C r show HEAD:doc.md");
    CHECK_OUTPUT("index.lock", "ls r/.git | grep lock");
    run("rm r/.git/index.lock");
    check_saved(&g, "doc.md", "b\n");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    gitrepo_leave(&g);
}

static void an_index_of_another_format_is_left_alone(void **state)
{
    GitRepo g;
    CommitNotes notes = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r && cd r && echo a >a && git add . && "
                      "git commit -qm 1 && git update-index --split-index");
    CHECK(save(&g, "doc.md", "a\n", &notes, NULL));
    CHECK(notes.index_behind);
    CHECK_OUTPUT("a", "git -C r ls-files");
    CHECK_OUTPUT("", "ls r/.git | grep lock; ls r/.git/prfaq | grep index");
    gitrepo_leave(&g);
}

static void names_that_would_break_the_record_are_refused(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    const char *const bad[] = {"Eve\nx-evil: 1", "a<b", "a>b", " ", "",
                               "a\x1b[31m",      "\xff"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        Error err = {0};
        Revision rev;
        const Person eve = {str_from(bad[i]), STR("e@e")};
        CommitRequest request = {
            .path = STR("a.md"), .message = STR("x"), .author = eve};
        CHECK(!repo_commit(g.repo, &request, &rev, &err));
        CHECK_INT(err.code, ERR_USAGE);
        request.author = (Person){STR("Mina"), str_from(bad[i])};
        CHECK(!repo_commit(g.repo, &request, &rev, &err));
        request.author = (Person){STR("Mina"), STR("m@e")};
        request.with = &eve;
        request.with_count = 1;
        CHECK(!repo_commit(g.repo, &request, &rev, &err));
        CHECK_INT(err.code, ERR_USAGE);
    }
    CHECK_OUTPUT("0", "git -C r rev-list --all --count");
    gitrepo_leave(&g);
}

static void who_was_in_the_room_is_named_once_and_in_order(void **state)
{
    GitRepo g;
    Error err = {0};
    Revision rev;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    const Person with[] = {{STR("Tomas"), STR("t@e")},
                           {STR("김준"), STR("jun@e")},
                           {STR("Jun"), STR("j@e")},
                           {STR("Tomas"), STR("t@e")},
                           {STR("Mina"), STR("m@e")}};
    const CommitRequest request = {.path = STR("a.md"),
                                   .bytes = STR("x"),
                                   .message = STR("  Note\n\nBody\n\n"),
                                   .author = {STR("Mina"), STR("m@e")},
                                   .with = with,
                                   .with_count = 5};
    CHECK(repo_commit(g.repo, &request, &rev, &err));
    CHECK_OUTPUT("Note\n\nBody\n\nCo-authored-by: Jun <j@e>\n"
                 "Co-authored-by: Tomas <t@e>\nCo-authored-by: 김준 <jun@e>",
                 "git -C r cat-file commit HEAD | sed '1,/^$/d'");
    CHECK_OUTPUT("Co-authored-by: Jun <j@e>",
                 "git -C r log -1 --format='%%(trailers)' | head -1");
    CHECK_OUTPUT(rev.commit, "git -C r rev-parse HEAD");
    CHECK_OUTPUT(rev.blob, "git -C r rev-parse HEAD:a.md");
    CHECK_STR(rev.subject, STR("Note"));
    CHECK_STR(rev.body, STR("Body"));
    gitrepo_leave(&g);
}

static void variables_of_git_lead_nowhere_else(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r && git init -q other");
    setenv("GIT_DIR", "other/.git", 1);
    setenv("GIT_INDEX_FILE", "other/.git/index", 1);
    setenv("GIT_WORK_TREE", "other", 1);
    setenv("GIT_AUTHOR_NAME", "Eve", 1);
    Repo *again = NULL;
    CHECK(repo_open("r/doc.md", &again, NULL));
    CHECK_STRZ(repo_root(again), repo_root(g.repo));
    repo_free(again);
    check_saved(&g, "doc.md", "a\n");
    unsetenv("GIT_DIR");
    unsetenv("GIT_INDEX_FILE");
    unsetenv("GIT_WORK_TREE");
    unsetenv("GIT_AUTHOR_NAME");
    CHECK_OUTPUT("Mina Park Jr.", "git -C r log -1 --format=%%an");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK_OUTPUT("0", "git -C other rev-list --all --count");
    gitrepo_leave(&g);
}

static void a_file_that_changed_while_its_save_waited_is_saved_as_it_is(void **state)
{
    GitRepo g;
    Revision rev;
    CommitNotes notes = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; printf 'mine\\ntheirs\\n' >r/doc.md");
    const CommitRequest request = {.path = STR("doc.md"),
                                   .bytes = STR("mine\n"),
                                   .message = STR("x"),
                                   .author = {STR("Mina"), STR("m@e")},
                                   .from_file = true,
                                   .notes = &notes};
    CHECK(repo_commit(g.repo, &request, &rev, NULL));
    CHECK_OUTPUT("mine\ntheirs", "git -C r show HEAD:doc.md");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK(repo_commit(g.repo, &request, &rev, NULL));
    CHECK(notes.nothing_new);
    gitrepo_leave(&g);
}

static void two_programs_saving_at_once_lose_nothing(void **state)
{
    enum { PROCESSES = 4, EACH = 10 };
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    for (int p = 0; p < PROCESSES; p++) {
        if (fork() != 0)
            continue;
        char name[32], text[32];
        Error err = {0};
        Repo *own = NULL;
        bool ok = repo_open("r", &own, &err);
        g.repo = own;
        snprintf(name, sizeof name, "doc%d.md", p);
        for (int i = 0; ok && i < EACH; i++) {
            snprintf(text, sizeof text, "%d\n", i);
            ok = save(&g, name, text, NULL, &err);
        }
        if (!ok)
            fprintf(stderr, "%s\n", err.message);
        _exit(!ok);
    }
    for (int p = 0, status = 0; p < PROCESSES; p++) {
        CHECK(wait(&status) > 0);
        CHECK_INT(status, 0);
    }
    CHECK_OUTPUT("40", "git -C r rev-list --count HEAD");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    CHECK_OUTPUT("", "find r -name '*.lock'");
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(the_first_revision_is_made_on_an_unborn_branch),
          TEST(what_is_staged_or_changed_elsewhere_stays),
          TEST(bytes_are_kept_whatever_git_is_told_to_convert),
          TEST(the_executable_bit_of_the_last_revision_is_kept),
          TEST(a_detached_head_moves_alone),
          TEST(a_linked_work_tree_saves_to_its_own_branch),
          TEST(what_git_is_in_the_middle_of_is_not_committed_over),
          TEST(a_link_has_no_revisions),
          TEST(a_folder_in_the_place_of_the_file_is_not_removed),
          TEST(the_same_bytes_make_no_second_revision),
          TEST(a_locked_index_is_left_behind_and_said),
          TEST(an_index_of_another_format_is_left_alone),
          TEST(names_that_would_break_the_record_are_refused),
          TEST(who_was_in_the_room_is_named_once_and_in_order),
          TEST(variables_of_git_lead_nowhere_else),
          TEST(a_file_that_changed_while_its_save_waited_is_saved_as_it_is),
          TEST(two_programs_saving_at_once_lose_nothing))
