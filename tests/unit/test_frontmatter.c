#include <string.h>

#include "check.h"
#include "doc/frontmatter.h"

typedef struct Fixture {
    Arena arena;
    Metadata meta;
    Error err;
    Str bytes;
} Fixture;

static bool read(Fixture *f, Str bytes)
{
    f->bytes = bytes;
    f->err = (Error){0};
    return frontmatter_read(bytes, &f->arena, &f->meta, &f->err);
}

static bool says(const Fixture *f, const char *words)
{
    return f->err.code == ERR_INVALID && strstr(f->err.message, words) != NULL;
}

static Str source(const Fixture *f, size_t entry)
{
    return str_range(f->bytes, f->meta.entries[entry].range);
}

static void keys_and_values_are_read(void **state)
{
    (void)state;
    Fixture f = {0};

    CHECK(read(&f, STR("---\ntemplate: prfaq\ntitle: \"A: b\" # c\nno: 012\n"
                       "tags: [a, b]\n---\n# Text\n")));
    CHECK_STR(metadata_get(&f.meta, "template"), STR("prfaq"));
    CHECK_STR(metadata_get(&f.meta, "title"), STR("A: b"));
    CHECK_STR(metadata_get(&f.meta, "no"), STR("012"));
    CHECK_STR(metadata_get(&f.meta, "tags"), STR("a, b"));
    CHECK_STR(metadata_get(&f.meta, "missing"), STR(""));
    CHECK_STR(str_slice(f.bytes, f.meta.range.end, f.bytes.len), STR("# Text\n"));
    arena_deinit(&f.arena);
}

static void ranges_are_bytes_of_the_file(void **state)
{
    (void)state;
    Fixture f = {0};

    CHECK(read(&f,
               STR("\xEF\xBB\xBF---\r\n제목: 가나다\r\n목록:\r\n  - 하나\r\n  - 둘\r\n"
                   "빈:\r\n글: |\r\n  여러\r\n  줄\r\n끝: 'ㄱ'\r\n---\r\n")));
    CHECK_STR(source(&f, 0), STR("가나다"));
    CHECK_STR(source(&f, 1), STR("- 하나\r\n  - 둘"));
    CHECK_STR(f.meta.entries[1].value, STR("하나, 둘"));
    CHECK_STR(source(&f, 2), STR(""));
    CHECK_STR(f.meta.entries[3].value, STR("여러\n줄\n"));
    CHECK_STR(source(&f, 4), STR("'ㄱ'"));
    CHECK_INT(f.meta.range.start, 3);
    CHECK_INT(f.meta.range.end, f.bytes.len);
    arena_deinit(&f.arena);
}

static void a_rule_is_no_front_matter(void **state)
{
    (void)state;
    Fixture f = {0};

    CHECK(read(&f, STR("---\n\ntext: a\n---\n")));
    CHECK_INT(f.meta.range.end, 0);
    CHECK(read(&f, STR("---\nA sentence: b\n---\n")));
    CHECK_INT(f.meta.range.end, 0);
    CHECK(read(&f, STR("---\n---\n")));
    CHECK(read(&f, STR("# a\n---\nb: c\n---\n")));
    CHECK(read(&f, STR("")));
    CHECK_INT(f.meta.range.end, 0);
    arena_deinit(&f.arena);
}

static void damage_is_named_with_its_line(void **state)
{
    (void)state;
    Fixture f = {0};

    CHECK(!read(&f, STR("---\na: b\nc: d\n")));
    CHECK(says(&f, "no end"));
    CHECK_INT(f.meta.range.end, 0);
    CHECK(!read(&f, STR("---\na: b\nc: [d\n---\n")));
    CHECK(says(&f, "line "));
    CHECK_INT(f.meta.range.end, f.bytes.len);
    CHECK(!read(&f, STR("---\na: 1\nb: 2\na: 3\n---\n")));
    CHECK(says(&f, "line 4: \"a\""));
    CHECK(!read(&f, STR("---\na: &x 1\nb: *x\n---\n")));
    CHECK(says(&f, "line 3"));
    CHECK(!read(&f, STR("---\na: !!int 1\n---\n")));
    CHECK(says(&f, "line 2"));
    CHECK(f.err.hint[0] != '\0');
    arena_deinit(&f.arena);
}

static bool read_repeated(const char *head, const char *unit, size_t count,
                          const char *tail)
{
    Fixture f = {0};
    StrBuf buf = {0};

    strbuf_addz(&buf, head);
    for (size_t i = 0; i < count; i++)
        strbuf_addz(&buf, unit);
    strbuf_addz(&buf, tail);
    bool ok = read(&f, strbuf_view(&buf));
    strbuf_deinit(&buf);
    arena_deinit(&f.arena);
    return ok;
}

static void size_and_depth_are_bounded(void **state)
{
    (void)state;
    CHECK(read_repeated("---\na: ", "[", 20, "]]]]]]]]]]]]]]]]]]]]\n---\n"));
    CHECK(!read_repeated("---\na: ", "[", 60000, "\n---\n"));
    CHECK(!read_repeated("---\na: ", "{a: ", 16000, "\n---\n"));
    CHECK(read_repeated("---\na: ", "x", 65000, "\n---\n"));
    CHECK(!read_repeated("---\na: ", "x", 66000, "\n---\n"));
}

RUN_TESTS(TEST(keys_and_values_are_read), TEST(ranges_are_bytes_of_the_file),
          TEST(a_rule_is_no_front_matter), TEST(damage_is_named_with_its_line),
          TEST(size_and_depth_are_bounded))
