#include "check/remark.h"

#include "doc/line.h"

typedef struct RemarkReader {
    const Document *doc;
    Arena *arena;
    Remark *items;
    size_t count, cap;
} RemarkReader;

/* The block without container marks at its start. */
static Str inside_marks(const Document *doc, const Block *block)
{
    Str s = str_range(doc->bytes, block->range);
    size_t at = 0;

    while (at < s.len && (line_is_space(s.ptr[at]) || s.ptr[at] == '>'))
        at++;
    if (block->depth > 0)
        at += line_list_marker(s, (Range){at, s.len});
    return str_trim(str_slice(s, at, s.len));
}

bool block_is_comment(const Document *doc, size_t block)
{
    const Block *b = &doc->blocks[block];

    return b->kind == BLOCK_HTML && str_starts(inside_marks(doc, b), STR("<!--"));
}

static void add_remark(RemarkReader *r, Remark remark)
{
    r->items = arena_grow(r->arena, r->items, r->count, &r->cap, sizeof *r->items);
    r->items[r->count++] = remark;
}

static bool is_escaped(Str bytes, size_t at)
{
    size_t count = 0;

    while (at > count && bytes.ptr[at - count - 1] == '\\')
        count++;
    return count % 2 == 1;
}

/* A comment at the end of a block of words: the last thing in it, so that no code
 * span can hold it. In the middle of words it is ignored, and said to be unless it
 * may be code. */
static void read_inline(RemarkReader *r, size_t block, Remark *remark)
{
    const Block *b = &r->doc->blocks[block];
    Str rest = str_slice(r->doc->bytes, remark->range.end, b->range.end);

    if (b->prose.text.len == 0 || is_escaped(r->doc->bytes, remark->range.start))
        return;
    remark->works = str_is_blank(rest) && remark->directive.kind == DIRECTIVE_OK;
    Str line = str_range(r->doc->bytes, b->range);
    if (remark->works || str_find_byte(line, '`', 0) == STR_NONE)
        add_remark(r, *remark);
}

static void read_remark(RemarkReader *r, Range comment, size_t *block)
{
    const Document *doc = r->doc;
    Remark remark = {.range = comment};

    while (*block < doc->block_count && doc->blocks[*block].range.end <= comment.start)
        ++*block;
    if (*block == doc->block_count || doc->blocks[*block].range.start > comment.start ||
        !directive_parse(str_range(doc->bytes, comment), &remark.directive))
        return;
    const Block *b = &doc->blocks[*block];
    remark.block = *block;
    if (b->kind == BLOCK_HTML) {
        remark.works = str_eq(inside_marks(doc, b), str_range(doc->bytes, comment));
        if (remark.works || block_is_comment(doc, *block))
            add_remark(r, remark);
    } else if (b->kind != BLOCK_CODE) {
        read_inline(r, *block, &remark);
    }
}

/* Does "<!--" open a comment before the word at `at`? */
static bool opens_comment(Str bytes, size_t at, size_t *start)
{
    while (at > 0 && line_is_space(bytes.ptr[at - 1]))
        at--;
    if (at < 4 || !str_eq(str_slice(bytes, at - 4, at), STR("<!--")))
        return false;
    *start = at - 4;
    return true;
}

/* Does "-->" close it on its line?
 *
 *   *end  behind it, or the end of the line */
static bool closes_comment(Str bytes, size_t at, size_t *end)
{
    size_t word = at;

    for (; at < bytes.len && bytes.ptr[at] != '\n' && bytes.ptr[at] != '\r'; at++) {
        if (bytes.ptr[at] == '>' && at >= word + 2 &&
            str_eq(str_slice(bytes, at - 2, at), STR("--"))) {
            *end = at + 1;
            return true;
        }
    }
    *end = at;
    return false;
}

const Remark *remarks_read(const Document *doc, Arena *arena, size_t *count)
{
    Str word = STR("prfaq-o"), bytes = doc->bytes;
    RemarkReader r = {.doc = doc, .arena = arena};
    size_t block = 0, at = doc->start;
    Range comment;

    while ((at = str_find(bytes, word, at)) != STR_NONE) {
        if (!opens_comment(bytes, at, &comment.start)) {
            at += word.len;
            continue;
        }
        /* What does not close is passed over with its line: nothing else closes
         * there. */
        if (closes_comment(bytes, at, &comment.end))
            read_remark(&r, comment, &block);
        at = comment.end;
    }
    *count = r.count;
    return r.items;
}
