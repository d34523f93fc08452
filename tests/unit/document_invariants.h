/* document_invariants.h: what holds for every document that was read; shared by
 * the property test and the fuzz target. */
#ifndef TESTS_UNIT_DOCUMENT_INVARIANTS_H
#define TESTS_UNIT_DOCUMENT_INVARIANTS_H

#include <assert.h>

#include "border.h"
#include "doc/document.h"

static inline void hold_range(Str bytes, Range r)
{
    assert(r.start <= r.end && r.end <= bytes.len);
    assert(is_border(bytes, r.start) && is_border(bytes, r.end));
}

static inline void hold_prose(const Document *doc, const Block *b)
{
    const Prose *p = &b->prose;

    for (size_t i = 0; i < p->text.len; i++) {
        assert(p->origin[i] <= p->origin[i + 1]);
        assert(p->origin[i] >= b->range.start && p->origin[i] < b->range.end);
    }
    if (p->text.len > 0) {
        Range all = prose_origin(p, (Range){0, p->text.len});
        hold_range(doc->bytes, all);
        assert(all.end <= b->range.end);
        assert(p->text.ptr[0] != ' ' && p->text.ptr[p->text.len - 1] != ' ');
    }
}

static inline void hold_blocks(const Document *doc)
{
    size_t at = doc->start;

    for (size_t i = 0; i < doc->block_count; i++) {
        const Block *b = &doc->blocks[i];
        hold_range(doc->bytes, b->range);
        assert(b->range.start >= at && b->range.end > b->range.start);
        at = b->range.end;
        assert(b->part == NO_INDEX || b->part < doc->part_count);
        assert(b->part == document_part_at(doc, b->range.start));
        assert(b->question == NO_INDEX || b->question < doc->question_count);
        hold_prose(doc, b);
    }
}

static inline void hold_parts(const Document *doc)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *p = &doc->parts[i];
        size_t end =
            i + 1 < doc->part_count ? doc->parts[i + 1].range.start : doc->bytes.len;
        hold_range(doc->bytes, p->range);
        hold_range(doc->bytes, p->label);
        hold_range(doc->bytes, p->body);
        assert(p->range.end == end && p->body.end == end);
        assert(p->range.start <= p->label.start && p->label.end <= p->body.start);
        assert(p->first_block + p->block_count <= doc->block_count);
        assert(p->first_question + p->question_count <= doc->question_count);
    }
}

static inline void hold_questions(const Document *doc)
{
    for (size_t i = 0; i < doc->question_count; i++) {
        const Question *q = &doc->questions[i];
        const Part *p = &doc->parts[q->part];
        hold_range(doc->bytes, q->range);
        hold_range(doc->bytes, q->question);
        hold_range(doc->bytes, q->answer);
        assert(q->range.start >= p->range.start && q->range.end <= p->range.end);
        assert(q->range.start <= q->question.start);
        assert(q->question.end <= q->answer.start && q->answer.end <= q->range.end);
        assert(q->number == (int)i + 1);
        assert(q->first_block + q->block_count <= doc->block_count);
    }
}

static inline void hold_document(const Document *doc)
{
    hold_blocks(doc);
    hold_parts(doc);
    hold_questions(doc);
}

#endif
