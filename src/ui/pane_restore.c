#include "base/message.h"
#include "review/review.h"
#include "text/wrap.h"
#include "ui/frame.h"
#include "ui/panes.h"
#include "ui/restore_screen.h"

enum {
    LABEL_COLS = 60,   /* from here on the list has a label beside it */
    PREVIEW_LEAST = 4, /* rows of the words before and after, with their title */
    PREVIEW_MOST = 12,
    PREVIEW_ROOM = 16, /* without so many rows they are left out */
    WORDS_CELLS = 24,
};

static int rows_of(Str text, int cells)
{
    Arena arena = {0};
    const WrapRow *rows = NULL;
    Str line;
    int all = 0;

    while (str_next_line(&text, &line)) {
        size_t count = 0;
        wrap_line(line, cells, &arena, &rows, &count);
        all += count > 0 ? (int)count : 1;
    }
    arena_deinit(&arena);
    return all;
}

static void draw_head(const Model *m, Screen *s)
{
    const Restoring *r = m->restore.what;
    StrBuf left = {0}, right = {0};

    message_addf(&left, _("%.*s > Restore revision %d"), STR_ARG(editor_title(&m->ed)),
                 r->revision.number);
    message_addf(&right, _("+%d -%d words"), r->added, r->removed);
    draw_title(s, strbuf_view(&left), strbuf_view(&right));
    screen_hline(s, 1, 0, s->cols);
    strbuf_deinit(&left);
    strbuf_deinit(&right);
}

static void draw_row(const Model *m, Screen *s, int row, size_t index)
{
    const RestoreScreen *v = &m->restore;
    size_t part = restore_row_part(v, index);
    bool here = index == v->row, on = restore_row_on(v, index);
    bool same = part != NO_INDEX && v->what->parts[part].same;
    Style style = here ? STYLE_SELECTED : same ? STYLE_GUIDE : STYLE_TEXT;
    StrBuf title = {0}, words = {0};
    int col = s->cols >= LABEL_COLS ? 15 : 2, end = s->cols - 1;

    if (index == RESTORE_ROW_WHOLE && col > 2)
        screen_put_cut(s, row, 3, col - 4, STYLE_TITLE, str_from(_("Bring back:")));
    screen_put(s, row, 0, 1, STYLE_KEY, here ? STR(">") : STR(" "));
    const char *box = part != NO_INDEX ? (on ? "[x]" : "[ ]") : on ? "(o)" : "( )";
    col += part != NO_INDEX ? 4 : 0;
    screen_put(s, row, col, 3, STYLE_KEY, str_from(box));
    restore_row_title(v, index, &title);
    restore_row_words(v, index, &words);
    if (words.len > 0)
        end -= WORDS_CELLS;
    screen_put_cut(s, row, col + 4, end - col - 4, style, strbuf_view(&title));
    screen_put_cut(s, row, end + 1, WORDS_CELLS - 1, same ? STYLE_GUIDE : STYLE_TEXT,
                   strbuf_view(&words));
    strbuf_deinit(&title);
    strbuf_deinit(&words);
}

static void draw_list(const Model *m, Screen *s, int row, int rows)
{
    const RestoreScreen *v = &m->restore;
    size_t room = (size_t)rows, count = restore_rows(v);
    size_t top = v->row >= room ? v->row - room + 1 : 0;

    for (size_t i = 0; i < room && top + i < count; i++)
        draw_row(m, s, row + (int)i, top + i);
    screen_cursor(s, row + (int)(v->row - top), 0);
}

/* The words of a change before and after, beside one another. */
static void draw_preview(const Model *m, Screen *s, int row, int rows)
{
    size_t block = restore_block(&m->restore);
    int half = s->cols / 2;
    StrBuf now = {0}, then = {0}, title = {0};

    message_addf(&title, _("Then, in revision %d"), m->restore.what->revision.number);
    screen_hline(s, row, 0, s->cols);
    screen_put_cut(s, row + 1, 2, half - 3, STYLE_TITLE, str_from(_("Now")));
    screen_put_cut(s, row + 1, half + 1, s->cols - half - 2, STYLE_TITLE,
                   strbuf_view(&title));
    if (block != NO_INDEX) {
        restore_side(m->restore.what, block, false, &now);
        restore_side(m->restore.what, block, true, &then);
        draw_wrapped(s, row + 2, 2, rows - 2, half - 3, STYLE_TEXT, strbuf_view(&now));
        draw_wrapped(s, row + 2, half + 1, rows - 2, s->cols - half - 2, STYLE_TEXT,
                     strbuf_view(&then));
    } else {
        draw_wrapped(s, row + 2, 2, rows - 2, s->cols - 4, STYLE_GUIDE,
                     str_from(_("No words differ here.")));
    }
    strbuf_deinit(&now);
    strbuf_deinit(&then);
    strbuf_deinit(&title);
}

static void draw_plan(Screen *s, int row, int rows, Str text)
{
    Str line;

    screen_hline(s, row, 0, s->cols);
    for (int at = row + 1; at < row + rows && str_next_line(&text, &line);)
        at += draw_wrapped(s, at, 1, row + rows - at, s->cols - 2, STYLE_TEXT, line);
}

static void add_plan(const Model *m, StrBuf *out)
{
    StrBuf questions = {0};

    restore_plan(&m->restore, out);
    restore_questions(&m->restore, &questions);
    if (questions.len > 0) {
        strbuf_addc(out, '\n');
        strbuf_add(out, strbuf_view(&questions));
    }
    strbuf_deinit(&questions);
}

void draw_restore(const Model *m, Screen *s)
{
    int hints = draw_hint_row(m), room = hints - 1 - 2;
    StrBuf plan = {0};

    draw_head(m, s);
    add_plan(m, &plan);
    int below = rows_of(strbuf_view(&plan), s->cols - 2) + 1;
    if (below > room / 2)
        below = room / 2;
    int list = (int)restore_rows(&m->restore), preview = room - below - list;
    if (preview < PREVIEW_LEAST)
        preview = room >= PREVIEW_ROOM ? PREVIEW_LEAST + 1 : 0;
    if (preview > PREVIEW_MOST)
        preview = PREVIEW_MOST;
    if (list > room - below - preview)
        list = room - below - preview;
    draw_list(m, s, 2, list);
    if (preview > 0)
        draw_preview(m, s, 2 + list, preview);
    draw_plan(s, 2 + list + preview, below, strbuf_view(&plan));
    draw_notice(m, s, hints - 1, STYLE_GUIDE,
                str_from(_("Nothing is done before Enter.")));
    draw_hints(m, s);
    strbuf_deinit(&plan);
}
