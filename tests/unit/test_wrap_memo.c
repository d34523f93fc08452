#include "check.h"

#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "text/wrap_memo.h"

/* The memo may never tell another thing than wrap_line(). */
static void wraps_alike(WrapMemo *memo, Str line, int width)
{
    Arena arena = {0};
    const WrapRow *rows, *expected;
    size_t count, expected_count;

    wrap_memo_line(memo, line, width, &arena, &rows, &count);
    wrap_line(line, width, &arena, &expected, &expected_count);
    CHECK_INT(count, expected_count);
    for (size_t i = 0; i < count; i++) {
        CHECK_INT(rows[i].range.start, expected[i].range.start);
        CHECK_INT(rows[i].range.end, expected[i].range.end);
        CHECK_INT(rows[i].width, expected[i].width);
    }
    arena_deinit(&arena);
}

static void rows_are_those_of_the_line_as_it_is_now(void **state)
{
    (void)state;
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    WrapMemo *memo = wrap_memo_new();
    StrBuf line = {0};

    for (int i = 0; i < 2000; i++) {
        strbuf_addf(&line, "%s", i % 7 ? "빵집 ab " : "longer-word, ");
        wraps_alike(memo, strbuf_view(&line), 20);
        wraps_alike(memo, strbuf_view(&line), 20 + i % 3);
    }
    strbuf_deinit(&line);
    wrap_memo_free(memo);
}

static void one_byte_more_or_another_width_is_another_line(void **state)
{
    (void)state;
    WrapMemo *memo = wrap_memo_new();

    for (int round = 0; round < 2; round++) {
        wraps_alike(memo, STR(""), 8);
        wraps_alike(memo, STR("one two three"), 8);
        wraps_alike(memo, STR("one two three"), 7);
        wraps_alike(memo, STR("one two thref"), 8);
        wraps_alike(memo, STR("one two three "), 8);
    }
    wrap_memo_free(memo);
    wraps_alike(NULL, STR("one two three"), 8);
}

/* A long line is wrapped from its change on; what it was may not show. */
static void a_long_line_that_changes_anywhere_is_wrapped_as_a_new_one(void **state)
{
    (void)state;
    static const char *const added[] = {
        "빵", "a", " ", "밀가루를 ", "x-y", "\t", "verylongwordwithoutanyspace",
        "  ", "、"};
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    WrapMemo *memo = wrap_memo_new();
    StrBuf line = {0};
    uint32_t random = 7;

    for (int i = 0; i < 900; i++)
        strbuf_addz(&line, i % 5 ? "빵집 ab " : "longer-word, ");
    for (int i = 0; i < 600; i++) {
        random = random * 1664525u + 1013904223u;
        size_t at = (random >> 8) % line.len;
        while (at > 0 && ((unsigned char)line.ptr[at] & 0xC0) == 0x80)
            at--;
        size_t end = i % 3 ? at : grapheme_next(strbuf_view(&line), at);
        /* The last sign makes rows hang on what Unicode says of the whole line. */
        Str more = str_from(added[(random >> 4) % (i < 400 ? 8 : 9)]);
        strbuf_splice(&line, (Range){at, end}, more);
        wraps_alike(memo, strbuf_view(&line), 20);
        if (i % 50 == 0)
            wraps_alike(memo, strbuf_view(&line), 33);
    }
    CHECK(line.len > 8192);
    strbuf_truncate(&line, 8300);
    wraps_alike(memo, strbuf_view(&line), 20);
    strbuf_deinit(&line);
    wrap_memo_free(memo);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_long_line_that_changes_anywhere_is_wrapped_as_a_new_one),
        cmocka_unit_test(rows_are_those_of_the_line_as_it_is_now),
        cmocka_unit_test(one_byte_more_or_another_width_is_another_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
