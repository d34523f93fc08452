/* The box of a misspelled word. It stands where the word can be seen. */
#include "base/message.h"
#include "base/unicode.h"
#include "ui/frame.h"
#include "ui/panes.h"
#include "ui/spelling.h"

enum { BOX_COLS = 46, ROWS_AROUND = 3 };

static void row_words(size_t at, const Str *suggestions, size_t count, StrBuf *out)
{
    if (at < count && at < 9)
        strbuf_addf(out, "%zu  %.*s", at + 1, STR_ARG(suggestions[at]));
    else if (at < count)
        strbuf_addf(out, "   %.*s", STR_ARG(suggestions[at]));
    else if (at == count)
        strbuf_addf(out, "A  %s", _("Add to the words of the workspace"));
    else
        strbuf_addf(out, "I  %s", _("Ignore until I leave"));
}

static void draw_row(Screen *s, int row, int col, int cells, bool here, Str words)
{
    screen_put_cut(s, row, col, cells, here ? STYLE_SELECTED : STYLE_TEXT, words);
    if (here)
        screen_cursor(s, row, col);
}

void draw_spelling(const Model *m, Screen *s)
{
    int above = draw_hint_row(m) - 2;
    int cols = s->cols < BOX_COLS ? s->cols : BOX_COLS;
    size_t rows_wanted = spelling_choice_count(m), count = 0;
    Range r;
    StrBuf title = {0};

    if (rows_wanted == 0 || !spelling_at(m, m->ed.caret, &r))
        return;
    Str word = str_range(text_view(m->ed.text), r);
    const Str *suggestions = spelling_suggestions(m, word, &count);
    int rows = (int)rows_wanted + ROWS_AROUND;
    if (rows > above)
        rows = above;
    int top = s->cursor_row < above / 2 ? above - rows : above - rows < 1 ? 0 : 1;
    int left = (s->cols - cols) / 2;
    message_addf(&title, _("Spelling: \"%.*s\""), STR_ARG(word));
    for (int i = 0; i < rows; i++)
        screen_fill(s, top + i, left, cols, STYLE_TEXT, ' ');
    screen_box(s, top, left, rows, cols, strbuf_view(&title));
    int room = rows - ROWS_AROUND > 0 ? rows - ROWS_AROUND : 1;
    size_t first =
        m->prompt.selected >= (size_t)room ? m->prompt.selected - (size_t)room + 1 : 0;
    for (int i = 0; i < room && first + (size_t)i < rows_wanted; i++) {
        StrBuf words = {0};
        row_words(first + (size_t)i, suggestions, count, &words);
        draw_row(s, top + 1 + i, left + 2, cols - 4,
                 first + (size_t)i == m->prompt.selected, strbuf_view(&words));
        strbuf_deinit(&words);
    }
    screen_put_cut(s, top + rows - 2, left + 2, cols - 4, STYLE_GUIDE,
                   str_from(_("Enter chooses. N next, P previous, Esc back.")));
    strbuf_deinit(&title);
}
