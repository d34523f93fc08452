#include "ui/layout.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/motion.h"

enum { FRONT_MATTER_MAX = 64 * 1024 };

Range layout_line_range(const Editor *ed, size_t line)
{
    return (Range){line, motion_line_end(text_view(ed->text), line)};
}

/* End of the front matter by its fences alone: the reading of the text may be
 * older than the text. */
static size_t front_matter_end(Str text)
{
    Str rest = text, line;

    if (str_starts(rest, STR("\xEF\xBB\xBF")))
        rest = str_slice(rest, 3, rest.len);
    if (!str_next_line(&rest, &line) || !str_eq(str_trim_end(line), STR("---")))
        return 0;
    while (str_next_line(&rest, &line)) {
        size_t end = text.len - rest.len;
        if (str_eq(str_trim_end(line), STR("---")) ||
            str_eq(str_trim_end(line), STR("...")))
            return end;
        if (end > FRONT_MATTER_MAX)
            return 0;
    }
    return 0;
}

bool layout_is_mark(Str line)
{
    line = str_trim(line);
    if (!str_starts(line, STR("<!--")) || !str_ends(line, STR("-->")))
        return false;
    Str inside = str_trim(str_slice(line, 4, line.len - 3));
    bool ours =
        str_starts(inside, STR("prfaq-id:")) || str_starts(inside, STR("prfaq-q:")) ||
        str_starts(inside, STR("prfaq-ok ")) || str_starts(inside, STR("prfaq-off ")) ||
        str_starts(inside, STR("prfaq-on "));
    return ours && str_find(inside, STR("--"), 0) == STR_NONE;
}

bool layout_hidden(const Editor *ed, size_t line)
{
    Str text = text_view(ed->text);

    if (ed->only.start < ed->only.end &&
        (line < ed->only.start || line >= ed->only.end))
        return true;
    if (ed->marks)
        return false;
    if (line < text.len && text.ptr[line] == '<' &&
        layout_is_mark(str_range(text, layout_line_range(ed, line))))
        return true;
    size_t end = front_matter_end(text);
    return line < end && end < text.len;
}

bool layout_hidden_mark(const Editor *ed, size_t line, Str kind)
{
    Str text = text_view(ed->text);

    return line < text.len && layout_hidden(ed, line) &&
           str_find(str_range(text, layout_line_range(ed, line)), kind, 0) != STR_NONE;
}

static bool next_line(Str text, size_t *line)
{
    size_t nl = str_find_byte(text, '\n', *line);

    if (nl == STR_NONE)
        return false;
    *line = nl + 1;
    return true;
}

bool layout_next_line(const Editor *ed, size_t *line)
{
    Str text = text_view(ed->text);
    size_t at = *line;

    while (next_line(text, &at)) {
        if (!layout_hidden(ed, at)) {
            *line = at;
            return true;
        }
    }
    return false;
}

bool layout_prev_line(const Editor *ed, size_t *line)
{
    Str text = text_view(ed->text);
    size_t at = *line;

    while (at > 0) {
        at = motion_line_start(text, at - 1);
        if (!layout_hidden(ed, at)) {
            *line = at;
            return true;
        }
    }
    return false;
}

size_t layout_first_line(const Editor *ed)
{
    size_t line = 0;

    if (layout_hidden(ed, 0))
        layout_next_line(ed, &line);
    return line;
}

size_t layout_line_of(const Editor *ed, size_t offset)
{
    return motion_line_start(text_view(ed->text), offset);
}

void layout_rows(const Editor *ed, size_t line, int width, Arena *arena,
                 const WrapRow **rows, size_t *count)
{
    Str text = str_range(text_view(ed->text), layout_line_range(ed, line));
    wrap_memo_line(ed->wraps, text, width, arena, rows, count);
}

int layout_cell_width(Str grapheme, int col)
{
    if (grapheme.len == 1 && grapheme.ptr[0] == '\t')
        return wrap_tab_width(col);
    return grapheme_width(grapheme);
}

int layout_width(Str text, int col)
{
    int width = 0;

    for (size_t at = 0; at < text.len;) {
        size_t end = grapheme_next(text, at);
        width += layout_cell_width(str_slice(text, at, end), col + width);
        at = end;
    }
    return width;
}

/* The last row whose start is not behind `at`; a place between two rows belongs
 * to the later one. */
static size_t row_of(const WrapRow *rows, size_t count, size_t at)
{
    size_t row = 0;

    while (row + 1 < count && rows[row + 1].range.start <= at)
        row++;
    return row;
}

RowPos layout_find(const Editor *ed, int width, size_t offset, int *col)
{
    Arena arena = {0};
    const WrapRow *rows = NULL;
    size_t count = 0;
    size_t line = layout_line_of(ed, offset);

    layout_rows(ed, line, width, &arena, &rows, &count);
    size_t row = row_of(rows, count, offset - line);
    Str text = text_view(ed->text);
    *col = layout_width(str_slice(text, line + rows[row].range.start, offset), 0);
    if (*col > width)
        *col = width;
    arena_deinit(&arena);
    return (RowPos){line, (int)row};
}

