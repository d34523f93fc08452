#include "render/markup.h"

#include <cmark.h>
#include <string.h>

#include "base/unicode.h"
#include "doc/guard.h"
#include "render/link.h"
#include "render/manuscript.h"
#include "render/markup_table.h"

typedef struct Reader {
    const Document *doc;
    Manuscript manuscript;
    MarkList out;
    MarkList block; /* the paragraph or heading being read */
    StrBuf words;   /* text not yet added: cmark gives it in pieces */
    StrBuf scratch;
    int image;              /* depth of images; their text goes to `words` */
    const cmark_node *link; /* that is open: the outermost one that is kept */
    int depth;              /* of lists and quotes */
    size_t line;            /* of the paragraph, counted on at its breaks */
    size_t part;            /* of the block outside lists and quotes, with the last */
    size_t question;
    const Part *headline; /* the part that holds it, or NULL */
    bool headline_is_label;
    bool headline_seen, lead_seen;
} Reader;

static size_t line_offset(const Reader *r, size_t line)
{
    const Manuscript *m = &r->manuscript;

    if (m->line_count == 0)
        return r->doc->start;
    return m->lines[line < m->line_count ? line : m->line_count - 1].offset;
}

static size_t node_line(cmark_node *node)
{
    int line = cmark_node_get_start_line(node);

    return line > 0 ? (size_t)line - 1 : 0;
}

/* Index of the FAQ pair whose question begins in the block. */
static size_t question_in(const Reader *r, cmark_node *node)
{
    const Manuscript *m = &r->manuscript;
    int end = cmark_node_get_end_line(node);

    for (size_t i = node_line(node); i < m->line_count && (int)i < end; i++)
        if (m->lines[i].question != NO_INDEX)
            return m->lines[i].question;
    return NO_INDEX;
}

static Str visible(Reader *r, Str text, Visible mode)
{
    strbuf_clear(&r->scratch);
    unicode_visible(text, mode, &r->scratch);
    return arena_str(r->out.arena, strbuf_view(&r->scratch));
}

static Str literal(cmark_node *node)
{
    return str_from(cmark_node_get_literal(node));
}

static Str target_of(Reader *r, cmark_node *node)
{
    Str target = arena_str(r->out.arena, str_from(cmark_node_get_url(node)));

    return markup_settle_bar(r->out.arena, target, "|");
}

static void flush_words(Reader *r)
{
    if (r->words.len == 0 || r->image > 0)
        return;
    Str text = visible(r, strbuf_view(&r->words), VISIBLE_ONE_LINE);
    strbuf_clear(&r->words);
    mark_add(&r->block, (Mark){.kind = MARK_TEXT, .step = MARK_WHOLE, .text = text});
}

/* The part of a block outside lists and quotes: offsets only grow. */
static void enter_part(Reader *r, size_t offset)
{
    const Document *doc = r->doc;
    size_t next = r->part == NO_INDEX ? 0 : r->part;

    while (next < doc->part_count && doc->parts[next].range.end <= offset)
        next++;
    if (next == doc->part_count || doc->parts[next].range.start > offset)
        next = r->part;
    bool left = next != r->part || (r->question != NO_INDEX &&
                                    offset >= doc->questions[r->question].range.end);
    r->part = next;
    if (left)
        r->question = NO_INDEX;
}

static bool is_quote_part(PartKind kind)
{
    return kind == PART_LEADER_QUOTE || kind == PART_CUSTOMER_QUOTE;
}

static MarkRole paragraph_role(Reader *r, const Part *part)
{
    if (part->kind == PART_SUBHEADING)
        return ROLE_SUBHEADING;
    if (is_quote_part(part->kind))
        return ROLE_QUOTE;
    if (part->kind != PART_SUMMARY || r->lead_seen)
        return ROLE_NONE;
    r->lead_seen = true;
    return ROLE_LEAD;
}

