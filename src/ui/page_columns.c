#include "ui/page_columns.h"

#include "base/message.h"
#include "base/unicode.h"
#include "text/wrap.h"

enum { CELLS_LEAST = 22, GAP = 2, COLUMNS_MOST = 12 };

/* -- … in columns -------------------------------------------------------------------
 */

typedef struct Rows {
    Str *rows;
    size_t count, cap;
} Rows;

/* The rows of an answer, each line of it wrapped; what cannot be shown is made visible.
 */
static void fill_rows(const PageColumn *answer, int cells, Arena *arena, Rows *out)
{
    Str words = answer->words.len > 0 ? answer->words : str_from(_("no answer")), line;

    *out = (Rows){0};
    while (str_next_line(&words, &line)) {
        const WrapRow *rows = NULL;
        size_t count = 0;
        StrBuf visible = {0};
        unicode_visible(line, VISIBLE_ONE_LINE, &visible);
        Str text = arena_str(arena, strbuf_view(&visible));
        strbuf_deinit(&visible);
        wrap_line(text, cells, arena, &rows, &count);
        for (size_t i = 0; i < count; i++) {
            out->rows =
                arena_grow(arena, out->rows, out->count, &out->cap, sizeof(Str));
            out->rows[out->count++] = str_trim_end(str_range(text, rows[i].range));
        }
    }
}

/* A cell, filled up to the next column. */
static void add_cell(PageBuilder *b, Style style, Str text, int cells, bool last)
{
    StrBuf cell = {0};
    Str shown = unicode_fit(text, cells);
    int width = unicode_width(shown);

    strbuf_add(&cell, shown);
    if (!last)
        strbuf_add_repeat(&cell, ' ', (size_t)(cells - width + GAP));
    page_add(b, style, strbuf_view(&cell));
    strbuf_deinit(&cell);
}

/* Some answers beside each other: the names, then their rows. */
static void add_beside(PageBuilder *b, const PageColumn *answers, size_t count,
                       int cells)
{
    Rows columns[COLUMNS_MOST];
    size_t rows = 0;

    for (size_t k = 0; k < count; k++) {
        add_cell(b, STYLE_BOLD, answers[k].title, cells, k + 1 == count);
        fill_rows(&answers[k], cells, b->arena, &columns[k]);
        rows = columns[k].count > rows ? columns[k].count : rows;
    }
    page_end(b, 0);
    for (size_t i = 0; i < rows; i++) {
        for (size_t k = 0; k < count; k++)
            add_cell(b, answers[k].words.len > 0 ? STYLE_TEXT : STYLE_GUIDE,
                     i < columns[k].count ? columns[k].rows[i] : STR(""), cells,
                     k + 1 == count);
        page_end(b, 0);
    }
}

bool page_add_columns(PageBuilder *b, const PageColumn *columns, size_t count)
{
    size_t room = (size_t)((b->width + GAP) / (CELLS_LEAST + GAP));

    if (room < 2 || count < 2)
        return false;
    room = room < COLUMNS_MOST ? room : COLUMNS_MOST;
    size_t lines = (count + room - 1) / room;  /* of columns */
    size_t each = (count + lines - 1) / lines; /* as even as can be */
    int cells = (b->width + GAP) / (int)each - GAP;

    for (size_t at = 0; at < count; at += each) {
        if (at > 0)
            page_blank(b);
        add_beside(b, columns + at, count - at < each ? count - at : each, cells);
    }
    return true;
}
