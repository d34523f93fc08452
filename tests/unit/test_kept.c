#include "repo/kept.h"

#include <sys/stat.h>

#include "check.h"
#include "gitrepo.h"

static void answers_are_found_again(void **state)
{
    GitRepo g;
    Kept k;
    Str answer;
    struct stat st;
    (void)state;

    gitrepo_enter(&g, "git init -q r");
    kept_open(g.repo, "rows", STR("a.md"), &k);
    CHECK(!kept_find(&k, 7, &answer));
    kept_add(&k, 7, STR("seven"));
    kept_add(&k, 8, STR(""));
    kept_close(&k);
    char *files = output("ls r/.git/prfaq/rows");
    CHECK(files[0] != '\0');
    free(files);
    CHECK_INT(stat("r/.git/prfaq/rows", &st), 0);
    CHECK_INT(st.st_mode & 0777, 0700);
    for (int i = 0; i < 3; i++) {
        kept_open(g.repo, "rows", STR("a.md"), &k);
        CHECK(kept_find(&k, 7, &answer));
        CHECK_STR(answer, i == 2 ? STR("seven again") : STR("seven"));
        CHECK(kept_find(&k, 8, &answer));
        CHECK_INT(answer.len, 0);
        if (i == 1)
            kept_add(&k, 7, STR("seven again"));
        kept_close(&k);
    }
    kept_open(g.repo, "rows", STR("b.md"), &k);
    CHECK(!kept_find(&k, 7, &answer));
    kept_close(&k);
    gitrepo_leave(&g);
}

static void what_is_damaged_is_not_found(void **state)
{
    GitRepo g;
    Kept k;
    Str answer;
    (void)state;

    gitrepo_enter(&g, "git init -q r");
    kept_open(g.repo, "rows", STR("a.md"), &k);
    kept_add(&k, 1, STR("one"));
    kept_add(&k, 2, STR("two"));
    kept_close(&k);
    run("f=$(ls r/.git/prfaq/rows/*); sed -i 's/one/eno/' $f; "
        "printf 'some bytes of a record that was cut' >>$f");
    kept_open(g.repo, "rows", STR("a.md"), &k);
    CHECK(!kept_find(&k, 1, &answer));
    CHECK(kept_find(&k, 2, &answer));
    kept_add(&k, 3, STR("three"));
    kept_close(&k);
    kept_open(g.repo, "rows", STR("a.md"), &k);
    CHECK(kept_find(&k, 3, &answer));
    CHECK_STR(answer, STR("three"));
    kept_close(&k);
    run("f=$(ls r/.git/prfaq/rows/*); echo something else >$f");
    kept_open(g.repo, "rows", STR("a.md"), &k);
    CHECK(!kept_find(&k, 2, &answer));
    kept_close(&k);
    gitrepo_leave(&g);
}

static void two_who_add_at_once_lose_nothing_that_is_there(void **state)
{
    GitRepo g;
    Kept a, b;
    Str answer;
    (void)state;

    gitrepo_enter(&g, "git init -q r");
    kept_open(g.repo, "rows", STR("a.md"), &a);
    kept_add(&a, 1, STR("one"));
    kept_flush(&a);
    kept_open(g.repo, "rows", STR("a.md"), &b);
    kept_add(&a, 2, STR("two"));
    kept_add(&b, 3, STR("three"));
    kept_close(&a);
    kept_close(&b);
    kept_open(g.repo, "rows", STR("a.md"), &a);
    CHECK(kept_find(&a, 1, &answer) && kept_find(&a, 2, &answer));
    CHECK(!kept_find(&a, 3, &answer));
    kept_forget(&a);
    kept_add(&a, 4, STR("four"));
    kept_close(&a);
    kept_open(g.repo, "rows", STR("a.md"), &a);
    CHECK(!kept_find(&a, 1, &answer) && kept_find(&a, 4, &answer));
    kept_close(&a);
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(answers_are_found_again), TEST(what_is_damaged_is_not_found),
          TEST(two_who_add_at_once_lose_nothing_that_is_there))