/* Labels are lines of their own, or the first words of a paragraph. */
static bool label_fills_block(const Document *doc, const Part *part, size_t offset)
{
    Str after = str_slice(doc->bytes, part->label.end, doc->bytes.len);

    return offset >= part->label.start && offset < part->label.end &&
           (after.len == 0 || after.ptr[0] == '\n' || after.ptr[0] == '\r' ||
            doc->bytes.ptr[part->label.end - 1] == '\n');
}

static MarkRole block_role(Reader *r, const Mark *m)
{
    if (m->part == NO_INDEX || r->depth > 0)
        return ROLE_NONE;
    const Part *part = &r->doc->parts[m->part];
    bool label = label_fills_block(r->doc, part, m->offset);
    if (part == r->headline && !r->headline_seen && label == r->headline_is_label) {
        r->headline_seen = true;
        return ROLE_HEADLINE;
    }
    if (label)
        return part->region == REGION_PR ? ROLE_LABEL : ROLE_NONE;
    return m->kind == MARK_PARAGRAPH ? paragraph_role(r, part) : ROLE_NONE;
}

static Mark block_mark(Reader *r, cmark_node *node, MarkKind kind)
{
    Mark m = {.kind = (uint8_t)kind, .offset = line_offset(r, node_line(node))};

    if (r->depth == 0)
        enter_part(r, m.offset);
    m.part = r->part;
    m.question = r->question;
    return m;
}

static void add_whole(Reader *r, cmark_node *node, MarkKind kind, Str text)
{
    Mark m = block_mark(r, node, kind);

    m.step = MARK_WHOLE;
    m.text = text;
    mark_add(&r->out, m);
}

static void open_words(Reader *r, cmark_node *node, MarkKind kind)
{
    Mark m = block_mark(r, node, kind);
    cmark_node *item = cmark_node_parent(node);

    if (kind == MARK_HEADING)
        m.number = cmark_node_get_heading_level(node);
    else if (item && cmark_node_get_type(item) == CMARK_NODE_ITEM)
        m.tight = cmark_node_get_list_tight(cmark_node_parent(item)) != 0;
    r->line = node_line(node);
    r->block.count = 0;
    mark_add(&r->block, m);
}

/* A question or a label stands out as a whole: its own bold says nothing. */
static void drop_strong(MarkList *list)
{
    size_t kept = 0;

    for (size_t i = 0; i < list->count; i++)
        if (list->marks[i].kind != MARK_STRONG)
            list->marks[kept++] = list->marks[i];
    list->count = kept;
}

/* Is there more between the paragraph's marks than white space? */
static bool has_words(const MarkList *list)
{
    for (size_t i = 1; i < list->count; i++) {
        MarkKind kind = list->marks[i].kind;
        if (kind == MARK_IMAGE || kind == MARK_CODE ||
            (kind == MARK_TEXT && !str_is_blank(list->marks[i].text)))
            return true;
    }
    return false;
}

static bool in_numbered_list(cmark_node *node)
{
    cmark_node *item = cmark_node_parent(node);

    return item && cmark_node_get_type(item) == CMARK_NODE_ITEM &&
           cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_ORDERED_LIST;
}

static void close_words(Reader *r, cmark_node *node)
{
    Mark *open = &r->block.marks[0];
    size_t question = question_in(r, node);

    flush_words(r);
    if (!has_words(&r->block))
        return;
    if (question != NO_INDEX) {
        open->role = ROLE_QUESTION;
        open->question = question;
        open->number = in_numbered_list(node) ? 0 : r->doc->questions[question].number;
        if (r->depth == 0)
            r->question = question;
        drop_strong(&r->block);
    } else {
        open->role = (uint8_t)block_role(r, open);
        if (open->role == ROLE_LABEL)
            drop_strong(&r->block);
    }
    Mark close = r->block.marks[0];
    close.step = MARK_CLOSE;
    mark_add(&r->block, close);
    markup_add_paragraph(&r->out, r->block.marks, r->block.count);
}

