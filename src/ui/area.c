#include "ui/area.h"

#include "base/unicode.h"
#include "text/wrap.h"

typedef struct AreaRows {
    Range *items;
    size_t count, cap;
    size_t at; /* the caret's */
} AreaRows;

static void add_row(AreaRows *rows, Arena *arena, Range range)
{
    rows->items =
        arena_grow(arena, rows->items, rows->count, &rows->cap, sizeof *rows->items);
    rows->items[rows->count++] = range;
}

static void find_rows(const Field *f, int cells, Arena *arena, AreaRows *out)
{
    Str text = field_view(f);
    size_t start = 0;

    for (;;) {
        size_t end = str_find_byte(text, '\n', start);
        Str line = str_slice(text, start, end);
        const WrapRow *wrapped = NULL;
        size_t count = 0;
        wrap_line(line, cells, arena, &wrapped, &count);
        for (size_t i = 0; i < count; i++)
            add_row(
                out, arena,
                (Range){start + wrapped[i].range.start, start + wrapped[i].range.end});
        if (end == STR_NONE)
            break;
        start = end + 1;
    }
    while (out->at + 1 < out->count && out->items[out->at + 1].start <= f->caret)
        out->at++;
}

/* To the same column of another row. */
static void go_row(Field *f, const AreaRows *rows, size_t to)
{
    Str text = field_view(f);
    Range row = rows->items[to];
    int column = unicode_width(str_slice(text, rows->items[rows->at].start, f->caret));
    Str line = str_trim_end(str_range(text, row));

    f->caret = row.start + unicode_fit(line, column).len;
}

static bool row_key(Field *f, const Key *key, int cells)
{
    Arena arena = {0};
    AreaRows rows = {0};
    bool used = true;

    find_rows(f, cells, &arena, &rows);
    Range here = rows.items[rows.at];
    switch (key->code) {
    case KEYCODE_UP:
        if (rows.at > 0)
            go_row(f, &rows, rows.at - 1);
        break;
    case KEYCODE_DOWN:
        if (rows.at + 1 < rows.count)
            go_row(f, &rows, rows.at + 1);
        break;
    case KEYCODE_HOME:
        f->caret = here.start;
        break;
    case KEYCODE_END:
        f->caret = here.start + str_trim_end(str_range(field_view(f), here)).len;
        break;
    default:
        used = false;
        break;
    }
    arena_deinit(&arena);
    return used;
}

static void insert(Field *f, Str text)
{
    StrBuf clean = {0};

    key_paste_text(text, &clean);
    for (size_t i = 0; i < clean.len; i++)
        if (clean.ptr[i] == '\t')
            clean.ptr[i] = ' ';
    strbuf_splice(&f->text, (Range){f->caret, f->caret}, strbuf_view(&clean));
    f->caret += clean.len;
    strbuf_deinit(&clean);
}

void area_set(Field *f, Str text)
{
    strbuf_clear(&f->text);
    f->caret = 0;
    insert(f, text);
}

bool area_key(Field *f, const Key *key, int cells)
{
    f->fresh = false;
    if (key->code == KEYCODE_PASTE) {
        insert(f, key->paste);
        return true;
    }
    if (key->code == KEYCODE_ENTER) {
        strbuf_splice(&f->text, (Range){f->caret, f->caret}, STR("\n"));
        f->caret++;
        return true;
    }
    return row_key(f, key, cells < 2 ? 2 : cells) || field_key(f, key);
}

void area_draw(const Field *f, Screen *s, int row, int col, int rows, int cells,
               bool focus)
{
    Arena arena = {0};
    AreaRows all = {0};
    Str text = field_view(f);

    if (rows < 1 || cells < 2)
        return;
    find_rows(f, cells, &arena, &all);
    size_t top = all.at >= (size_t)rows ? all.at - (size_t)rows + 1 : 0;
    for (int i = 0; i < rows; i++) {
        screen_fill(s, row + i, col, cells, STYLE_TEXT, ' ');
        if (top + (size_t)i < all.count)
            screen_put(s, row + i, col, cells, focus ? STYLE_BOLD : STYLE_TEXT,
                       str_range(text, all.items[top + (size_t)i]));
    }
    int at = unicode_width(str_slice(text, all.items[all.at].start, f->caret));
    if (focus)
        screen_cursor(s, row + (int)(all.at - top),
                      col + (at < cells ? at : cells - 1));
    arena_deinit(&arena);
}
