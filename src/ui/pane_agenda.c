/* The agenda beside the text of a wide window: what was done, what is now, what comes.
 */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/frame.h"
#include "ui/panes.h"
#include "ui/workshop.h"

enum { HEAD_ROWS = 2, ITEMS_LEAST = 3, PANE_LEAST = 20 };

int agenda_pane_rows(const Model *m, int rows)
{
    int items = (int)m->workshop.agenda.count, most = rows / 3 - HEAD_ROWS;

    if (!m->workshop.on || rows < PANE_LEAST || most < ITEMS_LEAST)
        return 0;
    return (items < most ? items : most) + HEAD_ROWS;
}

/* "until 12:30", from where it was read: while no time is up it stays as it is, and
 * nothing is drawn anew for it. */
static void say_end(const Model *m, StrBuf *out)
{
    const Workshop *w = &m->workshop;
    int64_t end = m->clock_ms + timebox_rest_ms(&w->time, m->clock_ms) - w->read_ms;
    Moment at = {w->read_at.seconds + end / 1000, w->read_at.offset};
    StrBuf clock = {0};

    if (timebox_through(&w->time) || w->time.paused)
        return;
    moment_clock(at, &clock);
    message_addf(out, _("until %s"), strbuf_cstr(&clock));
    strbuf_deinit(&clock);
}

static void draw_item(const Model *m, Screen *s, int row, int cells, size_t i)
{
    const Workshop *w = &m->workshop;
    bool now = i == w->time.at;
    StrBuf label = {0}, minutes = {0};

    strbuf_addf(&label, "%c %.*s",
                i < w->time.at ? 'x'
                : now          ? '>'
                               : '.',
                STR_ARG(w->agenda.boxes[i].title));
    strbuf_addf(&minutes, "%d", w->time.minutes[i]);
    screen_put_cut(s, row, 1, cells - 4, now ? STYLE_BOLD : STYLE_TEXT,
                   strbuf_view(&label));
    screen_put(s, row, 1 + cells - (int)minutes.len, (int)minutes.len, STYLE_TEXT,
               strbuf_view(&minutes));
    strbuf_deinit(&label);
    strbuf_deinit(&minutes);
}

void draw_agenda_pane(const Model *m, Screen *s, int top, int rows, int cells)
{
    const Workshop *w = &m->workshop;
    size_t items = (size_t)(rows - HEAD_ROWS), first = 0;
    StrBuf end = {0};

    say_end(m, &end);
    int width = unicode_width(strbuf_view(&end));
    screen_put_cut(s, top + 1, 1, cells - width - 1, STYLE_TITLE,
                   str_from(_("Agenda")));
    screen_put(s, top + 1, 1 + cells - width, width, STYLE_TEXT, strbuf_view(&end));
    if (w->time.at > 0) /* one that is done stays in sight */
        first = w->time.at - 1;
    if (first + items > w->agenda.count)
        first = w->agenda.count - items;
    for (size_t i = 0; i < items; i++)
        draw_item(m, s, top + HEAD_ROWS + (int)i, cells, first + i);
    strbuf_deinit(&end);
}
