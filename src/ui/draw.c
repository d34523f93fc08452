#include "ui/draw.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/find.h"
#include "ui/frame.h"
#include "ui/panes.h"

static void draw_too_small(Screen *s)
{
    draw_wrapped(s, 0, 0, s->rows, s->cols, STYLE_TEXT,
                 str_from(_("Make the window larger (40x8). Your words are kept.")));
    screen_cursor(s, 0, 0);
}

void draw(const Model *m, Screen *s)
{
    screen_clear(s);
    if (s->rows < SCREEN_MIN_ROWS || s->cols < SCREEN_MIN_COLS) {
        draw_too_small(s);
        return;
    }
    switch (m->view) {
    case VIEW_HOME:
        draw_home(m, s);
        break;
    case VIEW_WRITE:
        draw_write(m, s);
        break;
    case VIEW_CHECKS:
        draw_checks(m, s);
        break;
    case VIEW_HISTORY:
        draw_history(m, s);
        break;
    case VIEW_REVIEW:
        draw_review(m, s);
        break;
    case VIEW_QUESTIONS:
        draw_questions(m, s);
        break;
    case VIEW_RESTORE:
        draw_restore(m, s);
        break;
    case VIEW_MEET:
        draw_meet(m, s);
        break;
    case VIEW_RECOVER:
        draw_recover(m, s);
        break;
    case VIEW_ADOPT:
    case VIEW_SPLIT:
        draw_confirm(m, s);
        break;
    default:
        draw_page(m, s);
        break;
    }
    if (m->prompt.type == PROMPT_SEARCH || m->prompt.type == PROMPT_EXERCISE)
        draw_find_row(m, s, draw_hint_row(m) - 1);
    else if (m->prompt.type != PROMPT_NONE)
        draw_box(m, s);
}

RowSpan draw_changed(const Model *m, Screen *s)
{
    TextArea area = editor_area(m);

    switch (m->redraw) {
    case REDRAW_LINE:
        return draw_caret_line(m, s);
    case REDRAW_TEXT:
        draw_blank_document(m, s, (RowSpan){area.top, area.top + area.rows});
        draw_document(m, s);
        return (RowSpan){area.top, area.top + area.rows};
    case REDRAW_ALL:
        break;
    }
    draw(m, s);
    return (RowSpan){0, s->rows};
}
