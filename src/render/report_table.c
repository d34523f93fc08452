#include "render/report_table.h"

#include <stdlib.h>

/* Part of a piece that stands in one cell. */
typedef struct Bit {
    size_t row, col, at; /* `at`: the order they were read in */
    const ReportPiece *piece;
    size_t start, end;
    bool space; /* stands before it */
} Bit;

typedef struct Row {
    size_t line[2]; /* of the text before, after; NO_INDEX: it has no such row */
    size_t cols;
} Row;

/* Where one of the two texts is in the table. */
typedef struct Pen {
    size_t row;  /* NO_INDEX between lines */
    size_t line; /* of its text */
    size_t col;  /* NO_INDEX before the first cell */
} Pen;

enum { BEFORE, AFTER };

typedef struct Table {
    Arena *arena;
    Bit *bits;
    size_t bit_count, bit_cap;
    Row *rows;
    size_t row_count, row_cap;
    Pen pens[2];
    bool space; /* before what comes next */
    bool torn;  /* a row of one text is two of the other */
} Table;

static bool is_of(ChangeKind kind, int side)
{
    return kind != (side == BEFORE ? CHANGE_ADDED : CHANGE_REMOVED);
}

/* -- reading ---------------------------------------------------------------------- */

static void end_lines(Table *t, ChangeKind kind)
{
    for (int side = BEFORE; side <= AFTER; side++) {
        Pen *pen = &t->pens[side];
        if (!is_of(kind, side) || pen->row == NO_INDEX)
            continue;
        pen->row = NO_INDEX;
        pen->line++;
    }
    t->space = false;
}

static void begin_line(Table *t, int side, size_t row)
{
    t->pens[side].row = row;
    t->pens[side].col = NO_INDEX;
    t->rows[row].line[side] = t->pens[side].line;
}

static size_t add_row(Table *t)
{
    t->rows = arena_grow(t->arena, t->rows, t->row_count, &t->row_cap, sizeof *t->rows);
    t->rows[t->row_count] = (Row){.line = {NO_INDEX, NO_INDEX}};
    return t->row_count++;
}

/* The row that one text begins a line in: that of the other text where that has begun
 * one that this text has no line of, else a new one. */
static size_t row_for(Table *t, int side)
{
    size_t other = t->pens[!side].row;

    return other != NO_INDEX && t->rows[other].line[side] == NO_INDEX ? other
                                                                      : add_row(t);
}

/* The row that a piece of this kind stands in. */
static size_t row_of(Table *t, ChangeKind kind)
{
    for (int side = BEFORE; side <= AFTER; side++)
        if (is_of(kind, side) && t->pens[side].row == NO_INDEX)
            begin_line(t, side, row_for(t, side));
    t->torn |= kind == CHANGE_SAME && t->pens[BEFORE].row != t->pens[AFTER].row;
    return t->pens[kind == CHANGE_REMOVED ? BEFORE : AFTER].row;
}

static void next_col(Table *t, ChangeKind kind)
{
    for (int side = BEFORE; side <= AFTER; side++)
        if (is_of(kind, side))
            t->pens[side].col =
                t->pens[side].col == NO_INDEX ? 0 : t->pens[side].col + 1;
    t->space = false;
}

static void add_bit(Table *t, const ReportPiece *piece, size_t start, size_t end)
{
    size_t row = row_of(t, piece->kind);
    Pen *pen = &t->pens[piece->kind == CHANGE_REMOVED ? BEFORE : AFTER];

    for (int side = BEFORE; side <= AFTER; side++)
        if (is_of(piece->kind, side) && t->pens[side].col == NO_INDEX)
            t->pens[side].col = 0;
    t->bits = arena_grow(t->arena, t->bits, t->bit_count, &t->bit_cap, sizeof *t->bits);
    t->bits[t->bit_count] =
        (Bit){row, pen->col, t->bit_count, piece, start, end, t->space};
    t->bit_count++;
    if (pen->col >= t->rows[row].cols)
        t->rows[row].cols = pen->col + 1;
    t->space = false;
}

static bool is_pipe(Str text, size_t at)
{
    return text.ptr[at] == '|' && (at == 0 || text.ptr[at - 1] != '\\');
}

static void read_piece(Table *t, const ReportPiece *piece)
{
    Str text = piece->text;
    size_t at = 0;

    while (at < text.len) {
        char c = text.ptr[at];
        size_t end = at;
        if (c == '\n')
            end_lines(t, piece->kind);
        else if (is_pipe(text, at)) {
            row_of(t, piece->kind);
            next_col(t, piece->kind);
        } else if (c == ' ' || c == '\t' || c == '\r')
            t->space = true;
        else {
            while (end < text.len && text.ptr[end] != '\n' && !is_pipe(text, end))
                end++;
            size_t words = at + str_trim_end(str_slice(text, at, end)).len;
            add_bit(t, piece, at, words);
            t->space = words < end;
            at = end;
            continue;
        }
        at++;
    }
}

/* Lines that went, and other lines in their place, are rows of their own. */
static bool stands_alone(const ReportPiece *pieces, size_t count, size_t at)
{
    return at > 0 && pieces[at].kind == CHANGE_ADDED &&
           pieces[at - 1].kind == CHANGE_REMOVED && pieces[at].gap == GAP_LINE &&
           (at == 1 || pieces[at - 1].gap == GAP_LINE) &&
           (at + 1 == count || pieces[at + 1].gap == GAP_LINE);
}

