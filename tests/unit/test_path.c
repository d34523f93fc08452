/* Paths and folders: src/base/path.c. */
#include <sys/stat.h>

#include "check.h"
#include "scratch.h"

static void paths_come_apart(void **state)
{
    (void)state;
    CHECK_STR(path_base(STR("a/b.md")), STR("b.md"));
    CHECK_STR(path_base(STR("b.md")), STR("b.md"));
    CHECK_STR(path_base(STR("a/b/")), STR("b"));
    CHECK_STR(path_base(STR("/")), STR("/"));
    CHECK_STR(path_folder(STR("a/b.md")), STR("a"));
    CHECK_STR(path_folder(STR("a//b.md")), STR("a"));
    CHECK_STR(path_folder(STR("b.md")), STR("."));
    CHECK_STR(path_folder(STR("/b.md")), STR("/"));
    CHECK_STR(path_folder(STR("/a/b/")), STR("/a"));
    CHECK_STR(path_folder(STR("")), STR("."));
}

static void paths_are_joined(void **state)
{
    Arena a = {0};
    (void)state;
    CHECK_STR(path_join(&a, STR("a"), STR("b.md")), STR("a/b.md"));
    CHECK_STR(path_join(&a, STR("a/"), STR("b.md")), STR("a/b.md"));
    CHECK_STR(path_join(&a, STR("a"), STR("/b.md")), STR("/b.md"));
    CHECK_STR(path_join(&a, STR(""), STR("b.md")), STR("b.md"));
    CHECK_STR(path_join(&a, STR("."), STR("b.md")), STR("b.md"));
    CHECK_STR(path_join(&a, STR("/"), STR("b.md")), STR("/b.md"));
    arena_deinit(&a);
}

static void real_paths_resolve_links_and_allow_a_missing_end(void **state)
{
    Scratch s;
    Arena a = {0};
    Str out = {0};
    Error err = {0};
    char expected[5000];
    (void)state;
    scratch_enter(&s);
    run("mkdir d; ln -s d l; touch d/f");
    snprintf(expected, sizeof expected, "%s/d/f", s.path);
    CHECK(path_real("l/../l/f", &a, &out, NULL));
    CHECK_STRZ(out.ptr, expected);
    snprintf(expected, sizeof expected, "%s/d/new.md", s.path);
    CHECK(path_real("l/new.md", &a, &out, NULL));
    CHECK_STRZ(out.ptr, expected);
    CHECK(path_real("/no-such-file", &a, &out, NULL));
    CHECK_STRZ(out.ptr, "/no-such-file");
    CHECK(!path_real("no/such/file", &a, &out, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    arena_deinit(&a);
    scratch_leave(&s);
}

static void folders_are_made_with_their_parents(void **state)
{
    Scratch s;
    Error err = {0};
    struct stat st;
    (void)state;
    scratch_enter(&s);
    CHECK(folder_make("a/b//c/", 0700, NULL));
    CHECK(folder_make("a/b/c", 0700, NULL));
    CHECK_INT(stat("a/b/c", &st), 0);
    CHECK_INT(st.st_mode & 07777, 0700);
    write_text("file", "");
    CHECK(!folder_make("file", 0700, &err));
    CHECK_INT(err.code, ERR_IO);
    CHECK(!folder_make("file/x", 0700, &err));
    scratch_leave(&s);
}

static bool note(void *ctx, const char *path, FileKind kind)
{
    StrBuf *b = ctx;
    strbuf_addf(b, "%s%s ", path,
                kind == FILE_FOLDER  ? "/"
                : kind == FILE_OTHER ? "@"
                                     : "");
    return strcmp(path, "skip") != 0 && strcmp(path, "z") != 0;
}

static void walking_visits_in_byte_order_and_leaves_git_out(void **state)
{
    Scratch s;
    StrBuf b = {0};
    Error err = {0};
    (void)state;
    scratch_enter(&s);
    run("mkdir -p t/.git/x t/b/deep t/skip/x t/nogo");
    run("touch t/b/deep/f t/a.md t/z t/zz t/b/B t/가.md; ln -s b t/link");
    CHECK(folder_walk("t", note, &b, NULL));
    CHECK_STRZ(strbuf_cstr(&b), "a.md b/ b/B b/deep/ b/deep/f link@ nogo/ skip/ z ");
    CHECK(!folder_walk("missing", note, &b, &err));
    CHECK_INT(err.code, ERR_NOT_FOUND);
    strbuf_deinit(&b);
    scratch_leave(&s);
}

RUN_TESTS(TEST(paths_come_apart), TEST(paths_are_joined),
          TEST(real_paths_resolve_links_and_allow_a_missing_end),
          TEST(folders_are_made_with_their_parents),
          TEST(walking_visits_in_byte_order_and_leaves_git_out))