size_t layout_offset(const Editor *ed, int width, RowPos pos, int col)
{
    Arena arena = {0};
    const WrapRow *rows = NULL;
    size_t count = 0;

    layout_rows(ed, pos.line, width, &arena, &rows, &count);
    size_t index = (size_t)pos.row < count ? (size_t)pos.row : count - 1;
    bool last = index + 1 == count;
    Range range = rows[index].range;
    Str text =
        str_slice(text_view(ed->text), pos.line + range.start, pos.line + range.end);
    size_t at = 0;
    int at_col = 0;
    while (at < text.len) {
        size_t end = grapheme_next(text, at);
        int cells = layout_cell_width(str_slice(text, at, end), at_col);
        if (at_col + cells > col || (end == text.len && !last))
            break;
        at = end;
        at_col += cells;
    }
    arena_deinit(&arena);
    return pos.line + range.start + at;
}

int layout_row_count(const Editor *ed, size_t line, int width)
{
    Str text = str_range(text_view(ed->text), layout_line_range(ed, line));
    return (int)wrap_memo_count(ed->wraps, text, width);
}

static int step_down(const Editor *ed, int width, RowPos *pos, int steps)
{
    int made = 0;

    while (made < steps) {
        int in_line = layout_row_count(ed, pos->line, width);
        int left = in_line - 1 - pos->row;
        if (left >= steps - made) {
            pos->row += steps - made;
            return steps;
        }
        size_t line = pos->line;
        if (!layout_next_line(ed, &line)) {
            pos->row += left > 0 ? left : 0;
            return made + (left > 0 ? left : 0);
        }
        made += left + 1;
        *pos = (RowPos){line, 0};
    }
    return made;
}

static int step_up(const Editor *ed, int width, RowPos *pos, int steps)
{
    int made = 0;

    while (made < steps) {
        if (pos->row >= steps - made) {
            pos->row -= steps - made;
            return steps;
        }
        size_t line = pos->line;
        if (!layout_prev_line(ed, &line)) {
            made += pos->row;
            pos->row = 0;
            return made;
        }
        made += pos->row + 1;
        *pos = (RowPos){line, layout_row_count(ed, line, width) - 1};
    }
    return made;
}

int layout_step(const Editor *ed, int width, RowPos *pos, int rows)
{
    return rows >= 0 ? step_down(ed, width, pos, rows) : step_up(ed, width, pos, -rows);
}

size_t layout_visible(const Editor *ed, size_t offset, bool forward)
{
    size_t line = layout_line_of(ed, offset);

    if (!layout_hidden(ed, line))
        return offset;
    size_t other = line;
    if (forward && layout_next_line(ed, &other))
        return other;
    other = line;
    if (layout_prev_line(ed, &other))
        return layout_line_range(ed, other).end;
    other = line;
    return layout_next_line(ed, &other) ? other : offset;
}

/* An ASCII sign or a syllable of Hangul: none of them joins on to another. */
static bool stands_alone(uint32_t cp)
{
    return (cp >= ' ' && cp < 0x7F) || (cp >= 0xAC00 && cp <= 0xD7A3);
}

/* Is there, for all that stands around it, a border of characters at `at`? */
static bool is_sure_border(Str text, size_t at)
{
    uint32_t before, after;

    if (at == 0 || at == text.len || ((unsigned char)text.ptr[at] & 0xC0) == 0x80)
        return false;
    utf8_decode(text, utf8_before(text, at), &before);
    utf8_decode(text, at, &after);
    return stands_alone(before) && stands_alone(after);
}

/* `at`, or behind the character that it would cut. A line may be long: the way there
 * begins at the last border that is sure. */
static size_t character_start(Str text, size_t at)
{
    size_t border = at;

    while (border > 0 && text.ptr[border - 1] != '\n' && !is_sure_border(text, border))
        border--;
    while (border < at)
        border = grapheme_next(text, border);
    return border;
}

void layout_settle(Editor *ed)
{
    Str text = text_view(ed->text);
    size_t caret = ed->caret < text.len ? ed->caret : text.len;
    ed->caret = layout_visible(ed, character_start(text, caret), true);
}

bool layout_before(RowPos a, RowPos b)
{
    return a.line < b.line || (a.line == b.line && a.row < b.row);
}

void layout_centre(Editor *ed, int width, int height)
{
    int col = 0;
    RowPos top = layout_find(ed, width, ed->caret, &col);

    layout_step(ed, width, &top, -(height / 2));
    ed->top = top.line;
    ed->top_row = top.row;
}

void layout_scroll(Editor *ed, int width, int height)
{
    int col = 0;
    RowPos caret = layout_find(ed, width, ed->caret, &col);
    RowPos top = {ed->top, ed->top_row};
    size_t len = text_len(ed->text);

    /* The top may have been edited away, or its line may wrap anew. */
    if (top.line > len)
        top = caret;
    top.line = layout_line_of(ed, top.line);
    if (layout_hidden(ed, top.line))
        top = (RowPos){layout_first_line(ed), 0};
    int rows = layout_row_count(ed, top.line, width);
    if (top.row >= rows)
        top.row = rows - 1;

    if (layout_before(caret, top))
        top = caret;
    RowPos bottom = top;
    layout_step(ed, width, &bottom, height - 1);
    if (layout_before(bottom, caret)) {
        top = caret;
        layout_step(ed, width, &top, -(height - 1));
    }
    ed->top = top.line;
    ed->top_row = top.row;
}
