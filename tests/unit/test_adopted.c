#include "store/adopted.h"

#include "check.h"
#include "scratch.h"

static const Str two[] = {{"problem", 7}, {"other-2", 7}};

static size_t known(const Workspace *w, const char *path, Arena *a)
{
    DocumentRef ref = {.path = str_from(path), .relative = str_from(path)};
    const Str *ids = NULL;
    size_t count = 0;
    Error err = {0};

    CHECK(adopted_load(w, &ref, a, &ids, &count, &err));
    for (size_t i = 0; i < count; i++)
        CHECK_STR(ids[i], two[i]);
    return count;
}

static void ids_are_known_by_document_until_they_are_forgotten(void **state)
{
    Scratch s;
    Arena a = {0};
    Error err = {0};
    DocumentRef b = {.path = STR("b.md"), .relative = STR("b.md")};
    DocumentRef ab = {.path = STR("a/b.md"), .relative = STR("a/b.md")};
    (void)state;
    scratch_enter(&s);
    Workspace w = {.private_ = arena_printf(&a, "%s/private", s.path)};

    CHECK_INT(known(&w, "b.md", &a), 0);
    CHECK(adopted_forget(&w, &b, &err));
    CHECK(adopted_add(&w, &b, two, 1, &err));
    CHECK(adopted_add(&w, &ab, two, 1, &err));
    CHECK(adopted_add(&w, &b, two + 1, 1, &err));
    CHECK_INT(known(&w, "b.md", &a), 2);
    CHECK_INT(known(&w, "a/b.md", &a), 1);
    CHECK(adopted_forget(&w, &b, &err));
    CHECK_INT(known(&w, "b.md", &a), 0);
    CHECK_INT(known(&w, "a/b.md", &a), 1);
    arena_deinit(&a);
    scratch_leave(&s);
}

static void a_document_without_a_place_for_a_note_has_none(void **state)
{
    Arena a = {0};
    Error err = {0};
    Workspace nowhere = {0};
    DocumentRef ref = {.path = STR("a\tb.md"), .relative = STR("a\tb.md")};
    (void)state;
    CHECK(adopted_add(&nowhere, &ref, two, 2, &err));
    CHECK_INT(known(&nowhere, "b.md", &a), 0);
    arena_deinit(&a);
}

RUN_TESTS(TEST(ids_are_known_by_document_until_they_are_forgotten),
          TEST(a_document_without_a_place_for_a_note_has_none))
