#include "check.h"
#include "lsp/uri.h"

static void check_path(const char *uri, const char *expected)
{
    Arena arena = {0};
    Str path = {0};

    CHECK_INT(uri_path(str_from(uri), &arena, &path), expected != NULL);
    CHECK_STRZ(path.ptr, expected ? expected : "");
    arena_deinit(&arena);
}

static void a_file_address_is_a_path(void **state)
{
    (void)state;
    check_path("file:///home/a%20b/%EB%B0%80.md", "/home/a b/밀.md");
    check_path("FILE://localhost/a.md", "/a.md");
    check_path("file:///a%2fb%3A.md", "/a/b:.md");
    check_path("file:///100%.md", "/100%.md");
    check_path("file:///a%2", "/a%2");
    check_path("file:///a%ff", "/a\xff");
}

static void other_addresses_are_none(void **state)
{
    (void)state;
    check_path("untitled:Untitled-1", NULL);
    check_path("file://server/share/a.md", NULL);
    check_path("file:///a%00b", NULL);
    check_path("file:", NULL);
    check_path("", NULL);
}

RUN_TESTS(TEST(a_file_address_is_a_path), TEST(other_addresses_are_none))
