#include "check.h"
#include "gitrepo.h"

static git_oid oid_of(const char *revision)
{
    git_oid id;
    char *hex = output("git -C r rev-parse '%s'", revision);
    CHECK_INT(git_oid_fromstr(&id, hex), 0);
    free(hex);
    return id;
}

static void loose_and_packed_objects_are_read(void **state)
{
    GitRepo g;
    StrBuf b = {0};
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; seq 100000 >big; : >empty; git add .; "
                      "git commit -qm 1");
    git_oid big = oid_of("HEAD:big"), empty = oid_of("HEAD:empty");
    for (int packed = 0; packed < 2; packed++) {
        strbuf_clear(&b);
        CHECK(object_read(g.repo, &empty, GIT_OBJECT_BLOB, &b, NULL));
        CHECK_INT(b.len, 0);
        CHECK(object_read(g.repo, &big, GIT_OBJECT_BLOB, &b, NULL));
        CHECK_INT(b.len, 588895);
        CHECK(str_ends(strbuf_view(&b), STR("\n100000\n")));
        if (!packed)
            run("git -C r gc -q");
    }
    strbuf_deinit(&b);
    gitrepo_leave(&g);
}

/* Put other bytes in the place of the loose object of r/doc.md. */
static void check_damage(const char *python)
{
    GitRepo g;
    StrBuf b = {0};
    Error err = {0};

    gitrepo_enter(&g,
                  "git init -q r; cd r; seq 1000 >doc.md; git add .; git commit -qm 1");
    git_oid id = oid_of("HEAD:doc.md");
    char *path = output("cd r/.git/objects; git rev-parse HEAD:doc.md | "
                        "sed 's,^..,&/,;s,^,r/.git/objects/,'");
    run("chmod u+w %s; python3 -c '\nimport sys,zlib\np=sys.argv[1]\n"
        "d=open(p,\"rb\").read()\n%s\nopen(p,\"wb\").write(d)' %s",
        path, python, path);
    CHECK(!object_read(g.repo, &id, GIT_OBJECT_BLOB, &b, &err));
    CHECK_INT(err.code, ERR_INVALID);
    CHECK_INT(b.len, 0);
    /* Saving the same words again heals it. */
    git_oid again;
    Str words = STR("x");
    char *text = output("seq 1000");
    StrBuf whole = {0};
    strbuf_addf(&whole, "%s\n", text);
    words = strbuf_view(&whole);
    CHECK(object_write(g.repo, GIT_OBJECT_BLOB, words, &again, NULL));
    CHECK(git_oid_equal(&again, &id));
    CHECK(object_read(g.repo, &id, GIT_OBJECT_BLOB, &b, &err));
    CHECK_STR(strbuf_view(&b), words);
    strbuf_deinit(&whole);
    free(text);
    free(path);
    strbuf_deinit(&b);
    gitrepo_leave(&g);
}

static void a_damaged_object_is_an_error_and_no_crash(void **state)
{
    (void)state;
    check_damage("d=b\"\"");
    check_damage("d=d[:len(d)//2]");
    check_damage("d=d[:5]");
    check_damage("d=d[:50]+b\"\\xff\"*20+d[70:]");
    check_damage("d=bytes(len(d))");
    /* libgit2#7177: the header promises less than there is; and more. */
    check_damage("r=zlib.decompress(d)\nd=zlib.compress(b\"blob 10\\0\"+r[10:])");
    check_damage("r=zlib.decompress(d)\nd=zlib.compress(b\"blob 99999\\0\"+r[10:])");
    check_damage(
        "r=zlib.decompress(d)\nd=zlib.compress(b\"blob 99999999999999\\0\"+r[10:])");
    check_damage("r=zlib.decompress(d)\nd=zlib.compress(b\"tree\"+r[4:])");
    check_damage("d=zlib.compress(b\"blob 5\\0hello\")");
}

static void a_missing_object_is_told_from_a_damaged_one(void **state)
{
    GitRepo g;
    StrBuf b = {0};
    Error err = {0};
    git_oid id;
    (void)state;
    gitrepo_enter(&g, "git init -q r; cd r; git commit -q --allow-empty -m 1");
    CHECK_INT(git_oid_fromstr(&id, "0123456789012345678901234567890123456789"), 0);
    CHECK(!object_read(g.repo, &id, GIT_OBJECT_BLOB, &b, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    id = oid_of("HEAD");
    CHECK(!object_read(g.repo, &id, GIT_OBJECT_BLOB, &b, &err));
    CHECK_INT(err.code, ERR_INVALID);
    strbuf_deinit(&b);
    gitrepo_leave(&g);
}

RUN_TESTS(TEST(loose_and_packed_objects_are_read),
          TEST(a_damaged_object_is_an_error_and_no_crash),
          TEST(a_missing_object_is_told_from_a_damaged_one))
