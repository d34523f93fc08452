#include "doc/markdown.h"

#include <cmark.h>
#include <string.h>

#include "doc/line.h"
#include "doc/stray.h"

/* A container that is open around the block being read. */
typedef struct Container {
    bool quote;  /* else a list item */
    size_t line; /* where it begins */
} Container;

typedef struct Reader {
    Str md;
    Arena *arena;
    const size_t *lines;
    size_t line_count;
    Guard guard;
    size_t escape; /* the next escape of the guard */
    Container *open;
    size_t depth, open_cap;
    MarkdownBlock *blocks;
    size_t count, cap;
    bool ends_found; /* of the newest block: its line count is final */
} Reader;

/* -- lines ---------------------------------------------------------------- */

/* A line without its line break. */
static Range line_at(const Reader *r, size_t line)
{
    size_t end = line + 1 < r->line_count ? r->lines[line + 1] : r->md.len;
    Range range = {r->lines[line], end};

    if (range.end > range.start && r->md.ptr[range.end - 1] == '\n')
        range.end--;
    if (range.end > range.start && r->md.ptr[range.end - 1] == '\r')
        range.end--;
    return range;
}

/* What is left of a line behind the marks of the open containers. A mark may be
 * missing: a lazy line goes on without it. */
static Range text_of_line(const Reader *r, size_t line)
{
    Range text = line_skip_space(r->md, line_at(r, line));

    for (size_t i = 0; i < r->depth && text.start < text.end; i++) {
        if (r->open[i].quote && r->md.ptr[text.start] == '>')
            text.start++;
        else if (!r->open[i].quote && r->open[i].line == line)
            text.start += line_list_marker(r->md, text);
        text = line_skip_space(r->md, text);
    }
    return text;
}

/* Blank but for quote marks: no paragraph goes on over such a line. */
static bool is_gap(const Reader *r, size_t line)
{
    Range text = line_at(r, line);

    while (text.start < text.end &&
           (line_is_space(r->md.ptr[text.start]) || r->md.ptr[text.start] == '>'))
        text.start++;
    return text.start == text.end;
}

static bool is_underline(Str md, Range text)
{
    Range r = line_trim(md, text);

    if (r.start == r.end || (md.ptr[r.start] != '=' && md.ptr[r.start] != '-'))
        return false;
    for (size_t i = r.start; i < r.end; i++)
        if (md.ptr[i] != md.ptr[r.start])
            return false;
    return true;
}

/* -- reference definitions ------------------------------------------------ */

/* End of "[label]:" at the start of a line, or 0. */
static size_t definition_label(Str md, Range text)
{
    size_t at = text.start;

    if (at == text.end || md.ptr[at] != '[')
        return 0;
    for (at++; at < text.end && md.ptr[at] != ']'; at++) {
        if (md.ptr[at] == '[')
            return 0;
        if (md.ptr[at] == '\\')
            at++;
    }
    if (at >= text.end || at + 1 >= text.end || md.ptr[at + 1] != ':')
        return 0;
    return line_is_blank(md, (Range){text.start + 1, at}) ? 0 : at + 2;
}

static bool is_title(Str md, Range text)
{
    Range r = line_trim(md, text);

    if (r.end - r.start < 2)
        return false;
    char open = md.ptr[r.start], close = open == '(' ? ')' : open;
    return (open == '"' || open == '\'' || open == '(') && md.ptr[r.end - 1] == close;
}

/* A destination and perhaps a title, and nothing else. */
static bool is_destination(Str md, Range text)
{
    Range r = line_skip_space(md, text);

    if (r.start == r.end)
        return false;
    while (r.start < r.end && !line_is_space(md.ptr[r.start]))
        r.start++;
    return line_is_blank(md, r) || is_title(md, r);
}

/* How many of the first lines of a paragraph are reference definitions: cmark
 * takes them out but leaves the paragraph's start line where they began. */
static size_t definition_lines(Str md, const Range *text, size_t count)
{
    size_t n = 0;

    while (n < count) {
        size_t label = definition_label(md, text[n]);
        if (label == 0)
            break;
        Range rest = {label, text[n].end};
        size_t used = 1;
        if (line_is_blank(md, rest)) {
            if (n + 1 == count || !is_destination(md, text[n + 1]))
                break;
            used = 2;
        } else if (!is_destination(md, rest)) {
            break;
        }
        if (n + used < count && is_title(md, text[n + used]))
            used++;
        n += used;
    }
    return n < count ? n : 0;
}

/* -- the lines of one block ----------------------------------------------- */

static size_t count_line_ends(Str s)
{
    size_t at = 0, count = 0;
    Range line;

    while (line_next(s, &at, &line))
        count++;
    return count;
}

