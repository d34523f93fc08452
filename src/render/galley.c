#include "render/galley.h"

#include "base/unicode.h"
#include "text/wrap.h"

enum { RULE_CELLS = 24 };

typedef struct Gather {
    Galley *galley;
    StrBuf text;
    Run *runs;
    size_t count, cap;
    unsigned style;
    const Mark *link; /* open */
    size_t link_from; /* in text */
} Gather;

static void gather_text(Gather *g, Str text, unsigned style)
{
    if (text.len == 0)
        return;
    strbuf_add(&g->text, text);
    style |= g->style;
    if (g->count == 0 || g->runs[g->count - 1].style != style) {
        g->runs =
            arena_grow(g->galley->arena, g->runs, g->count, &g->cap, sizeof *g->runs);
        g->runs[g->count++].style = style;
    }
    g->runs[g->count - 1].end = g->text.len;
}

/* A link that shows its own address needs no number, one inside the document
 * neither. */
static void gather_link_end(Gather *g)
{
    Galley *l = g->galley;
    Str target = g->link->target;
    Str shown = str_slice(strbuf_view(&g->text), g->link_from, g->text.len);
    bool bare = str_ends(target, shown) && target.len - shown.len <= 7;

    g->link = NULL;
    if (bare || str_starts(target, STR("#")))
        return;
    l->links =
        arena_grow(l->arena, l->links, l->link_count, &l->link_cap, sizeof *l->links);
    l->links[l->link_count++] = (GalleyLink){++l->link_number, target};
    gather_text(g, arena_printf(l->arena, "[%d]", l->link_number), SPAN_MARK);
}

static void gather_pair(Gather *g, unsigned style, const Mark *m)
{
    g->style = m->step == MARK_OPEN ? g->style | style : g->style & ~style;
}

static void gather_mark(Gather *g, const Mark *m)
{
    switch ((MarkKind)m->kind) {
    case MARK_EMPHASIS:
        gather_pair(g, SPAN_EMPHASIS, m);
        break;
    case MARK_STRONG:
        gather_pair(g, SPAN_BOLD, m);
        break;
    case MARK_LINK:
        gather_pair(g, SPAN_LINK, m);
        if (m->step == MARK_CLOSE && g->link)
            gather_link_end(g);
        else if (m->step == MARK_OPEN) {
            g->link = m;
            g->link_from = g->text.len;
        }
        break;
    case MARK_CODE:
        gather_text(g, m->text, SPAN_CODE);
        break;
    case MARK_SOFT_BREAK:
        gather_text(g, STR(" "), 0);
        break;
    case MARK_HARD_BREAK:
        gather_text(g, STR("\n"), 0);
        break;
    default:
        gather_text(g, m->text, 0);
        break;
    }
}

Words galley_words(Galley *l, size_t from, size_t to, unsigned style)
{
    Gather g = {.galley = l, .style = style};
    Words words = {0};

    for (size_t i = from; i < to; i++) {
        gather_mark(&g, &l->markup->marks[i]);
        /* A style that the block has already outlives the inline's end. */
        g.style |= style;
    }
    words.text = arena_str(l->arena, strbuf_view(&g.text));
    words.runs = g.runs;
    words.run_count = g.count;
    strbuf_deinit(&g.text);
    return words;
}

static int levels_width(const Galley *l)
{
    int width = 0;

    for (size_t i = 0; i < l->level_count; i++)
        width += unicode_width(l->levels[i].rest);
    return width;
}

int galley_width(const Galley *l)
{
    return l->width - levels_width(l);
}

void galley_span(Galley *l, Str text, unsigned style)
{
    if (text.len == 0)
        return;
    l->spans =
        arena_grow(l->arena, l->spans, l->span_count, &l->span_cap, sizeof *l->spans);
    l->spans[l->span_count++] = (Span){text, style};
}

void galley_spaces(Galley *l, int count)
{
    static const char spaces[] = "                                ";

    for (int step; count > 0; count -= step) {
        step = count < 32 ? count : 32;
        galley_span(l, (Str){spaces, (size_t)step}, SPAN_PLAIN);
    }
}

void galley_run(Galley *l, Words *words, Range r)
{
    size_t at = r.start;

    while (words->run > 0 && words->runs[words->run - 1].end > at)
        words->run--;
    while (at < r.end) {
        while (words->run < words->run_count && words->runs[words->run].end <= at)
            words->run++;
        if (words->run == words->run_count)
            return;
        const Run *run = &words->runs[words->run];
        size_t end = run->end < r.end ? run->end : r.end;
        galley_span(l, str_slice(words->text, at, end), run->style);
        at = end;
    }
}

void galley_begin_row(Galley *l)
{
    l->span_count = 0;
    for (size_t i = 0; i < l->level_count; i++) {
        Level *level = &l->levels[i];
        galley_span(l, level->begun ? level->rest : level->first, SPAN_MARK);
        level->begun = true;
    }
}

