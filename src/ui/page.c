#include "ui/page.h"

#include "base/unicode.h"
#include "text/wrap.h"
#include "ui/derive.h"
#include "ui/five_view.h"
#include "ui/landed.h"
#include "ui/list.h"
#include "ui/recover.h"
#include "ui/review_page.h"
#include "ui/reviewing.h"

enum { PAGE_TEXT_MAX = 78 };

int page_width(const Model *m)
{
    int width = m->cols - (m->view == VIEW_REVIEW ? 5 : 4);
    bool sides = (m->view == VIEW_REVIEW && review_look(m) == LOOK_SIDES) ||
                 (m->view == VIEW_FIVE && m->five && m->five->revealed);

    if (width > PAGE_TEXT_MAX && !sides)
        width = PAGE_TEXT_MAX;
    return width < 20 ? 20 : width;
}

void page_add(PageBuilder *b, Style style, Str text)
{
    if (text.len == 0)
        return;
    b->runs = arena_grow(b->arena, b->runs, b->run_count, &b->run_cap, sizeof *b->runs);
    size_t start = b->text.len;
    unicode_visible(text, VISIBLE_ONE_LINE, &b->text);
    /* Only lengths count until page_end() knows where the text lies. */
    b->runs[b->run_count++] = (PageRun){{NULL, b->text.len - start}, style};
}

void page_addz(PageBuilder *b, Style style, const char *text)
{
    page_add(b, style, str_from(text));
}

static PageLine *new_line(PageBuilder *b)
{
    b->lines = arena_grow(b->arena, b->lines, b->count, &b->cap, sizeof *b->lines);
    PageLine *line = &b->lines[b->count++];
    *line = (PageLine){
        .offset = b->offset, .block = b->block, .here = b->here, .aside = b->aside};
    return line;
}

void page_blank(PageBuilder *b)
{
    new_line(b);
}

static const char *mark_of(const PageBuilder *b, Style style, bool open)
{
    if (!b->marks || (style != STYLE_ADDED && style != STYLE_REMOVED))
        return NULL;
    if (style == STYLE_ADDED)
        return open ? "{+" : "+}";
    return open ? "[-" : "-]";
}

/* The piece [start, end) of a run; a changed one that is cut keeps its marks. */
static size_t add_piece(const PageBuilder *b, Str text, Range piece, Range run,
                        Style style, PageRun *out)
{
    const char *open = piece.start > run.start ? mark_of(b, style, true) : NULL;
    const char *close = piece.end < run.end ? mark_of(b, style, false) : NULL;
    Str words = str_range(text, piece);
    size_t n = 0;

    if (open)
        out[n++] = (PageRun){str_from(open), style};
    out[n++] = (PageRun){close ? str_trim_end(words) : words, style};
    if (close)
        out[n++] = (PageRun){str_from(close), style};
    return n;
}

/* The runs that cover `range` of the paragraph, cut at its ends. */
static void cover(PageBuilder *b, Str text, Range range, int indent, PageLine *line)
{
    enum { CUT = 5 }; /* indent, and two marks at each end */
    PageRun *runs = arena_array(b->arena, b->run_count + CUT, sizeof *runs);
    size_t n = 0, at = 0;

    if (indent > 0) {
        StrBuf spaces = {0};
        strbuf_add_repeat(&spaces, ' ', (size_t)indent);
        runs[n++] = (PageRun){arena_str(b->arena, strbuf_view(&spaces)), STYLE_TEXT};
        strbuf_deinit(&spaces);
    }
    for (size_t i = 0; i < b->run_count; i++) {
        Range run = {at, at + b->runs[i].text.len};
        Range piece = {run.start > range.start ? run.start : range.start,
                       run.end < range.end ? run.end : range.end};
        if (piece.start < piece.end)
            n += add_piece(b, text, piece, run, b->runs[i].style, runs + n);
        at = run.end;
    }
    line->runs = runs;
    line->run_count = n;
}

