#include "base/message.h"
#include "base/unicode.h"
#include "diff/wording.h"
#include "doc/spoken.h"
#include "text/wrap.h"
#include "ui/confirm.h"
#include "ui/frame.h"
#include "ui/panes.h"

enum {
    WIDE = 110,     /* from here on the list stands beside the text */
    LIST_WIDE = 46, /* … in so many columns */
    KIND_CELLS = 20,
    FOUND_CELLS = 14,
    LINES_BEFORE = 2, /* of the text, above what a row is about */
};

typedef struct Area {
    int row, col, rows, cols;
} Area;

/* -- the list ------------------------------------------------------------- */

static void add_kinds(const Proposal *p, StrBuf *out)
{
    strbuf_add(out, wording_part(p->kind, message_lang()));
    for (int kind = 0; kind < PART_KIND_COUNT; kind++)
        if (p->also & PART_BIT(kind)) {
            strbuf_addz(out, " + ");
            strbuf_add(out, wording_part((PartKind)kind, message_lang()));
        }
}

static void draw_section_row(const Model *m, Screen *s, Area a, int row, size_t index)
{
    const Confirm *c = &m->confirm;
    const Proposal *p = &c->adoption.items[index];
    bool here = index == c->selected;
    Style style = here ? STYLE_SELECTED : STYLE_TEXT;
    StrBuf kinds = {0}, sure = {0};
    int col = a.col;

    if (p->taken)
        add_kinds(p, &kinds);
    else
        strbuf_addz(&kinds, _("no section"));
    /* What a person said needs no certainty. */
    const char *found = p->refused || p->named ? _("your word") : found_words(p->found);
    if (!p->refused && !p->named)
        strbuf_addf(&sure, "%3d %%", (int)(p->confidence * 100 + 0.5));
    screen_put(s, row, col, 3, STYLE_KEY,
               !c->answered[index] ? (here ? STR(">  ") : STR("   "))
               : p->taken          ? (here ? STR("> x") : STR("  x"))
                                   : (here ? STR("> -") : STR("  -")));
    col += 4;
    screen_put_cut(s, row, col, KIND_CELLS - 1, style, strbuf_view(&kinds));
    col += KIND_CELLS;
    screen_put_cut(s, row, col, FOUND_CELLS - 1, STYLE_TEXT, str_from(found));
    col += FOUND_CELLS;
    screen_put(s, row, col, 5, STYLE_TEXT, strbuf_view(&sure));
    col += 7;
    if (a.col + a.cols - col > 8)
        screen_put_cut(s, row, col, a.col + a.cols - col - 1, STYLE_GUIDE, p->words);
    strbuf_deinit(&kinds);
    strbuf_deinit(&sure);
}

static void draw_question_row(const Model *m, Screen *s, Area a, int row, size_t index)
{
    enum { SIDE_CELLS = 11, REASON_CELLS = 18 };
    const Confirm *c = &m->confirm;
    const SplitItem *item = &c->split.items[index];
    bool here = index == c->selected;
    int col = a.col + 4;

    screen_put(s, row, a.col, 3, STYLE_KEY,
               c->answered[index] ? (here ? STR("> x") : STR("  x"))
                                  : (here ? STR(">  ") : STR("   ")));
    screen_put_cut(s, row, col, SIDE_CELLS - 1, here ? STYLE_SELECTED : STYLE_TEXT,
                   str_from(item->internal ? C_("question", "internal")
                                           : C_("question", "external")));
    col += SIDE_CELLS;
    if (a.cols > LIST_WIDE) {
        screen_put_cut(s, row, col, REASON_CELLS - 1, STYLE_GUIDE,
                       str_from(split_reason_words(item->reason)));
        col += REASON_CELLS;
    }
    screen_put_cut(s, row, col, a.col + a.cols - col - 1, STYLE_TEXT,
                   c->doc.questions[item->question].text);
}

static void draw_last_row(const Model *m, Screen *s, Area a, int row, bool here)
{
    screen_put(s, row, a.col, 1, STYLE_KEY, here ? STR(">") : STR(" "));
    screen_put_cut(s, row, a.col + 4, a.cols - 5, here ? STYLE_SELECTED : STYLE_BOLD,
                   str_from(m->view == VIEW_SPLIT ? _("Divide the FAQ")
                                                  : _("Write the hidden comments")));
}

static void draw_list(const Model *m, Screen *s, Area a)
{
    size_t count = confirm_count(m), selected = m->confirm.selected;
    size_t room = (size_t)a.rows;
    size_t top = selected >= room ? selected - room + 1 : 0;

    /* The one that follows is shown too. */
    if (selected < count && selected + 1 >= top + room && room > 2)
        top++;
    for (size_t i = 0; i < room && top + i <= count; i++) {
        int row = a.row + (int)i;
        if (top + i < count && m->view == VIEW_SPLIT)
            draw_question_row(m, s, a, row, top + i);
        else if (top + i < count)
            draw_section_row(m, s, a, row, top + i);
        else
            draw_last_row(m, s, a, row, selected == count);
    }
    screen_cursor(s, a.row + (int)(selected - top), a.col + 4);
}

