/* The form of a new document. */
#include "ui/box.h"

#include "base/message.h"
#include "ui/frame.h"
#include "ui/prompt.h"

static void new_row(const Model *m, Screen *s, Box b, int row, size_t i,
                    const char *label, Str value)
{
    enum { LABEL_WIDE = 14 };
    bool here = m->prompt.selected == i;
    int col = b.col + 4 + LABEL_WIDE, cells = b.cols - 6 - LABEL_WIDE;

    screen_put(s, row, b.col + 2, 1, STYLE_KEY, here ? STR(">") : STR(" "));
    screen_put_cut(s, row, b.col + 4, LABEL_WIDE - 1, here ? STYLE_BOLD : STYLE_TEXT,
                   str_from(label));
    if (i >= 2) {
        field_draw(&m->prompt.fields[i - 2], s, row, col, cells, here);
        return;
    }
    StrBuf shown = {0};
    strbuf_addf(&shown, "< %.*s >", STR_ARG(value));
    screen_put_cut(s, row, col, cells, here ? STYLE_SELECTED : STYLE_TEXT,
                   strbuf_view(&shown));
    if (here)
        screen_cursor(s, row, col);
    strbuf_deinit(&shown);
}

static const char *new_help(size_t selected)
{
    switch (selected) {
    case 0:
    case 1:
        return _("Left and right choose.");
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
        return prompt_field_help(selected);
    default:
        return _("Enter makes the document. The first ^S saves revision 1.");
    }
}

void draw_new(const Model *m, Screen *s)
{
    enum { NEW_ROWS = 14, FIELD_ROWS = 2 + NEW_FIELDS };
    const Template *t = prompt_template(m, m->prompt.template_at, m->prompt.lang);
    const char *const labels[] = {_("Template"), _("Language"), _("Name"),
                                  _("Title"),    _("Customer"), _("Product"),
                                  _("Idea from")};
    Str values[FIELD_ROWS] = {0};
    Box b = box_make(s, NEW_ROWS, 74);
    bool roomy = b.rows == NEW_ROWS, start = m->prompt.selected == FIELD_ROWS;
    int room = roomy ? FIELD_ROWS + 2 : b.rows - 3;
    int top = roomy ? 0 : (int)box_list_top(m->prompt.selected, room);

    values[0] = t ? t->name : (Str){0};
    values[1] = m->prompt.lang == LANG_KO ? STR("한국어") : STR("English");
    box_open(s, b, _("New document"));
    for (int i = top; i < FIELD_ROWS && i < top + room; i++)
        new_row(m, s, b, b.row + 1 + i - top, (size_t)i, labels[i], values[i]);
    int last = FIELD_ROWS + roomy - top;
    if (last < room)
        screen_put_cut(s, b.row + 1 + last, b.col + 4, b.cols - 8,
                       start ? STYLE_SELECTED : STYLE_BOLD,
                       str_from(_("Start writing")));
    if (start)
        screen_cursor(s, b.row + 1 + last, b.col + 4);
    draw_wrapped(s, b.row + b.rows - (roomy ? 3 : 2), b.col + 2, roomy ? 2 : 1,
                 b.cols - 4, m->notice.len ? STYLE_NOTICE : STYLE_GUIDE,
                 m->notice.len ? strbuf_view(&m->notice)
                               : str_from(new_help(m->prompt.selected)));
}
