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

static bool is_moved(const RedlineBlock *block)
{
    return block->state == BLOCK_MOVED_HERE || block->state == BLOCK_MOVED_AWAY;
}

static bool same_words(const RedlineBlock *block)
{
    for (size_t i = 0; i < block->change_count; i++)
        if (block->changes[i].kind != CHANGE_SAME)
            return false;
    return true;
}

/* Comments, which nobody sees, stand between a question and its answer. */
bool review_goes_on(const Redline *r, size_t at)
{
    const RedlineBlock *block = &r->blocks[at];
    size_t before = at, part = review_part_at(r, at);

    if (part == NO_INDEX || !is_moved(block) || !same_words(block))
        return false;
    do {
        if (before == r->parts[part].first_block)
            return false;
        before--;
    } while (r->blocks[before].kind == BLOCK_HTML);
    const RedlineBlock *first = &r->blocks[before];
    return first->state == block->state && first->other_part == block->other_part &&
           block->old_block > first->old_last &&
           block->old_block - first->old_last <= at - before;
}

bool review_is_stop(const Redline *r, size_t at)
{
    const RedlineBlock *block = &r->blocks[at];

    if (!review_is_change(block) || (is_moved(block) && block->kind == BLOCK_HTML))
        return false;
    return !review_goes_on(r, at);
}

int review_stops(const Redline *r, size_t at)
{
    size_t end = at == NO_INDEX ? r->block_count : at + 1;
    int count = 0;

    for (size_t i = 0; i < end && i < r->block_count; i++)
        count += review_is_stop(r, i);
    return count;
}

size_t review_next_stop(const Redline *r, size_t at, int direction)
{
    size_t i = at;

    do
        i = review_step(r, i, direction);
    while (i != NO_INDEX && !review_is_stop(r, i));
    return i;
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