/* The text lines of a paragraph or heading, from its first line to the line
 * before `stop`. */
static void read_text(Reader *r, MarkdownBlock *b, size_t stop, bool heading)
{
    size_t end = b->first_line + 1;

    while (end < stop && !is_gap(r, end))
        end++;

    size_t count = end - b->first_line;
    Range *text = arena_array(r->arena, count, sizeof *text);
    for (size_t i = 0; i < count; i++)
        text[i] = text_of_line(r, b->first_line + i);

    size_t skip = definition_lines(r->md, text, count);
    b->line_count = count;
    if (heading) {
        size_t under = skip + 1;
        while (under < count && !is_underline(r->md, text[under]))
            under++;
        if (under < count) {
            b->line_count = under + 1;
            count = under;
        }
    }
    b->text = text + skip;
    b->text_count = count - skip;
    b->first_line += skip;
    b->line_count -= skip;
}

/* "## Words ##" without its marks. */
static Range atx_words(Str md, Range text)
{
    Range r = text;

    r.start += (size_t)line_heading_marks(md, text);
    r = line_trim(md, r);
    size_t end = r.end;
    while (end > r.start && md.ptr[end - 1] == '#')
        end--;
    if (end == r.start || line_is_space(md.ptr[end - 1]))
        r.end = end;
    return line_trim(md, r);
}

static void read_heading(Reader *r, MarkdownBlock *b, size_t stop)
{
    Range text = text_of_line(r, b->first_line);

    if (line_heading_marks(r->md, text) == 0) {
        read_text(r, b, stop, true);
        return;
    }
    Range *words = ARENA_NEW(r->arena, Range);
    *words = atx_words(r->md, text);
    b->text = words;
    b->text_count = 1;
    b->line_count = 1;
}

static size_t fence_size(Str md, Range text)
{
    size_t at = text.start;

    if (at == text.end || (md.ptr[at] != '`' && md.ptr[at] != '~'))
        return 0;
    while (at < text.end && md.ptr[at] == md.ptr[text.start])
        at++;
    return at - text.start >= 3 ? at - text.start : 0;
}

static bool closes_fence(Str md, Range text, char mark, size_t size)
{
    size_t own = fence_size(md, text);

    return own >= size && md.ptr[text.start] == mark &&
           line_is_blank(md, (Range){text.start + own, text.end});
}

/* cmark gives the code without its fences: as many lines lie between them. */
static void read_code(Reader *r, MarkdownBlock *b, size_t stop, Str literal)
{
    Range first = text_of_line(r, b->first_line);
    size_t size = fence_size(r->md, first);
    size_t lines = count_line_ends(literal);
    size_t at = 0;
    Range line = {0};

    /* Indented code that shows a fence begins with it in cmark's words too. */
    if (size > 0 && line_next(literal, &at, &line) &&
        str_eq(str_trim(str_range(literal, line)), str_trim(str_range(r->md, first))))
        size = 0;
    b->line_count = lines > 0 ? lines : 1;
    if (size == 0)
        return;
    b->line_count = 1 + lines;
    size_t last = b->first_line + b->line_count;
    if (last < stop &&
        closes_fence(r->md, text_of_line(r, last), r->md.ptr[first.start], size))
        b->line_count++;
}

/* -- cmark's tree --------------------------------------------------------- */

static Str literal_of(cmark_node *node)
{
    return str_from(cmark_node_get_literal(node));
}

static size_t start_of(const Reader *r, cmark_node *node)
{
    int line = cmark_node_get_start_line(node);
    size_t index = line > 0 ? (size_t)line - 1 : 0;

    return index < r->line_count ? index : r->line_count - 1;
}

static bool is_container(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    return type == CMARK_NODE_DOCUMENT || type == CMARK_NODE_BLOCK_QUOTE ||
           type == CMARK_NODE_LIST || type == CMARK_NODE_ITEM;
}

/* The next block in file order; *up counts the containers left on the way. */
static cmark_node *next_block(cmark_node *node, Reader *leave)
{
    if (is_container(node) && cmark_node_first_child(node))
        return cmark_node_first_child(node);
    for (; node; node = cmark_node_parent(node)) {
        cmark_node_type type = cmark_node_get_type(node);
        if (leave && (type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM))
            leave->depth--;
        if (cmark_node_next(node))
            return cmark_node_next(node);
    }
    return NULL;
}

static void enter_container(Reader *r, cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);

    if (type != CMARK_NODE_BLOCK_QUOTE && type != CMARK_NODE_ITEM)
        return;
    r->open = arena_grow(r->arena, r->open, r->depth, &r->open_cap, sizeof *r->open);
    r->open[r->depth++] =
        (Container){type == CMARK_NODE_BLOCK_QUOTE, start_of(r, node)};
}

