#include "doc/frontmatter_set.h"

#include "check.h"

static void is_set(const char *before, const char *key, const char *value,
                   const char *after)
{
    Arena arena = {0};
    Metadata meta = {0};
    StrBuf out = {0};

    CHECK(frontmatter_read(str_from(before), &arena, &meta, NULL));
    frontmatter_set(str_from(before), &meta, key, str_from(value), &out);
    CHECK_STR(strbuf_view(&out), str_from(after));
    CHECK(frontmatter_read(strbuf_view(&out), &arena, &meta, NULL));
    CHECK_STR(metadata_get(&meta, key), str_from(value));
    strbuf_deinit(&out);
    arena_deinit(&arena);
}

static void a_value_is_replaced_and_nothing_else(void **state)
{
    (void)state;
    is_set("---\nx: 1 # why\nstage: draft # now\n---\n# A\n", "stage", "review",
           "---\nx: 1 # why\nstage: review # now\n---\n# A\n");
    is_set("---\r\nstage: 'draft'\r\n---\r\nA", "stage", "decided",
           "---\r\nstage: decided\r\n---\r\nA");
    is_set("---\nstage:\nx: 2\n---\n", "stage", "review",
           "---\nstage: review\nx: 2\n---\n");
}

static void a_missing_key_stands_last(void **state)
{
    (void)state;
    is_set("---\ntemplate: prfaq\n---\n# A\n", "stage", "review",
           "---\ntemplate: prfaq\nstage: review\n---\n# A\n");
    is_set("---\r\nx: 1\r\n---\r\nA", "stage", "review",
           "---\r\nx: 1\r\nstage: review\r\n---\r\nA");
}

static void a_document_without_front_matter_gets_one(void **state)
{
    (void)state;
    is_set("# A\n", "stage", "review", "---\nstage: review\n---\n\n# A\n");
    is_set("\xef\xbb\xbf# A\r\n", "stage", "review",
           "\xef\xbb\xbf---\r\nstage: review\r\n---\r\n\r\n# A\r\n");
}

static void a_value_is_quoted_where_yaml_needs_it(void **state)
{
    (void)state;
    is_set("---\nx: 1\n---\n", "decision", "no: \"too\" small",
           "---\nx: 1\ndecision: \"no: \\\"too\\\" small\"\n---\n");
    is_set("---\nx: 1\n---\n", "n", "12", "---\nx: 1\nn: \"12\"\n---\n");
}

RUN_TESTS(TEST(a_value_is_replaced_and_nothing_else), TEST(a_missing_key_stands_last),
          TEST(a_document_without_front_matter_gets_one),
          TEST(a_value_is_quoted_where_yaml_needs_it))
