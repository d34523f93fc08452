/* The agenda of the workshop: what was done and how long it took, what is now, what
 * comes when. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/page_columns.h"
#include "ui/workshop.h"

enum { MINUTE_MS = 60000 };

static void add_when(const Model *m, size_t i, StrBuf *out)
{
    const Timebox *t = &m->workshop.time;

    if (i <= t->at) {
        strbuf_addz(out, "     ");
        return;
    }
    moment_clock(timebox_begins(t, i, m->clock_ms, m->now), out);
}

/* "7 of 10 min" of what is done, else "10 min". */
static void add_minutes(const Workshop *w, size_t i, StrBuf *out)
{
    if (i < w->time.at)
        message_addf(out, _("%d of %d min"), (int)(w->time.spent_ms[i] / MINUTE_MS),
                     w->agenda.boxes[i].minutes);
    else
        message_addf(out, C_("timer", "%d min"), w->time.minutes[i]);
}

typedef struct Widths {
    int title, minutes; /* cells of these columns */
} Widths;

enum { FIRST_CELLS = 9, WHO_LEAST = 12, TITLE_LEAST = 10, GAP = 2 };

static Widths widths_of(const Model *m, const PageBuilder *b)
{
    const Workshop *w = &m->workshop;
    Widths most = {0};

    for (size_t i = 0; i < w->agenda.count; i++) {
        StrBuf minutes = {0};
        int title = unicode_width(w->agenda.boxes[i].title);
        add_minutes(w, i, &minutes);
        int cells = unicode_width(strbuf_view(&minutes));
        most.title = title > most.title ? title : most.title;
        most.minutes = cells > most.minutes ? cells : most.minutes;
        strbuf_deinit(&minutes);
    }
    int room = b->width - FIRST_CELLS - GAP - most.minutes - GAP - WHO_LEAST;
    room = room > TITLE_LEAST ? room : TITLE_LEAST;
    most.title = most.title > room ? room : most.title;
    return most;
}

static void add_spaces(StrBuf *out, int cells)
{
    strbuf_add_repeat(out, ' ', cells > 0 ? (size_t)cells : 0);
}

/* What is said about the item at hand. */
static void add_say(PageBuilder *b, Str say)
{
    StrBuf indent = {0};

    add_spaces(&indent, FIRST_CELLS);
    page_add(b, STYLE_GUIDE, strbuf_view(&indent));
    page_add(b, STYLE_GUIDE, say);
    page_end(b, FIRST_CELLS);
    strbuf_deinit(&indent);
}

/* What has no room ends in two dots. */
static void add_title(Str title, int cells, StrBuf *out)
{
    enum { DOTS = 2 };
    bool cut = unicode_width(title) > cells;
    Str shown = cut ? unicode_fit(title, cells - DOTS) : title;

    strbuf_add(out, shown);
    strbuf_addz(out, cut ? ".." : "");
    add_spaces(out, cells - unicode_width(shown) - (cut ? DOTS : 0));
}

static void add_item(const Model *m, PageBuilder *b, const Widths *widths, size_t i)
{
    const Workshop *w = &m->workshop;
    const AgendaBox *box = &w->agenda.boxes[i];
    bool now = i == w->time.at;
    StrBuf row = {0}, minutes = {0};

    strbuf_addf(&row, "%c ", i < w->time.at ? 'x' : now ? '>' : '.');
    add_when(m, i, &row);
    strbuf_addz(&row, "  ");
    add_title(box->title, widths->title, &row);
    b->here = now;
    page_add(b, now ? STYLE_BOLD : STYLE_TEXT, strbuf_view(&row));
    strbuf_clear(&row);
    add_minutes(w, i, &minutes);
    add_spaces(&row, GAP + widths->minutes - unicode_width(strbuf_view(&minutes)));
    strbuf_add(&row, strbuf_view(&minutes));
    Str who = agenda_starter(&w->agenda, i, w->room, w->room_count);
    if (i >= w->time.at && who.len > 0)
        strbuf_addf(&row, "  %.*s", STR_ARG(who));
    page_add(b, STYLE_GUIDE, strbuf_view(&row));
    page_end(b, FIRST_CELLS);
    b->here = false;
    if (now && box->say.len > 0)
        add_say(b, box->say);
    strbuf_deinit(&row);
    strbuf_deinit(&minutes);
}

static void add_goal(PageBuilder *b, const char *label, Str goal)
{
    if (goal.len == 0)
        return;
    page_addz(b, STYLE_GUIDE, label);
    page_addz(b, STYLE_TEXT, " ");
    page_add(b, STYLE_TEXT, goal);
    page_end(b, 4);
}

/* The line that was said, else the one that stands in the document. */
static Str goal_of(const Model *m, Str said, const char *part)
{
    bool known = m->ed.open && m->ed.derived.valid;

    return said.len > 0 || !known ? said : agenda_goal(&m->ed.derived.doc, part);
}

/* Both beside each other where there is room. */
static void add_goals(const Model *m, PageBuilder *b, bool columns_too)
{
    Str before = goal_of(m, m->workshop.goal_before, "goal-before");
    Str after = goal_of(m, m->workshop.goal_after, "goal-after");
    const PageColumn columns[] = {{str_from(_("Goal at the start")), before},
                                  {str_from(_("Goal at the end")), after}};

    if (columns_too && before.len > 0 && after.len > 0 &&
        page_add_columns(b, columns, 2))
        return;
    add_goal(b, _("Goal at the start:"), before);
    add_goal(b, _("Goal at the end:"), after);
}

static void add_agenda(const Model *m, PageBuilder *b, bool columns)
{
    const Workshop *w = &m->workshop;
    const Widths widths = widths_of(m, b);
    StrBuf words = {0};

    workshop_say_all(m, &words);
    page_add(b, STYLE_TEXT, strbuf_view(&words));
    page_end(b, 0);
    page_blank(b);
    for (size_t i = 0; i < w->agenda.count; i++)
        add_item(m, b, &widths, i);
    page_blank(b);
    add_goals(m, b, columns);
    strbuf_deinit(&words);
}

void page_build_agenda(const Model *m, PageBuilder *b)
{
    add_agenda(m, b, true);
}

void page_build_agenda_lines(const Model *m, PageBuilder *b)
{
    add_agenda(m, b, false);
}
