#include <locale.h>

#include "check.h"
#include "diff/redline.h"
#include "sample_document.h"

static void check_summary(Lang lang, const char *before_text, const char *after_text,
                          const char *expected, const char *file, int line)
{
    Sample before, after;
    Arena arena = {0};
    Redline redline;
    StrBuf out = {0};

    sample_read(&before, str_from(before_text), lang);
    sample_read(&after, str_from(after_text), lang);
    redline_make(&before.doc, &after.doc, &arena, &redline);
    redline_summary(&redline, &before.doc, &after.doc, &out);
    check_str(strbuf_view(&out), str_from(expected), file, line);
    strbuf_deinit(&out);
    arena_deinit(&arena);
    sample_deinit(&before);
    sample_deinit(&after);
}

#define CHECK_SUMMARY(lang, before, after, expected)                                   \
    check_summary(lang, before, after, expected, __FILE__, __LINE__)

static void sections_are_named_and_words_counted(void **state)
{
    (void)state;
    CHECK_SUMMARY(LANG_EN, "## Problem\n\nOrders get lost.\n",
                  "## Problem\n\nOrders often get lost.\n", "Problem: +1 word");
    CHECK_SUMMARY(LANG_KO, "## 고객의 문제\n\n작은 빵집은 바쁘다.\n",
                  "## 고객의 문제\n\n작은 빵집이 아침에 바쁘다.\n",
                  "고객의 문제: +2 −1 어절");
}

static void at_most_three_names_are_told(void **state)
{
    (void)state;
    CHECK_SUMMARY(
        LANG_EN,
        "## Summary\n\n## Problem\n\n## Solution\n\n## Experience\n\n## Evidence\n",
        "## Summary\n\n1\n\n## Problem\n\n2\n\n## Solution\n\n3\n\n## "
        "Experience\n\n4\n\n## Evidence\n\n5\n",
        "Summary, Problem, Solution and 2 more: +5 words");
    CHECK_SUMMARY(
        LANG_KO, "## 요약\n\n## 고객의 문제\n\n## 해결\n\n## 시작하기\n",
        "## 요약\n\n1\n\n## 고객의 문제\n\n2\n\n## 해결\n\n3\n\n## 시작하기\n\n4\n",
        "요약, 고객의 문제, 해결 외 1곳: +4 어절");
}

static void faq_pairs_are_named_by_number(void **state)
{
    (void)state;
    CHECK_SUMMARY(LANG_EN,
                  "## Problem\n\nLost.\n\n## FAQ\n\n**Q. Why?**\n\nA.\n\n"
                  "**Q. How?**\n\nA.\n\n**Q. When?**\n\nA.\n",
                  "## Problem\n\nLost now.\n\n## FAQ\n\n**Q. Why?**\n\nA.\n\n"
                  "**Q. How?**\n\nA. So.\n\n**Q. When?**\n\nA. Soon.\n",
                  "Problem, FAQ 2, 3: +3 words");
}

static void the_first_revision_says_so(void **state)
{
    (void)state;
    CHECK_SUMMARY(LANG_EN, "", "## Headline\n\nBread at six\n\n## Problem\n\nLost.\n",
                  "First draft: Headline, Problem, +6 words");
    CHECK_SUMMARY(
        LANG_EN, "",
        "## Summary\n\n1\n\n## Problem\n\n2\n\n## Solution\n\n3\n\n## Evidence\n",
        "First draft: Summary, Problem and 1 more, +7 words");
    CHECK_SUMMARY(LANG_KO, "", "## 제목\n\n여섯 시의 빵\n", "첫 초안: 제목, +4 어절");
    CHECK_SUMMARY(LANG_EN, "", "\n", "First draft");
}

static void it_is_never_empty(void **state)
{
    (void)state;
    CHECK_SUMMARY(LANG_EN, "## Problem\n\none\n", "## Problem\n\none\n", "No changes");
    CHECK_SUMMARY(LANG_EN, "## Problem\n\none two\n", "## Problem\n\none\ntwo\n",
                  "Line breaks and spaces");
    CHECK_SUMMARY(LANG_EN, "---\na: 1\n---\n## Problem\n",
                  "---\na: 2\n---\n## Problem\n", "Document details");
    CHECK_SUMMARY(LANG_KO, "---\na: 1\n---\n## Problem\n",
                  "---\na: 2\n---\n## Problem\n", "문서 정보");
    CHECK_SUMMARY(LANG_EN, "## Problem\n\none two\n", "## Problem\n\none, two\n",
                  "Problem: no words changed");
    CHECK_SUMMARY(LANG_EN, "## Problem\n\none two\n\nthree four five\n",
                  "## Problem\n\nthree four five\n\none two\n", "Problem: moved");
    CHECK_SUMMARY(LANG_EN, "one two three\n", "one two four\n",
                  "The whole text: +1 −1 words");
    CHECK_SUMMARY(LANG_EN, "one two three\n\n## Problem\n",
                  "one two four\n\n## Problem\n",
                  "Before the first section: +1 −1 words");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(sections_are_named_and_words_counted),
        TEST(at_most_three_names_are_told),
        TEST(faq_pairs_are_named_by_number),
        TEST(the_first_revision_says_so),
        TEST(it_is_never_empty),
    };

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
