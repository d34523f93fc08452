#include "doc/table.h"

#include <assert.h>
#include <string.h>

#include "doc/line.h"

/* The row without white space and the pipes at its ends. */
static Range row_inside(Str md, Range line)
{
    Range r = line_trim(md, line);

    if (r.start < r.end && md.ptr[r.start] == '|')
        r.start++;
    if (r.end - r.start > 0 && md.ptr[r.end - 1] == '|' &&
        (r.end - r.start < 2 || md.ptr[r.end - 2] != '\\'))
        r.end--;
    return r;
}

/* Takes the next cell off `rest`; false when the row is used up. The pipe after
 * the last cell was taken by row_inside(), so an empty tail is a cell. */
static bool next_cell(Str md, Range *rest, bool *more, Range *cell)
{
    if (!*more)
        return false;

    size_t at = rest->start;
    while (at < rest->end && md.ptr[at] != '|')
        at += md.ptr[at] == '\\' && at + 1 < rest->end ? 2 : 1;
    *cell = line_trim(md, (Range){rest->start, at});
    *more = at < rest->end;
    rest->start = *more ? at + 1 : at;
    return true;
}

/* Counting stops one above the bound. */
static size_t count_cells(Str md, Range line)
{
    Range rest = row_inside(md, line), cell;
    bool more = true;
    size_t count = 0;

    while (count <= TABLE_COLUMNS && next_cell(md, &rest, &more, &cell))
        count++;
    return count;
}

static bool is_delimiter_cell(Str md, Range cell)
{
    size_t at = cell.start, end = cell.end;

    if (at < end && md.ptr[at] == ':')
        at++;
    if (end > at && md.ptr[end - 1] == ':')
        end--;
    if (at == end)
        return false;
    while (at < end && md.ptr[at] == '-')
        at++;
    return at == end;
}

static bool is_delimiter_row(Str md, Range line)
{
    Range rest = row_inside(md, line), cell = {0};
    bool more = true;

    if (!memchr(md.ptr + line.start, '-', line.end - line.start))
        return false;
    while (next_cell(md, &rest, &more, &cell))
        if (!is_delimiter_cell(md, cell))
            return false;
    return true;
}

static bool has_pipe(Str md, Range line)
{
    return memchr(md.ptr + line.start, '|', line.end - line.start) != NULL;
}

TableFound table_find(Str md, const Range *lines, size_t count, size_t *head)
{
    for (size_t i = 1; i < count; i++) {
        if (!has_pipe(md, lines[i - 1]) && !has_pipe(md, lines[i]))
            continue;
        if (!is_delimiter_row(md, lines[i]))
            continue;
        size_t columns = count_cells(md, lines[i]);
        if (columns != count_cells(md, lines[i - 1]))
            continue;
        *head = i - 1;
        return columns > TABLE_COLUMNS || count - i > TABLE_LINES ? TABLE_TOO_LARGE
                                                                  : TABLE_FOUND;
    }
    return TABLE_NONE;
}

static TableAlign align_of(Str md, Range cell)
{
    bool left = md.ptr[cell.start] == ':';
    bool right = md.ptr[cell.end - 1] == ':';

    if (left && right)
        return TABLE_ALIGN_CENTER;
    if (right)
        return TABLE_ALIGN_RIGHT;
    return left ? TABLE_ALIGN_LEFT : TABLE_ALIGN_NONE;
}

static void read_row(Str md, Range line, size_t columns, Arena *arena, TableRow *out)
{
    Range *cells = arena_array(arena, columns, sizeof *cells);
    Range rest = row_inside(md, line);
    bool more = true;

    for (size_t i = 0; i < columns; i++)
        if (!next_cell(md, &rest, &more, &cells[i]))
            cells[i] = (Range){line.end, line.end};
    *out = (TableRow){line, cells};
}

void table_read(Str md, const Range *lines, size_t count, Arena *arena, Table *out)
{
    assert(count >= 2);

    size_t columns = count_cells(md, lines[1]);
    TableAlign *aligns = arena_array(arena, columns, sizeof *aligns);
    TableRow *rows = arena_array(arena, count - 1, sizeof *rows);
    Range rest = row_inside(md, lines[1]), cell = {0};
    bool more = true;

    for (size_t i = 0; i < columns && next_cell(md, &rest, &more, &cell); i++)
        aligns[i] = align_of(md, cell);
    read_row(md, lines[0], columns, arena, &rows[0]);
    for (size_t i = 2; i < count; i++)
        read_row(md, lines[i], columns, arena, &rows[i - 1]);
    *out = (Table){columns, aligns, rows, count - 1};
}
