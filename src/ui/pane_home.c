#include "base/message.h"
#include "base/unicode.h"
#include "review/meeting.h"
#include "ui/frame.h"
#include "ui/panes.h"

/* A narrow window shows titles and stages only. */
enum { COL_STATUS = 13, COL_WORDS = 9, COL_OPEN = 9, COL_WHEN = 22, NARROW = 64 };

static void draw_head(const Model *m, Screen *s)
{
    StrBuf right = {0};

    if (m->who.len > 0)
        strbuf_addf(&right, _("Writing as: %s  (^U to change)"), strbuf_cstr(&m->who));
    draw_title(s, str_from(_("PR/FAQ")), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&right);
}

static void last_revision(const Model *m, const DocumentEntry *d, StrBuf *out)
{
    if (d->revision == 0) {
        strbuf_addz(out, _("no revision yet"));
        return;
    }
    moment_relative(d->time, m->now, out);
    strbuf_addf(out, "  %.*s", STR_ARG(d->who));
}

typedef struct Columns {
    int status, words, open, when, title;
} Columns;

static Columns columns(const Screen *s)
{
    bool narrow = s->cols < NARROW;
    Columns c = {.when = s->cols - (narrow ? 1 : COL_WHEN + 1)};

    c.open = c.when - (narrow ? 0 : COL_OPEN);
    c.words = c.open - (narrow ? 0 : COL_WORDS);
    c.status = c.words - COL_STATUS;
    c.title = c.status - 3;
    return c;
}

/* How many questions are open; a sign and a colour when the time of one is over. */
static void draw_open(const DocumentEntry *d, Screen *s, int row, int col, Style style)
{
    StrBuf open = {0};

    strbuf_addf(&open, "%s%d", d->overdue > 0 ? "! " : "", d->open);
    screen_put(s, row, col + COL_OPEN - 3 - (int)open.len, (int)open.len,
               d->overdue > 0 ? STYLE_WARNING : style, strbuf_view(&open));
    strbuf_deinit(&open);
}

static void draw_when(const Model *m, Screen *s, int row, const Columns *c,
                      const DocumentEntry *d, Style style)
{
    StrBuf when = {0};

    if (c->words == c->when) /* narrow */
        return;
    last_revision(m, d, &when);
    screen_put_cut(s, row, c->when, COL_WHEN, style, strbuf_view(&when));
    strbuf_deinit(&when);
}

static void draw_row(const Model *m, Screen *s, int row, size_t index)
{
    const DocumentEntry *d = &m->home.documents[index];
    Columns c = columns(s);
    bool selected = index == m->home.selected;
    Style style = selected ? STYLE_BOLD : STYLE_TEXT;
    Str title = d->title.len ? d->title : d->name;

    screen_put(s, row, 0, 1, STYLE_KEY, selected ? STR(">") : STR(" "));
    screen_put_cut(s, row, 2, c.title, style, title);
    if (d->problem.len > 0) {
        screen_put_cut(s, row, c.status, s->cols - c.status - 1, STYLE_ERROR,
                       d->problem);
        return;
    }
    if (!d->described)
        return;
    if (d->archived &&
        d->decision.len > 0) { /* how long it is, and what is open, is past */
        screen_put_cut(s, row, c.status, c.when - c.status - 1, style, d->decision);
        draw_when(m, s, row, &c, d, style);
        return;
    }
    screen_put_cut(s, row, c.status, COL_STATUS - 1, style,
                   str_from(stage_words(d->stage)));
    if (c.words == c.when)
        return;
    StrBuf words = {0};
    strbuf_addf(&words, "%d", d->words);
    screen_put(s, row, c.words + COL_WORDS - 2 - (int)words.len, (int)words.len, style,
               strbuf_view(&words));
    draw_open(d, s, row, c.open, style);
    draw_when(m, s, row, &c, d, style);
    strbuf_deinit(&words);
}

static void draw_header_row(Screen *s, int row)
{
    Columns c = columns(s);

    screen_put(s, row, 2, c.title, STYLE_TITLE, str_from(_("Documents")));
    screen_put(s, row, c.status, COL_STATUS - 1, STYLE_TITLE, str_from(_("Status")));
    if (c.words == c.when)
        return;
    Str words = str_from(_("Words"));
    int width = unicode_width(words);
    screen_put(s, row, c.words + COL_WORDS - 2 - width, width, STYLE_TITLE, words);
    Str open = str_from(_("Open ?"));
    width = unicode_width(open);
    screen_put(s, row, c.open + COL_OPEN - 3 - width, width, STYLE_TITLE, open);
    screen_put(s, row, c.when, COL_WHEN, STYLE_TITLE, str_from(_("Last revision")));
}

static void detail(Screen *s, int row, const char *label, Str text)
{
    Str name = str_from(label);
    int width = unicode_width(name);

    screen_put(s, row, 2, width, STYLE_GUIDE, name);
    screen_put_cut(s, row, 16, s->cols - 17, STYLE_TEXT, text);
}

