/* Pages of one size, so that everybody turns the same ones. */
#include "base/unicode.h"
#include "review/reading.h"
#include "text/wrap.h"

enum { LEAST_ROWS = 3 }; /* a label and two rows of words stand together */

typedef struct Setter {
    const ReadingUnits *reading;
    Arena *arena;
    ReadingRow *rows;
    size_t count, cap;
    ReadingPage *pages;
    size_t page_count, page_cap;
    size_t start; /* row the page at hand begins with */
} Setter;

static size_t used(const Setter *s)
{
    return s->count - s->start;
}

static void add_row(Setter *s, Str text, size_t unit, bool label)
{
    s->rows = arena_grow(s->arena, s->rows, s->count, &s->cap, sizeof *s->rows);
    s->rows[s->count++] = (ReadingRow){text, unit, label};
}

/* Rows are looked up when all are there: the array moves while it grows. */
static void end_page(Setter *s)
{
    while (s->count > s->start && s->rows[s->count - 1].text.len == 0)
        s->count--;
    if (s->count == s->start && s->page_count > 0)
        return;
    s->pages =
        arena_grow(s->arena, s->pages, s->page_count, &s->page_cap, sizeof *s->pages);
    s->pages[s->page_count++] = (ReadingPage){.row_count = used(s)};
    s->start = s->count;
}

static void add_label(Setter *s, size_t unit)
{
    StrBuf label = {0};

    unicode_visible(s->reading->units[unit].label, VISIBLE_ONE_LINE, &label);
    Str cut = unicode_fit(strbuf_view(&label), READING_COLS);
    add_row(s, arena_str(s->arena, cut), unit, true);
    strbuf_deinit(&label);
}

static void add_line(Setter *s, Str line, size_t unit)
{
    const WrapRow *rows;
    size_t count;

    wrap_line(line, READING_COLS, s->arena, &rows, &count);
    for (size_t i = 0; i < count; i++) {
        if (used(s) >= READING_ROWS) {
            end_page(s);
            add_label(s, unit);
        }
        add_row(s, str_trim_end(str_range(line, rows[i].range)), unit, false);
    }
}

static void add_unit(Setter *s, size_t unit)
{
    StrBuf visible = {0};
    Str line;

    if (used(s) + LEAST_ROWS > READING_ROWS)
        end_page(s);
    add_label(s, unit);
    unicode_visible(s->reading->units[unit].text, VISIBLE_LINES, &visible);
    Str rest = arena_str(s->arena, strbuf_view(&visible));
    strbuf_deinit(&visible);
    while (str_next_line(&rest, &line))
        if (!str_is_blank(line))
            add_line(s, line, unit);
    if (used(s) < READING_ROWS)
        add_row(s, (Str){0}, unit, false);
}

void reading_paginate(const ReadingUnits *reading, Arena *arena, ReadingPages *out)
{
    Setter s = {.reading = reading, .arena = arena};
    size_t row = 0;

    for (size_t i = 0; i < reading->count; i++)
        add_unit(&s, i);
    end_page(&s);
    for (size_t i = 0; i < s.page_count; i++) {
        ReadingPage *page = &s.pages[i];
        page->rows = s.rows ? s.rows + row : NULL;
        row += page->row_count;
        if (page->row_count == 0)
            continue;
        page->first_unit = page->rows[0].unit;
        page->unit_count = page->rows[page->row_count - 1].unit + 1 - page->first_unit;
    }
    *out = (ReadingPages){s.pages, s.page_count};
}
