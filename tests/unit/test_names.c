#include "repo/names.h"

#include "check.h"
#include "gitrepo.h"

static const Person mina = {{"Mina Park", 9}, {"mina@example.com", 16}};

static void add(GitRepo *g, const char *document, const char *name)
{
    char id[REPO_ID_MAX + 1];
    Error err = {0};

    repo_last(g->repo, id);
    if (!names_add(g->repo, str_from(document), str_from(name), id, &mina,
                   (Moment){1804034467, 540}, &err))
        print_error("%s\n", err.message);
    CHECK_STRZ(err.message, "");
}

static void a_name_is_an_annotated_tag_that_git_shows(void **state)
{
    GitRepo g;
    Arena a = {0};
    RevisionNames names;
    char id[REPO_ID_MAX + 1];
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; echo 1 >x; git add x; git commit -qm one");
    add(&g, "ideas/lantern", "Sent to Dana");
    add(&g, "ideas/lantern", "첫 초안");
    repo_last(g.repo, id);
    CHECK(names_read(g.repo, STR("ideas/lantern"), &a, &names, NULL));
    CHECK_INT(names.count, 2);
    CHECK_STR(names.items[0].name, STR("Sent to Dana"));
    CHECK_STRZ(names.items[0].commit, id);
    CHECK(names_find(&names, STR("첫-초안")) == &names.items[1]);
    CHECK(names_find(&names, STR("sent")) == NULL);
    CHECK_STR(names_of(&names, id), STR("Sent to Dana"));
    run("cd r; test \"$(git tag -l --format='%%(taggername) %%(subject)' "
        "'prfaq/ideas/lantern/Sent-to-Dana')\" = 'Mina Park Sent to Dana'; "
        "git fsck --strict");
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void names_that_git_refuses_are_written_otherwise(void **state)
{
    static const char *const odd[] = {"a..b",     ".hidden", "end.", "x.lock",
                                      "~^:?*[\\", "100%",    "a@{b", "one/two"};
    GitRepo g;
    Arena a = {0};
    RevisionNames names;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; echo 1 >x; git add x; git commit -qm one");
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        add(&g, "my doc", odd[i]);
    CHECK(names_read(g.repo, STR("my doc"), &a, &names, NULL));
    CHECK_INT(names.count, sizeof odd / sizeof *odd);
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        CHECK(names_find(&names, str_from(odd[i])) != NULL);
    run("cd r; git fsck --strict");
    arena_deinit(&a);
    gitrepo_leave(&g);
}

static void what_is_taken_or_no_name_is_refused(void **state)
{
    GitRepo g;
    char id[REPO_ID_MAX + 1];
    Error err = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; echo 1 >x; git add x; git commit -qm one");
    add(&g, "doc", "final");
    repo_last(g.repo, id);
    CHECK(!names_add(g.repo, STR("doc"), STR("final"), id, &mina, (Moment){0}, &err));
    CHECK_INT(err.code, ERR_STATE);
    CHECK(!names_add(g.repo, STR("doc"), STR("12"), id, &mina, (Moment){0}, &err));
    CHECK_INT(err.code, ERR_USAGE);
    CHECK(!names_add(g.repo, STR("doc"), STR(" "), id, &mina, (Moment){0}, &err));
    CHECK(!names_add(g.repo, STR("doc"), STR("a\nb"), id, &mina, (Moment){0}, &err));
    gitrepo_leave(&g);
}

static void names_are_taken_away_and_follow_the_document(void **state)
{
    GitRepo g;
    Arena a = {0};
    RevisionNames names;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; echo 1 >x; git add x; git commit -qm one");
    add(&g, "doc", "one");
    add(&g, "doc", "two");
    CHECK(names_read(g.repo, STR("doc"), &a, &names, NULL));
    CHECK(names_remove(g.repo, names_find(&names, STR("one")), NULL));
    CHECK(names_move(g.repo, STR("doc"), STR("new/doc"), &mina, (Moment){0}, NULL));
    CHECK(names_read(g.repo, STR("doc"), &a, &names, NULL));
    CHECK_INT(names.count, 0);
    CHECK(names_read(g.repo, STR("new/doc"), &a, &names, NULL));
    CHECK_INT(names.count, 1);
    CHECK_STR(names.items[0].name, STR("two"));
    arena_deinit(&a);
    gitrepo_leave(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_name_is_an_annotated_tag_that_git_shows),
        cmocka_unit_test(names_that_git_refuses_are_written_otherwise),
        cmocka_unit_test(what_is_taken_or_no_name_is_refused),
        cmocka_unit_test(names_are_taken_away_and_follow_the_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
