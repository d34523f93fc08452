#include "term/screen.h"

#include <string.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* A cell of ncurses keeps so many marks on one character. */
enum { MARKS_MAX = 4 };

static const Cell blank_cell = {.text = " ", .len = 1, .width = 1, .style = STYLE_TEXT};

static Cell *cell_at(Screen *s, int row, int col)
{
    return &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];
}

static bool is_inside(const Screen *s, int row, int col)
{
    return row >= 0 && row < s->rows && col >= 0 && col < s->cols;
}

void screen_init(Screen *s, int rows, int cols)
{
    *s = (Screen){0};
    screen_resize(s, rows, cols);
}

void screen_resize(Screen *s, int rows, int cols)
{
    s->rows = rows > 1 ? rows : 1;
    s->cols = cols > 1 ? cols : 1;
    s->cells =
        mem_realloc(s->cells, (size_t)s->rows * (size_t)s->cols * sizeof *s->cells);
    screen_clear(s);
}

void screen_deinit(Screen *s)
{
    if (!s)
        return;
    mem_free(s->cells);
    *s = (Screen){0};
}

void screen_clear(Screen *s)
{
    for (int col = 0; col < s->cols; col++)
        s->cells[col] = blank_cell;
    for (int row = 1; row < s->rows; row++)
        memcpy(cell_at(s, row, 0), s->cells, (size_t)s->cols * sizeof *s->cells);
    s->cursor_row = s->cursor_col = 0;
}

const Cell *screen_cell(const Screen *s, int row, int col)
{
    if (!is_inside(s, row, col))
        return &blank_cell;
    return &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];
}

/* Before cells are overwritten: a wide character that loses one half loses the
 * other, and becomes blanks of its own style. */
static void blank_cut_halves(Screen *s, int row, int col, int width)
{
    if (cell_at(s, row, col)->width == 0 && col > 0) {
        Cell *left = cell_at(s, row, col - 1);
        uint8_t style = left->style;
        *left = blank_cell;
        left->style = style;
    }
    int behind = col + width;
    if (behind < s->cols && cell_at(s, row, behind)->width == 0) {
        Cell *right = cell_at(s, row, behind);
        uint8_t style = right->style;
        *right = blank_cell;
        right->style = style;
    }
}

static void set_cell(Screen *s, int row, int col, const Cell *cell)
{
    Cell *old = cell_at(s, row, col);

    if (old->width == 1 && cell->width == 1) { /* no wide character is cut */
        *old = *cell;
        return;
    }
    blank_cut_halves(s, row, col, cell->width);
    *old = *cell;
    if (cell->width == 2)
        *cell_at(s, row, col + 1) =
            (Cell){.style = cell->style, .underline = cell->underline};
}

void screen_erase(Screen *s, int row, int col, int rows, int cols)
{
    for (int i = row; i < row + rows && is_inside(s, i, col); i++) {
        int count = cols < s->cols - col ? cols : s->cols - col;
        if (count <= 0)
            return;
        /* The ends may cut wide characters in half; between them cells are equal. */
        set_cell(s, i, col, &blank_cell);
        set_cell(s, i, col + count - 1, &blank_cell);
        Cell *cells = cell_at(s, i, col);
        for (int at = 1; at < count - 1; at++)
            cells[at] = blank_cell;
    }
}

static bool is_modifier(uint32_t cp)
{
    return cp >= 0x1F3FB && cp <= 0x1F3FF; /* skin tones */
}

