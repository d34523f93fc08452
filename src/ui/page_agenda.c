/* The agenda of the workshop: what was done and how long it took, what is now, what
 * comes when. */
#include "base/message.h"
#include "ui/page.h"
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

static void add_item(const Model *m, PageBuilder *b, size_t i)
{
    const Workshop *w = &m->workshop;
    const AgendaBox *box = &w->agenda.boxes[i];
    bool now = i == w->time.at;
    StrBuf row = {0};

    strbuf_addf(&row, "%c ", i < w->time.at ? 'x' : now ? '>' : '.');
    add_when(m, i, &row);
    strbuf_addf(&row, "  %.*s", STR_ARG(box->title));
    b->here = now;
    page_add(b, now ? STYLE_BOLD : STYLE_TEXT, strbuf_view(&row));
    strbuf_clear(&row);
    strbuf_addz(&row, "   ");
    if (i < w->time.at)
        message_addf(&row, _("%d min of %d"), (int)(w->time.spent_ms[i] / MINUTE_MS),
                     box->minutes);
    else
        message_addf(&row, C_("timer", "%d min"), w->time.minutes[i]);
    Str who = agenda_starter(&w->agenda, i, w->room, w->room_count);
    if (i >= w->time.at && who.len > 0)
        message_addf(&row, _(", %.*s types"), STR_ARG(who));
    page_add(b, STYLE_GUIDE, strbuf_view(&row));
    page_end(b, 9);
    b->here = false;
    if (now && box->say.len > 0) {
        page_addz(b, STYLE_GUIDE, "         ");
        page_add(b, STYLE_GUIDE, box->say);
        page_end(b, 9);
    }
    strbuf_deinit(&row);
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

void page_build_agenda(const Model *m, PageBuilder *b)
{
    const Workshop *w = &m->workshop;
    StrBuf words = {0};

    workshop_say_all(m, &words);
    page_add(b, STYLE_TEXT, strbuf_view(&words));
    page_end(b, 0);
    page_blank(b);
    for (size_t i = 0; i < w->agenda.count; i++)
        add_item(m, b, i);
    page_blank(b);
    add_goal(b, _("Goal at the start:"), w->goal_before);
    add_goal(b, _("Goal at the end:"), w->goal_after);
    strbuf_deinit(&words);
}
