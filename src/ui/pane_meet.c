/* A meeting: the page of its step, below it what is asked and the line. */
#include "base/message.h"
#include "ui/frame.h"
#include "ui/list.h"
#include "ui/meet_view.h"
#include "ui/panes.h"

static void draw_head(const Model *m, Screen *s)
{
    StrBuf left = {0}, right = {0};

    strbuf_addf(&left, "%.*s > ", STR_ARG(editor_title(&m->ed)));
    meet_view_head(m, &left, &right);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

/* The row of what is chosen; else the first one. */
static int draw_rows(const Model *m, Screen *s, int height)
{
    const Page *page = &m->page;
    size_t top = m->top[VIEW_MEET];
    int here = 0;

    for (int i = height; i-- > 0;) {
        if (top + (size_t)i >= page->count)
            continue;
        const PageLine *line = &page->lines[top + (size_t)i];
        draw_page_line(m, s, 2 + i, line);
        if (line->here)
            here = i;
    }
    return here;
}

/* What is asked, and the line with the cursor in it. */
static void draw_line(const Model *m, Screen *s, int row, int rows)
{
    StrBuf text = {0};

    meet_view_ask(m, &text);
    draw_wrapped(s, row, 2, rows - 1, s->cols - 4, STYLE_GUIDE, strbuf_view(&text));
    screen_put(s, row + rows - 1, 0, 1, STYLE_KEY, STR(">"));
    field_draw(&m->meet->field, s, row + rows - 1, 2, s->cols - 4, true);
    strbuf_deinit(&text);
}

void draw_meet(const Model *m, Screen *s)
{
    int height = list_height(m), hints = draw_hint_row(m), foot = meet_view_foot(m);
    StrBuf where = {0};

    draw_head(m, s);
    int here = draw_rows(m, s, height);
    if (m->page.count > (size_t)height)
        message_addf(&where, _("lines %d to %d of %d"), (int)m->top[VIEW_MEET] + 1,
                     (int)m->top[VIEW_MEET] + height, (int)m->page.count);
    screen_cursor(s, 2 + here, 2);
    if (foot > 0)
        draw_line(m, s, 2 + height, foot);
    draw_notice(m, s, hints - 1, STYLE_GUIDE, strbuf_view(&where));
    draw_hints(m, s);
    strbuf_deinit(&where);
}
