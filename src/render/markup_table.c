#include "render/markup_table.h"

#include <string.h>

enum { COLUMNS_MAX = 64, ROWS_MAX = 1000 };

/* The lines of a paragraph: runs of marks between breaks outside of emphasis. */
typedef struct Line {
    size_t first, end;
    size_t offset; /* in the file; 0 for the first: the paragraph's */
} Line;

void mark_add(MarkList *list, Mark mark)
{
    if (list->count == list->cap) {
        list->cap += list->cap / 2 + 64;
        list->marks = mem_realloc(list->marks, list->cap * sizeof *list->marks);
    }
    list->marks[list->count++] = mark;
}

Str markup_settle_bar(Arena *arena, Str text, const char *bar)
{
    Str sign = STR(TABLE_ESCAPED_BAR);
    StrBuf b = {0};
    size_t at = 0;

    for (size_t hit; (hit = str_find(text, sign, at)) != STR_NONE;
         at = hit + sign.len) {
        strbuf_add(&b, str_slice(text, at, hit));
        strbuf_addz(&b, bar);
    }
    if (at == 0)
        return text;
    strbuf_add(&b, str_slice(text, at, text.len));
    Str out = arena_str(arena, strbuf_view(&b));
    strbuf_deinit(&b);
    return out;
}

/* Outside a table a code span keeps the backslash, as CommonMark has it. */
static void add_settled(MarkList *list, Mark mark, bool table)
{
    bool literal = mark.kind == MARK_CODE && !table;

    if (mark.text.len)
        mark.text = markup_settle_bar(list->arena, mark.text, literal ? "\\|" : "|");
    mark_add(list, mark);
}

static int depth_change(const Mark *m)
{
    return m->step == MARK_OPEN ? 1 : m->step == MARK_CLOSE ? -1 : 0;
}

static bool ends_line(const Mark *m, int depth)
{
    return depth == 0 && m->offset != NO_INDEX &&
           (m->kind == MARK_SOFT_BREAK || m->kind == MARK_HARD_BREAK);
}

static Line *split_lines(Arena *arena, const Mark *marks, size_t count, size_t *lines)
{
    Line *out = NULL;
    size_t cap = 0, first = 0, offset = 0;
    int depth = 0;

    *lines = 0;
    for (size_t i = 0; i <= count; i++) {
        if (i < count && !ends_line(&marks[i], depth)) {
            depth += depth_change(&marks[i]);
            continue;
        }
        out = arena_grow(arena, out, *lines, &cap, sizeof *out);
        out[(*lines)++] = (Line){first, i, offset};
        first = i + 1;
        offset = i < count ? marks[i].offset : 0;
    }
    return out;
}

/* One "---", ":--", "--:" or ":-:" between bars. */
static bool read_delimiter(Str cell, CellAlign *align)
{
    cell = str_trim(cell);
    bool left = str_starts(cell, STR(":")), right = str_ends(cell, STR(":"));
    Str dashes = str_slice(cell, left, cell.len - (right && cell.len > 0));

    for (size_t i = 0; i < dashes.len; i++)
        if (dashes.ptr[i] != '-')
            return false;
    *align = left && right ? ALIGN_CENTER
             : left        ? ALIGN_LEFT
             : right       ? ALIGN_RIGHT
                           : ALIGN_NONE;
    return dashes.len > 0;
}

static Str without_outer_bars(Str row)
{
    row = str_trim(row);
    if (str_starts(row, STR("|")))
        row = str_slice(row, 1, row.len);
    if (str_ends(row, STR("|")))
        row = str_slice(row, 0, row.len - 1);
    return row;
}

/* Columns of a delimiter row, or 0. */
static int read_delimiters(const Mark *marks, Line line, CellAlign align[COLUMNS_MAX])
{
    Str rest, cell;
    int columns = 0;

    if (line.end != line.first + 1 || marks[line.first].kind != MARK_TEXT)
        return 0;
    rest = without_outer_bars(marks[line.first].text);
    if (rest.len == 0)
        return 0;
    while (str_next_field(&rest, '|', &cell)) {
        if (columns == COLUMNS_MAX || !read_delimiter(cell, &align[columns]))
            return 0;
        columns++;
    }
    return columns;
}

/* Walks the cells of a line. */
typedef struct CellWalk {
    const Mark *marks;
    Line line;
    size_t at;   /* mark */
    size_t from; /* byte in its text */
    bool done;
} CellWalk;

/* Is there nothing but white space left after (at, from)? */
static bool rest_is_blank(const CellWalk *w)
{
    for (size_t i = w->at, from = w->from; i < w->line.end; i++, from = 0)
        if (w->marks[i].kind != MARK_TEXT ||
            !str_is_blank(str_slice(w->marks[i].text, from, w->marks[i].text.len)))
            return false;
    return true;
}

static void skip_first_bar(CellWalk *w)
{
    if (w->line.first == w->line.end || w->marks[w->at].kind != MARK_TEXT)
        return;
    Str text = w->marks[w->at].text;
    size_t bar = str_find_byte(text, '|', 0);
    if (bar != STR_NONE && str_is_blank(str_slice(text, 0, bar)))
        w->from = bar + 1;
}

