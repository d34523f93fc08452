#include "base/message.h"
#include "text/motion.h"
#include "ui/cmd.h"
#include "ui/frame.h"
#include "ui/layout.h"
#include "ui/list.h"

enum { WHEEL_ROWS = 3 };

/* The caret to the first or the last row of the window when it is not in it. */
static void follow_window(Model *m)
{
    Editor *ed = &m->ed;
    int width = editor_text_width(m), col = 0;
    RowPos top = {ed->top, ed->top_row}, bottom = top;
    RowPos caret = layout_find(ed, width, ed->caret, &col);
    bool select = ed->anchor != NO_INDEX;
    int goal = ed->goal >= 0 ? ed->goal : col;

    layout_step(ed, width, &bottom, editor_text_height(m) - 1);
    if (layout_before(caret, top))
        editor_move(ed, layout_offset(ed, width, top, goal), select);
    else if (layout_before(bottom, caret))
        editor_move(ed, layout_offset(ed, width, bottom, goal), select);
    ed->goal = goal;
}

/* The wheel moves the window; the last row of the text stays in it. */
static void scroll(Model *m, int rows)
{
    Editor *ed = &m->ed;
    int width = editor_text_width(m), height = editor_text_height(m);
    RowPos top = {ed->top, ed->top_row}, bottom = top;

    if (rows > 0) {
        int shown = layout_step(ed, width, &bottom, height - 1 + rows);
        rows = shown - (height - 1) < rows ? shown - (height - 1) : rows;
    }
    if (rows == 0)
        return;
    layout_step(ed, width, &top, rows);
    ed->top = top.line;
    ed->top_row = top.row;
    follow_window(m);
}

static void wheel(Model *m, bool down)
{
    Key step = {.code = down ? KEYCODE_DOWN : KEYCODE_UP};
    Effect none = {0};

    if (m->view == VIEW_WRITE && !m->typewriter) {
        scroll(m, down ? WHEEL_ROWS : -WHEEL_ROWS);
        return;
    }
    for (int i = 0; i < WHEEL_ROWS; i++) {
        if (m->view == VIEW_WRITE)
            editor_key(m, &step);
        else
            list_key(m, &step, &none);
    }
}

/* The place in the text under the mouse; a drag above or below the text goes on a
 * row further. False outside of the text. */
static bool place_under(const Model *m, const Key *key, size_t *offset)
{
    const Editor *ed = &m->ed;
    TextArea area = editor_area(m);
    RowPos pos = {ed->top, ed->top_row};
    int row = key->row - area.top;

    if (key->mouse != MOUSE_DRAG && (row < 0 || row >= area.rows))
        return false;
    row = row < 0 ? -1 : row > area.rows ? area.rows : row;
    layout_step(ed, area.width, &pos, row);
    *offset = layout_offset(ed, area.width, pos,
                            key->col > area.left ? key->col - area.left : 0);
    return true;
}

static void select_range(Editor *ed, Range r)
{
    editor_move(ed, r.start, false);
    if (r.start < r.end)
        editor_move(ed, r.end, true);
}

static void press(Model *m, const Key *key, size_t at)
{
    Editor *ed = &m->ed;

    if (key->clicks == 2)
        select_range(ed, motion_word_at(text_view(ed->text), at));
    else if (key->clicks == 3)
        select_range(ed, layout_line_range(ed, layout_line_of(ed, at)));
    else
        editor_move(ed, at, key->mods & MOD_SHIFT);
    if (key->clicks >= 2 && ed->anchor == NO_INDEX)
        editor_move(ed, at, false);
}

static void write_mouse(Model *m, const Key *key, Effect *out)
{
    Range r = editor_selection(&m->ed);
    size_t at = 0;

    if (key->mouse == MOUSE_RELEASE) {
        if (m->dragging && r.start < r.end)
            cmd_copy(m, out);
        m->dragging = false;
    } else if (place_under(m, key, &at)) {
        m->dragging = key->mouse == MOUSE_DRAG || key->clicks > 1;
        if (key->mouse == MOUSE_DRAG)
            editor_move(&m->ed, at, true);
        else
            press(m, key, at);
    }
}

void editor_mouse(Model *m, const Key *key, Effect *out)
{
    if (m->prompt.type != PROMPT_NONE)
        return;
    if (key->mouse == MOUSE_WHEEL_UP || key->mouse == MOUSE_WHEEL_DOWN) {
        wheel(m, key->mouse == MOUSE_WHEEL_DOWN);
        return;
    }
    CommandId hint =
        key->mouse == MOUSE_PRESS ? hint_at(m, key->row, key->col) : CMD_NONE;
    if (hint != CMD_NONE)
        command_run(m, hint, out);
    else if (m->view == VIEW_WRITE)
        write_mouse(m, key, out);
}

void cmd_mouse(Model *m, Effect *out)
{
    m->mouse_off = !m->mouse_off;
    model_say(m, m->mouse_off
                     ? _("The mouse is your terminal's now. Esc M takes it back.")
                     : _("The mouse scrolls, places the cursor and selects here."));
    *out = (Effect){.type = EFFECT_MOUSE, .on = !m->mouse_off};
}
