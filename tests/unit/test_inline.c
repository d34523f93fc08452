#include "check.h"
#include "doc/inline.h"

/* The acts as letters: c copy, d drop, e entity, m masked. */
static void check_acts(const char *md, const char *want)
{
    Arena arena = {0};
    Inline in = {0};
    Str s = str_from(md);
    StrBuf got = {0};
    size_t mask = 0;

    inline_read(s, &arena, &in);
    for (size_t at = 0; at < s.len; at++) {
        while (mask < in.mask_count && in.masks[mask].end <= at)
            mask++;
        bool masked = mask < in.mask_count && in.masks[mask].start <= at;
        strbuf_addc(&got, masked ? 'm' : "cde"[in.acts[at]]);
    }
    CHECK_STR(strbuf_view(&got), str_from(want));
    strbuf_deinit(&got);
    arena_deinit(&arena);
}

static void bytes_are_words_marks_or_masked(void **state)
{
    (void)state;
    check_acts("a**b**", "cddcdd");
    check_acts("[a](b)", "dcdddd");
    check_acts("![a](b)c", "mmmmmmmc");
    check_acts("`a`\\*&lt;", "mmmdceddd");
    check_acts("a_b_ *c", "ccccccc");
}

static void masks_do_not_overlap(void **state)
{
    (void)state;
    check_acts("![`a` <b>](c)", "mmmmmmmmmmmmm");
    check_acts("[`a`](<b>)", "dmmmdddddd");
}

static void nested_links_keep_the_inner_one(void **state)
{
    (void)state;
    check_acts("[a [b](c)](d)", "cccdcddddcccc");
}

RUN_TESTS(TEST(bytes_are_words_marks_or_masked), TEST(masks_do_not_overlap),
          TEST(nested_links_keep_the_inner_one))