/* Level of a paragraph in a list: how many items are around it. */
static int item_level(const Reader *r)
{
    int level = 0;

    for (size_t i = 0; i < r->depth; i++)
        level += !r->open[i].quote;
    return level;
}

static bool in_quote(const Reader *r)
{
    for (size_t i = 0; i < r->depth; i++)
        if (r->open[i].quote)
            return true;
    return false;
}

static bool was_escaped(Reader *r, Range range)
{
    while (r->escape < r->guard.count && r->guard.escapes[r->escape] < range.start)
        r->escape++;
    return r->escape < r->guard.count && r->guard.escapes[r->escape] < range.end;
}

static void read_block(Reader *r, cmark_node *node, size_t stop)
{
    MarkdownBlock b = {.first_line = start_of(r, node), .line_count = 1};

    b.quoted = in_quote(r);
    b.depth = item_level(r);
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        b.kind = BLOCK_HEADING;
        b.level = cmark_node_get_heading_level(node);
        read_heading(r, &b, stop);
        break;
    case CMARK_NODE_CODE_BLOCK:
        b.kind = BLOCK_CODE;
        read_code(r, &b, stop, literal_of(node));
        break;
    case CMARK_NODE_HTML_BLOCK: {
        size_t lines = count_line_ends(literal_of(node));
        b.kind = BLOCK_HTML;
        b.line_count = lines > 0 ? lines : 1;
        break;
    }
    case CMARK_NODE_THEMATIC_BREAK:
        b.kind = BLOCK_RULE;
        break;
    default:
        b.level = b.depth;
        b.kind = b.level > 0 ? BLOCK_ITEM : BLOCK_PARAGRAPH;
        read_text(r, &b, stop, false);
        break;
    }
    if (b.first_line + b.line_count > stop)
        b.line_count = stop - b.first_line;
    b.range = (Range){line_at(r, b.first_line).start,
                      line_at(r, b.first_line + b.line_count - 1).end};
    b.loose = was_escaped(r, b.range);
    r->blocks = arena_grow(r->arena, r->blocks, r->count, &r->cap, sizeof b);
    r->blocks[r->count++] = b;
}

/* First line of whatever follows a block: its own lines end before it. */
static size_t stop_of(Reader *r, cmark_node *next, size_t first)
{
    size_t stop = next ? start_of(r, next) : r->line_count;

    return stop > first ? stop : first + 1;
}

static void read_tree(Reader *r, cmark_node *root)
{
    cmark_node *node = next_block(root, NULL);

    while (node) {
        if (is_container(node)) {
            enter_container(r, node);
            node = next_block(node, r);
            continue;
        }
        cmark_node *after = next_block(node, NULL);
        size_t first = start_of(r, node);
        /* Two blocks never share a line; should cmark say so, the later one is
         * dropped rather than the order of blocks. */
        if (r->count == 0 || first >= r->blocks[r->count - 1].first_line +
                                          r->blocks[r->count - 1].line_count)
            read_block(r, node, stop_of(r, after, first));
        node = next_block(node, r);
    }
}

/* Above it what cmark lets go of on the way is worth having back. */
enum { POOLED_BYTES_MAX = 256 * 1024, TREE_PER_BYTE = 7 };

/* cmark's tree is made of many small pieces that die together. */
static cmark_node *parse(Str md, cmark_mem *heap, Arena *pieces)
{
    arena_heap_begin(pieces);
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, heap);
    cmark_parser_feed(parser, md.ptr, md.len);
    cmark_node *root = cmark_parser_finish(parser);
    arena_heap_end();
    return root;
}

static void read_blocks(Reader *r)
{
    Str md = r->guard.md;

    if (md.len > POOLED_BYTES_MAX) {
        cmark_node *root = cmark_parse_document(md.ptr, md.len, CMARK_OPT_DEFAULT);
        read_tree(r, root);
        cmark_node_free(root);
        return;
    }
    cmark_mem heap = {arena_heap_calloc, arena_heap_realloc, arena_heap_free};
    Arena pieces = {.room = md.len * TREE_PER_BYTE};
    read_tree(r, parse(md, &heap, &pieces));
    arena_deinit(&pieces);
}

void markdown_read(Str md, Arena *arena, Markdown *out)
{
    Reader r = {.md = strays_masked(md, arena), .arena = arena};

    r.lines = line_starts(r.md, arena, &r.line_count);
    markdown_guard(r.md, arena, &r.guard);
    read_blocks(&r);
    *out = (Markdown){r.blocks, r.count, r.lines, r.line_count};
}
