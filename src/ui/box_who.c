/* The box of who types, and who is in the room. */
#include "ui/box.h"

#include "base/message.h"
#include "ui/frame.h"

static void who_row(const Model *m, Screen *s, Box b, int row, size_t i)
{
    bool here = i == m->prompt.selected;
    StrBuf line = {0};

    if (i < m->person_count)
        strbuf_addf(&line, "%zu  [%c] %.*s%s", i + 1, m->people[i].here ? 'x' : ' ',
                    STR_ARG(m->people[i].name),
                    m->people[i].typing ? _(", typing now") : "");
    else
        strbuf_addf(&line, "%zu  %s", i + 1, _("Someone else ..."));
    screen_put_cut(s, row, b.col + 2, b.cols - 4, here ? STYLE_SELECTED : STYLE_TEXT,
                   strbuf_view(&line));
    if (here)
        screen_cursor(s, row, b.col + 2);
    strbuf_deinit(&line);
}

/* What happens when somebody is chosen; a small window has one row for it. */
static void who_help(const Model *m, Screen *s, Box b, bool roomy)
{
    const char *help = _("Number or Enter switches. Space ticks who is in the room and "
                         "credited on revisions. Esc keeps it as it is.");
    bool saves = editor_unsaved(&m->ed) && m->ed.tracked && m->view == VIEW_WRITE &&
                 m->who.len > 0;
    int rows = roomy ? 2 : 1;
    StrBuf line = {0};

    if (saves)
        message_addf(&line, _("Words not yet a revision are saved first, signed %s."),
                     strbuf_cstr(&m->who));
    draw_wrapped(s, b.row + b.rows - (roomy ? 5 : 2), b.col + 2, rows, b.cols - 4,
                 STYLE_TEXT, strbuf_view(&line));
    if (roomy || !saves)
        draw_wrapped(s, b.row + b.rows - 1 - rows, b.col + 2, rows, b.cols - 4,
                     STYLE_GUIDE, str_from(help));
    strbuf_deinit(&line);
}

void draw_who(const Model *m, Screen *s)
{
    enum { WHO_LEAST = 12 };
    int wanted = (int)m->person_count + 9;
    Box b = box_make(s, wanted, 64);
    bool roomy = b.rows >= WHO_LEAST || b.rows == wanted;
    int room = b.rows - (roomy ? 7 : 3);
    size_t top = box_list_top(m->prompt.selected, room);

    box_open(s, b, _("Who types next?"));
    for (int i = 0; i < room && top + (size_t)i < m->person_count + 1; i++)
        who_row(m, s, b, b.row + 1 + i, top + (size_t)i);
    who_help(m, s, b, roomy);
}
