#include "check.h"
#include "ui/history.h"

static void check_said(const HistoryList *h, bool bars, const char *expected)
{
    StrBuf out = {0};

    history_trend(h, bars, &out);
    CHECK_STR(strbuf_view(&out), str_from(expected));
    strbuf_deinit(&out);
}

static void findings_by_revision_are_bars_or_words(void **state)
{
    (void)state;
    HistoryList h = {.errors = {4, -1, 0}, .warnings = {6, 3, 2}, .trend_count = 3};
    check_said(&h, false, "to fix: 4 at first, 0 now, to look at: 6 at first, 2 now");
    h.trend_count = 1;
    check_said(&h, false, "");
}

static void a_document_too_long_for_it_is_said(void **state)
{
    (void)state;
    HistoryList h = {.errors = {-1, -1}, .warnings = {-1, -1}, .trend_count = 2};
    check_said(&h, true, "");
    h.trend_too_long = true;
    check_said(&h, true, "Too long to check here: prfaq log --findings");
    check_said(&h, false,
               "the document is too long to check every revision here; prfaq "
               "log --findings does it");
    h.errors[0] = 3;
    h.errors[1] = 1;
    check_said(&h, false, "to fix: 3 at first, 1 now");
}

RUN_TESTS(TEST(findings_by_revision_are_bars_or_words),
          TEST(a_document_too_long_for_it_is_said))
