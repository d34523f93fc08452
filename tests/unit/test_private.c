#include "scratch.h"

#include <sys/stat.h>

#include "store/private.h"

static void names_become_file_names(void **state)
{
    (void)state;
    Arena arena = {0};
    char longest[400];
    CHECK_STR(private_name(STR("ideas/lan%tern~"), &arena),
              STR("ideas%2Flan%25tern%7E"));
    CHECK_STR(private_name(STR("../x"), &arena), STR("%2E.%2Fx"));
    memset(longest, 'a', sizeof longest);
    Str a = private_name((Str){longest, 399}, &arena);
    Str b = private_name((Str){longest, 400}, &arena);
    CHECK(a.len <= 180 && b.len <= 180 && !str_eq(a, b));
    arena_deinit(&arena);
}

static void files_and_folders_are_for_this_login_alone(void **state)
{
    (void)state;
    Scratch scratch;
    struct stat st;
    Error err = {0};
    scratch_enter(&scratch);
    umask(0);
    int fd = private_open(STR("a/b"), STR("x"), PRIVATE_NEW, &err);
    CHECK(fd >= 0);
    CHECK(fstat(fd, &st) == 0);
    CHECK_INT(st.st_mode & 07777, 0600);
    CHECK(stat("a/b", &st) == 0);
    CHECK_INT(st.st_mode & 07777, 0700);
    CHECK_INT(private_open(STR("a/b"), STR("x"), PRIVATE_NEW, &err), -1);
    CHECK_INT(err.code, ERR_STATE);
    CHECK_INT(private_open(STR("a/b"), STR("y"), PRIVATE_OLD, &err), -1);
    CHECK_INT(private_open(STR("a/c"), STR("y"), PRIVATE_OLD, &err), -1);
    CHECK_INT(file_kind("a/c"), FILE_NONE);
    close(fd);
    scratch_leave(&scratch);
}

static void links_are_refused(void **state)
{
    (void)state;
    Scratch scratch;
    Error err = {0};
    scratch_enter(&scratch);
    run("mkdir real && touch real/target && ln -s real/target link && ln -s real dir");
    CHECK_INT(private_open(STR("."), STR("link"), PRIVATE_ANY, &err), -1);
    CHECK_INT(private_open(STR("dir"), STR("target"), PRIVATE_ANY, &err), -1);
    scratch_leave(&scratch);
}

static void a_lock_says_who_is_alive(void **state)
{
    (void)state;
    Scratch scratch;
    scratch_enter(&scratch);
    int fd = private_open(STR("."), STR("x"), PRIVATE_NEW, NULL);
    CHECK(!private_is_held(STR("x")));
    CHECK(private_hold(fd));
    CHECK(private_is_held(STR("x")));
    int other = private_open(STR("."), STR("x"), PRIVATE_OLD, NULL);
    CHECK(!private_lock(other));
    close(fd);
    CHECK(private_lock(other));
    CHECK(private_is_named(other, STR("."), STR("x")));
    run("mv x y && touch x");
    CHECK(!private_is_named(other, STR("."), STR("x")));
    close(other);
    scratch_leave(&scratch);
}

RUN_TESTS(TEST(names_become_file_names),
          TEST(files_and_folders_are_for_this_login_alone), TEST(links_are_refused),
          TEST(a_lock_says_who_is_alive))