void page_end(PageBuilder *b, int indent)
{
    Str text = arena_str(b->arena, strbuf_view(&b->text));
    const WrapRow *rows = NULL;
    size_t count = 0;

    /* The first row begins at the edge, and has the whole width. */
    wrap_line(text, b->width, b->arena, &rows, &count);
    if (count > 0)
        cover(b, text, rows[0].range, 0, new_line(b));
    if (count > 1) {
        size_t start = rows[0].range.end;
        wrap_line(str_slice(text, start, text.len), b->width - indent, b->arena, &rows,
                  &count);
        for (size_t i = 0; i < count; i++) {
            Range r = {start + rows[i].range.start, start + rows[i].range.end};
            cover(b, text, r, indent, new_line(b));
        }
    }
    strbuf_clear(&b->text);
    b->run_count = 0;
}

static Style style_of_span(unsigned flags)
{
    if (flags & SPAN_HEADING)
        return STYLE_TITLE;
    if (flags & SPAN_MARK)
        return STYLE_MARKUP;
    if (flags & SPAN_CODE)
        return STYLE_CODE;
    if (flags & SPAN_LINK)
        return STYLE_LINK;
    if (flags & SPAN_BOLD)
        return STYLE_BOLD;
    return flags & (SPAN_EMPHASIS | SPAN_QUOTE) ? STYLE_EMPHASIS : STYLE_TEXT;
}

/* The rendered rows are wrapped already: each becomes a line as it is. */
static void build_preview(const Model *m, PageBuilder *b)
{
    RenderOptions options = {.width = b->width};
    Rendered rendered = {0};

    render_rows(&m->ed.derived.doc, &options, b->arena, &rendered);
    for (size_t i = 0; i < rendered.count; i++) {
        const RenderRow *row = &rendered.rows[i];
        b->offset = row->offset;
        PageLine *line = new_line(b);
        PageRun *runs = arena_array(b->arena, row->span_count + 1, sizeof *runs);
        for (size_t k = 0; k < row->span_count; k++)
            runs[k] = (PageRun){row->spans[k].text, style_of_span(row->spans[k].style)};
        line->runs = runs;
        line->run_count = row->span_count;
    }
}

static void build_review(const Model *m, PageBuilder *b)
{
    const ReviewView *v = &m->review;
    const ReviewPage page = {
        .review = v->review,
        .look = review_look(m),
        .only = v->one_part ? review_part_at(&v->review->redline, v->block) : NO_INDEX,
        .framed = true,
        .named = review_has_panel(m),
        .pick = v->pick};

    review_page_build(&page, b);
}

static void build(Model *m)
{
    Page *page = &m->page;

    arena_reset(&page->arena);
    PageBuilder b = {.arena = &page->arena, .width = page_width(m), .block = NO_INDEX};
    if (m->view == VIEW_PREVIEW)
        build_preview(m, &b);
    else if (m->view == VIEW_HELP)
        page_build_help(m, &b);
    else if (m->view == VIEW_RULE)
        page_build_rule(m, &b);
    else if (m->view == VIEW_FIGURES)
        page_build_figures(m, &b);
    else if (m->view == VIEW_FIVE)
        page_build_five(m, &b);
    else if (m->view == VIEW_MEET)
        page_build_meet(m, &b);
    else if (m->view == VIEW_EXERCISE)
        page_build_exercise(m, &b);
    else if (m->view == VIEW_DECK)
        page_build_deck(m, &b);
    else if (m->view == VIEW_MATRIX)
        page_build_matrix(m, &b);
    else if (m->view == VIEW_AGENDA)
        page_build_agenda(m, &b);
    else if (m->view == VIEW_MERGE)
        page_build_merge(m, &b);
    else if (m->view == VIEW_AUTHORS)
        page_build_authors(m, &b);
    else if (m->view == VIEW_RECOVER)
        page_build_recover(m, &b);
    else if (m->view == VIEW_REVIEW)
        build_review(m, &b);
    else if (m->view == VIEW_LANDED)
        page_build_landed(m, &b);
    else
        page_build_changes(m, &b);
    page->lines = b.lines;
    page->count = b.count;
    page->view = m->view;
    page->width = m->cols;
    page->rows = m->rows;
    page->version = m->ed.open ? text_version(m->ed.text) : 0;
    page->valid = true;
    strbuf_deinit(&b.text);
}

static bool is_picked(const PageLine *line)
{
    for (size_t i = 0; i < line->run_count; i++)
        if (line->runs[i].style == STYLE_MATCH)
            return true;
    return false;
}

