#include "diff/merge_pieces.h"

#include "diff/blocks.h"
#include "diff/compare.h"
#include "diff/redline.h"

size_t merge_pieces(Str base, Str words, Lang lang, Arena *arena,
                    const MergePiece **out)
{
    const DiffBlock old = {.text = base, .kind = BLOCK_PARAGRAPH, .part = NO_INDEX};
    const DiffBlock new = {.text = words, .kind = BLOCK_PARAGRAPH, .part = NO_INDEX};
    const DiffText before = {.blocks = &old, .block_count = base.len > 0, .lang = lang};
    const DiffText after = {.blocks = &new, .block_count = words.len > 0, .lang = lang};
    Redline *r = ARENA_NEW(arena, Redline);
    MergePiece *pieces = NULL;
    size_t count = 0, cap = 0;

    redline_blocks(&before, &after, arena, r);
    for (size_t i = 0; i < r->block_count; i++)
        for (size_t k = 0; k < r->blocks[i].change_count; k++) {
            const Change *c = &r->blocks[i].changes[k];
            if (c->kind == CHANGE_REMOVED)
                continue;
            pieces = arena_grow(arena, pieces, count, &cap, sizeof *pieces);
            pieces[count] = (MergePiece){.text = c->text,
                                         .added = c->kind == CHANGE_ADDED,
                                         .space = c->gap != GAP_NONE && count > 0};
            count++;
        }
    *out = pieces;
    return count;
}
