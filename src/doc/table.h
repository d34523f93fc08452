/* table.h: GFM pipe tables, found in the lines of a paragraph. cmark knows none.
 *
 * A header row, a row of dashes with as many columns, then a row a line to the
 * end of the paragraph. Bounded to TABLE_LINES and TABLE_COLUMNS. Source: GitHub
 * Flavored Markdown 0.29, 4.10. */
#ifndef DOC_TABLE_H
#define DOC_TABLE_H

#include "base/mem.h"
#include "base/str.h"

enum { TABLE_LINES = 1000, TABLE_COLUMNS = 64 };

typedef enum TableAlign {
    TABLE_ALIGN_NONE,
    TABLE_ALIGN_LEFT,
    TABLE_ALIGN_CENTER,
    TABLE_ALIGN_RIGHT,
} TableAlign;

typedef struct TableRow {
    Range line;
    const Range *cells; /* `columns` of the table; white space is trimmed; a
                           missing cell is empty; "\|" is still escaped */
} TableRow;

typedef struct Table {
    size_t columns;
    const TableAlign *aligns;
    const TableRow *rows; /* the header first, without the row of dashes */
    size_t row_count;
} Table;

typedef enum TableFound { TABLE_NONE, TABLE_FOUND, TABLE_TOO_LARGE } TableFound;

/* Is there a table in a paragraph?
 *
 *   lines  the paragraph's lines without container marks
 *   *head  index of the header row; the lines before it are a paragraph */
TableFound table_find(Str md, const Range *lines, size_t count, size_t *head);
/* Read the table whose header is lines[0]; only after table_find().
 *   owns  *out lives in `arena` */
void table_read(Str md, const Range *lines, size_t count, Arena *arena, Table *out);

#endif
