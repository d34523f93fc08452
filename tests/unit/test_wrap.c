#include "check.h"

#include <locale.h>
#include <string.h>
#include <time.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "text/wrap.h"

static void utf8_locale(void)
{
    CHECK(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
}

/* Wraps and checks the promises of the header; rows joined by '|'. */
static void wraps_to(const char *line, int width, const char *expected)
{
    utf8_locale();
    Arena arena = {0};
    StrBuf joined = {0};
    const WrapRow *rows;
    size_t count, at = 0;
    Str s = str_from(line);

    wrap_line(s, width, &arena, &rows, &count);
    CHECK(count > 0);
    for (size_t i = 0; i < count; i++) {
        CHECK_INT(rows[i].range.start, at);
        at = rows[i].range.end;
        CHECK(rows[i].width <= width);
        if (i > 0)
            strbuf_addc(&joined, '|');
        strbuf_add(&joined, str_range(s, rows[i].range));
    }
    CHECK_INT(at, s.len);
    CHECK_STR(strbuf_view(&joined), str_from(expected));
    strbuf_deinit(&joined);
    arena_deinit(&arena);
}

static void latin_breaks_at_spaces_and_hyphens(void **state)
{
    (void)state;
    wraps_to("", 10, "");
    wraps_to("short", 10, "short");
    wraps_to("one two three", 8, "one two |three");
    wraps_to("one two three", 7, "one two |three");
    wraps_to("a well-known fact", 7, "a well-|known |fact");
    wraps_to("from -5 to --six", 8, "from -5 |to --six");
    wraps_to("and/or/neither", 8, "and/or/n|either");
    wraps_to("naïve café crème", 11, "naïve café |crème");
    wraps_to("wide—dash", 6, "wide—|dash");
    wraps_to("a\xFF\xFEz b", 8, "a\xFF|\xFEz b");
}

static void spaces_hang_at_the_end_of_a_row(void **state)
{
    (void)state;
    wraps_to("12345678    next", 8, "12345678    |next");
    wraps_to("12345678 ", 8, "12345678 ");
    wraps_to("    indented", 6, "    in|dented");
    wraps_to("        x", 4, "        |x");
}

static void korean_breaks_at_spaces_only(void **state)
{
    (void)state;
    wraps_to("고객은 주문을 확인한다.", 8, "고객은 |주문을 |확인한다|.");
    wraps_to("고객은 주문을 확인한다.", 14, "고객은 주문을 |확인한다.");
    wraps_to("가나다라마바", 5, "가나|다라|마바");
    wraps_to("쓰는 API를 본다", 9, "쓰는 |API를 |본다");
    wraps_to("이것은 顧客滿足度 조사", 12, "이것은 |顧客滿足度 |조사");
    wraps_to("온라인-오프라인 매장", 10, "온라인-|오프라인 |매장");
}

static void japanese_never_starts_a_row_with_a_full_stop(void **state)
{
    (void)state;
    wraps_to("今日は良い。明日も", 10, "今日は良|い。明日も");
    wraps_to("これは「本」です", 8, "これは|「本」で|す");
    wraps_to("中文没有空格，对吧", 12, "中文没有空|格，对吧");
}

static void a_wide_character_never_straddles_the_edge(void **state)
{
    (void)state;
    wraps_to("a가나", 2, "a|가|나");
    wraps_to("가👨‍👩‍👧나", 3, "가|👨‍👩‍👧|나");
    wraps_to("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301");
}

static void tabs_go_to_the_next_stop(void **state)
{
    (void)state;
    CHECK_INT(wrap_tab_width(0), 4);
    CHECK_INT(wrap_tab_width(3), 1);
    CHECK_INT(wrap_tab_width(4), 4);
    wraps_to("ab\tcd\tef", 8, "ab\tcd\t|ef");
}

static void width_leaves_hanging_spaces_out(void **state)
{
    (void)state;
    utf8_locale();
    Arena arena = {0};
    const WrapRow *rows;
    size_t count;
    wrap_line(STR("가나   다 "), 4, &arena, &rows, &count);
    CHECK_INT(count, 2);
    CHECK_INT(rows[0].width, 4);
    CHECK_INT(rows[1].width, 2);
    arena_deinit(&arena);
}

static double wrap_ms(Str s)
{
    struct timespec from, to;
    Arena arena = {0};
    const WrapRow *rows;
    size_t count;

    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
    wrap_line(s, 80, &arena, &rows, &count);
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
    arena_deinit(&arena);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 +
           (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

/* Generous bounds, for a busy machine under a sanitizer: quadratic work on a
 * megabyte would take minutes. */
static void a_megabyte_in_one_line_is_linear(void **state)
{
    (void)state;
    utf8_locale();
    static const char *const pieces[] = {"a", " ",  "word ",  "가", "가나 ",
                                         "-", "あ", "\u0301", "「", "a가-"};
    for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
        StrBuf b = {0};
        while (b.len < 1000000)
            strbuf_addz(&b, pieces[i]);
        CHECK(wrap_ms(strbuf_view(&b)) < 3000);
        strbuf_deinit(&b);
    }
}

RUN_TESTS(TEST(latin_breaks_at_spaces_and_hyphens),
          TEST(spaces_hang_at_the_end_of_a_row), TEST(korean_breaks_at_spaces_only),
          TEST(japanese_never_starts_a_row_with_a_full_stop),
          TEST(a_wide_character_never_straddles_the_edge),
          TEST(tabs_go_to_the_next_stop), TEST(width_leaves_hanging_spaces_out),
          TEST(a_megabyte_in_one_line_is_linear))
