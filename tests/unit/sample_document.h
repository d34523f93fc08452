/* sample_document.h: a Document out of a few lines of Markdown, for tests of the
 * redline: blocks are parted by blank lines, "## " starts a part, "- " and "1. "
 * an item, "| " a table, "> " a quote, "```" code, "<!--" a comment; a paragraph
 * that begins with "**Q" opens an FAQ pair. Front matter is read as it is. */
#ifndef TESTS_UNIT_SAMPLE_DOCUMENT_H
#define TESTS_UNIT_SAMPLE_DOCUMENT_H

#include <string.h>

#include "doc/document.h"
#include "doc/frontmatter.h"

enum { SAMPLE_MAX = 1024 }; /* blocks, parts and questions of a sample */

typedef struct Sample {
    Document doc;
    Arena arena;
    Block *blocks;
    Part *parts;
    Question *questions;
} Sample;

static inline bool sample_is_item(Str line)
{
    size_t at = 0;
    while (at < line.len && line.ptr[at] >= '0' && line.ptr[at] <= '9')
        at++;
    if (at > 0)
        return at + 1 < line.len && line.ptr[at] == '.' && line.ptr[at + 1] == ' ';
    return str_starts(line, STR("- ")) || str_starts(line, STR("* "));
}

static inline BlockKind sample_kind(Str line)
{
    if (str_starts(line, STR("#")))
        return BLOCK_HEADING;
    if (str_starts(line, STR("|")))
        return BLOCK_TABLE;
    if (str_starts(line, STR("```")))
        return BLOCK_CODE;
    if (str_starts(line, STR("<!--")))
        return BLOCK_HTML;
    return sample_is_item(line) ? BLOCK_ITEM : BLOCK_PARAGRAPH;
}

static inline void sample_open_part(Sample *s, Str line, Range range)
{
    Document *d = &s->doc;
    bool faq = str_find(line, STR("FAQ"), 0) != STR_NONE;

    if (d->part_count)
        s->parts[d->part_count - 1].range.end = range.start;
    s->parts[d->part_count++] = (Part){.region = faq ? REGION_FAQ : REGION_PR,
                                       .title = str_trim(str_slice(line, 3, line.len)),
                                       .range = {range.start, d->bytes.len},
                                       .label = range};
}

static inline void sample_open_question(Sample *s, Range range)
{
    Document *d = &s->doc;
    int number = (int)d->question_count + 1;

    s->questions[d->question_count++] = (Question){
        .range = range, .question = range, .part = d->part_count - 1, .number = number};
}

static inline void sample_add_block(Sample *s, Str line, Range range)
{
    Document *d = &s->doc;
    BlockKind kind = sample_kind(line);
    bool in_faq = d->part_count && s->parts[d->part_count - 1].region == REGION_FAQ;

    if (str_starts(line, STR("## ")))
        sample_open_part(s, line, range);
    else if (in_faq && str_starts(line, STR("**Q")))
        sample_open_question(s, range);
    bool pair = in_faq && kind != BLOCK_HEADING && d->question_count &&
                s->questions[d->question_count - 1].part == d->part_count - 1;
    s->blocks[d->block_count++] =
        (Block){.kind = kind,
                .range = range,
                .quoted = str_starts(line, STR(">")),
                .part = d->part_count ? d->part_count - 1 : NO_INDEX,
                .question = pair ? d->question_count - 1 : NO_INDEX};
}

/*   bytes  must outlive the sample; sample_deinit it */
static inline void sample_read(Sample *s, Str bytes, Lang lang)
{
    *s = (Sample){.doc = {.bytes = bytes, .lang = lang}};
    s->blocks = arena_array(&s->arena, SAMPLE_MAX, sizeof *s->blocks);
    s->parts = arena_array(&s->arena, SAMPLE_MAX, sizeof *s->parts);
    s->questions = arena_array(&s->arena, SAMPLE_MAX, sizeof *s->questions);
    s->doc.blocks = s->blocks;
    s->doc.parts = s->parts;
    s->doc.questions = s->questions;
    frontmatter_read(bytes, &s->arena, &s->doc.meta, &s->doc.meta_error);
    s->doc.start = s->doc.meta.range.end;

    Str rest = str_slice(bytes, s->doc.start, bytes.len), line;
    bool open = false;
    while (str_next_line(&rest, &line) && s->doc.block_count < SAMPLE_MAX) {
        size_t start = (size_t)(line.ptr - bytes.ptr);
        Range range = {start, start + line.len};
        if (str_is_blank(line)) {
            open = false;
        } else if (open && !sample_is_item(line) &&
                   s->blocks[s->doc.block_count - 1].kind != BLOCK_HEADING) {
            s->blocks[s->doc.block_count - 1].range.end = range.end;
        } else {
            sample_add_block(s, line, range);
            open = true;
        }
    }
}

static inline void sample_deinit(Sample *s)
{
    arena_deinit(&s->arena);
}

#endif
