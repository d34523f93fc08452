#include "check.h"

static void slices_are_clamped(void **state)
{
    (void)state;
    CHECK_STR(str_slice(STR("abc"), 1, 9), STR("bc"));
    CHECK_STR(str_slice(STR("abc"), 5, 2), STR(""));
    CHECK_STR(str_slice((Str){0}, 1, 2), STR(""));
}

static void finding_returns_the_first_offset_from_a_place(void **state)
{
    (void)state;
    CHECK_INT(str_find(STR("aXaXb"), STR("Xb"), 0), 3);
    CHECK_INT(str_find(STR("aXaXb"), STR("X"), 2), 3);
    CHECK(str_find(STR("abc"), STR("abcd"), 0) == STR_NONE);
    CHECK(str_find(STR("abc"), STR("a"), 9) == STR_NONE);
    CHECK_INT(str_find(STR("abc"), STR(""), 2), 2);
    CHECK_INT(str_rfind_byte(STR("a/b/c"), '/'), 3);
}

static void lines_end_at_lf_and_crlf(void **state)
{
    (void)state;
    Str rest = STR("one\r\ntwo\n\nfour"), line;
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, STR("one"));
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, STR("two"));
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, STR(""));
    CHECK(str_next_line(&rest, &line));
    CHECK_STR(line, STR("four"));
    CHECK(!str_next_line(&rest, &line));
}

static void fields_keep_the_empty_ones(void **state)
{
    (void)state;
    Str rest = STR("a\t\tb"), field;
    CHECK(str_next_field(&rest, '\t', &field));
    CHECK_STR(field, STR("a"));
    CHECK(str_next_field(&rest, '\t', &field));
    CHECK_STR(field, STR(""));
    CHECK(str_next_field(&rest, '\t', &field));
    CHECK_STR(field, STR("b"));
    CHECK(!str_next_field(&rest, '\t', &field));
}

static void numbers_are_whole_and_bounded(void **state)
{
    (void)state;
    int n = -1;
    CHECK(str_to_int(STR("2147483647"), &n));
    CHECK_INT(n, 2147483647);
    CHECK(!str_to_int(STR("2147483648"), &n));
    CHECK(!str_to_int(STR(""), &n));
    CHECK(!str_to_int(STR("-1"), &n));
    CHECK(!str_to_int(STR("1 "), &n));
}

static void splicing_replaces_a_range(void **state)
{
    (void)state;
    StrBuf b = {0};
    strbuf_addz(&b, "hello world");
    strbuf_splice(&b, (Range){0, 5}, STR("bye"));
    CHECK_STR(strbuf_view(&b), STR("bye world"));
    strbuf_splice(&b, (Range){9, 9}, STR("!"));
    CHECK_STR(strbuf_view(&b), STR("bye world!"));
    strbuf_splice(&b, (Range){3, 9}, STR(""));
    CHECK_STRZ(strbuf_cstr(&b), "bye!");
    strbuf_deinit(&b);
}

static void formatted_text_grows_the_buffer(void **state)
{
    (void)state;
    StrBuf b = {0};
    CHECK_STRZ(strbuf_cstr(&b), "");
    for (int i = 0; i < 1000; i++)
        strbuf_addf(&b, "%d,", i % 10);
    CHECK_INT(b.len, 2000);
    CHECK_STR(str_slice(strbuf_view(&b), 1998, 2000), STR("9,"));
    strbuf_deinit(&b);
    strbuf_reserve(&b, 100);
    CHECK_STRZ(strbuf_cstr(&b), "");
    strbuf_deinit(&b);
    strbuf_deinit(NULL);
}

static void setting_leaves_nothing_of_before(void **state)
{
    (void)state;
    StrBuf b = {0};

    strbuf_set(&b, STR("longer words"));
    strbuf_set(&b, STR("short"));
    CHECK_STR(strbuf_view(&b), STR("short"));
    strbuf_set(&b, (Str){0});
    CHECK_STR(strbuf_view(&b), STR(""));
    strbuf_deinit(&b);
}

RUN_TESTS(TEST(slices_are_clamped), TEST(finding_returns_the_first_offset_from_a_place),
          TEST(lines_end_at_lf_and_crlf), TEST(fields_keep_the_empty_ones),
          TEST(numbers_are_whole_and_bounded), TEST(splicing_replaces_a_range),
          TEST(formatted_text_grows_the_buffer), TEST(setting_leaves_nothing_of_before))