static void container(Reader *r, cmark_node *node, MarkKind kind, bool enter)
{
    if (!enter)
        r->depth--;
    Mark m = block_mark(r, node, kind);
    m.step = enter ? MARK_OPEN : MARK_CLOSE;
    if (kind == MARK_LIST) {
        bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        m.number = ordered ? cmark_node_get_list_start(node) : -1;
        m.tight = cmark_node_get_list_tight(node) != 0;
    }
    if (enter)
        r->depth++;
    mark_add(&r->out, m);
}

static void inline_pair(Reader *r, MarkKind kind, Str target, bool enter)
{
    if (r->image > 0)
        return;
    flush_words(r);
    mark_add(&r->block, (Mark){.kind = (uint8_t)kind,
                               .step = enter ? MARK_OPEN : MARK_CLOSE,
                               .target = target});
}

/* An address in angle brackets may stand inside a link: one of them is kept. */
static void link_event(Reader *r, cmark_node *node, bool enter)
{
    if (r->image > 0)
        return;
    if (!enter && r->link == node) {
        inline_pair(r, MARK_LINK, (Str){0}, false);
        r->link = NULL;
    } else if (enter && !r->link) {
        Str target = target_of(r, node);
        if (!link_is_safe(target))
            return;
        inline_pair(r, MARK_LINK, target, true);
        r->link = node;
    }
}

static void image_event(Reader *r, cmark_node *node, bool enter)
{
    if (enter) {
        flush_words(r);
        r->image++;
        return;
    }
    if (--r->image > 0)
        return;
    Mark m = {.kind = MARK_IMAGE, .step = MARK_WHOLE};
    m.text = visible(r, strbuf_view(&r->words), VISIBLE_ONE_LINE);
    m.target = target_of(r, node);
    strbuf_clear(&r->words);
    mark_add(&r->block, m);
}

/*   offset  of the line that begins after the break, or NO_INDEX */
static void line_break(Reader *r, MarkKind kind, size_t offset)
{
    if (r->image > 0) {
        strbuf_addc(&r->words, ' ');
        return;
    }
    flush_words(r);
    mark_add(&r->block,
             (Mark){.kind = (uint8_t)kind, .step = MARK_WHOLE, .offset = offset});
}

static void code_span(Reader *r, Str text)
{
    if (r->image > 0) {
        strbuf_add(&r->words, text);
        return;
    }
    flush_words(r);
    text = visible(r, text, VISIBLE_ONE_LINE);
    mark_add(&r->block, (Mark){.kind = MARK_CODE, .step = MARK_WHOLE, .text = text});
}

/* Raw HTML is left out, but a line break is what writers use inside cells. */
static void inline_html(Reader *r, Str html)
{
    if (str_eq_nocase(html, STR("<br>")) || str_eq_nocase(html, STR("<br/>")) ||
        str_eq_nocase(html, STR("<br />")))
        line_break(r, MARK_HARD_BREAK, NO_INDEX);
}

static void inline_event(Reader *r, cmark_node *node, bool enter)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        strbuf_add(&r->words, literal(node));
        break;
    case CMARK_NODE_CODE:
        code_span(r, literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
        line_break(r, MARK_SOFT_BREAK, line_offset(r, ++r->line));
        break;
    case CMARK_NODE_LINEBREAK:
        line_break(r, MARK_HARD_BREAK, line_offset(r, ++r->line));
        break;
    case CMARK_NODE_HTML_INLINE:
        inline_html(r, literal(node));
        break;
    case CMARK_NODE_EMPH:
        inline_pair(r, MARK_EMPHASIS, (Str){0}, enter);
        break;
    case CMARK_NODE_STRONG:
        inline_pair(r, MARK_STRONG, (Str){0}, enter);
        break;
    case CMARK_NODE_LINK:
        link_event(r, node, enter);
        break;
    case CMARK_NODE_IMAGE:
        image_event(r, node, enter);
        break;
    default:
        break;
    }
}

