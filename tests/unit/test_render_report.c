#include "render/report.h"

#include <locale.h>
#include <string.h>

#include "check.h"
#include "sample_document.h"

static const ReportReply reply = {{""
                                   "Dana",
                                   sizeof "Dana" - 1},
                                  {""
                                   "2027-03-03 10:00",
                                   sizeof "2027-03-03 10:00" - 1},
                                  {""
                                   "Nine <of> twelve.",
                                   sizeof "Nine <of> twelve." - 1}};

static void make_page(const char *before, const char *after,
                      const ReportThread *threads, size_t count, StrBuf *out)
{
    Sample old, new;
    Arena arena = {0};
    Redline redline;

    sample_read(&old, str_from(before), LANG_EN);
    sample_read(&new, str_from(after), LANG_EN);
    redline_make(&old.doc, &new.doc, &arena, &redline);
    const Report report = {
        .redline = &redline,
        .title = STR("Lantern <script>alert(1)</script>"),
        .from = {STR("revision 1: First"), STR("revision 1"), STR("Jun"),
                 STR("2027-03-01")},
        .to = {STR("revision 2"), STR("revision 2"), STR("Mina"), STR("2027-03-02")},
        .threads = threads,
        .thread_count = count,
        .lang = LANG_EN};
    report_html(&report, out);
    arena_deinit(&arena);
    sample_deinit(&old);
    sample_deinit(&new);
}

static bool holds(const StrBuf *page, const char *words)
{
    return str_find(strbuf_view(page), str_from(words), 0) != STR_NONE;
}

static void words_of_the_document_never_become_tags(void **state)
{
    StrBuf page = {0};

    (void)state;
    make_page("## Problem\n\nOld <script>x</script> \"words\" & more stay here.\n",
              "## Problem\n\nNew <script>x</script> \"words\" & more stay here.\n",
              NULL, 0, &page);
    CHECK(!holds(&page, "<script"));
    CHECK(holds(&page, "&lt;script&gt;x&lt;/script&gt;"));
    CHECK(holds(&page, "Content-Security-Policy"));
    CHECK(holds(&page, "default-src 'none'"));
    CHECK(!holds(&page, "http://"));
    CHECK(!holds(&page, "https://"));
    CHECK(holds(&page, "<del>Old</del> <ins>New</ins>"));
    strbuf_deinit(&page);
}

static void each_side_has_its_own_words(void **state)
{
    StrBuf page = {0};

    (void)state;
    make_page("## Problem\n\nOwners lose forty minutes each morning.\n\nThe same.\n",
              "## Problem\n\nOwners lose fifty minutes each morning.\n\nThe same.\n",
              NULL, 0, &page);
    CHECK(holds(&page, "Owners lose <del>forty</del> minutes each morning.</div>"));
    CHECK(holds(&page, "Owners lose <ins>fifty</ins> minutes each morning.</div>"));
    CHECK(holds(&page, "1 of 1 section changed, +1 -1 words"));
    CHECK(holds(&page, "type=\"radio\" name=\"view\" id=\"sides\""));
    strbuf_deinit(&page);
}

static void what_moved_together_is_named_once(void **state)
{
    StrBuf page = {0};
    Str note = STR("<span class=\"note\">moved here</span>");

    (void)state;
    make_page(
        "## FAQ\n\nThe first words that stay where they are.\n\nAnd a second row "
        "of words after them.\n\n**Q. Who asks for this at all?**\n\nA. Bakers "
        "do, every single day.\n",
        "## FAQ\n\n**Q. Who asks for this at all?**\n\nA. Bakers do, every single "
        "day.\n\nThe first words that stay where they are.\n\nAnd a second row of "
        "words after them.\n",
        NULL, 0, &page);
    Str text = strbuf_view(&page);
    size_t one = str_find(text, note, 0), sides = str_find(text, note, one + 1);
    CHECK(one != STR_NONE && sides != STR_NONE); /* marked, side by side */
    CHECK(str_find(text, note, sides + 1) == STR_NONE);
    CHECK(holds(&page, "moved, the words are the same"));
    CHECK(holds(&page, "content:\"Lantern \\3c script\\3e alert(1)\\3c /script\\3e : "
                       "revision 1 → revision 2\""));
    strbuf_deinit(&page);
}

static void a_question_stands_under_its_block(void **state)
{
    StrBuf page = {0};
    const ReportThread threads[] = {{.label = STR("Q1"),
                                     .kind = STR("Question"),
                                     .who = STR("Jun"),
                                     .when = STR("2027-03-02 09:41"),
                                     .text = STR("Of how many?"),
                                     .quote = STR("forty minutes"),
                                     .state = STR("open"),
                                     .open = true,
                                     .replies = &reply,
                                     .reply_count = 1,
                                     .block = 1},
                                    {.label = STR("Q2"),
                                     .kind = STR("Comment"),
                                     .text = STR("Where is it?"),
                                     .state = STR("closed"),
                                     .block = NO_INDEX}};

    (void)state;
    make_page("## Problem\n\nOwners lose time.\n\n## Solution\n\nIt helps.\n",
              "## Problem\n\nOwners lose time.\n\n## Solution\n\nIt helps a lot.\n",
              threads, 2, &page);
    Str text = strbuf_view(&page);
    size_t words = str_find(text, STR("Owners lose time."), 0);
    size_t question = str_find(text, STR("Of how many?"), 0);
    size_t next = str_find(text, STR("It helps"), 0);
    CHECK(words < question && question < next);
    CHECK(holds(&page, "Nine &lt;of&gt; twelve."));
    CHECK(holds(&page, "1 question is open."));
    CHECK(str_find(text, STR("Questions without a place"), 0) <
          str_find(text, STR("Where is it?"), 0));
    strbuf_deinit(&page);
}

int main(void)
{
    const struct CMUnitTest tests[] = {TEST(words_of_the_document_never_become_tags),
                                       TEST(each_side_has_its_own_words),
                                       TEST(what_moved_together_is_named_once),
                                       TEST(a_question_stands_under_its_block)};

    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
