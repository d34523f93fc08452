#include "ui/removal.h"

#include "text/motion.h"
#include "ui/layout.h"

/* Behind the line break of the line. */
static size_t line_end(const Editor *ed, size_t line)
{
    Str text = text_view(ed->text);
    size_t end = layout_line_range(ed, line).end;

    return end < text.len ? motion_right(text, end) : end;
}

static bool holds_line(const Editor *ed, Range r, size_t line)
{
    return r.start <= line && layout_line_range(ed, line).end <= r.end;
}

static bool is_question_mark(const Editor *ed, size_t line)
{
    return layout_hidden_mark(ed, line, STR("prfaq-q:"));
}

static bool is_mark(const Editor *ed, size_t line)
{
    return is_question_mark(ed, line) || layout_hidden_mark(ed, line, STR("prfaq-id:"));
}

/* Does the line that a hidden line belongs to go as a whole? Front matter belongs to
 * the document. */
static bool goes_too(const Editor *ed, Range r, size_t line)
{
    size_t above = line, below = line;
    bool has_above = layout_prev_line(ed, &above);
    bool has_below = layout_next_line(ed, &below);

    if (!has_above && line == 0 && !is_mark(ed, line))
        return false;
    if (is_question_mark(ed, line))
        return has_below && holds_line(ed, r, below);
    return has_above && holds_line(ed, r, above) &&
           (is_mark(ed, line) || (has_below && holds_line(ed, r, below)));
}

Range removal_widen(const Editor *ed, Range r)
{
    Str text = text_view(ed->text);
    size_t line = layout_line_of(ed, r.start);

    if (ed->marks || r.start == r.end || r.start != line || line == 0 ||
        line_end(ed, line) > r.end ||
        str_is_blank(str_range(text, layout_line_range(ed, line))))
        return r;
    size_t above = layout_line_of(ed, line - 1);
    if (is_question_mark(ed, above))
        r.start = above;
    return r;
}

/* The piece up to a line that stays: the line break before it stays too, unless
 * what goes begins with a whole line. */
static size_t before_kept_line(const Editor *ed, size_t from, size_t line)
{
    Str text = text_view(ed->text);

    if (line <= from || layout_line_of(ed, from) == from)
        return line;
    return motion_left(text, line);
}

typedef struct Pieces {
    Arena *arena;
    Range *items;
    size_t count, cap;
} Pieces;

static void add_piece(Pieces *p, size_t start, size_t end)
{
    if (start >= end)
        return;
    p->items = arena_grow(p->arena, p->items, p->count, &p->cap, sizeof *p->items);
    p->items[p->count++] = (Range){start, end};
}

/* How many marks of sections and questions would go. */
static size_t marks_in(const Editor *ed, Range r)
{
    size_t count = 0;

    for (size_t line = layout_line_of(ed, r.start); line < r.end;) {
        count += line >= r.start && is_mark(ed, line);
        size_t next = line_end(ed, line);
        if (next <= line)
            break;
        line = next;
    }
    return count;
}

size_t removal_pieces(const Editor *ed, Range r, bool replaced, Arena *arena,
                      const Range **out)
{
    Pieces p = {.arena = arena};
    size_t from = r.start, len = text_len(ed->text);
    bool keep_one = replaced && !ed->marks && marks_in(ed, r) == 1;

    for (size_t line = layout_line_of(ed, r.start); line <= r.end && line < len;) {
        size_t next = line_end(ed, line);
        bool hidden = line >= r.start && layout_hidden(ed, line);
        bool stays = hidden && ((keep_one && is_mark(ed, line)) || next > r.end ||
                                !goes_too(ed, r, line));
        if (stays) {
            size_t end = keep_one ? motion_left(text_view(ed->text), line)
                                  : before_kept_line(ed, from, line);
            add_piece(&p, from, line == 0 ? 0 : end);
            from = next;
        }
        if (next <= line)
            break;
        line = next;
    }
    add_piece(&p, from, r.end);
    *out = p.items;
    return p.count;
}

void removal_text(const Editor *ed, const Range *pieces, size_t count, StrBuf *out)
{
    for (size_t i = 0; i < count; i++)
        strbuf_add(out, str_range(text_view(ed->text), pieces[i]));
}
