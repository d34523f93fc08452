#include "ui/typing.h"

#include "ui/cmd.h"
#include "ui/draw.h"
#include "ui/layout.h"

Typing typing_of(const Model *m, const Msg *msg)
{
    const Editor *ed = &m->ed;
    Typing t = {.writes = msg->type == MSG_KEY && ed->open && m->view == VIEW_WRITE &&
                          m->prompt.type == PROMPT_NONE && m->notice.len == 0 &&
                          m->rows >= SCREEN_MIN_ROWS && m->cols >= SCREEN_MIN_COLS};

    if (!t.writes)
        return t;
    t.in_line = ed->anchor == NO_INDEX && msg->key.mods == 0 &&
                (msg->key.code == KEYCODE_CHAR || msg->key.code == KEYCODE_BACKSPACE);
    t.version = text_version(ed->text);
    t.top = ed->top;
    t.top_row = ed->top_row;
    t.line = layout_line_of(ed, ed->caret);
    t.behind = text_len(ed->text) - layout_line_range(ed, t.line).end;
    t.rows = layout_row_count(ed, t.line, editor_text_width(m));
    return t;
}

Redraw typing_redraw(const Typing *before, const Typing *now)
{
    if (!before->writes || !now->writes || before->version == now->version)
        return REDRAW_ALL;
    bool same_rows = before->top == now->top && before->top_row == now->top_row &&
                     before->line == now->line && before->behind == now->behind &&
                     before->rows == now->rows;
    return before->in_line && now->in_line && same_rows ? REDRAW_LINE : REDRAW_TEXT;
}
