#include "base/unicode.h"
#include "render/galley.h"
#include "text/wrap.h"

/* A column is never set narrower; with less room a table becomes a list. */
enum { COLUMN_MIN = 5, BAR_CELLS = 3 };

typedef struct Cell {
    Words words;
    const WrapRow *rows; /* in the column */
    size_t row_count;
} Cell;

typedef struct TableRow {
    Cell *cells;
    int count; /* of cells; the others are empty */
    size_t offset;
} TableRow;

typedef struct Table {
    int columns;
    TableRow *rows; /* the first is the header */
    size_t row_count, row_cap;
    int *widths;
    CellAlign *aligns;
} Table;

/* Cells of the longest line of a cell. */
static int natural_width(Str text)
{
    Str line;
    int width = 0;

    while (str_next_line(&text, &line)) {
        int cells = unicode_width(line);
        width = cells > width ? cells : width;
    }
    return width;
}

static void read_cell(Galley *l, Table *t, size_t open, size_t end)
{
    TableRow *row = &t->rows[t->row_count - 1];
    const Mark *m = &l->markup->marks[open];
    unsigned style = m->header ? SPAN_BOLD : SPAN_PLAIN;
    int column = row->count++;

    row->cells[column].words = galley_words(l, open + 1, end - 1, style);
    int width = natural_width(row->cells[column].words.text);
    if (width > t->widths[column])
        t->widths[column] = width;
    t->aligns[column] = (CellAlign)m->align;
}

static void read_row(Galley *l, Table *t, const Mark *m)
{
    t->rows = arena_grow(l->arena, t->rows, t->row_count, &t->row_cap, sizeof *t->rows);
    t->rows[t->row_count++] = (TableRow){
        .cells = arena_array(l->arena, (size_t)(t->columns - m->number), sizeof(Cell)),
        .offset = m->offset};
}

static Table read_table(Galley *l, size_t open)
{
    Table t = {.columns = l->markup->marks[open].number};
    size_t end = markup_end(l->markup, open);

    t.widths = arena_array(l->arena, (size_t)t.columns, sizeof *t.widths);
    t.aligns = arena_array(l->arena, (size_t)t.columns, sizeof *t.aligns);
    for (size_t i = open + 1; i < end;) {
        const Mark *m = &l->markup->marks[i];
        size_t next = i + 1;
        if (m->kind == MARK_ROW && m->step == MARK_OPEN)
            read_row(l, &t, m);
        else if (m->kind == MARK_CELL && m->step == MARK_OPEN)
            read_cell(l, &t, i, next = markup_end(l->markup, i));
        i = next;
    }
    return t;
}

static int width_capped(const Table *t, int cap)
{
    int sum = 0;

    for (int i = 0; i < t->columns; i++)
        sum += t->widths[i] < cap ? t->widths[i] : cap;
    return sum;
}

/* Narrow the widest columns until the table fits; false when it cannot. */
static bool fit_columns(Table *t, int room)
{
    room -= BAR_CELLS * (t->columns - 1);
    if (width_capped(t, COLUMN_MIN) > room)
        return false;
    int low = COLUMN_MIN, high = room;
    while (low < high) {
        int middle = low + (high - low + 1) / 2;
        if (width_capped(t, middle) <= room)
            low = middle;
        else
            high = middle - 1;
    }
    for (int i = 0; i < t->columns; i++)
        t->widths[i] = t->widths[i] < low ? t->widths[i] : low;
    return true;
}

/* Wrap a cell, whose own line breaks stay. */
static void wrap_cell(Galley *l, Cell *cell, int width)
{
    WrapRow *rows = NULL;
    size_t cap = 0, start = 0;
    Str text = cell->words.text;

    while (start <= text.len) {
        const WrapRow *wrapped = NULL;
        size_t count = 0, end = str_find_byte(text, '\n', start);
        end = end == STR_NONE ? text.len : end;
        wrap_line(str_slice(text, start, end), width > 2 ? width : 2, l->arena,
                  &wrapped, &count);
        for (size_t i = 0; i < count; i++) {
            rows = arena_grow(l->arena, rows, cell->row_count, &cap, sizeof *rows);
            rows[cell->row_count] = wrapped[i];
            rows[cell->row_count].range.start += start;
            rows[cell->row_count].range.end += start;
            cell->row_count++;
        }
        start = end + 1;
    }
    cell->rows = rows;
}

static void set_cell(Galley *l, const Table *t, const TableRow *row, int column,
                     size_t line)
{
    Cell *cell = column < row->count ? &row->cells[column] : NULL;
    const WrapRow *wrapped = cell && line < cell->row_count ? &cell->rows[line] : NULL;
    int room = t->widths[column] - (wrapped ? wrapped->width : 0);
    CellAlign align = t->aligns[column];
    int before = align == ALIGN_RIGHT ? room : align == ALIGN_CENTER ? room / 2 : 0;

    galley_spaces(l, before);
    if (wrapped) {
        Range r = wrapped->range; /* hanging spaces stay out */
        r.end = r.start + str_trim_end(str_range(cell->words.text, r)).len;
        galley_run(l, &cell->words, r);
    }
    galley_spaces(l, room - before);
}

static void set_row(Galley *l, const Table *t, const TableRow *row)
{
    Str bar = l->options->ascii ? STR(" | ") : STR(" │ ");
    size_t height = 1;

    for (int i = 0; i < row->count; i++) {
        wrap_cell(l, &row->cells[i], t->widths[i]);
        if (row->cells[i].row_count > height)
            height = row->cells[i].row_count;
    }
    l->offset = row->offset;
    for (size_t line = 0; line < height; line++) {
        galley_begin_row(l);
        for (int i = 0; i < t->columns; i++) {
            if (i > 0)
                galley_span(l, bar, SPAN_MARK);
            set_cell(l, t, row, i, line);
        }
        galley_end_row(l);
    }
}

static void set_header_rule(Galley *l, const Table *t)
{
    StrBuf b = {0};

    for (int i = 0; i < t->columns; i++) {
        if (i > 0)
            strbuf_addz(&b, l->options->ascii ? "-+-" : "─┼─");
        for (int cell = 0; cell < t->widths[i]; cell++)
            strbuf_addz(&b, l->options->ascii ? "-" : "─");
    }
    galley_begin_row(l);
    galley_span(l, arena_str(l->arena, strbuf_view(&b)), SPAN_MARK);
    galley_end_row(l);
    strbuf_deinit(&b);
}

/* Too many columns for the screen: each row becomes lines "header: cell". */
static void set_as_list(Galley *l, Table *t)
{
    TableRow *header = &t->rows[0];

    for (size_t i = 1; i < t->row_count; i++) {
        TableRow *row = &t->rows[i];
        l->offset = row->offset;
        for (int c = 0; c < row->count; c++) {
            galley_block(l, &header->cells[c].words, STR(""), SPAN_PLAIN);
            galley_block(l, &row->cells[c].words, STR("  "), SPAN_PLAIN);
        }
        l->gap = true;
    }
    if (t->row_count == 1)
        for (int c = 0; c < header->count; c++)
            galley_block(l, &header->cells[c].words, STR(""), SPAN_PLAIN);
}

void galley_table(Galley *l, size_t open)
{
    Table t = read_table(l, open);
    int room = galley_width(l);

    galley_gap(l);
    if (!fit_columns(&t, room < l->table_width ? room : l->table_width)) {
        set_as_list(l, &t);
        return;
    }
    for (size_t i = 0; i < t.row_count; i++) {
        set_row(l, &t, &t.rows[i]);
        if (i == 0)
            set_header_rule(l, &t);
    }
}
