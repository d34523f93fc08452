#include "app/images.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "check.h"

static char top[4096];

static Str at(Arena *arena, const char *path)
{
    return path_join(arena, str_from(top), str_from(path));
}

static void make(Arena *arena, const char *path)
{
    CHECK(file_create(at(arena, path).ptr, STR("x"), NULL));
}

static void images_lie_below_the_top_of_the_workspace(void **state)
{
    (void)state;
    Arena arena = {0};
    Str real;
    const Images images = {at(&arena, "work/docs/a.md"), at(&arena, "work")};
    CHECK(images_find(&images, STR("in.png"), &arena, &real));
    CHECK_STR(real, at(&arena, "work/docs/in.png"));
    CHECK(images_find(&images, STR("../up.png"), &arena, &real));
    CHECK(!images_find(&images, STR("../../out.png"), &arena, &real));
    CHECK(!images_find(&images, STR("/etc/passwd"), &arena, &real));
    CHECK(!images_find(&images, STR("link.png"), &arena, &real));
    arena_deinit(&arena);
}

static void outside_a_workspace_they_lie_below_the_folder_of_the_document(void **state)
{
    (void)state;
    Arena arena = {0};
    Str real;
    const Images images = {at(&arena, "work/docs/a.md"), {0}};
    CHECK(images_find(&images, STR("in.png"), &arena, &real));
    CHECK(!images_find(&images, STR("../up.png"), &arena, &real));
    arena_deinit(&arena);
}

static int start(void **state)
{
    Arena arena = {0};
    Str real;
    char folder[] = "/tmp/prfaq-images-XXXXXX";
    (void)state;
    CHECK(mkdtemp(folder) && path_real(folder, &arena, &real, NULL));
    snprintf(top, sizeof top, "%.*s", STR_ARG(real));
    CHECK(folder_make(at(&arena, "work/docs").ptr, 0700, NULL));
    make(&arena, "work/docs/a.md");
    make(&arena, "work/docs/in.png");
    make(&arena, "work/up.png");
    make(&arena, "out.png");
    CHECK(symlink(at(&arena, "out.png").ptr, at(&arena, "work/docs/link.png").ptr) ==
          0);
    arena_deinit(&arena);
    return 0;
}

static int stop(void **state)
{
    static const char *const files[] = {"work/docs/link.png", "work/docs/in.png",
                                        "work/docs/a.md", "work/up.png", "out.png"};
    Arena arena = {0};
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        unlink(at(&arena, files[i]).ptr);
    rmdir(at(&arena, "work/docs").ptr);
    rmdir(at(&arena, "work").ptr);
    rmdir(top);
    arena_deinit(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(images_lie_below_the_top_of_the_workspace),
        cmocka_unit_test(outside_a_workspace_they_lie_below_the_folder_of_the_document),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
