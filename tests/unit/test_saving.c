/* One save at a time, and nothing left by a killed one: src/repo/saving.c. */
#include "repo/saving.h"

#include <signal.h>

#include "check.h"
#include "gitrepo.h"

static void the_locks_of_a_killed_save_are_removed(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r; git -C r commit -q --allow-empty -m 1");
    pid_t child = fork();
    if (child == 0) {
        Saving saving;
        if (saving_begin(g.repo, STR("refs/heads/main"), &saving, NULL) &&
            system("touch r/.git/index.lock r/.git/refs/heads/main.lock") == 0)
            raise(SIGKILL);
        _exit(1);
    }
    int status = 0;
    CHECK(waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    check_saved(&g, "doc.md", "x\n");
    CHECK_OUTPUT("", "find r/.git -name '*.lock'");
    CHECK_OUTPUT("600 0", "stat -c '%%a %%s' r/.git/prfaq/saving");
    CHECK_OUTPUT("700", "stat -c %%a r/.git/prfaq");
    gitrepo_leave(&g);
}

/* A save dies when the branch has moved and the index has not. */
static void die_before_the_index(const char *path, const char *bytes)
{
    Error err = {0};
    Saving saving;

    if (fork() == 0) {
        Repo *repo = NULL;
        if (repo_open("r", &repo, &err) &&
            saving_begin(repo, STR("refs/heads/main"), &saving, NULL)) {
            saving_about(&saving, STR("refs/heads/main"), str_from(path));
            raise(SIGKILL);
        }
        _exit(1);
    }
    int status = 0;
    CHECK(wait(&status) > 0);
    CHECK(WIFSIGNALED(status));
    run("cd r && cp .git/index ../index && printf '%s' >%s && git add %s && "
        "git commit -qm cut && cp ../index .git/index",
        bytes, path, path);
}

static void the_index_of_a_killed_save_is_brought_up_to_date(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q -b main r; cd r; echo 1 >a.md; git add a.md; "
                      "git commit -qm 1");
    die_before_the_index("new.md", "new");
    CHECK_OUTPUT("D  new.md\n?? new.md", "git -C r status --porcelain");
    check_saved(&g, "doc.md", "x\n");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    die_before_the_index("a.md", "2");
    check_saved(&g, "doc.md", "y\n");
    CHECK_OUTPUT("", "git -C r status --porcelain");
    die_before_the_index("a.md", "3");
    run("cd r && printf other >a.md && git add a.md");
    check_saved(&g, "doc.md", "z\n");
    CHECK_OUTPUT("M  a.md", "git -C r status --porcelain");
    gitrepo_leave(&g);
}

static void the_locks_of_others_stay(void **state)
{
    GitRepo g;
    CommitNotes notes = {0};
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; git -C r commit -q --allow-empty -m 1; "
                      "mkdir -m 700 r/.git/prfaq; echo ../../x >r/.git/prfaq/saving; "
                      "touch -d '2 hours ago' r/.git/prfaq/saving; "
                      "touch -d '1 hour ago' r/.git/index.lock");
    CHECK(save(&g, "doc.md", "x\n", &notes, &err));
    CHECK(notes.index_behind);
    CHECK_OUTPUT("r/.git/index.lock", "find r/.git -name '*.lock'");
    gitrepo_leave(&g);
}

static void half_written_objects_are_removed_when_nobody_writes_them(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; git -C r commit -q --allow-empty -m 1; "
                  "touch -d '2 minutes ago' r/.git/objects/tmp_object_git2_old "
                  "r/.git/objects/others; touch r/.git/objects/tmp_object_git2_new; "
                  "ln -s others r/.git/objects/tmp_object_git2_link; "
                  "touch -h -d '2 minutes ago' r/.git/objects/tmp_object_git2_link");
    check_saved(&g, "doc.md", "x\n");
    CHECK_OUTPUT("others\ntmp_object_git2_link\ntmp_object_git2_new",
                 "cd r/.git/objects; ls -d other* tmp*");
    gitrepo_leave(&g);
}

static void a_private_folder_that_is_a_link_is_refused(void **state)
{
    GitRepo g;
    Error err = {0};
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; mkdir elsewhere; ln -s ../../elsewhere r/.git/prfaq");
    CHECK(!save(&g, "doc.md", "x\n", NULL, &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK_OUTPUT("", "ls elsewhere");
    gitrepo_leave(&g);
}

static void waiting_ends(void **state)
{
    int64_t start = saving_clock_ms();
    int attempt = 0;
    (void)state;
    while (saving_wait(start, 50, attempt))
        attempt++;
    CHECK(attempt > 0);
    CHECK(saving_clock_ms() - start >= 50);
}

RUN_TESTS(TEST(the_locks_of_a_killed_save_are_removed),
          TEST(the_index_of_a_killed_save_is_brought_up_to_date),
          TEST(the_locks_of_others_stay),
          TEST(half_written_objects_are_removed_when_nobody_writes_them),
          TEST(a_private_folder_that_is_a_link_is_refused), TEST(waiting_ends))
