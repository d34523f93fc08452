#include "doc/blocks.h"

#include <string.h>

#include "doc/line.h"
#include "doc/mark.h"
#include "doc/markdown.h"
#include "doc/table.h"

enum { PLAIN_LABEL_BYTES = 48 };

/* A paragraph of the Markdown, its ranges moved to the file. */
typedef struct Paragraph {
    const MarkdownBlock *block;
    Range *text;
    size_t count;
    size_t next;      /* first line that no block holds yet */
    size_t bold_line; /* the bold run at its start fills the lines before this one */
    bool asks;        /* it begins with "Q." */
} Paragraph;

static void add_block(DocumentReader *r, Block block, BlockText text)
{
    r->texts = arena_grow(r->arena, r->texts, r->count, &r->text_cap, sizeof text);
    r->blocks = arena_grow(r->arena, r->blocks, r->count, &r->block_cap, sizeof block);
    block.part = block.question = NO_INDEX;
    r->texts[r->count] = text;
    r->blocks[r->count++] = block;
    r->doc->simplified = r->doc->simplified || block.loose;
}

static Range line_trim_end(Str s, Range r)
{
    while (r.end > r.start && line_is_space(s.ptr[r.end - 1]))
        r.end--;
    return r;
}

/* Make the lines up to `end` one block. */
static void add_lines(DocumentReader *r, Paragraph *p, size_t end, BlockKind kind)
{
    const MarkdownBlock *from = p->block;
    size_t first = p->next, base = r->doc->start;

    if (first >= end)
        return;
    size_t line_start = first == 0 ? from->range.start + base : p->text[first].start;
    Block block = {.kind = kind,
                   .depth = from->depth,
                   .quoted = from->quoted,
                   .loose = from->loose};
    BlockText text = {p->text + first, end - first};
    /* Whole lines: back over the marks before the words. */
    while (line_start > base && r->doc->bytes.ptr[line_start - 1] != '\n' &&
           r->doc->bytes.ptr[line_start - 1] != '\r')
        line_start--;
    block.range = (Range){line_start, p->text[end - 1].end};
    if (end == p->count && from->range.end + base > block.range.end)
        block.range.end = from->range.end + base;
    block.level = kind == BLOCK_TABLE ? 0 : from->level;
    if (kind == BLOCK_TABLE)
        text = (BlockText){0};
    add_block(r, block, text);
    p->next = end;
}

/* -- where a paragraph is cut --------------------------------------------- */

/* "**Problem:**", "[背景]": a label in the middle of a paragraph. */
static bool is_marked_label(const DocumentReader *r, Range line)
{
    Str s = str_range(r->doc->bytes, line);
    BoldRun bold;
    Str words;

    if (mark_bold(r->doc->bytes, &line, 1, &bold)) {
        words = str_range(r->doc->bytes, bold.inside);
    } else if (str_starts(s, STR("[")) || str_starts(s, STR("【"))) {
        bool wide = s.ptr[0] != '[';
        size_t end = str_find(s, wide ? STR("】") : STR("]"), 0);
        if (end == STR_NONE)
            return false;
        words = str_slice(s, wide ? 3 : 1, end);
    } else {
        return false;
    }
    const Label *label = library_label(r->lib, words);
    return label && (label->role != LABEL_PART || label->kind != PART_OTHER);
}

/* "Customer problem: …" on a line of its own, in documents of other people. */
static bool is_plain_label(const DocumentReader *r, Range line)
{
    Str s = str_range(r->doc->bytes, line);
    Str near = str_slice(s, 0, s.len < PLAIN_LABEL_BYTES ? s.len : PLAIN_LABEL_BYTES);
    size_t colon = str_find(near, STR(": "), 0);

    if (r->doc->tmpl || colon == STR_NONE || s.ptr[0] < 'A' || s.ptr[0] > 'Z')
        return false;
    const Label *label = library_label(r->lib, str_slice(s, 0, colon));
    return label && label->role == LABEL_PART && label->kind != PART_OTHER;
}

static bool opens_question(Str s)
{
    while (s.len > 0 && (s.ptr[0] == '*' || s.ptr[0] == '_'))
        s = str_slice(s, 1, s.len);
    return mark_question(s) > 0;
}

