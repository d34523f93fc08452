#include "review/review.h"

void review_free(Review *r)
{
    if (!r)
        return;
    Arena arena = r->arena;
    arena_deinit(&arena);
    mem_free(r);
}

static size_t block_with(const Redline *r, size_t new_block)
{
    for (size_t i = 0; new_block != NO_INDEX && i < r->block_count; i++)
        if (r->blocks[i].new_block == new_block)
            return i;
    return NO_INDEX;
}

size_t review_block_of(const Review *r, const ReviewEntry *entry)
{
    const Document *doc = &r->after.doc;

    if (entry->place.state == ANCHOR_LOST)
        return NO_INDEX;
    if (entry->about_words)
        return block_with(&r->redline,
                          document_block_at(doc, entry->place.range.start));
    if (!entry->about_part || entry->part == NO_INDEX)
        return NO_INDEX;
    for (size_t i = 0; i < r->redline.part_count; i++)
        if (r->redline.parts[i].new_part == entry->part &&
            r->redline.parts[i].block_count > 0)
            return r->redline.parts[i].first_block;
    return NO_INDEX;
}

bool review_is_change(const RedlineBlock *block)
{
    return block->state != BLOCK_SAME && block->state != BLOCK_MOVED_AWAY;
}

bool review_is_text(const RedlineBlock *block)
{
    return block->new_block != NO_INDEX && block->kind != BLOCK_HEADING &&
           block->kind != BLOCK_HTML && block->kind != BLOCK_RULE;
}

int review_changes(const Redline *r, size_t at)
{
    size_t end = at == NO_INDEX ? r->block_count : at + 1;
    int count = 0;

    for (size_t i = 0; i < end && i < r->block_count; i++)
        count += review_is_change(&r->blocks[i]);
    return count;
}

size_t review_step(const Redline *r, size_t at, int direction)
{
    size_t i = at;

    if (at == NO_INDEX)
        i = direction > 0 ? (size_t)-1 : r->block_count;
    while (direction > 0 ? ++i < r->block_count : i-- > 0)
        if (review_is_change(&r->blocks[i]))
            return i;
    return NO_INDEX;
}

size_t review_part_at(const Redline *r, size_t block)
{
    for (size_t i = 0; i < r->part_count; i++)
        if (block >= r->parts[i].first_block &&
            block < r->parts[i].first_block + r->parts[i].block_count)
            return i;
    return NO_INDEX;
}

int review_parts(const Redline *r)
{
    int count = 0;

    for (size_t i = 0; i < r->part_count; i++)
        count += r->parts[i].title.len > 0 || r->parts[i].changed;
    return count;
}