static void draw_details(Screen *s, int row, const DocumentEntry *d)
{
    StrBuf text = {0};

    screen_put_cut(s, row, 0, s->cols, STYLE_TITLE, d->title.len ? d->title : d->name);
    if (!d->described)
        return;
    if (d->decision.len > 0)
        detail(s, row + 1, _("Decided"), d->decision);
    else
        detail(s, row + 1, _("Next step"), d->next_step);
    message_addf(&text,
                 _("press release %d of %d, external FAQ %d of %d, internal "
                   "FAQ %d of %d"),
                 d->pr_done, d->pr_total, d->external_done, d->external_total,
                 d->internal_done, d->internal_total);
    detail(s, row + 2, _("Done"), strbuf_view(&text));
    strbuf_clear(&text);
    message_addf(&text, _("%d to fix, %d to look at"), d->errors, d->warnings);
    if (d->open > 0) {
        strbuf_addz(&text, "   ");
        message_addf(
            &text,
            ngettext("%d open question", "%d open questions", (unsigned long)d->open),
            d->open);
        if (d->overdue > 0)
            message_addf(&text, _(", %d overdue"), d->overdue);
    }
    detail(s, row + 3, _("Checks"), strbuf_view(&text));
    if (d->reason.len > 0)
        detail(s, row + 4, _("Reason"), d->reason);
    else if (d->since.len > 0)
        detail(s, row + 4, _("Since you"), d->since);
    strbuf_deinit(&text);
}

static void draw_empty(const Model *m, Screen *s)
{
    const char *text;

    if (!m->home.loaded)
        text = _("Looking for documents...");
    else if (!m->home.workspace)
        text =
            _("This folder is not a workspace yet. A workspace is a folder that keeps "
              "every revision of your documents. Press I to make this folder one, "
              "then N to start a document.");
    else
        text = _("There is no document here yet. Press N to start one: you choose a "
                 "template and a name, and are then led from section to section.");
    draw_wrapped(s, 3, 2, 6, s->cols - 4, STYLE_TEXT, str_from(text));
    screen_cursor(s, 3, 2);
}

/* "Unsaved words from 09:58 (Jun, "Quote") are kept." */
static void add_recovered(const DocumentEntry *d, StrBuf *out)
{
    StrBuf clock = {0}, who = {0};

    moment_clock(d->recovered, &clock);
    if (d->recovered_who.len > 0)
        strbuf_add(&who, d->recovered_who);
    if (d->recovered_place.len > 0)
        strbuf_addf(&who, "%s\"%.*s\"", who.len ? ", " : "",
                    STR_ARG(d->recovered_place));
    Str title = d->title.len ? d->title : d->name;
    if (who.len > 0)
        message_addf(out,
                     _("Unsaved words from %s (%s) are kept in %.*s. Enter to look."),
                     strbuf_cstr(&clock), strbuf_cstr(&who), STR_ARG(title));
    else
        message_addf(out, _("Unsaved words from %s are kept in %.*s. Enter to look."),
                     strbuf_cstr(&clock), STR_ARG(title));
    strbuf_deinit(&clock);
    strbuf_deinit(&who);
}

/* Of the selected document, else of the first that has any. */
static void home_news(const Home *h, StrBuf *out)
{
    if (h->selected < h->count && h->documents[h->selected].recovered.seconds) {
        add_recovered(&h->documents[h->selected], out);
        return;
    }
    for (size_t i = 0; i < h->count; i++)
        if (h->documents[i].recovered.seconds) {
            add_recovered(&h->documents[i], out);
            return;
        }
}

/* Where the title of the archived ones stands; the count: there are none, or nothing
 * else. */
static size_t title_place(const Home *h)
{
    size_t i = 0;

    while (i < h->count && !h->documents[i].archived)
        i++;
    return i > 0 ? i : h->count;
}

static void draw_rows(const Model *m, Screen *s, int row, int rows)
{
    const Home *h = &m->home;
    size_t title = title_place(h), lines = h->count + (title < h->count);
    size_t selected = h->selected + (h->selected >= title);
    size_t top = selected >= (size_t)rows ? selected - (size_t)rows + 1 : 0;

    for (size_t line = top; line < lines && line < top + (size_t)rows; line++) {
        int at = row + (int)(line - top);
        if (line == title)
            screen_put_cut(s, at, 2, s->cols - 3, STYLE_TITLE, str_from(_("Archived")));
        else
            draw_row(m, s, at, line - (line > title));
    }
    screen_cursor(s, row + (int)(selected - top), 2);
}

void draw_home(const Model *m, Screen *s)
{
    StrBuf news = {0};
    const Home *h = &m->home;
    int hints = draw_hint_row(m);
    int room = hints - 2 - 3;
    int details = room >= 10 && h->count > 0 ? 6 : 0;
    int rows = room - details;

    draw_head(m, s);
    if (m->projector) { /* other documents are nobody's business */
        draw_wrapped(s, 3, 2, 3, s->cols - 4, STYLE_TEXT,
                     str_from(_("Projector view: the list of documents is not shown. "
                                "Esc B shows it again.")));
        screen_cursor(s, 3, 2);
        draw_hints(m, s);
        return;
    }
    if (h->count == 0) {
        draw_empty(m, s);
    } else {
        draw_header_row(s, 2);
        draw_rows(m, s, 3, rows);
        if (details)
            draw_details(s, 3 + rows, &h->documents[h->selected]);
    }
    screen_hline(s, hints - 2, 0, s->cols);
    home_news(h, &news);
    draw_notice(m, s, hints - 1, STYLE_WARNING, strbuf_view(&news));
    strbuf_deinit(&news);
    draw_hints(m, s);
}