/* -- the text ------------------------------------------------------------- */

static Str bytes_of(const Model *m)
{
    return m->confirm.doc.bytes;
}

static size_t line_start(const Model *m, size_t at)
{
    Str bytes = bytes_of(m);

    while (at > 0 && bytes.ptr[at - 1] != '\n' && bytes.ptr[at - 1] != '\r')
        at--;
    return at;
}

/* A few lines above `at`, for where one is. */
static size_t some_lines_before(const Model *m, size_t at)
{
    Str bytes = bytes_of(m);

    at = line_start(m, at);
    for (int i = 0; i < LINES_BEFORE && at > m->confirm.doc.start; i++) {
        at--;
        if (at > 0 && bytes.ptr[at] == '\n' && bytes.ptr[at - 1] == '\r')
            at--;
        at = line_start(m, at);
    }
    return at < m->confirm.doc.start ? m->confirm.doc.start : at;
}

/* Draws a line of the text; returns the rows it took. */
static int draw_line(Screen *s, Area a, int row, Str line, Str gutter, Style style)
{
    Arena arena = {0};
    const WrapRow *rows = NULL;
    size_t count = 0;
    int used = 0;

    wrap_line(line, a.cols - 4 < 2 ? 2 : a.cols - 4, &arena, &rows, &count);
    for (size_t i = 0; i < count && row + used < a.row + a.rows; i++, used++) {
        screen_put(s, row + used, a.col, 1, STYLE_KEY,
                   i > 0 && gutter.ptr[0] == '>' ? STR("|") : gutter);
        screen_put(s, row + used, a.col + 2, a.cols - 3, style,
                   str_trim_end(str_range(line, rows[i].range)));
    }
    arena_deinit(&arena);
    return used;
}

static void draw_text(const Model *m, Screen *s, Area a)
{
    size_t count = confirm_count(m), row = m->confirm.selected;
    Range about = confirm_range(m, row < count ? row : count - 1);
    size_t at = some_lines_before(m, about.start);
    Str rest = str_slice(bytes_of(m), at, bytes_of(m).len), line;
    bool first = true;

    for (int used = 0; used < a.rows && str_next_line(&rest, &line);) {
        size_t start = (size_t)(line.ptr - bytes_of(m).ptr);
        bool inside =
            row < count && start < about.end && start + line.len > about.start;
        Str gutter = !inside ? STR(" ") : first ? STR(">") : STR("|");
        first = first && !inside;
        used += draw_line(s, a, a.row + used, line, gutter,
                          inside ? STYLE_BOLD : STYLE_TEXT);
    }
}

/* -- the whole ------------------------------------------------------------ */

static void draw_head(const Model *m, Screen *s)
{
    size_t count = confirm_count(m), row = m->confirm.selected;
    StrBuf left = {0}, right = {0};

    message_addf(&left,
                 m->view == VIEW_SPLIT ? _("%.*s > Divide the FAQ")
                                       : _("%.*s > Confirm the sections"),
                 STR_ARG(editor_title(&m->ed)));
    if (row < count)
        message_addf(&right, _("%zu of %zu"), row + 1, count);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

static const char *what_to_do(const Model *m)
{
    bool last = m->confirm.selected >= confirm_count(m);

    if (m->view == VIEW_SPLIT)
        return last
                   ? _("Enter divides. Every question keeps its answer, byte for byte.")
                   : _("Who asks it? Nothing is written before the last row.");
    return last ? _("Enter writes. Only hidden comments go into the text.")
                : _("Is the marked text this section? Nothing is written before the "
                    "last row.");
}

void draw_confirm(const Model *m, Screen *s)
{
    int hints = draw_hint_row(m);
    int room = hints - 1 - 2;
    Area list = {2, 0, room, s->cols}, text = list;

    draw_head(m, s);
    if (s->cols >= WIDE) {
        text.cols = s->cols - LIST_WIDE - 1;
        list.col = text.cols + 1;
        list.cols = LIST_WIDE;
        screen_vline(s, 2, text.cols, room);
    } else {
        int wanted = (int)confirm_count(m) + 1, most = room > 9 ? room * 2 / 5 : 3;
        list.rows = wanted < most ? wanted : most;
        text.row = list.row + list.rows + 1;
        text.rows = room - list.rows - 1;
        screen_hline(s, text.row - 1, 0, s->cols);
    }
    draw_text(m, s, text);
    draw_list(m, s, list);
    draw_notice(m, s, hints - 1, STYLE_GUIDE, str_from(what_to_do(m)));
    draw_hints(m, s);
}
