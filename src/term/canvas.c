#include "term/canvas.h"

/* Our key_name() is another; the one of curses is not needed. */
#define key_name curses_key_name
#include <curses.h>
#undef key_name
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "term/modes.h"
#include "term/overlay.h"
#include "term/theme.h"

enum {
    FRAME_COUNT = 11,
};

/* A box character as this terminal draws it: one cell even where it is
 * configured to draw U+2500 in two. */
typedef struct Frame {
    wchar_t wanted;
    wchar_t drawn;
    attr_t attrs;
} Frame;

typedef struct Paint {
    attr_t attrs;
    short pair;
} Paint;

struct Canvas {
    Theme theme;
    bool color, ascii; /* as in TermOptions */
    Ground ground;
    int rows, cols;
    Screen shown; /* the last frame, as it is on the terminal */
    bool whole;   /* `shown` says nothing: send everything */
    bool ansi;    /* places the cursor by CSI row;col H */
    bool inserts; /* … and opens a row by CSI n @ */
    Look looks[STYLE_ROLE_COUNT];
    Paint paints[STYLE_ROLE_COUNT];
    Frame frames[FRAME_COUNT];
    cchar_t *line; /* room for one row */
};

static void set_paints(Canvas *c)
{
    bool color = c->color && has_colors();
    short ground = COLOR_BLACK;

    if (color) {
        start_color();
        if (use_default_colors() == OK)
            ground = -1;
        for (short i = COLOR_RED; i < COLOR_WHITE; i++)
            init_pair(i, (short)theme_shade(i, c->ground, COLORS), ground);
    }
    for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
        Look look = theme_look(c->theme, (Style)i, color);
        Paint *p = &c->paints[i];
        *p = (Paint){.attrs = A_NORMAL};
        c->looks[i] = look;
        if (look.color != THEME_NO_COLOR) {
            p->pair = (short)look.color;
            c->looks[i].color = theme_shade(look.color, c->ground, COLORS);
        }
        p->attrs |= look.bold ? A_BOLD : 0;
        p->attrs |= look.underline ? A_UNDERLINE : 0;
        p->attrs |= look.reverse ? A_REVERSE : 0;
    }
}

static void set_frames(Canvas *c)
{
    static const wchar_t wanted[FRAME_COUNT] = {0x2500, 0x2502, 0x250C, 0x2510,
                                                0x2514, 0x2518, 0x251C, 0x2524,
                                                0x252C, 0x2534, 0x253C};
    const cchar_t *const drawn[FRAME_COUNT] = {
        WACS_HLINE,    WACS_VLINE,    WACS_ULCORNER, WACS_URCORNER,
        WACS_LLCORNER, WACS_LRCORNER, WACS_LTEE,     WACS_RTEE,
        WACS_TTEE,     WACS_BTEE,     WACS_PLUS};

    for (int i = 0; i < FRAME_COUNT; i++) {
        wchar_t text[CCHARW_MAX + 1] = {0};
        short pair;
        Frame *f = &c->frames[i];
        *f = (Frame){.wanted = wanted[i], .drawn = i > 1 ? L'+' : i ? L'|' : L'-'};
        if (!c->ascii && getcchar(drawn[i], text, &f->attrs, &pair, NULL) == OK &&
            text[0])
            f->drawn = text[0];
    }
}

static wchar_t frame_char(const Canvas *c, wchar_t sign, attr_t *attrs)
{
    if (c->ascii && sign >= 0x2581 && sign <= 0x2588) /* bars (render/sparkline.h) */
        return L"_.:-=+*#"[sign - 0x2581];
    for (int i = 0; sign >= 0x2500 && sign <= 0x253C && i < FRAME_COUNT; i++) {
        if (c->frames[i].wanted != sign)
            continue;
        *attrs |= c->frames[i].attrs;
        return c->frames[i].drawn;
    }
    return sign;
}

static void set_blank(cchar_t *out, attr_t attrs, short pair)
{
    setcchar(out, L" ", attrs, pair, NULL);
}

/* The characters of a cell as ncurses takes them: one element for each that
 * takes place, so many that they fill the cell.
 *   returns  elements written, at most the cell's width */
static int cell_to_curses(const Canvas *c, const Cell *cell, cchar_t *out)
{
    Str text = {cell->text, cell->len};
    const Paint *paint = &c->paints[cell->style < STYLE_ROLE_COUNT ? cell->style : 0];
    attr_t attrs = paint->attrs | (cell->underline ? A_UNDERLINE : 0);
    int used = 0, count = 0;

    if (c->ansi && overlay_wants(cell))
        text.len = 0; /* a blank, under overlay_row() */
    for (size_t at = 0; at < text.len && used < cell->width;) {
        wchar_t wide[CCHARW_MAX + 1] = {0};
        size_t n = 0;
        attr_t own = attrs;
        uint32_t cp;
        at += utf8_decode(text, at, &cp);
        wide[n++] = frame_char(c, (wchar_t)cp, &own);
        used += cp < 0x7F ? 1 : wcwidth((wchar_t)cp);
        while (at < text.len) {
            size_t len = utf8_decode(text, at, &cp);
            if (wcwidth((wchar_t)cp) != 0 || n >= CCHARW_MAX)
                break;
            wide[n++] = (wchar_t)cp;
            at += len;
        }
        if (setcchar(&out[count], wide, own, paint->pair, NULL) != OK)
            setcchar(&out[count], L"?", own, paint->pair, NULL);
        count++;
    }
    for (; used < cell->width; used++)
        set_blank(&out[count++], attrs, paint->pair);
    return count;
}