static void read_table(const ReportPiece *pieces, size_t count, Table *t)
{
    t->pens[BEFORE] = t->pens[AFTER] = (Pen){NO_INDEX, 0, NO_INDEX};
    for (size_t i = 0; i < count; i++) {
        if (stands_alone(pieces, count, i))
            end_lines(t, CHANGE_REMOVED);
        if (pieces[i].gap == GAP_LINE)
            end_lines(t, pieces[i].kind);
        else if (pieces[i].gap == GAP_SPACE)
            t->space = true;
        read_piece(t, &pieces[i]);
    }
}

static int compare_bits(const void *a, const void *b)
{
    const Bit *x = a, *y = b;

    if (x->row != y->row)
        return x->row < y->row ? -1 : 1;
    if (x->col != y->col)
        return x->col < y->col ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

/* -- writing ---------------------------------------------------------------------- */

static bool is_line(const Row *row, size_t line)
{
    return row->line[AFTER] != NO_INDEX ? row->line[AFTER] == line
                                        : row->line[BEFORE] == line;
}

/* How each column stands: "---:" is to the right. */
typedef struct Columns {
    const char **classes;
    size_t count;
} Columns;

static const char *class_of(Str dashes)
{
    if (!str_ends(dashes, STR(":")))
        return "";
    return str_starts(dashes, STR(":")) ? " class=\"c\"" : " class=\"r\"";
}

static void add_cell(const Bit *bits, size_t count, const char *tag, const char *class,
                     StrBuf *out)
{
    strbuf_addf(out, "<%s%s>", tag, class);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && bits[i].space)
            strbuf_addc(out, ' ');
        report_add_piece(bits[i].piece, bits[i].start, bits[i].end, out);
    }
    strbuf_addf(out, "</%s>", tag);
}

/* As many cells as the first row has, and those it has itself. */
static void add_cells(const Row *row, const Bit *bits, size_t count, Columns columns,
                      StrBuf *out)
{
    enum { FILLED = 64 };
    const char *tag = is_line(row, 0) ? "th" : "td";
    size_t at = 0;

    strbuf_addz(out, "<tr>");
    for (size_t col = 0; col < row->cols || (col < columns.count && col < FILLED);
         col++) {
        size_t end = at;
        while (end < count && bits[end].col == col)
            end++;
        add_cell(bits + at, end - at, tag,
                 col < columns.count ? columns.classes[col] : "", out);
        at = end;
    }
    strbuf_addz(out, "</tr>\n");
}

static size_t bits_of_row(const Table *t, size_t row, size_t from)
{
    size_t end = from;

    while (end < t->bit_count && t->bits[end].row == row)
        end++;
    return end;
}

static Columns read_columns(const Table *t)
{
    size_t count = t->row_count > 0 ? t->rows[0].cols : 0;
    const char **classes = arena_array(t->arena, count + 1, sizeof *classes);

    for (size_t i = 0; i < count; i++)
        classes[i] = "";
    for (size_t i = 0; i < t->bit_count; i++) {
        const Bit *b = &t->bits[i];
        if (is_line(&t->rows[b->row], 1) && b->col < count &&
            b->piece->kind != CHANGE_REMOVED)
            classes[b->col] = class_of(str_slice(b->piece->text, b->start, b->end));
    }
    return (Columns){classes, count};
}

static void write_table(const Table *t, StrBuf *out)
{
    Columns columns = read_columns(t);
    size_t at = 0;
    bool body = false;

    strbuf_addz(out, "<div class=\"table\"><table><thead>\n");
    for (size_t row = 0; row < t->row_count; row++) {
        size_t end = bits_of_row(t, row, at);
        if (!body && !is_line(&t->rows[row], 0)) {
            strbuf_addz(out, "</thead><tbody>\n");
            body = true;
        }
        if (!is_line(&t->rows[row], 1))
            add_cells(&t->rows[row], t->bits + at, end - at, columns, out);
        at = end;
    }
    strbuf_addz(out, body ? "</tbody></table></div>" : "</thead></table></div>");
}

bool report_table(const RedlineBlock *block, ReportView view, StrBuf *out)
{
    Arena arena = {0};
    size_t count = 0;
    const ReportPiece *pieces = report_pieces(block, view, &arena, &count);
    Table table = {.arena = &arena};

    read_table(pieces, count, &table);
    bool ok = !table.torn && table.bit_count > 0;
    if (ok) {
        qsort(table.bits, table.bit_count, sizeof *table.bits, compare_bits);
        write_table(&table, out);
    }
    arena_deinit(&arena);
    return ok;
}

/* -- code ------------------------------------------------------------------------- */

static bool is_fence(Str line)
{
    Str text = str_trim(line);

    return str_starts(text, STR("```")) || str_starts(text, STR("~~~"));
}

void report_code(const RedlineBlock *block, ReportView view, StrBuf *out)
{
    Arena arena = {0};
    size_t count = 0;
    const ReportPiece *pieces = report_pieces(block, view, &arena, &count);
    bool any = false, line_ended = false;

    strbuf_addz(out, "<pre><code>");
    for (size_t i = 0; i < count; i++) {
        ReportPiece piece = pieces[i];
        Str rest = piece.text, line;
        piece.looks = NULL;
        line_ended |= piece.gap == GAP_LINE;
        if (piece.gap == GAP_SPACE)
            strbuf_addc(out, ' ');
        for (; str_next_line(&rest, &line); line_ended = rest.len > 0) {
            size_t at = (size_t)(line.ptr - piece.text.ptr);
            if ((piece.kind == CHANGE_SAME || block->state != BLOCK_CHANGED) &&
                is_fence(line))
                continue;
            if (any && line_ended)
                strbuf_addc(out, '\n');
            report_add_piece(&piece, at, at + line.len, out);
            any = true;
        }
    }
    strbuf_addz(out, "</code></pre>");
    arena_deinit(&arena);
}
