/* The box of who types, and who is in the room. */
#include "ui/box.h"

#include "base/message.h"
#include "ui/frame.h"
#include "ui/prompt.h"

void prompt_who_turn(const Model *m, const PersonEntry *p, StrBuf *out)
{
    StrBuf clock = {0};
    int words = p->words + (p->typing && m->ed.open ? editor_new_words(&m->ed) : 0);

    if (p->typing && p->since.seconds) {
        moment_clock(p->since, &clock);
        message_addf(out,
                     ngettext("typing since %s, %d word", "typing since %s, %d words",
                              (unsigned long)words),
                     strbuf_cstr(&clock), words);
    } else if (p->typing) {
        message_addf(out,
                     ngettext("typing now, %d word", "typing now, %d words",
                              (unsigned long)words),
                     words);
    } else if (p->last.seconds) {
        moment_relative(p->last, m->now, &clock);
        message_addf(out,
                     ngettext("last typed %s, %d word", "last typed %s, %d words",
                              (unsigned long)words),
                     strbuf_cstr(&clock), words);
    } else {
        strbuf_addz(out, C_("this person has typed", "not yet"));
    }
    strbuf_deinit(&clock);
}

static void who_row(const Model *m, Screen *s, Box b, int row, size_t i)
{
    enum { NAME_CELLS = 26, GAP = 2 };
    bool here = i == m->prompt.selected, person = i < m->person_count;
    Style style = here ? STYLE_SELECTED : STYLE_TEXT;
    int cells = b.cols - 4, name_cells = cells < 2 * NAME_CELLS ? cells : NAME_CELLS;
    StrBuf line = {0};

    if (prompt_who_letter(i))
        strbuf_addf(&line, "%c  ", prompt_who_letter(i));
    else
        strbuf_addz(&line, "   ");
    if (person)
        strbuf_addf(&line, "[%c] %.*s", m->people[i].here ? 'x' : ' ',
                    STR_ARG(m->people[i].name));
    else
        strbuf_addz(&line, _("Someone else ..."));
    if (person && cells == name_cells && m->people[i].typing)
        strbuf_addz(&line, _(", typing now"));
    screen_fill(s, row, b.col + 2, cells, style, ' ');
    screen_put_cut(s, row, b.col + 2, person ? name_cells : cells, style,
                   strbuf_view(&line));
    if (person && cells > name_cells) {
        strbuf_clear(&line);
        prompt_who_turn(m, &m->people[i], &line);
        screen_put_cut(s, row, b.col + 2 + name_cells + GAP, cells - name_cells - GAP,
                       style, strbuf_view(&line));
    }
    if (here)
        screen_cursor(s, row, b.col + 2);
    strbuf_deinit(&line);
}

/* Whose words are saved first, how many, as which revision. */
static void saved_first(const Model *m, StrBuf *out)
{
    int words = editor_new_words(&m->ed);

    if (words > 0 && m->ed.based)
        message_addf(out,
                     ngettext("%d word of %s is saved first, as revision %d.",
                              "%d words of %s are saved first, as revision %d.",
                              (unsigned long)words),
                     words, strbuf_cstr(&m->who), m->ed.revision + 1);
    else
        message_addf(out, _("Words not yet a revision are saved first, signed %s."),
                     strbuf_cstr(&m->who));
}

/* What happens when somebody is chosen; a small window has one row for it. */
static void who_help(const Model *m, Screen *s, Box b, bool roomy)
{
    const char *help = _("Number or letter, or Enter, switches. Space ticks who is in "
                         "the room and credited on revisions. Esc keeps it as it is.");
    bool saves = editor_unsaved(&m->ed) && m->ed.tracked && m->view == VIEW_WRITE &&
                 m->who.len > 0;
    int rows = roomy ? 2 : 1;
    StrBuf line = {0};

    if (saves)
        saved_first(m, &line);
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
    Box b = box_make(s, wanted, 72);
    bool roomy = b.rows >= WHO_LEAST || b.rows == wanted;
    int room = b.rows - (roomy ? 7 : 3);
    size_t top = box_list_top(m->prompt.selected, room);

    box_open(s, b, _("Who types next?"));
    for (int i = 0; i < room && top + (size_t)i < m->person_count + 1; i++)
        who_row(m, s, b, b.row + 1 + i, top + (size_t)i);
    who_help(m, s, b, roomy);
}
