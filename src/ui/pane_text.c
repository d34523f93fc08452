/* The text of the document, row by row. */
#include "base/unicode.h"
#include "base/utf8.h"
#include "text/search.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/layout.h"
#include "ui/panes.h"
#include "ui/pinned.h"
#include "ui/spelling.h"

/* Headings, markers of questions and answers, comments: dimmed by role only. */
static Style line_style(const Editor *ed, size_t line)
{
    Str text = str_range(text_view(ed->text), layout_line_range(ed, line));

    if (str_starts(text, STR("#")))
        return STYLE_TITLE;
    if (str_starts(text, STR("<!--")))
        return STYLE_MARKUP;
    if (str_starts(text, STR("**Q")))
        return STYLE_BOLD;
    return STYLE_TEXT;
}

/* The gravest check that begins in a row. */
static Level row_level(const Editor *ed, Range row)
{
    const Derived *d = &ed->derived;
    Level level = LEVEL_OFF;

    if (!d->valid)
        return LEVEL_OFF;
    for (size_t i = derived_issue_from(ed, row.start); i < d->issue_count; i++) {
        const Finding *f = &d->findings.items[d->issues[i]];
        size_t start = derived_offset(ed, f->range.start);
        if (start >= row.end && (start > row.end || row.start < row.end))
            break;
        if (f->level > level)
            level = f->level;
    }
    return level;
}

typedef struct RowDraw {
    const Model *m;
    const Editor *ed;
    Range selection;
    Style style;
    const Range *hits; /* of the search box */
    size_t hit_count;
} RowDraw;