/* Does a new block begin with line `at`? */
static bool is_cut(const DocumentReader *r, const Paragraph *p, size_t at)
{
    Str line = str_range(r->doc->bytes, p->text[at]);

    if (at == p->bold_line)
        return true;
    if (p->asks && (mark_answer(line) > 0 || opens_question(line)))
        return true;
    if (is_plain_label(r, p->text[at]))
        return true;
    /* 0xE3 begins the bracket of "【Label】". */
    return line.len > 0 && strchr("*_[\xE3", line.ptr[0]) &&
           is_marked_label(r, p->text[at]);
}

/* A line that begins with a pipe is a table's, even where no table is: no words. */
static void add_words(DocumentReader *r, Paragraph *p, size_t end)
{
    size_t kept = p->next;

    for (size_t i = p->next; i < end; i++)
        if (!str_starts(str_range(r->doc->bytes, p->text[i]), STR("|")))
            kept++;
    if (kept == end) {
        add_lines(r, p, end, p->block->kind);
        return;
    }
    size_t first = p->next, n = 0;
    add_lines(r, p, end, p->block->kind);
    BlockText *text = &r->texts[r->count - 1];
    for (size_t i = first; i < end; i++)
        if (!str_starts(str_range(r->doc->bytes, p->text[i]), STR("|")))
            text->lines[n++] = p->text[i];
    text->count = n;
}

static void add_paragraph(DocumentReader *r, Paragraph *p, size_t end)
{
    size_t first = p->next;

    for (size_t at = first + 1; at < end; at++) {
        if (is_cut(r, p, at))
            add_words(r, p, at);
    }
    add_words(r, p, end);
}

/* -- blocks --------------------------------------------------------------- */

static Paragraph moved(DocumentReader *r, const MarkdownBlock *b)
{
    Range *text = arena_array(r->arena, b->text_count, sizeof *text);

    for (size_t i = 0; i < b->text_count; i++)
        text[i] = line_trim_end(r->doc->bytes, (Range){b->text[i].start + r->doc->start,
                                                       b->text[i].end + r->doc->start});
    return (Paragraph){.block = b, .text = text, .count = b->text_count};
}

/* Find how a paragraph opens: it decides where it is cut. */
static void read_opening(const DocumentReader *r, Paragraph *p)
{
    Str bytes = r->doc->bytes;
    BoldRun bold;

    if (p->count < 2)
        return;
    p->asks = opens_question(str_range(bytes, p->text[0]));
    if (!mark_bold(bytes, p->text, p->count, &bold))
        return;
    Range tail = {bold.outside.end, p->text[bold.last_line].end};
    if (line_is_blank(bytes, tail) || str_eq(str_range(bytes, tail), STR("\\")))
        p->bold_line = bold.last_line + 1;
}

static void add_markdown(DocumentReader *r, const MarkdownBlock *b)
{
    Paragraph p = moved(r, b);
    size_t head = 0;

    if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_ITEM) {
        Block block = {
            .kind = b->kind,
            .level = b->level,
            .depth = b->depth,
            .quoted = b->quoted,
            .loose = b->loose,
            .range = {b->range.start + r->doc->start, b->range.end + r->doc->start}};
        add_block(r, block, (BlockText){p.text, p.count});
        return;
    }
    read_opening(r, &p);
    switch (table_find(r->doc->bytes, p.text, p.count, &head)) {
    case TABLE_FOUND:
        add_paragraph(r, &p, head);
        add_lines(r, &p, p.count, BLOCK_TABLE);
        return;
    case TABLE_TOO_LARGE:
        add_words(r, &p, p.count);
        r->blocks[r->count - 1].loose = true;
        r->doc->simplified = true;
        return;
    case TABLE_NONE:
        add_paragraph(r, &p, p.count);
        return;
    }
}

void blocks_read(DocumentReader *r)
{
    Str body = str_slice(r->doc->bytes, r->doc->start, r->doc->bytes.len);
    Markdown md = {0};

    markdown_read(body, r->arena, &md);
    for (size_t i = 0; i < md.block_count; i++)
        add_markdown(r, &md.blocks[i]);
}