static void code_block(Reader *r, cmark_node *node)
{
    Str code = markup_settle_bar(r->out.arena, literal(node), "\\|");

    if (str_ends(code, STR("\n")))
        code = str_slice(code, 0, code.len - 1);
    add_whole(r, node, MARK_CODE_BLOCK, visible(r, code, VISIBLE_LINES));
}

static void read_event(Reader *r, cmark_node *node, bool enter)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        if (!enter)
            close_words(r, node);
        else if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
            open_words(r, node, MARK_HEADING);
        else
            open_words(r, node, MARK_PARAGRAPH);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        container(r, node, MARK_QUOTE, enter);
        break;
    case CMARK_NODE_LIST:
        container(r, node, MARK_LIST, enter);
        break;
    case CMARK_NODE_ITEM:
        container(r, node, MARK_ITEM, enter);
        break;
    case CMARK_NODE_CODE_BLOCK:
        code_block(r, node);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        add_whole(r, node, MARK_RULE, (Str){0});
        break;
    default:
        inline_event(r, node, enter);
        break;
    }
}

/* The manuscript as cmark is to see it: "\|" becomes a sign that survives. */
static void protect_bars(Str text, StrBuf *out)
{
    Str sign = STR(TABLE_ESCAPED_BAR);
    size_t copied = 0;

    if (str_find(text, STR("\\|"), 0) == STR_NONE &&
        str_find(text, sign, 0) == STR_NONE) {
        strbuf_add(out, text);
        return;
    }
    for (size_t i = 0; i < text.len;) {
        bool own = str_starts(str_slice(text, i, text.len), sign);
        bool bar = text.ptr[i] == '\\' && i + 1 < text.len && text.ptr[i + 1] == '|';
        if (own || bar) {
            strbuf_add(out, str_slice(text, copied, i));
            strbuf_add(out, own ? STR("\xEF\xBF\xBD") : sign);
            i += own ? sign.len : 2;
            copied = i;
        } else {
            i += text.ptr[i] == '\\' && i + 1 < text.len ? 2 : 1;
        }
    }
    strbuf_add(out, str_slice(text, copied, text.len));
}

void markup_read(const Document *doc, bool headings, Arena *arena, Markup *out)
{
    Reader r = {.doc = doc, .part = NO_INDEX, .question = NO_INDEX};
    StrBuf text = {0};
    Guard guard = {0};

    r.out.arena = r.block.arena = arena;
    manuscript_make(doc, MANUSCRIPT_SET, headings, arena, &r.manuscript);
    r.headline = manuscript_headline(doc);
    r.headline_is_label = manuscript_label_is_headline(doc, r.headline);
    protect_bars(r.manuscript.text, &text);
    markdown_guard(strbuf_view(&text), arena, &guard);
    cmark_node *root =
        cmark_parse_document(guard.md.ptr, guard.md.len, CMARK_OPT_DEFAULT);
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE)
        read_event(&r, cmark_iter_get_node(iter), event == CMARK_EVENT_ENTER);
    cmark_iter_free(iter);
    cmark_node_free(root);
    strbuf_deinit(&text);
    strbuf_deinit(&r.words);
    strbuf_deinit(&r.scratch);
    Mark *marks = arena_array(arena, r.out.count, sizeof *marks);
    if (r.out.count)
        memcpy(marks, r.out.marks, r.out.count * sizeof *marks);
    mem_free(r.out.marks);
    mem_free(r.block.marks);
    *out = (Markup){marks, r.out.count};
}

size_t markup_end(const Markup *m, size_t open)
{
    int depth = 0;

    for (size_t i = open; i < m->count; i++) {
        depth += m->marks[i].step == MARK_OPEN;
        depth -= m->marks[i].step == MARK_CLOSE;
        if (depth == 0)
            return i + 1;
    }
    return m->count;
}
