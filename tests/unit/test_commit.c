/* Commits as text: src/repo/commit.c. */
#include "check.h"

#include "repo/git.h"

#define TREE "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"

static void check_time(const char *author, int64_t seconds, int offset)
{
    Arena a = {0};
    StrBuf b = {0};
    Commit c;

    strbuf_addf(&b, TREE "author %s\n\nx\n", author);
    CHECK(commit_parse(strbuf_view(&b), &a, &c, NULL));
    CHECK(c.time.seconds == seconds);
    CHECK_INT(c.time.offset, offset);
    strbuf_deinit(&b);
    arena_deinit(&a);
}

static void times_are_read_whatever_they_are(void **state)
{
    (void)state;
    check_time("A <a@b> 1700000000 +0930", 1700000000, 570);
    check_time("A <a@b> 1700000000 -0330", 1700000000, -210);
    check_time("A <a@b> -5 +0000", -5, 0);
    check_time("A <a@b> 99999999999999999999 +0000", INT64_MAX, 0);
    check_time("A <a@b> -99999999999999999999 +0000", INT64_MIN, 0);
    check_time("A <a@b> 17 nonsense", 17, 0);
    check_time("A <a@b>", 0, 0);
    check_time("A <a@b> ", 0, 0);
    check_time("nobody", 0, 0);
}

static void parents_and_people_are_read(void **state)
{
    Arena a = {0};
    Commit c;
    Revision rev;
    git_oid id = {{0}};
    (void)state;
    Str text = STR(TREE "parent 0123456789012345678901234567890123456789\n"
                        "parent nonsense\n"
                        "parent 1123456789012345678901234567890123456789\n"
                        "author  김 준 <jun@e> 1 +0900\ncommitter X <x> 1 +0000\n"
                        "gpgsig -----BEGIN\n author Eve <e> 1 +0000\n\n"
                        "\nSubject  \n\nBody: not a trailer\nbecause of this line\n\n"
                        "Signed-off-by: X <x>\nco-authored-by: Zoe <z>\n"
                        "Co-authored-by: broken\nCo-authored-by: Al <a>\n");
    CHECK(commit_parse(text, &a, &c, NULL));
    CHECK_INT(c.parent_count, 2);
    CHECK_STR(c.author.name, STR("김 준"));
    CHECK_STR(c.author.email, STR("jun@e"));
    commit_revision(&id, &c, &a, &rev);
    CHECK_STR(rev.subject, STR("Subject"));
    CHECK_STR(rev.body, STR("Body: not a trailer\nbecause of this line"));
    CHECK_STR(rev.note, STR("Subject"));
    CHECK_INT(rev.with_count, 2);
    CHECK_STR(rev.with[0].name, STR("Al"));
    CHECK_STR(rev.with[1].name, STR("Zoe"));
    arena_deinit(&a);
}

static void what_is_no_commit_is_refused(void **state)
{
    Arena a = {0};
    Commit c;
    Error err = {0};
    (void)state;
    CHECK(!commit_parse(STR(""), &a, &c, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK(!commit_parse(STR("tree 12\n\nx"), &a, &c, &err));
    CHECK(!commit_parse(STR("\n" TREE), &a, &c, &err));
    CHECK(commit_parse(STR(TREE), &a, &c, &err));
    arena_deinit(&a);
}

static void a_subject_is_never_taken_for_a_trailer(void **state)
{
    Arena a = {0};
    Commit c = {.message = STR("\n\nProblem: +3\nFAQ: +1\n")};
    Revision rev;
    git_oid id = {{0}};
    (void)state;
    commit_revision(&id, &c, &a, &rev);
    CHECK_STR(rev.subject, STR("Problem: +3"));
    CHECK_STR(rev.body, STR("FAQ: +1"));
    c.message = STR("");
    commit_revision(&id, &c, &a, &rev);
    CHECK_INT(rev.subject.len + rev.body.len + rev.note.len, 0);
    arena_deinit(&a);
}

static void a_commit_is_written_as_git_wants_it(void **state)
{
    StrBuf b = {0};
    git_oid tree, parent;
    (void)state;
    CHECK_INT(git_oid_fromstr(&tree, "4b825dc642cb6eb9a060e54bf8d69288fbee4904"), 0);
    CHECK_INT(git_oid_fromstr(&parent, "0123456789012345678901234567890123456789"), 0);
    const CommitRequest request = {.message = STR("\nNote\n"),
                                   .author = {STR("King Jr."), STR("k@e")},
                                   .time = {-7, -210}};
    commit_format(&tree, &parent, &request, &b);
    CHECK_STRZ(strbuf_cstr(&b), TREE "parent 0123456789012345678901234567890123456789\n"
                                     "author King Jr. <k@e> 0 -0330\n"
                                     "committer King Jr. <k@e> 0 -0330\n\nNote\n");
    strbuf_deinit(&b);
}

RUN_TESTS(TEST(times_are_read_whatever_they_are), TEST(parents_and_people_are_read),
          TEST(what_is_no_commit_is_refused),
          TEST(a_subject_is_never_taken_for_a_trailer),
          TEST(a_commit_is_written_as_git_wants_it))
