#include "render/render.h"

#include "base/unicode.h"
#include "render/galley.h"
#include "render/markup.h"

enum { WIDTH_MIN = 20, TABLE_WIDTH_MAX = 200, INDENT_SHARE = 2 };

static bool in_quote(const Galley *l)
{
    for (size_t i = 0; i < l->level_count; i++)
        if (l->levels[i].kind == MARK_QUOTE)
            return true;
    return false;
}

static unsigned words_style(const Galley *l, const Mark *m)
{
    unsigned style = in_quote(l) ? SPAN_QUOTE : SPAN_PLAIN;

    switch ((MarkRole)m->role) {
    case ROLE_HEADLINE:
        return style | SPAN_HEADING | SPAN_BOLD;
    case ROLE_SUBHEADING:
        return style | SPAN_EMPHASIS;
    case ROLE_QUOTE:
        return style | SPAN_QUOTE;
    case ROLE_QUESTION:
        return style | SPAN_BOLD;
    case ROLE_LABEL:
        return style | SPAN_HEADING;
    default:
        return m->kind == MARK_HEADING ? style | SPAN_HEADING | SPAN_BOLD : style;
    }
}

/* A paragraph or heading; returns the index after it. */
static size_t set_words(Galley *l, size_t open)
{
    const Mark *m = &l->markup->marks[open];
    size_t end = markup_end(l->markup, open);
    Words words = galley_words(l, open + 1, end - 1, words_style(l, m));
    Str number = {0};

    if (m->role == ROLE_QUESTION && m->number > 0)
        number = arena_printf(l->arena, "%d. ", m->number);
    /* The question above may have no answer yet. */
    if (m->role == ROLE_QUESTION || m->kind == MARK_HEADING)
        l->gap = true;
    galley_block(l, &words, number, SPAN_MARK | SPAN_BOLD);
    /* A question and its answer stand together. */
    l->gap = !m->tight && m->role != ROLE_QUESTION;
    return end;
}

static void set_code(Galley *l, const Mark *m)
{
    size_t start = 0;

    galley_gap(l);
    while (start <= m->text.len) {
        size_t end = str_find_byte(m->text, '\n', start);
        end = end == STR_NONE ? m->text.len : end;
        galley_cut(l, str_slice(m->text, start, end), STR("  "), SPAN_PLAIN, SPAN_CODE);
        start = end + 1;
    }
    l->gap = true;
}

static Str spaces(Galley *l, int count)
{
    return arena_printf(l->arena, "%*s", count, "");
}

static Level level_of(Galley *l, const Mark *m)
{
    Level level = {.kind = (MarkKind)m->kind, .tight = m->tight, .number = m->number};
    Level *list = l->level_count ? &l->levels[l->level_count - 1] : NULL;

    if (m->kind == MARK_QUOTE) {
        level.first = level.rest = l->options->ascii ? STR("> ") : STR("│ ");
    } else if (m->kind == MARK_ITEM && list) {
        level.tight = list->tight;
        level.first = list->number < 0 ? (l->options->ascii ? STR("- ") : STR("• "))
                                       : arena_printf(l->arena, "%d. ", list->number);
        if (list->number >= 0 && list->number < 999999999)
            list->number++;
        level.rest = spaces(l, unicode_width(level.first));
    }
    /* Deep down the words keep their room, and the marks are left out. */
    if (galley_width(l) - unicode_width(level.rest) < l->width / INDENT_SHARE)
        level.first = level.rest = (Str){0};
    return level;
}

static void open_level(Galley *l, const Mark *m)
{
    Level level = level_of(l, m);

    if (m->kind == MARK_QUOTE)
        galley_gap(l);
    l->levels = arena_grow(l->arena, l->levels, l->level_count, &l->level_cap,
                           sizeof *l->levels);
    l->levels[l->level_count++] = level;
}

static void close_level(Galley *l)
{
    Level *level = &l->levels[--l->level_count];
    bool inside_tight = l->level_count > 0 && l->levels[l->level_count - 1].tight;

    if (level->kind == MARK_ITEM) {
        /* An empty item still shows its bullet. */
        if (!level->begun) {
            l->level_count++;
            galley_gap(l);
            galley_begin_row(l);
            galley_end_row(l);
            l->level_count--;
        }
        l->gap = !level->tight;
    } else {
        l->gap = !inside_tight;
    }
}

/* One mark outside of words; returns the index of the next. */
static size_t set_mark(Galley *l, size_t at)
{
    const Mark *m = &l->markup->marks[at];

    switch ((MarkKind)m->kind) {
    case MARK_PARAGRAPH:
    case MARK_HEADING:
        return set_words(l, at);
    case MARK_TABLE:
        galley_table(l, at);
        l->gap = true;
        return markup_end(l->markup, at);
    case MARK_CODE_BLOCK:
        set_code(l, m);
        break;
    case MARK_RULE:
        galley_rule(l);
        l->gap = true;
        break;
    case MARK_QUOTE:
    case MARK_LIST:
    case MARK_ITEM:
        if (m->step == MARK_OPEN)
            open_level(l, m);
        else
            close_level(l);
        break;
    default:
        break;
    }
    return at + 1;
}

void render_rows(const Document *doc, const RenderOptions *options, Arena *arena,
                 Rendered *out)
{
    Markup markup = {0};
    Galley l = {.arena = arena, .options = options, .markup = &markup};
    size_t part = NO_INDEX;

    l.width = options->width < WIDTH_MIN ? WIDTH_MIN : options->width;
    l.table_width = TABLE_WIDTH_MAX;
    markup_read(doc, options->headings, arena, &markup);
    for (size_t i = 0; i < markup.count;) {
        const Mark *m = &markup.marks[i];
        if (l.level_count == 0 && m->part != part) {
            galley_links(&l);
            part = m->part;
        }
        if (m->step != MARK_CLOSE)
            l.offset = m->offset;
        i = set_mark(&l, i);
    }
    galley_links(&l);
    *out = (Rendered){l.rows, l.row_count};
}
