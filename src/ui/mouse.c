#include "ui/cmd.h"
#include "ui/layout.h"
#include "ui/list.h"

enum { WHEEL_ROWS = 3 };

static void wheel(Model *m, KeyCode code)
{
    Key step = {.code = code};
    Effect none = {0};

    for (int i = 0; i < WHEEL_ROWS; i++) {
        if (m->view == VIEW_WRITE)
            editor_key(m, &step);
        else
            list_key(m, &step, &none);
    }
}

/* The place in the text under the mouse; false outside of the text. */
static bool place_under(const Model *m, const Key *key, size_t *offset)
{
    const Editor *ed = &m->ed;
    TextArea area = editor_area(m);
    RowPos pos = {ed->top, ed->top_row};

    if (key->row < area.top || key->row >= area.top + area.rows)
        return false;
    layout_step(ed, area.width, &pos, key->row - area.top);
    *offset = layout_offset(ed, area.width, pos,
                            key->col > area.left ? key->col - area.left : 0);
    return true;
}

static void copy_selection(Model *m, Effect *out)
{
    Range r = editor_selection(&m->ed);

    if (r.start < r.end)
        cmd_copy(m, out);
}

void editor_mouse(Model *m, const Key *key, Effect *out)
{
    size_t at = 0;

    if (m->prompt.type != PROMPT_NONE)
        return;
    if (key->mouse == MOUSE_WHEEL_UP || key->mouse == MOUSE_WHEEL_DOWN) {
        wheel(m, key->mouse == MOUSE_WHEEL_UP ? KEYCODE_UP : KEYCODE_DOWN);
        return;
    }
    if (m->view != VIEW_WRITE)
        return;
    if (key->mouse == MOUSE_RELEASE)
        copy_selection(m, out);
    else if (place_under(m, key, &at))
        editor_move(&m->ed, at, key->mouse == MOUSE_DRAG || (key->mods & MOD_SHIFT));
}