/* Take spaces off the end of the row. */
static void trim_row(Galley *l)
{
    while (l->span_count > 0) {
        Span *last = &l->spans[l->span_count - 1];
        while (last->text.len > 0 && last->text.ptr[last->text.len - 1] == ' ')
            last->text.len--;
        if (last->text.len > 0)
            return;
        l->span_count--;
    }
}

void galley_end_row(Galley *l)
{
    trim_row(l);
    Span *spans = arena_array(l->arena, l->span_count, sizeof *spans);
    for (size_t i = 0; i < l->span_count; i++)
        spans[i] = l->spans[i];
    l->rows = arena_grow(l->arena, l->rows, l->row_count, &l->row_cap, sizeof *l->rows);
    l->rows[l->row_count++] = (RenderRow){spans, l->span_count, l->offset};
}

void galley_gap(Galley *l)
{
    if (!l->gap || l->row_count == 0)
        return;
    l->gap = false;
    l->span_count = 0;
    for (size_t i = 0; i < l->level_count && l->levels[i].begun; i++)
        galley_span(l, l->levels[i].rest, SPAN_MARK);
    galley_end_row(l);
}

static void set_line(Galley *l, Words *words, Range line, Str *first, unsigned style,
                     int indent)
{
    const WrapRow *rows = NULL;
    size_t count = 0;
    int width = galley_width(l) - indent;

    wrap_line(str_range(words->text, line), width > 2 ? width : 2, l->arena, &rows,
              &count);
    for (size_t i = 0; i < count; i++) {
        galley_begin_row(l);
        if (first->len)
            galley_span(l, *first, style);
        else
            galley_spaces(l, indent);
        *first = (Str){0};
        galley_run(
            l, words,
            (Range){line.start + rows[i].range.start, line.start + rows[i].range.end});
        galley_end_row(l);
    }
}

void galley_block(Galley *l, Words *words, Str first, unsigned first_style)
{
    int indent = unicode_width(first);
    size_t start = 0;

    galley_gap(l);
    while (start <= words->text.len) {
        size_t end = str_find_byte(words->text, '\n', start);
        end = end == STR_NONE ? words->text.len : end;
        set_line(l, words, (Range){start, end}, &first, first_style, indent);
        start = end + 1;
    }
}

static Str expand_tabs(Galley *l, Str line)
{
    StrBuf b = {0};
    int column = 0;

    if (str_find_byte(line, '\t', 0) == STR_NONE)
        return line;
    for (size_t at = 0; at < line.len;) {
        size_t end = str_find_byte(line, '\t', at);
        end = end == STR_NONE ? line.len : end;
        Str piece = str_slice(line, at, end);
        strbuf_add(&b, piece);
        column += unicode_width(piece);
        if (end < line.len) {
            int tab = wrap_tab_width(column);
            strbuf_add_repeat(&b, ' ', (size_t)tab);
            column += tab;
        }
        at = end + 1;
    }
    Str out = arena_str(l->arena, strbuf_view(&b));
    strbuf_deinit(&b);
    return out;
}

void galley_cut(Galley *l, Str text, Str first, unsigned first_style, unsigned style)
{
    int indent = unicode_width(first);
    int width = galley_width(l) - indent;

    text = expand_tabs(l, text);
    do {
        Str piece = unicode_fit(text, width > 2 ? width : 2);
        galley_begin_row(l);
        if (first.len)
            galley_span(l, first, first_style);
        else
            galley_spaces(l, indent);
        first = (Str){0};
        galley_span(l, piece, style);
        galley_end_row(l);
        if (piece.len == 0)
            break;
        text = str_slice(text, piece.len, text.len);
    } while (text.len > 0);
}

void galley_rule(Galley *l)
{
    int cells = galley_width(l) < RULE_CELLS ? galley_width(l) : RULE_CELLS;

    galley_gap(l);
    galley_begin_row(l);
    for (int i = 0; i < cells; i++)
        galley_span(l, l->options->ascii ? STR("-") : STR("─"), SPAN_MARK);
    galley_end_row(l);
}

void galley_links(Galley *l)
{
    if (l->link_count == 0)
        return;
    l->gap = true;
    galley_gap(l);
    for (size_t i = 0; i < l->link_count; i++) {
        StrBuf b = {0};
        unicode_visible(l->links[i].target, VISIBLE_ONE_LINE, &b);
        galley_cut(l, arena_str(l->arena, strbuf_view(&b)),
                   arena_printf(l->arena, "[%d] ", l->links[i].number), SPAN_MARK,
                   SPAN_LINK);
        strbuf_deinit(&b);
    }
    l->link_count = 0;
    l->gap = true;
}
