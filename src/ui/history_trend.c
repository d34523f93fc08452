/* How a document came along: findings by revision, sections nobody touched. */
#include "base/message.h"
#include "render/sparkline.h"
#include "ui/history.h"

/* The first and the last that are known. */
static bool ends_of(const int *values, size_t count, int *first, int *last)
{
    size_t i = 0, k = count;

    while (i < count && values[i] < 0)
        i++;
    while (k > i && values[k - 1] < 0)
        k--;
    if (i == k)
        return false;
    *first = values[i];
    *last = values[k - 1];
    return true;
}

static int most_of(const HistoryList *h)
{
    int most = 0;

    for (size_t i = 0; i < h->trend_count; i++) {
        most = h->errors[i] > most ? h->errors[i] : most;
        most = h->warnings[i] > most ? h->warnings[i] : most;
    }
    return most;
}

static void add_row(const HistoryList *h, const int *values, const char *format,
                    bool bars, StrBuf *out)
{
    StrBuf row = {0};
    int first = 0, last = 0;

    if (!ends_of(values, h->trend_count, &first, &last))
        return;
    if (bars)
        sparkline(values, h->trend_count, most_of(h), false, &row);
    if (out->len > 0)
        strbuf_addz(out, bars ? "  " : ", ");
    message_addf(out, format, strbuf_cstr(&row), first, last);
    strbuf_deinit(&row);
}

void history_trend(const HistoryList *h, bool bars, StrBuf *out)
{
    if (h->trend_count < 2)
        return;
    add_row(h, h->errors,
            bars ? _("To fix %s %d to %d") : _("to fix%s: %d at first, %d now"), bars,
            out);
    add_row(h, h->warnings,
            bars ? _("To look at %s %d to %d") : _("to look at%s: %d at first, %d now"),
            bars, out);
    /* Why there is nothing, and where it is. */
    if (out->len == 0 && h->trend_too_long)
        message_addf(out,
                     bars ? _("Too long to check here: %s")
                          : _("the document is too long to check every revision here; "
                              "%s does it"),
                     "prfaq log --findings");
}
