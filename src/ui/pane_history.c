#include "base/message.h"
#include "base/unicode.h"
#include "ui/frame.h"
#include "ui/history.h"
#include "ui/panes.h"

enum { COL_WHEN = 9, COL_WHO = 24, COL_WORDS = 40, COL_WHAT = 51 };

static void add_who(const Revision *r, StrBuf *out)
{
    strbuf_add(out, r->author.name);
    if (r->with_count > 0)
        strbuf_addf(out, " +%zu", r->with_count);
}

/* What a row of several saves says in the place of number and time. */
static void add_saves(const HistoryRow *row, StrBuf *out)
{
    message_addf(
        out,
        ngettext("+ %zu small save", "+ %zu small saves", (unsigned long)row->saves),
        row->saves);
}

static void add_what(const Revision *r, const HistoryRow *row, StrBuf *out)
{
    if (row->compared)
        strbuf_add(out, row->what);
    else if (row->name.len > 0 || r->note.len > 0)
        strbuf_addf(out, "\"%.*s\"", STR_ARG(row->name.len ? row->name : r->note));
    else if (row->saves == 1)
        strbuf_add(out, r->subject);
    if (row->saves == 1)
        return;
    StrBuf from = {0}, to = {0};
    moment_clock(row->first, &from);
    moment_clock(r->time, &to);
    strbuf_addz(out, out->len ? " (" : "(");
    message_addf(out, _("%s to %s"), strbuf_cstr(&from), strbuf_cstr(&to));
    strbuf_addc(out, ')');
    strbuf_deinit(&from);
    strbuf_deinit(&to);
}

static void put_cell(Screen *s, int row, int col, int end, Style style, StrBuf *text)
{
    screen_put_cut(s, row, col, end - col - 1, style, strbuf_view(text));
    strbuf_clear(text);
}

static void draw_row(const Model *m, Screen *s, int row, size_t index)
{
    const HistoryList *h = &m->history;
    const Revision *r = &h->items[index];
    const HistoryRow *more = &h->rows[index];
    bool selected = index == h->selected;
    Style style = selected ? STYLE_BOLD : STYLE_TEXT;
    bool marked = h->marked > 0 && h->marked == r->number;
    StrBuf text = {0};

    strbuf_addf(&text, "%c%c", selected ? '>' : ' ',
                marked             ? 'm'
                : more->stands_out ? '*'
                                   : ' ');
    if (more->saves > 1) {
        strbuf_addc(&text, ' ');
        add_saves(more, &text);
        put_cell(s, row, 0, COL_WHO, style, &text);
    } else {
        if (r->number > 0)
            strbuf_addf(&text, "%4d", r->number);
        put_cell(s, row, 0, COL_WHEN, style, &text);
        moment_relative(r->time, m->now, &text);
        put_cell(s, row, COL_WHEN, COL_WHO, style, &text);
    }
    add_who(r, &text);
    put_cell(s, row, COL_WHO, COL_WORDS, style, &text);
    if (more->compared)
        strbuf_addf(&text, "+%-4d -%d", more->added, more->removed);
    put_cell(s, row, COL_WORDS, COL_WHAT, style, &text);
    add_what(r, more, &text);
    put_cell(s, row, COL_WHAT, s->cols, style, &text);
    strbuf_deinit(&text);
}

static void draw_header(Screen *s)
{
    screen_put(s, 2, 3, 5, STYLE_TITLE, str_from(_("Rev")));
    screen_put(s, 2, COL_WHEN, 14, STYLE_TITLE, str_from(_("When")));
    screen_put(s, 2, COL_WHO, 15, STYLE_TITLE, str_from(_("Who")));
    screen_put(s, 2, COL_WORDS, 10, STYLE_TITLE, str_from(_("Words")));
    screen_put(s, 2, COL_WHAT, s->cols - COL_WHAT, STYLE_TITLE,
               str_from(_("What changed")));
}

/* The change of the row at hand, as far as there is room. */
static void draw_details(const Model *m, Screen *s, int row, int end)
{
    const HistoryList *h = &m->history;
    const Revision *r = &h->items[h->selected];
    StrBuf title = {0};
    Str rest = strbuf_view(&h->preview), line;

    if (h->rows[h->selected].saves > 1)
        add_saves(&h->rows[h->selected], &title);
    else if (r->number > 0)
        message_addf(&title, _("Revision %d"), r->number);
    if (h->rows[h->selected].saves == 1) {
        strbuf_addz(&title, title.len ? ": " : "");
        strbuf_add(&title, r->note.len > 0 ? r->note : r->subject);
    }
    screen_put_cut(s, row++, 1, s->cols - 2, STYLE_TITLE, strbuf_view(&title));
    strbuf_deinit(&title);
    if (h->previewed != h->selected)
        return;
    (void)str_next_line(&rest, &line); /* how many sections: it is in the row */
    while (row < end && str_next_line(&rest, &line))
        if (!str_is_blank(line))
            row += draw_wrapped(s, row, 1, end - row, s->cols - 2, STYLE_TEXT, line);
}

/* Words that stand in a line across the screen. */
static void draw_in_line(Screen *s, int row, Str label, const StrBuf *words)
{
    StrBuf text = {0};

    if (words->len == 0)
        return;
    strbuf_addf(&text, " %.*s%s ", STR_ARG(label), strbuf_cstr(words));
    screen_put_cut(s, row, 2, s->cols - 4, STYLE_GUIDE, strbuf_view(&text));
    strbuf_deinit(&text);
}

static void draw_head(const Model *m, Screen *s)
{
    const HistoryList *h = &m->history;
    StrBuf left = {0}, right = {0}, trend = {0};

    history_trend(h, true, &trend);
    message_addf(&left, _("%.*s > History"), STR_ARG(editor_title(&m->ed)));
    if (h->part.len > 0)
        strbuf_addf(&left, " > %s", strbuf_cstr(&h->part_title));
    if (h->complete)
        message_addf(&right,
                     ngettext("%d revision", "%d revisions", (unsigned long)h->total),
                     (int)h->total);
    else
        message_addf(&right, _("%zu revisions so far"), h->total);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    draw_in_line(s, 1, STR(""), &trend);
    strbuf_deinit(&trend);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

void draw_history(const Model *m, Screen *s)
{
    const HistoryList *h = &m->history;
    int hints = draw_hint_row(m), rows = history_height(m);
    size_t top = history_top(m);

    draw_head(m, s);
    screen_cursor(s, 3, 2);
    if (h->count == 0) {
        draw_wrapped(
            s, 3, 2, 4, s->cols - 4, STYLE_TEXT,
            str_from(h->part.len > 0 && !h->more
                         ? _("No revision changed this section.")
                     : h->more ? _("Looking through the history …")
                               : _("There is no revision yet. ^S in the text saves the "
                                   "first one.")));
    } else {
        draw_header(s);
        for (int i = 0; i < rows && top + (size_t)i < h->count; i++)
            draw_row(m, s, 3 + i, top + (size_t)i);
        if (3 + rows < hints - 1) {
            screen_hline(s, 3 + rows, 0, s->cols);
            draw_in_line(s, 3 + rows, str_from(_("Untouched since the first draft: ")),
                         &h->untouched);
            draw_details(m, s, 4 + rows, hints - 1);
        }
        screen_cursor(s, 3 + (int)(h->selected - top), 2);
    }
    draw_notice(
        m, s, hints - 1, STYLE_GUIDE,
        str_from(
            h->cut
                ? _("Shallow clone: git fetch --unshallow brings the older revisions.")
                : _("Enter: what this revision changed. D: what changed since.")));
    draw_hints(m, s);
}
