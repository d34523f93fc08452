#include "check.h"
#include "doc/line.h"
#include "doc/table.h"

typedef struct Fixture {
    Arena arena;
    Str md;
    Range lines[2000];
    size_t count;
    size_t head;
} Fixture;

static TableFound find(Fixture *f, Str md)
{
    size_t at = 0;

    f->md = md;
    f->count = 0;
    while (line_next(md, &at, &f->lines[f->count]))
        f->count++;
    return table_find(md, f->lines, f->count, &f->head);
}

static Str cell(const Fixture *f, const Table *t, size_t row, size_t column)
{
    return str_range(f->md, t->rows[row].cells[column]);
}

static void a_table_has_rows_cells_and_alignments(void **state)
{
    (void)state;
    Fixture f = {0};
    Table t = {0};

    CHECK_INT(find(&f, STR("| a | b |c\n|:--|:-:|--:|\n| 1 | 2 \\| 3 | | 5\n6")),
              TABLE_FOUND);
    table_read(f.md, f.lines, f.count, &f.arena, &t);
    CHECK_INT(t.columns, 3);
    CHECK_INT(t.row_count, 3);
    CHECK_INT(t.aligns[0], TABLE_ALIGN_LEFT);
    CHECK_INT(t.aligns[1], TABLE_ALIGN_CENTER);
    CHECK_INT(t.aligns[2], TABLE_ALIGN_RIGHT);
    CHECK_STR(cell(&f, &t, 0, 2), STR("c"));
    CHECK_STR(cell(&f, &t, 1, 1), STR("2 \\| 3"));
    CHECK_STR(cell(&f, &t, 1, 2), STR(""));
    CHECK_STR(cell(&f, &t, 2, 0), STR("6"));
    CHECK_STR(cell(&f, &t, 2, 2), STR(""));
    arena_deinit(&f.arena);
}

static void text_may_stand_before_the_header(void **state)
{
    (void)state;
    Fixture f = {0};

    CHECK_INT(find(&f, STR("text\na | b\n--- | ---\n1 | 2")), TABLE_FOUND);
    CHECK_INT(f.head, 1);
}

static void other_lines_are_no_table(void **state)
{
    (void)state;
    Fixture f = {0};

    CHECK_INT(find(&f, STR("a | b\nc | d")), TABLE_NONE);
    CHECK_INT(find(&f, STR("a | b\n---")), TABLE_NONE);
    CHECK_INT(find(&f, STR("a\n---")), TABLE_NONE);
    CHECK_INT(find(&f, STR("| a |\n| : |")), TABLE_NONE);
    CHECK_INT(find(&f, STR("|---|---|")), TABLE_NONE);
    CHECK_INT(find(&f, STR("")), TABLE_NONE);
}

static void large_tables_are_told_apart(void **state)
{
    (void)state;
    Fixture f = {0};
    StrBuf buf = {0};

    for (int row = 0; row < 2; row++) {
        for (int i = 0; i < TABLE_COLUMNS + 1; i++)
            strbuf_addz(&buf, "|-");
        strbuf_addz(&buf, "|\n");
    }
    CHECK_INT(find(&f, strbuf_view(&buf)), TABLE_TOO_LARGE);

    strbuf_clear(&buf);
    strbuf_addz(&buf, "|a|\n|-|\n");
    for (int i = 0; i < TABLE_LINES - 1; i++)
        strbuf_addz(&buf, "|x|\n");
    CHECK_INT(find(&f, strbuf_view(&buf)), TABLE_FOUND);
    strbuf_addz(&buf, "|x|\n");
    CHECK_INT(find(&f, strbuf_view(&buf)), TABLE_TOO_LARGE);
    strbuf_deinit(&buf);
}

RUN_TESTS(TEST(a_table_has_rows_cells_and_alignments),
          TEST(text_may_stand_before_the_header), TEST(other_lines_are_no_table),
          TEST(large_tables_are_told_apart))