static CellWalk cells_of(const Mark *marks, Line line)
{
    CellWalk w = {.marks = marks, .line = line, .at = line.first};

    skip_first_bar(&w);
    w.done = rest_is_blank(&w) && w.from == 0;
    return w;
}

/* A white-space rest after the last bar is no cell. */
static void add_piece(MarkList *list, Mark mark, Str text, bool first, bool last)
{
    if (mark.kind == MARK_TEXT) {
        while (first && text.len && text.ptr[0] == ' ')
            text = str_slice(text, 1, text.len);
        mark.text = last ? str_trim_end(text) : text;
        if (mark.text.len == 0)
            return;
    }
    add_settled(list, mark, true);
}

/* Take the next cell; its marks are appended to `list` unless that is NULL. */
static bool next_cell(CellWalk *w, MarkList *list)
{
    int depth = 0;
    bool first = true;

    if (w->done)
        return false;
    for (; w->at < w->line.end; w->at++, w->from = 0, first = false) {
        const Mark *m = &w->marks[w->at];
        Str text = str_slice(m->text, w->from, m->text.len);
        size_t bar =
            m->kind == MARK_TEXT && depth == 0 ? str_find_byte(text, '|', 0) : STR_NONE;
        bool last = bar != STR_NONE || w->at + 1 == w->line.end;
        if (list)
            add_piece(list, *m, bar == STR_NONE ? text : str_slice(text, 0, bar), first,
                      last);
        depth += depth_change(m);
        if (bar != STR_NONE) {
            w->from += bar + 1;
            w->done = rest_is_blank(w);
            return true;
        }
    }
    w->done = true;
    return true;
}

static int count_cells(const Mark *marks, Line line)
{
    CellWalk w = cells_of(marks, line);
    int cells = 0;

    while (cells <= COLUMNS_MAX && next_cell(&w, NULL))
        cells++;
    return cells;
}

static void add_row(MarkList *list, const Mark *marks, Line line, bool header,
                    int columns, const CellAlign *align)
{
    Mark row = {.kind = MARK_ROW, .header = header, .offset = line.offset};
    size_t open = list->count;
    CellWalk w = cells_of(marks, line);
    int cells = 0;

    mark_add(list, row);
    for (; cells < columns && !w.done; cells++) {
        Mark cell = {.kind = MARK_CELL, .header = header, .align = align[cells]};
        mark_add(list, cell);
        next_cell(&w, list);
        cell.step = MARK_CLOSE;
        mark_add(list, cell);
    }
    row.number = list->marks[open].number = columns - cells;
    row.step = MARK_CLOSE;
    mark_add(list, row);
}

static void add_lines(MarkList *list, const Mark *marks, size_t count)
{
    if (count <= 2)
        return;
    for (size_t i = 0; i < count; i++)
        add_settled(list, marks[i], false);
}

/* The text in front of a table stays a paragraph. */
static void add_text_before(MarkList *list, const Mark *marks, size_t count,
                            Line header)
{
    if (header.first <= 2)
        return;
    for (size_t i = 0; i < header.first - 1; i++)
        add_settled(list, marks[i], false);
    add_settled(list, marks[count - 1], false);
}

static void add_table(MarkList *list, const Mark *marks, size_t count,
                      const Line *lines, size_t line_count, int columns,
                      const CellAlign *align)
{
    Mark table = marks[0];

    add_text_before(list, marks, count, lines[0]);
    table.kind = MARK_TABLE;
    table.role = ROLE_NONE;
    table.number = columns;
    if (lines[0].offset)
        table.offset = lines[0].offset;
    mark_add(list, table);
    for (size_t i = 0; i < line_count; i++) {
        Line line = lines[i];
        line.offset = line.offset ? line.offset : table.offset;
        if (i != 1)
            add_row(list, marks, line, i == 0, columns, align);
    }
    table.step = MARK_CLOSE;
    mark_add(list, table);
}

/* A text of dashes and bars behind a line break: most paragraphs have none. */
static bool may_hold_table(const Mark *marks, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        Str text = marks[i].text;
        size_t at = 0;
        if (marks[i].kind != MARK_TEXT || !ends_line(&marks[i - 1], 0))
            continue;
        while (at < text.len && memchr("|:- ", text.ptr[at], 4))
            at++;
        if (at == text.len)
            return true;
    }
    return false;
}

void markup_add_paragraph(MarkList *list, const Mark *marks, size_t count)
{
    CellAlign align[COLUMNS_MAX];
    size_t line_count = 0;
    Line *lines = NULL;

    if (may_hold_table(marks, count))
        lines = split_lines(list->arena, marks + 1, count - 2, &line_count);
    for (size_t i = 0; i < line_count; i++)
        lines[i].first++, lines[i].end++;
    for (size_t i = 1; i < line_count; i++) {
        int columns = read_delimiters(marks, lines[i], align);
        if (columns == 0 || count_cells(marks, lines[i - 1]) != columns)
            continue;
        if (line_count - i > ROWS_MAX)
            break;
        add_table(list, marks, count, lines + i - 1, line_count - i + 1, columns,
                  align);
        return;
    }
    add_lines(list, marks, count);
}
