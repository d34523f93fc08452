#include "ui/linear_history.h"

#include "base/message.h"
#include "ui/history.h"
#include "ui/linear_say.h"
#include "ui/review_say.h"

static void say_revision(const Model *m, size_t index, StrBuf *out)
{
    const HistoryList *h = &m->history;
    const Revision *r = &h->items[index];
    const HistoryRow *row = &h->rows[index];

    strbuf_addf(out, " %d ", r->number);
    if (row->saves > 1)
        message_addf(
            out,
            ngettext("and %zu small save before it: ",
                     "and %zu small saves before it: ", (unsigned long)row->saves - 1),
            row->saves - 1);
    if (row->name.len > 0) {
        say_text(row->name, out);
        strbuf_addz(out, ": ");
    }
    say_text(r->note.len > 0 ? r->note : r->subject, out);
    strbuf_addz(out, ". ");
    say_text(r->author.name, out);
    for (size_t k = 0; k < r->with_count; k++) {
        strbuf_addz(out, ", ");
        say_text(r->with[k].name, out);
    }
    strbuf_addz(out, ", ");
    moment_relative(r->time, m->now, out);
    if (h->marked > 0 && h->marked == r->number)
        strbuf_addz(out, _(", marked"));
    strbuf_addz(out, ".\n");
}

static void say_trend(const HistoryList *h, StrBuf *out)
{
    StrBuf trend = {0};

    history_trend(h, false, &trend);
    if (trend.len > 0) {
        message_addf(out, _("Checks: %s."), strbuf_cstr(&trend));
        strbuf_addc(out, '\n');
    }
    if (h->untouched.len > 0) {
        strbuf_addz(out, _("Untouched since the first draft: "));
        say_text(strbuf_view(&h->untouched), out);
        strbuf_addz(out, ".\n");
    }
    if (h->cut)
        strbuf_addf(out, "%s\n", history_cut_words());
    strbuf_deinit(&trend);
}

void linear_history_say(const Model *m, StrBuf *out)
{
    const HistoryList *h = &m->history;
    size_t end = h->top + HISTORY_LINES;

    if (h->top == 0)
        message_addf(out,
                     ngettext("History: %d revision, newest first.\n",
                              "History: %d revisions, newest first.\n",
                              (unsigned long)h->total),
                     (int)h->total);
    if (h->top == 0)
        say_trend(h, out);
    for (size_t i = h->top; i < end && i < h->count; i++)
        say_revision(m, i, out);
    if (end < h->count || h->more)
        strbuf_addz(out, _("There are older ones: more.\n"));
}