/* Put the cells from `from` to `to` of a row; neither cuts a wide character. */
static void put_cells(Canvas *c, const Cell *cells, int row, int from, int to)
{
    int count = 0;

    for (int col = from; col < to; col++) {
        /* Most blanks and lines stand beside one that is like them. */
        if (count > 0 && cells[col].width == 1 &&
            memcmp(&cells[col], &cells[col - 1], sizeof *cells) == 0) {
            c->line[count] = c->line[count - 1];
            count++;
        } else if (cells[col].width > 0) {
            count += cell_to_curses(c, &cells[col], c->line + count);
        }
    }
    if (count > 0)
        mvadd_wchnstr(row, from, c->line, count);
}

/* The frame cut or filled up to the size of the terminal, which may have changed
 * since it was drawn. */
static void row_of(const Screen *screen, int row, int cols, Cell *out)
{
    for (int col = 0; col < cols; col++)
        out[col] = *screen_cell(screen, row, col);
    if (out[cols - 1].width == 2)
        out[cols - 1] = *screen_cell(screen, -1, -1);
}

/* A character typed in the middle of a row moves what stands behind it. ncurses would
 * send all of that again, so the terminal moves it, and ncurses is told. */
static void insert_cells(Canvas *c, const Cell *old, const Cell *cells, int row)
{
    int col = c->shown.cursor_col;
    int count = c->inserts && row == c->shown.cursor_row
                    ? screen_insertion(old, cells, c->cols, col)
                    : 0;

    if (count == 0)
        return;
    modes_write(count == 1 ? STR("\033[@") : STR("\033[2@"));
    for (int i = 0; i < count; i++)
        mvwinsch(curscr, row, col, ' ');
}

static void present_row(Canvas *c, const Cell *cells, int row, StrBuf *overlay)
{
    Cell *old = c->shown.cells + (size_t)row * (size_t)c->cols;
    int from = 0, to = c->cols;

    if (!screen_difference(old, cells, c->cols, &from, &to))
        return; /* where everything is sent, from an empty screen */
    if (c->ansi &&
        (overlay_wants_any(old, c->cols) || overlay_wants_any(cells, c->cols))) {
        wredrawln(stdscr, row, 1);
        overlay_row(cells, c->cols, row, c->looks, overlay);
        from = 0;
        to = c->cols;
    } else if (!c->whole) {
        insert_cells(c, old, cells, row);
    }
    put_cells(c, cells, row, from, to);
    memcpy(old, cells, (size_t)c->cols * sizeof *old);
}

static void clear_whole(Canvas *c)
{
    if (!c->whole)
        return;
    erase();
    clearok(curscr, TRUE);
    screen_clear(&c->shown);
}

void canvas_present(Canvas *c, const Screen *screen, RowSpan rows)
{
    bool fits = screen->rows == c->rows && screen->cols == c->cols;
    Cell *row = fits ? NULL : mem_alloc((size_t)c->cols * sizeof *row);
    StrBuf overlay = {0};

    if (c->whole || !fits)
        rows = (RowSpan){0, c->rows};
    clear_whole(c);
    for (int i = rows.from; i < rows.to; i++) {
        const Cell *cells = row;
        if (fits)
            cells = screen_cell(screen, i, 0);
        else
            row_of(screen, i, c->cols, row);
        present_row(c, cells, i, &overlay);
    }
    int cursor_row = screen->cursor_row < c->rows ? screen->cursor_row : c->rows - 1;
    int cursor_col = screen->cursor_col < c->cols ? screen->cursor_col : c->cols - 1;
    move(cursor_row, cursor_col);
    wnoutrefresh(stdscr);
    doupdate();
    if (overlay.len > 0) {
        overlay_cursor(cursor_row, cursor_col, &overlay);
        modes_write(strbuf_view(&overlay));
    }
    strbuf_deinit(&overlay);
    mem_free(row);
    screen_cursor(&c->shown, cursor_row, cursor_col);
    c->whole = false;
}

void canvas_redraw(Canvas *c)
{
    c->whole = true;
}

void canvas_resize(Canvas *c, int rows, int cols)
{
    c->rows = rows;
    c->cols = cols;
    screen_resize(&c->shown, rows, cols);
    mem_free(c->line);
    c->line = mem_alloc(((size_t)cols + 1) * sizeof *c->line);
    c->whole = true;
}

void canvas_theme(Canvas *c, Theme theme)
{
    c->theme = theme;
    set_paints(c);
    c->whole = true;
}

int canvas_colors(const Canvas *c)
{
    return c->color && has_colors() ? COLORS : 0;
}

bool canvas_ground(Canvas *c, Ground ground)
{
    if (ground == c->ground || canvas_colors(c) < THEME_SHADES)
        return false;
    c->ground = ground;
    set_paints(c);
    c->whole = true;
    return true;
}

/* Is a capability of the terminal a sequence of ECMA-48? */
static bool is_ansi(const char *name)
{
    const char *value = tigetstr(name);

    return value && value != (char *)-1 && str_starts(str_from(value), STR("\033["));
}

Canvas *canvas_new(const TermOptions *options)
{
    Canvas *c = mem_alloc(sizeof *c);

    *c = (Canvas){.theme = options->theme,
                  .color = options->color,
                  .ascii = options->ascii,
                  .ansi = is_ansi("cup"),
                  .inserts = is_ansi("cup") && is_ansi("ich")};
    set_paints(c);
    set_frames(c);
    return c;
}

void canvas_free(Canvas *c)
{
    if (!c)
        return;
    screen_deinit(&c->shown);
    mem_free(c->line);
    mem_free(c);
}