static bool is_regional(uint32_t cp)
{
    return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

static void cell_add(Cell *cell, uint32_t cp)
{
    char bytes[UTF8_MAX];
    size_t len = utf8_write(cp, bytes);

    if (cell->len + len > CELL_BYTES)
        return;
    memcpy(cell->text + cell->len, bytes, len);
    cell->len = (uint8_t)(cell->len + len);
}

/* The first code point as it may be drawn; a mark without a base gets one. */
static void cell_add_base(Cell *cell, uint32_t cp)
{
    if (cp == '\t' || cp == '\n' || cp == '\r') {
        cell_add(cell, ' ');
        return;
    }
    int width = cp == UTF8_BAD || unicode_is_hidden(cp) ? -1 : wcwidth((wchar_t)cp);
    if (width < 0) {
        cell_add(cell, 0xFFFD);
        return;
    }
    if (width == 0)
        cell_add(cell, 0x25CC);
    cell_add(cell, cp);
}

/* What terminals agree on: of an emoji sequence its first code point, no
 * variation selectors, no joiners, no more marks than a cell keeps. */
static void cell_add_grapheme(Cell *cell, Str grapheme)
{
    uint32_t cp, first;
    int marks = 0;
    size_t at = utf8_decode(grapheme, 0, &first);

    cell_add_base(cell, first);
    while (at < grapheme.len && marks < MARKS_MAX) {
        at += utf8_decode(grapheme, at, &cp);
        if (cp == 0x200D && first >= 0x2000)
            break;
        if (cp == UTF8_BAD || unicode_is_hidden(cp) || is_modifier(cp) ||
            (cp >= 0xFE00 && cp <= 0xFE0F) || wcwidth((wchar_t)cp) < 0)
            continue;
        if (is_regional(cp) && !is_regional(first))
            continue;
        cell_add(cell, cp);
        marks++;
    }
}

/* Jamo that a terminal would draw one by one are composed to their syllable. */
static void cell_from_grapheme(Cell *cell, Str grapheme)
{
    uint32_t first;

    utf8_decode(grapheme, 0, &first);
    if (first < 0x1100 || first > 0x11FF) {
        cell_add_grapheme(cell, grapheme);
        return;
    }
    StrBuf composed = {0};
    unicode_nfc(grapheme, &composed);
    cell_add_grapheme(cell, strbuf_view(&composed));
    strbuf_deinit(&composed);
}

static void put_stray(Screen *s, int row, int col, Style style, char byte)
{
    Cell cell = {.len = 1, .width = 1, .style = (uint8_t)style};
    char sign[STRAY_WIDTH + 1];

    unicode_stray_sign(byte, sign);
    for (int i = 0; i < STRAY_WIDTH; i++) {
        cell.text[0] = sign[i];
        set_cell(s, row, col + i, &cell);
    }
}

/* A grapheme of more than two cells is a cell of its first character and blanks. */
static void put_grapheme(Screen *s, int row, int col, Style style, Str grapheme)
{
    if (unicode_is_stray(grapheme)) {
        put_stray(s, row, col, style, grapheme.ptr[0]);
        return;
    }
    int width = grapheme_width(grapheme);
    Cell cell = {.width = width >= 2 ? 2 : 1, .style = (uint8_t)style};

    cell_from_grapheme(&cell, grapheme);
    set_cell(s, row, col, &cell);
    for (int i = 2; i < width; i++) {
        Cell pad = blank_cell;
        pad.style = (uint8_t)style;
        set_cell(s, row, col + i, &pad);
    }
}

static int room_for(const Screen *s, int row, int col, int cells)
{
    if (!is_inside(s, row, col) || cells <= 0)
        return 0;
    return cells < s->cols - col ? cells : s->cols - col;
}

/* A printable ASCII sign that nothing joins on to. */
static bool is_plain_at(Str text, size_t at)
{
    unsigned char c = (unsigned char)text.ptr[at];

    return c >= 0x20 && c < 0x7F &&
           (at + 1 == text.len || (unsigned char)text.ptr[at + 1] < 0x80);
}

int screen_put(Screen *s, int row, int col, int cells, Style style, Str text)
{
    int room = room_for(s, row, col, cells), used = 0;

    Cell plain = {.len = 1, .width = 1, .style = (uint8_t)style};

    for (size_t at = 0; at < text.len && used < room;) {
        if (is_plain_at(text, at)) {
            plain.text[0] = text.ptr[at++];
            set_cell(s, row, col + used++, &plain);
            continue;
        }
        size_t end = grapheme_next(text, at);
        Str grapheme = str_slice(text, at, end);
        int width = grapheme_width(grapheme);
        if (width > room - used)
            break;
        put_grapheme(s, row, col + used, style, grapheme);
        used += width;
        at = end;
    }
    return used;
}

int screen_put_cut(Screen *s, int row, int col, int cells, Style style, Str text)
{
    static const int dots = 3;
    int room = room_for(s, row, col, cells);

    if (unicode_fit(text, room).len == text.len)
        return screen_put(s, row, col, room, style, text);
    int used = screen_put(s, row, col, room - dots, style, text);
    return used + screen_put(s, row, col + used, room - used, style, STR("..."));
}

void screen_fill(Screen *s, int row, int col, int cells, Style style, char c)
{
    int room = room_for(s, row, col, cells);
    Cell cell = {.len = 1, .width = 1, .style = (uint8_t)style};

    cell.text[0] = c >= 0x20 && c < 0x7F ? c : ' ';
    for (int i = 0; i < room; i++)
        set_cell(s, row, col + i, &cell);
}

void screen_hline(Screen *s, int row, int col, int cells)
{
    int room = room_for(s, row, col, cells);

    if (room <= 0)
        return;
    /* The ends may cut wide characters in half; between them cells are equal. */
    screen_put(s, row, col, 1, STYLE_FRAME, STR("─"));
    screen_put(s, row, col + room - 1, 1, STYLE_FRAME, STR("─"));
    for (int i = 1; i < room - 1; i++)
        *cell_at(s, row, col + i) = *cell_at(s, row, col);
}

void screen_vline(Screen *s, int row, int col, int rows)
{
    for (int i = 0; i < rows; i++)
        screen_put(s, row + i, col, 1, STYLE_FRAME, STR("│"));
}

void screen_box(Screen *s, int row, int col, int rows, int cols, Str title)
{
    int last_row = row + rows - 1, last_col = col + cols - 1;

    for (int i = row + 1; i < last_row; i++)
        screen_fill(s, i, col + 1, cols - 2, STYLE_TEXT, ' ');
    screen_hline(s, row, col + 1, cols - 2);
    screen_hline(s, last_row, col + 1, cols - 2);
    screen_vline(s, row + 1, col, rows - 2);
    screen_vline(s, row + 1, last_col, rows - 2);
    screen_put(s, row, col, 1, STYLE_FRAME, STR("┌"));
    screen_put(s, row, last_col, 1, STYLE_FRAME, STR("┐"));
    screen_put(s, last_row, col, 1, STYLE_FRAME, STR("└"));
    screen_put(s, last_row, last_col, 1, STYLE_FRAME, STR("┘"));
    if (title.len == 0 || cols < 8)
        return;
    int used = screen_put_cut(s, row, col + 3, cols - 6, STYLE_TITLE, title);
    screen_fill(s, row, col + 2, 1, STYLE_TITLE, ' ');
    screen_fill(s, row, col + 3 + used, 1, STYLE_TITLE, ' ');
}

void screen_restyle(Screen *s, int row, int col, int cells, Style style)
{
    int room = room_for(s, row, col, cells);

    for (int i = 0; i < room; i++)
        cell_at(s, row, col + i)->style = (uint8_t)style;
    /* Both halves of a wide character look alike. */
    if (room > 0 && col + room < s->cols && cell_at(s, row, col + room)->width == 0)
        cell_at(s, row, col + room)->style = (uint8_t)style;
}

void screen_underline(Screen *s, int row, int col, int cells)
{
    int room = room_for(s, row, col, cells);

    for (int i = 0; i < room; i++)
        cell_at(s, row, col + i)->underline = true;
}

void screen_cursor(Screen *s, int row, int col)
{
    s->cursor_row = row < 0 ? 0 : row < s->rows ? row : s->rows - 1;
    s->cursor_col = col < 0 ? 0 : col < s->cols ? col : s->cols - 1;
}

static bool same_cells(const Cell *a, const Cell *b, int count)
{
    return memcmp(a, b, (size_t)count * sizeof *a) == 0;
}

bool screen_difference(const Cell *a, const Cell *b, int cols, int *from, int *to)
{
    if (same_cells(a, b, cols))
        return false;
    *from = 0;
    *to = cols;
    while (same_cells(a + *from, b + *from, 1))
        ++*from;
    while (same_cells(a + *to - 1, b + *to - 1, 1))
        --*to;
    while (*from > 0 && (a[*from].width == 0 || b[*from].width == 0))
        --*from;
    while (*to < cols && (a[*to].width == 0 || b[*to].width == 0))
        ++*to;
    return true;
}

/* Cells of a row in which it differs from another that was moved right. */
static int moved_difference(const Cell *a, const Cell *b, int cols, int col, int by)
{
    int count = 0;

    for (int i = col; i < col + by; i++)
        count += !same_cells(&b[i], &blank_cell, 1);
    for (int i = col + by; i < cols; i++)
        count += !same_cells(&a[i - by], &b[i], 1);
    return count;
}

int screen_insertion(const Cell *a, const Cell *b, int cols, int col)
{
    enum { MOST = 2, PRICE = 4 }; /* … in cells: the sequence, and the cursor */
    int best = 0, least = moved_difference(a, b, cols, col, 0) - PRICE;

    for (int i = col; i < cols; i++)
        if (a[i].style == STYLE_FRAME)
            return 0;
    for (int by = 1; by <= MOST && col + by < cols; by++) {
        if (a[col].width == 0 || a[cols - by].width == 0)
            continue; /* it would cut a wide character */
        int count = moved_difference(a, b, cols, col, by);
        if (count < least) {
            least = count;
            best = by;
        }
    }
    return best;
}

void screen_row_text(const Screen *s, int row, StrBuf *out)
{
    size_t ink = out->len;

    for (int col = 0; col < s->cols; col++) {
        const Cell *cell = screen_cell(s, row, col);
        strbuf_add(out, (Str){cell->text, cell->len});
        if (cell->len > 0 && !(cell->len == 1 && cell->text[0] == ' '))
            ink = out->len;
    }
    strbuf_truncate(out, ink);
}
