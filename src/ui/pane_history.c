#include "base/message.h"
#include "base/unicode.h"
#include "ui/frame.h"
#include "ui/panes.h"

enum { COL_WHEN = 9, COL_WHO = 24, COL_WHAT = 42 };

static void who_text(const Revision *r, StrBuf *out)
{
    strbuf_add(out, r->author.name);
    if (r->with_count > 0)
        strbuf_addf(out, " +%zu", r->with_count);
}

static void draw_row(const Model *m, Screen *s, int row, size_t index)
{
    const HistoryList *h = &m->history;
    const Revision *r = &h->items[index];
    bool selected = index == h->selected;
    Style style = selected ? STYLE_BOLD : STYLE_TEXT;
    StrBuf number = {0}, when = {0}, who = {0};

    strbuf_addf(&number, "%c%c%3d", selected ? '>' : ' ',
                h->marked == r->number ? 'm'
                : r->note.len > 0      ? '*'
                                       : ' ',
                r->number);
    moment_relative(r->time, m->now, &when);
    who_text(r, &who);
    screen_put(s, row, 0, 6, style, strbuf_view(&number));
    screen_put_cut(s, row, COL_WHEN, COL_WHO - COL_WHEN - 1, style, strbuf_view(&when));
    screen_put_cut(s, row, COL_WHO, COL_WHAT - COL_WHO - 1, style, strbuf_view(&who));
    screen_put_cut(s, row, COL_WHAT, s->cols - COL_WHAT - 1, style,
                   r->note.len > 0 ? r->note : r->subject);
    strbuf_deinit(&number);
    strbuf_deinit(&when);
    strbuf_deinit(&who);
}

static void draw_header(Screen *s)
{
    screen_put(s, 2, 2, 6, STYLE_TITLE, str_from(_("Rev")));
    screen_put(s, 2, COL_WHEN, 14, STYLE_TITLE, str_from(_("When")));
    screen_put(s, 2, COL_WHO, 17, STYLE_TITLE, str_from(_("Who")));
    screen_put(s, 2, COL_WHAT, s->cols - COL_WHAT, STYLE_TITLE,
               str_from(_("What changed")));
}

static void draw_details(Screen *s, int row, const Revision *r)
{
    StrBuf with = {0};

    screen_put_cut(s, row, 1, s->cols - 2, STYLE_TITLE, r->subject);
    draw_wrapped(s, row + 1, 1, 2, s->cols - 2, STYLE_TEXT, r->body);
    for (size_t i = 0; i < r->with_count; i++)
        strbuf_addf(&with, "%s%.*s", i ? ", " : "", STR_ARG(r->with[i].name));
    if (with.len > 0) {
        StrBuf line = {0};
        message_addf(&line, _("with %s"), strbuf_cstr(&with));
        screen_put_cut(s, row + 3, 1, s->cols - 2, STYLE_GUIDE, strbuf_view(&line));
        strbuf_deinit(&line);
    }
    strbuf_deinit(&with);
}

static void draw_head(const Model *m, Screen *s)
{
    StrBuf left = {0}, right = {0};

    message_addf(&left, _("%.*s > History"), STR_ARG(editor_title(&m->ed)));
    message_addf(
        &right,
        ngettext("%d revision", "%d revisions", (unsigned long)m->history.count),
        (int)m->history.count);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

void draw_history(const Model *m, Screen *s)
{
    const HistoryList *h = &m->history;
    int hints = draw_hint_row(m);
    int room = hints - 1 - 3;
    int details = room >= 10 && h->count > 0 ? 5 : 0;
    int rows = room - details;

    draw_head(m, s);
    screen_cursor(s, 3, 2);
    if (h->count == 0) {
        draw_wrapped(s, 3, 2, 4, s->cols - 4, STYLE_TEXT,
                     str_from(_("There is no revision yet. ^S in the text saves the "
                                "first one.")));
    } else {
        size_t top = h->selected >= (size_t)rows ? h->selected - (size_t)rows + 1 : 0;
        draw_header(s);
        for (int i = 0; i < rows && top + (size_t)i < h->count; i++)
            draw_row(m, s, 3 + i, top + (size_t)i);
        if (details) {
            screen_hline(s, 3 + rows, 0, s->cols);
            draw_details(s, 4 + rows, &h->items[h->selected]);
        }
        screen_cursor(s, 3 + (int)(h->selected - top), 2);
    }
    draw_notice(
        m, s, hints - 1, STYLE_GUIDE,
        str_from(_("Enter: what this revision changed. D: what changed since.")));
    draw_hints(m, s);
}
