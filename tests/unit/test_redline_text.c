#include <locale.h>

#include "check.h"
#include "diff/redline.h"
#include "sample_document.h"

static void print(const char *before_text, const char *after_text, RedlineText options,
                  StrBuf *out)
{
    Sample before, after;
    Arena arena = {0};
    Redline redline;

    sample_read(&before, str_from(before_text), options.lang);
    sample_read(&after, str_from(after_text), options.lang);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    redline_text(&redline, &options, out);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
}

static void rows_are_wrapped_at_the_width(void **state)
{
    (void)state;
    StrBuf out = {0};
    print("## 요약\n\n작은 빵집은 밀가루를 전화로 주문한다.\n",
          "## 요약\n\n작은 빵집이 밀가루를 전화로 주문한다.\n",
          (RedlineText){.width = 24, .lang = LANG_KO}, &out);
    CHECK_STRZ(strbuf_cstr(&out), "1칸 중 1칸 바뀜, +1 -1 어절\n"
                                  "\n"
                                  "요약: +1 -1 어절\n"
                                  "\n"
                                  "  작은 빵집[-은-]{+이+}\n"
                                  "  밀가루를 전화로\n"
                                  "  주문한다.\n");
    strbuf_deinit(&out);
}

static void colours_start_and_end_in_each_row(void **state)
{
    (void)state;
    StrBuf out = {0};
    print("## Problem\n\none two three four\n",
          "## Problem\n\none two three four five sixes\n",
          (RedlineText){.color = true, .width = 28}, &out);
    CHECK_STRZ(strbuf_cstr(&out), "1 of 1 section changed, +2 words\n"
                                  "\n"
                                  "\033[1mProblem\033[0m: +2 words\n"
                                  "\n"
                                  "  one two three four \033[1;34m{+five\033[0m\n"
                                  "  \033[1;34msixes+}\033[0m\n");
    strbuf_deinit(&out);
}

static void control_characters_are_shown_visibly(void **state)
{
    (void)state;
    StrBuf out = {0};
    print("## Problem\n\none two\n", "## Problem\n\none \033[31mtwo\n",
          (RedlineText){0}, &out);
    CHECK(str_find_byte(strbuf_view(&out), '\033', 0) == STR_NONE);
    CHECK(str_find(strbuf_view(&out), STR("^["), 0) != STR_NONE);
    strbuf_deinit(&out);
}

static void everything_is_printed_when_asked(void **state)
{
    (void)state;
    StrBuf out = {0};
    print("## Problem\n\nsame here\n\n## Solution\n\none two\n",
          "## Problem\n\nsame here\n\n## Solution\n\none two three\n",
          (RedlineText){.unchanged = true}, &out);
    CHECK_STRZ(strbuf_cstr(&out), "1 of 2 sections changed, +1 word\n"
                                  "\n"
                                  "Problem\n"
                                  "\n"
                                  "  ## Problem\n"
                                  "\n"
                                  "  same here\n"
                                  "\n"
                                  "Solution: +1 word\n"
                                  "\n"
                                  "  ## Solution\n"
                                  "\n"
                                  "  one two {+three+}\n");
    strbuf_deinit(&out);
}

static void equal_texts_say_so(void **state)
{
    (void)state;
    StrBuf out = {0};
    print("## Problem\n", "## Problem\n", (RedlineText){0}, &out);
    CHECK_STRZ(strbuf_cstr(&out), "No changes\n");
    strbuf_deinit(&out);
}

static void crlf_lines_print_like_others(void **state)
{
    (void)state;
    StrBuf out = {0};
    print("## Problem\r\n\r\none\r\ntwo three\r\n",
          "## Problem\r\n\r\none\r\ntwo four\r\n", (RedlineText){0}, &out);
    CHECK_STRZ(strbuf_cstr(&out), "1 of 1 section changed, +1 -1 words\n"
                                  "\n"
                                  "Problem: +1 -1 words\n"
                                  "\n"
                                  "  one two [-three-] {+four+}\n");
    strbuf_deinit(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(rows_are_wrapped_at_the_width),
        TEST(colours_start_and_end_in_each_row),
        TEST(control_characters_are_shown_visibly),
        TEST(everything_is_printed_when_asked),
        TEST(equal_texts_say_so),
        TEST(crlf_lines_print_like_others),
    };

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