/* The change one is at comes to the top, or the words of it that were picked. */
static void follow_review(Model *m)
{
    const Page *page = &m->page;
    size_t first = NO_INDEX, picked = NO_INDEX;

    for (size_t i = 0; i < page->count; i++) {
        if (page->lines[i].block != m->review.block)
            continue;
        if (first == NO_INDEX)
            first = i;
        if (picked == NO_INDEX && is_picked(&page->lines[i]))
            picked = i;
    }
    size_t height = (size_t)list_height(m);
    if (picked != NO_INDEX && picked >= first + height)
        first = picked;
    size_t above = m->prompt.type == PROMPT_NONE ? 2 : 0;
    bool begins = m->review.begins && first + above < height;
    if (first != NO_INDEX)
        m->top[VIEW_REVIEW] = first > above && !begins ? first - above : 0;
    m->review.follow = m->review.begins = false;
}

/* What is chosen is seen, in the smallest window too. */
static void follow_meet(Model *m)
{
    size_t height = (size_t)list_height(m), *top = &m->top[VIEW_MEET], here = 0;

    while (here < m->page.count && !m->page.lines[here].here)
        here++;
    if (here == m->page.count)
        return;
    if (here < *top)
        *top = here;
    if (here >= *top + height)
        *top = here + 1 - height;
}

static void follow(Model *m)
{
    const Page *page = &m->page;

    if (m->view == VIEW_PREVIEW && m->follow_caret) {
        size_t at = derived_source(&m->ed, m->ed.caret);
        size_t line = 0;
        while (line + 1 < page->count && page->lines[line + 1].offset <= at)
            line++;
        m->top[VIEW_PREVIEW] = line > 2 ? line - 2 : 0;
        m->follow_caret = false;
    }
    if (m->view == VIEW_CHANGES && m->changes.follow) {
        size_t line = 0;
        while (line + 1 < page->count && page->lines[line].block != m->changes.block)
            line++;
        m->top[VIEW_CHANGES] = line > 2 ? line - 2 : 0;
        m->changes.follow = false;
    }
    if (m->view == VIEW_LANDED && m->landed.follow) {
        size_t line = 0;
        while (line + 1 < page->count && page->lines[line].block != m->landed.at)
            line++;
        m->top[VIEW_LANDED] = line;
        m->landed.follow = false;
    }
    if (m->view == VIEW_MEET)
        follow_meet(m);
    if (m->view == VIEW_REVIEW && m->review.follow)
        follow_review(m);
    if (m->view == VIEW_AUTHORS && m->authors.follow) {
        size_t line = 0;
        while (line + 1 < page->count && !page->lines[line].here)
            line++;
        if (page->count > 0 && page->lines[line].here)
            m->top[VIEW_AUTHORS] = line > 2 ? line - 2 : 0;
        m->authors.follow = false;
    }
}

void page_refresh(Model *m)
{
    Page *page = &m->page;

    if (m->view != VIEW_PREVIEW && m->view != VIEW_HELP && m->view != VIEW_CHANGES &&
        m->view != VIEW_RULE && m->view != VIEW_FIGURES && m->view != VIEW_MERGE &&
        m->view != VIEW_AGENDA && m->view != VIEW_RECOVER && m->view != VIEW_DECK &&
        m->view != VIEW_FIVE && m->view != VIEW_MEET && m->view != VIEW_EXERCISE &&
        m->view != VIEW_MATRIX && m->view != VIEW_AUTHORS &&
        !(m->view == VIEW_LANDED && m->landed.landing) &&
        !(m->view == VIEW_REVIEW && m->review.review))
        return;
    if (m->view == VIEW_PREVIEW && derive_needed(m))
        derive(m);
    uint64_t version = m->ed.open ? text_version(m->ed.text) : 0;
    if (m->view == VIEW_AGENDA || m->view == VIEW_MEET)
        page->valid = false; /* time goes on */
    if (!page->valid || page->view != m->view || page->width != m->cols ||
        (m->view == VIEW_REVIEW && page->rows != m->rows) || page->version != version)
        build(m);
    follow(m);
    size_t height =
        m->view == VIEW_RECOVER ? (size_t)recover_height(m) : (size_t)list_height(m);
    size_t last = page->count > height ? page->count - height : 0;
    if (m->top[m->view] > last)
        m->top[m->view] = last;
}