static bool in_hit(const RowDraw *rd, size_t at)
{
    size_t low = 0, high = rd->hit_count;

    /* The first hit that ends behind `at`: they are in order and do not overlap. */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (rd->hits[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rd->hit_count && rd->hits[low].start <= at;
}

static Style style_at(const RowDraw *rd, size_t at)
{
    if (at >= rd->selection.start && at < rd->selection.end)
        return STYLE_SELECTED;
    return in_hit(rd, at) ? STYLE_MATCH : rd->style;
}

/* Control and invisible characters are drawn as a sign of one cell, a stray byte as
 * its number. */
static bool needs_sign(Str grapheme)
{
    uint32_t cp;

    utf8_decode(grapheme, 0, &cp);
    return cp == UTF8_BAD || unicode_is_hidden(cp);
}

/* A row in one style, without tabs and signs, is put at once. */
static bool is_uniform(const RowDraw *rd, Range range)
{
    Str text = text_view(rd->ed->text);

    if (rd->hit_count > 0 ||
        (rd->selection.start < range.end && rd->selection.end > range.start &&
         rd->selection.start < rd->selection.end))
        return false;
    for (size_t at = range.start; at < range.end;) {
        uint32_t cp;
        at += utf8_decode(text, at, &cp);
        if (cp == UTF8_BAD || unicode_is_hidden(cp))
            return false;
    }
    return true;
}

static void draw_run(const RowDraw *rd, Screen *s, int row, int col, Range range)
{
    Str text = text_view(rd->ed->text);
    int at_col = 0;

    if (is_uniform(rd, range)) {
        screen_put(s, row, col, s->cols - col, rd->style, str_range(text, range));
        return;
    }
    for (size_t at = range.start; at < range.end;) {
        size_t end = grapheme_next(text, at);
        Str grapheme = str_slice(text, at, end);
        int cells = layout_cell_width(grapheme, at_col);
        Style style = style_at(rd, at);
        if (grapheme.ptr[0] == '\t')
            screen_fill(s, row, col + at_col, cells, style, ' ');
        else if (needs_sign(grapheme))
            screen_put(s, row, col + at_col, cells, STYLE_MARKUP,
                       unicode_is_stray(grapheme) ? grapheme : STR("\xEF\xBF\xBD"));
        else
            screen_put(s, row, col + at_col, cells, style, grapheme);
        at_col += cells;
        at = end;
    }
}

/* A line under the words that may be misspelled. */
static void underline_words(const Model *m, Screen *s, int row, int col, Range range)
{
    Str text = text_view(m->ed.text);
    size_t at = spelling_from(m, range.start);

    if (at > 0) /* a word that goes on from the row above */
        at--;
    for (; m->spelling.on && at < m->spelling.wrong_count; at++) {
        Range word = spelling_range(m, at);
        size_t from = word.start > range.start ? word.start : range.start;
        size_t to = word.end < range.end ? word.end : range.end;
        if (word.start >= range.end)
            break;
        if (from >= to || word.end == m->ed.caret)
            continue;
        int left = layout_width(str_slice(text, range.start, from), 0);
        int right = layout_width(str_slice(text, range.start, to), 0);
        screen_underline(s, row, col + left, right - left);
    }
}

/* The rows of a line from `skip` on, as far as they fit below `row`; which bytes of the
 * text stand in each is noted in `drawn`.
 *   returns  the row behind them */
static int draw_line(Screen *s, TextArea area, RowDraw *rd, size_t line, int skip,
                     int row, Range *drawn, Arena *arena)
{
    const Editor *ed = rd->ed;
    const WrapRow *rows = NULL;
    size_t count = 0;

    layout_rows(ed, line, area.width, arena, &rows, &count);
    rd->style = line_style(ed, line);
    for (size_t i = (size_t)skip; i < count && row < area.rows; i++, row++) {
        Range range = {line + rows[i].range.start, line + rows[i].range.end};
        drawn[row] = range;
        draw_run(rd, s, area.top + row, area.left, range);
        underline_words(rd->m, s, area.top + row, area.left, range);
        Level level = row_level(ed, range);
        bool here =
            ed->caret >= range.start &&
            (ed->caret < range.end || (i + 1 == count && ed->caret == range.end));
        if (rd->m->projector && here) /* who looks from afar finds the place */
            screen_put(s, area.top + row, area.left - GUTTER, 1, STYLE_KEY, STR(">"));
        else if (level != LEVEL_OFF)
            screen_put(s, area.top + row, area.left - GUTTER, 1,
                       level == LEVEL_ERROR ? STYLE_ERROR : STYLE_WARNING, STR("!"));
        else if (pinned_points_at(ed, range))
            screen_put(s, area.top + row, area.left - GUTTER, 1, STYLE_NOTICE,
                       STR("?"));
    }
    return row;
}

/* Draws what fits and tells which bytes of the text stand in each row. */
static int draw_rows(Screen *s, TextArea area, RowDraw *rd, Range *drawn)
{
    const Editor *ed = rd->ed;
    Arena arena = {0};
    size_t line = ed->top;
    int skip = ed->top_row;
    int row = 0;

    while (row < area.rows) {
        row = draw_line(s, area, rd, line, skip, row, drawn, &arena);
        skip = 0;
        arena_reset(&arena);
        if (!layout_next_line(ed, &line))
            break;
    }
    arena_deinit(&arena);
    return row;
}

/* A place between two rows of a line belongs to the later one. */
static void place_cursor(const Editor *ed, Screen *s, TextArea area, const Range *rows,
                         int drawn)
{
    Str text = text_view(ed->text);

    for (int row = drawn - 1; row >= 0; row--) {
        if (rows[row].start > ed->caret)
            continue;
        if (ed->caret <= rows[row].end) {
            int col = layout_width(str_slice(text, rows[row].start, ed->caret), 0);
            screen_cursor(s, area.top + row,
                          area.left + (col < area.width ? col : area.width));
        }
        return;
    }
}

void draw_document(const Model *m, Screen *s)
{
    const Editor *ed = &m->ed;
    const TextArea area = editor_area(m);
    Arena arena = {0};
    RowDraw rd = {.m = m, .ed = ed, .selection = ask_shown(m)};

    if (m->prompt.type == PROMPT_FIND || m->prompt.type == PROMPT_REPLACE ||
        m->prompt.type == PROMPT_WITH || m->prompt.type == PROMPT_REPLACING)
        search_all(text_view(ed->text), field_view(&m->typed[PROMPT_FIND]), &arena,
                   &rd.hits, &rd.hit_count);
    Range *rows = arena_array(&arena, (size_t)area.rows + 1, sizeof *rows);
    int drawn = draw_rows(s, area, &rd, rows);
    place_cursor(ed, s, area, rows, drawn);
    arena_deinit(&arena);
}

void draw_blank_document(const Model *m, Screen *s, RowSpan rows)
{
    int left = editor_wide(m) ? PANE_LEFT : 0;
    int right = editor_wide(m) ? PANE_RIGHT : 0;

    screen_erase(s, rows.from, left, rows.to - rows.from, s->cols - left - right);
    screen_cursor(s, 0, 0);
}

/* The row of the text area in which a visible line begins; negative: above it. */
static int first_row_of(const Editor *ed, size_t line, TextArea area)
{
    size_t at = ed->top;
    int row = -ed->top_row;

    while (at < line && row < area.rows) {
        row += layout_row_count(ed, at, area.width);
        if (!layout_next_line(ed, &at))
            break;
    }
    return row;
}

RowSpan draw_caret_line(const Model *m, Screen *s)
{
    const Editor *ed = &m->ed;
    const TextArea area = editor_area(m);
    size_t line = layout_line_of(ed, ed->caret);
    int first = first_row_of(ed, line, area);
    int row = first < 0 ? 0 : first;
    int end = first + layout_row_count(ed, line, area.width);
    RowSpan span = {area.top + row, area.top + (end < area.rows ? end : area.rows)};
    Arena arena = {0};
    RowDraw rd = {.m = m, .ed = ed, .selection = editor_selection(ed)};
    Range *drawn = arena_array(&arena, (size_t)area.rows + 1, sizeof *drawn);

    draw_blank_document(m, s, span);
    int behind = draw_line(s, area, &rd, line, row - first, row, drawn, &arena);
    for (int i = 0; i < row; i++)
        drawn[i] = (Range){ed->caret + 1, ed->caret + 1}; /* not drawn here */
    place_cursor(ed, s, area, drawn, behind);
    arena_deinit(&arena);
    return span;
}
