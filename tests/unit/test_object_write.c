#include "check.h"
#include "gitrepo.h"

static void others_find_objects_when_they_are_synced(void **state)
{
    GitRepo g;
    git_oid id;
    StrBuf b = {0};
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; seq 10 >ten");
    char *text = output("seq 10");
    strbuf_addf(&b, "%s\n", text);
    CHECK(object_write(g.repo, GIT_OBJECT_BLOB, strbuf_view(&b), &id, &err));
    CHECK_OUTPUT("no",
                 "cd r; git cat-file -e $(git hash-object ../ten) 2>&- || echo no");
    /* We find it all the same. */
    StrBuf read = {0};
    CHECK(object_read(g.repo, &id, GIT_OBJECT_BLOB, &read, &err));
    CHECK_STR(strbuf_view(&read), strbuf_view(&b));
    CHECK(!object_read(g.repo, &id, GIT_OBJECT_TREE, &read, &err));
    CHECK(objects_sync(g.repo, NULL, 0, &err));
    CHECK_OUTPUT("10", "cd r; git cat-file blob $(git hash-object ../ten) | tail -1");
    CHECK_OUTPUT("444", "stat -c %%a $(find r/.git/objects -type f)");
    CHECK_OUTPUT("", "cd r/.git/objects; ls | grep tmp; git fsck --strict 2>&1 | "
                     "grep -v -e notice -e dangling");
    strbuf_deinit(&read);
    strbuf_deinit(&b);
    free(text);
    gitrepo_leave(&g);
}

static void what_is_forgotten_leaves_nothing(void **state)
{
    GitRepo g;
    git_oid id;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    CHECK(object_write(g.repo, GIT_OBJECT_BLOB, STR("lost"), &id, NULL));
    CHECK_OUTPUT("1", "ls r/.git/objects | grep -c tmp_obj_prfaq");
    objects_forget(g.repo);
    CHECK_OUTPUT("info\npack", "ls r/.git/objects");
    CHECK(objects_sync(g.repo, NULL, 0, NULL));
    gitrepo_leave(&g);
}

static void what_is_there_is_used_again(void **state)
{
    GitRepo g;
    git_oid id;
    (void)state;
    gitrepo_enter(&g,
                  "git init -q r; cd r; printf here >a; git add a; git commit -qm 1");
    for (int packed = 0; packed < 2; packed++) {
        run("touch -d '2000-01-01' $(find r/.git/objects -type f)");
        CHECK(object_write(g.repo, GIT_OBJECT_BLOB, STR("here"), &id, NULL));
        CHECK(objects_sync(g.repo, NULL, 0, NULL));
        /* git must not take it for forgotten. */
        CHECK_OUTPUT("1", "find r/.git/objects -newermt 2001-01-01 -type f | wc -l");
        run("git -C r gc -q");
        repo_free(g.repo);
        CHECK(repo_open("r", &g.repo, NULL));
    }
    gitrepo_leave(&g);
}

static void there_may_be_many(void **state)
{
    GitRepo g;
    git_oid id;
    char text[32];
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    for (int i = 0; i < 150; i++) {
        snprintf(text, sizeof text, "number %d", i);
        CHECK(object_write(g.repo, GIT_OBJECT_BLOB, str_from(text), &id, &err));
        CHECK(object_write(g.repo, GIT_OBJECT_BLOB, str_from(text), &id, &err));
    }
    CHECK(objects_sync(g.repo, NULL, 0, &err));
    CHECK_OUTPUT("150", "git -C r count-objects | cut -d' ' -f1");
    CHECK_OUTPUT("150", "git -C r fsck 2>&1 | grep -c '^dangling blob'");
    gitrepo_leave(&g);
}

static void a_folder_that_takes_nothing_is_said(void **state)
{
    GitRepo g;
    git_oid id;
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    run("rm -r r/.git/objects; : >r/.git/objects");
    CHECK(!object_write(g.repo, GIT_OBJECT_BLOB, STR("x"), &id, &err));
    CHECK_INT(err.code, ERR_IO);
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(others_find_objects_when_they_are_synced),
          TEST(what_is_forgotten_leaves_nothing), TEST(what_is_there_is_used_again),
          TEST(there_may_be_many), TEST(a_folder_that_takes_nothing_is_said))
