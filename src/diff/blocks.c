#include "diff/blocks.h"

#include <string.h>

#include "diff/compare.h"
#include "diff/words.h"

/* Writes the redline in reading order: the new text, with what went where it
 * stood. Ranks are indices of new parts plus one, so that 0 is what stands before
 * the first part. */
typedef struct Writer {
    const Comparison *c;
    const DiffText *before, *after;
    Arena *arena, *scratch;
    RedlineBlock *blocks;
    size_t block_count, block_cap;
    RedlinePart *parts;
    size_t part_count, part_cap;
    size_t rank;         /* of the newest new part that was opened */
    bool opened;         /* the part of that rank was written */
    size_t *old_part_of; /* by old block: the RedlinePart it was written to */
    size_t *new_part_of; /* by new block */
    Change *changes;     /* of the block being written */
    size_t change_count, change_cap;
} Writer;

static size_t rank_of(size_t part)
{
    return part == NO_INDEX ? 0 : part + 1;
}

static RedlinePart *add_part(Writer *w)
{
    w->parts =
        arena_grow(w->arena, w->parts, w->part_count, &w->part_cap, sizeof *w->parts);
    RedlinePart *part = &w->parts[w->part_count++];
    *part = (RedlinePart){
        .old_part = NO_INDEX, .new_part = NO_INDEX, .first_block = w->block_count};
    return part;
}

static void add_new_part(Writer *w, size_t rank)
{
    RedlinePart *part = add_part(w);

    if (rank == 0)
        return;
    const DiffPart *source = &w->after->parts[rank - 1];
    part->title = source->title;
    part->id = source->id;
    part->new_part = source->index;
    if (source->twin != NO_INDEX)
        part->old_part = w->before->parts[source->twin].index;
}

/* Write the parts up to that rank; the first one, which has no name, only when
 * something stands in it. */
static void open_new_part(Writer *w, size_t rank)
{
    if (w->opened && rank <= w->rank)
        return;
    size_t next = w->opened ? w->rank + 1 : rank == 0 ? 0 : 1;
    for (; next <= rank; next++)
        add_new_part(w, next);
    w->rank = rank;
    w->opened = true;
}

static void open_old_part(Writer *w, size_t part)
{
    const DiffPart *source = &w->before->parts[part];
    const RedlinePart *last = w->part_count ? &w->parts[w->part_count - 1] : NULL;

    if (last && last->new_part == NO_INDEX && last->old_part == source->index)
        return;
    RedlinePart *added = add_part(w);
    added->title = source->title;
    added->id = source->id;
    added->old_part = source->index;
}

static void add_change(Writer *w, ChangeKind kind, Gap gap, Str text)
{
    w->changes = arena_grow(w->scratch, w->changes, w->change_count, &w->change_cap,
                            sizeof *w->changes);
    w->changes[w->change_count++] = (Change){kind, gap, text};
}

static Str text_of(const Token *tokens, Range r)
{
    Str first = tokens[r.start].text, last = tokens[r.end - 1].text;
    return (Str){first.ptr, (size_t)(last.ptr - first.ptr) + last.len};
}

/* What went; one change for each old block it stood in. */
static void add_removed(Writer *w, Range r)
{
    const Token *tokens = w->c->before.tokens.items;
    RedlinePart *part = &w->parts[w->part_count - 1];

    while (r.start < r.end) {
        Range run = {r.start, r.start + 1};
        while (run.end < r.end && !tokens[run.end].first)
            run.end++;
        add_change(w, CHANGE_REMOVED, tokens[run.start].gap, text_of(tokens, run));
        r.start = run.end;
        part->removed +=
            words_count(tokens + run.start, run.end - run.start, w->after->lang);
    }
}

/* Inside a block whose line breaks are soft, a break is a space. */
static Gap gap_inside(const Writer *w, const Token *token, BlockKind kind)
{
    bool lines = kind == BLOCK_CODE || kind == BLOCK_TABLE || kind == BLOCK_HTML;
    return token->gap == GAP_LINE && w->change_count > 0 && !lines ? GAP_SPACE
                                                                   : token->gap;
}

static void add_added(Writer *w, Range r, BlockKind kind)
{
    const Token *tokens = w->c->after.tokens.items;
    RedlinePart *part = &w->parts[w->part_count - 1];

    if (r.start == r.end)
        return;
    add_change(w, CHANGE_ADDED, gap_inside(w, &tokens[r.start], kind),
               text_of(tokens, r));
    part->added += words_count(tokens + r.start, r.end - r.start, w->after->lang);
}

/* A word that stayed while its Korean particle changed. */
static void add_particle(Writer *w, const Token *before, const Token *after)
{
    RedlinePart *part = &w->parts[w->part_count - 1];

    if (before->stem < before->text.len) {
        add_change(w, CHANGE_REMOVED, GAP_NONE,
                   str_slice(before->text, before->stem, before->text.len));
        part->removed++;
    }
    if (after->stem < after->text.len) {
        add_change(w, CHANGE_ADDED, GAP_NONE,
                   str_slice(after->text, after->stem, after->text.len));
        part->added++;
    }
}

/* The gap of what stays: where words went, it is the one behind them. */
static Gap gap_of_kept(const Writer *w, const Token *before, const Token *after,
                       BlockKind kind)
{
    bool behind_removed =
        w->change_count > 0 && w->changes[w->change_count - 1].kind == CHANGE_REMOVED;

    if (behind_removed && before->gap != GAP_LINE)
        return before->gap > after->gap || after->first ? before->gap : after->gap;
    return gap_inside(w, after, kind);
}

/* Words that stay from old token *i and new token *j on, up to new token `end`;
 * stops behind a word whose particle changed. */
static void add_kept(Writer *w, size_t *i, size_t old_end, size_t *j, size_t end,
                     BlockKind kind)
{
    const Token *before = w->c->before.tokens.items, *after = w->c->after.tokens.items;
    Range run = {*j, *j};
    Gap gap = gap_of_kept(w, &before[*i], &after[*j], kind);
    bool particle = false;

    while (*i < old_end && run.end < end && w->c->partner[*i] == run.end && !particle) {
        particle = before[*i].id != after[run.end].id;
        ++*i;
        run.end++;
    }
    *j = run.end;
    Str text = text_of(after, run);
    if (particle) {
        text.len -= after[run.end - 1].text.len - after[run.end - 1].stem;
        add_change(w, CHANGE_SAME, gap, text);
        add_particle(w, &before[*i - 1], &after[run.end - 1]);
        return;
    }
    add_change(w, CHANGE_SAME, gap, text);
}

/* Changes of the new tokens `b`; old ones are taken from *i up to `old_end`. */
static void add_changes(Writer *w, size_t *i, size_t old_end, Range b, BlockKind kind)
{
    size_t j = b.start;

    for (;;) {
        size_t removed = *i;
        while (*i < old_end && w->c->partner[*i] == ALIGN_NONE)
            ++*i;
        add_removed(w, (Range){removed, *i});
        size_t next =
            *i < old_end && w->c->partner[*i] < b.end ? w->c->partner[*i] : b.end;
        add_added(w, (Range){j, next}, kind);
        j = next;
        if (j >= b.end)
            return;
        add_kept(w, i, old_end, &j, b.end, kind);
    }
}

/* Hand over the changes collected as one block of the part that is open. */
static void finish_block(Writer *w, RedlineBlock block)
{
    if (w->change_count == 0)
        return;
    Change *changes = arena_array(w->arena, w->change_count, sizeof *changes);
    memcpy(changes, w->changes, w->change_count * sizeof *changes);
    block.changes = changes;
    block.change_count = w->change_count;
    w->change_count = 0;
    w->blocks = arena_grow(w->arena, w->blocks, w->block_count, &w->block_cap,
                           sizeof *w->blocks);
    w->blocks[w->block_count++] = block;

    RedlinePart *part = &w->parts[w->part_count - 1];
    part->block_count++;
    part->changed |= block.state != BLOCK_SAME;
}

static Range tokens_of(const Piece *units, size_t from, size_t to)
{
    if (from == to)
        return (Range){0, 0};
    return (Range){units[from].first, units[to - 1].first + units[to - 1].count};
}

static bool edited_on_the_way(const Writer *w, size_t new_block)
{
    size_t old_block = w->c->moved_from[new_block];

    return w->c->before.blocks[old_block].same != w->c->after.blocks[new_block].same;
}

static void add_edited(Writer *w, size_t new_block, Range r)
{
    size_t old_block = w->c->moved_from[new_block];
    Range old = tokens_of(w->c->before.blocks, old_block, old_block + 1);

    add_changes(w, &old.start, old.end, r, w->after->blocks[new_block].kind);
}

static void write_new_block(Writer *w, size_t at)
{
    const DiffBlock *source = &w->after->blocks[at];
    const TokenList *list = &w->c->after.tokens;
    Range r = tokens_of(w->c->after.blocks, at, at + 1);
    bool moved = w->c->moved_from[at] != NO_INDEX;

    open_new_part(w, rank_of(source->part));
    w->new_part_of[at] = w->part_count - 1;
    if (r.start == r.end)
        return;
    if (moved && edited_on_the_way(w, at))
        add_edited(w, at, r);
    else if (moved)
        add_change(w, CHANGE_SAME, GAP_LINE, text_of(list->items, r));
    else
        add_added(w, r, source->kind);
    finish_block(w,
                 (RedlineBlock){
                     .state = moved ? BLOCK_MOVED_HERE : BLOCK_ADDED,
                     .kind = source->kind,
                     .old_block = moved ? w->before->blocks[w->c->moved_from[at]].index
                                        : NO_INDEX,
                     .old_last = moved ? w->before->blocks[w->c->moved_from[at]].index
                                       : NO_INDEX,
                     .new_block = source->index,
                     .other_part = w->c->moved_from[at]});
}

/* Open the part in which an old block is shown as gone: its twin; else a part of
 * its own, unless the text around it runs on in the part that is open. */
static void open_part_of_removed(Writer *w, size_t part, size_t next_rank)
{
    if (part == NO_INDEX || w->before->parts[part].twin != NO_INDEX) {
        size_t rank = part == NO_INDEX ? 0 : rank_of(w->before->parts[part].twin);
        if (!w->opened || rank <= next_rank)
            open_new_part(w, rank < next_rank ? rank : next_rank);
        return;
    }
    if (!w->opened || next_rank != w->rank)
        open_old_part(w, part);
}

static void write_old_block(Writer *w, size_t at, size_t next_rank)
{
    const DiffBlock *source = &w->before->blocks[at];
    const TokenList *list = &w->c->before.tokens;
    Range r = tokens_of(w->c->before.blocks, at, at + 1);
    bool moved = w->c->moved_to[at] != NO_INDEX;

    if (r.start == r.end)
        return;
    open_part_of_removed(w, source->part, next_rank);
    w->old_part_of[at] = w->part_count - 1;
    if (moved)
        add_change(w, CHANGE_SAME, GAP_LINE, text_of(list->items, r));
    else
        add_removed(w, r);
    finish_block(w, (RedlineBlock){
                        .state = moved ? BLOCK_MOVED_AWAY : BLOCK_REMOVED,
                        .kind = source->kind,
                        .old_block = source->index,
                        .old_last = source->index,
                        .new_block = moved ? w->after->blocks[w->c->moved_to[at]].index
                                           : NO_INDEX,
                        .other_part = w->c->moved_to[at]});
}

/* A section whose heading was reworded is no new one. */
static void join_renamed_part(Writer *w, size_t old_block, BlockKind kind)
{
    RedlinePart *part = &w->parts[w->part_count - 1];
    size_t old_part = w->before->blocks[old_block].part;

    if (kind == BLOCK_HEADING && part->old_part == NO_INDEX && old_part != NO_INDEX &&
        part->new_part != NO_INDEX && w->before->parts[old_part].twin == NO_INDEX)
        part->old_part = w->before->parts[old_part].index;
}

static void write_group(Writer *w, Group g)
{
    Range old_tokens = tokens_of(w->c->before.blocks, g.old_from, g.old_to);
    size_t i = old_tokens.start;

    for (size_t at = g.new_from; at < g.new_to; at++) {
        const DiffBlock *source = &w->after->blocks[at];
        Range r = tokens_of(w->c->after.blocks, at, at + 1);
        open_new_part(w, rank_of(source->part));
        join_renamed_part(w, g.old_from, source->kind);
        add_changes(w, &i, old_tokens.end, r, source->kind);
        bool same = w->change_count == 1 && w->changes[0].kind == CHANGE_SAME;
        finish_block(w,
                     (RedlineBlock){.state = same ? BLOCK_SAME : BLOCK_CHANGED,
                                    .kind = source->kind,
                                    .old_block = w->before->blocks[g.old_from].index,
                                    .old_last = w->before->blocks[g.old_to - 1].index,
                                    .new_block = source->index,
                                    .other_part = NO_INDEX});
    }
}

/* Should the old block be written before the new one? Yes, unless its part comes
 * later, or it is of a part that is gone and the open part still runs on. */
static bool old_comes_first(const Writer *w, size_t old_block, size_t new_rank)
{
    size_t part = w->before->blocks[old_block].part;

    if (part == NO_INDEX)
        return true;
    if (w->before->parts[part].twin == NO_INDEX)
        return !w->opened || new_rank != w->rank;
    return rank_of(w->before->parts[part].twin) <= new_rank;
}

/* Blocks that are in no group. `next_rank` is the rank of what follows them. */
static void write_gap(Writer *w, Range old_blocks, Range new_blocks, size_t next_rank)
{
    size_t i = old_blocks.start, j = new_blocks.start;

    while (i < old_blocks.end || j < new_blocks.end) {
        size_t rank =
            j < new_blocks.end ? rank_of(w->after->blocks[j].part) : next_rank;
        bool old_first =
            i < old_blocks.end && (j == new_blocks.end || old_comes_first(w, i, rank));
        if (old_first)
            write_old_block(w, i++, rank);
        else
            write_new_block(w, j++);
    }
}

static void write_all(Writer *w)
{
    Range old_blocks = {0, 0}, new_blocks = {0, 0};

    for (size_t g = 0; g < w->c->group_count; g++) {
        Group group = w->c->groups[g];
        old_blocks.end = group.old_from;
        new_blocks.end = group.new_from;
        write_gap(w, old_blocks, new_blocks,
                  rank_of(w->after->blocks[group.new_from].part));
        write_group(w, group);
        old_blocks.start = group.old_to;
        new_blocks.start = group.new_to;
    }
    old_blocks.end = w->before->block_count;
    new_blocks.end = w->after->block_count;
    write_gap(w, old_blocks, new_blocks, w->after->part_count + 1);
    if (w->after->part_count > 0)
        open_new_part(w, w->after->part_count);
}

/* Moved blocks hold the block at the other end until all parts are known. */
static void resolve_moves(Writer *w)
{
    for (size_t i = 0; i < w->block_count; i++) {
        RedlineBlock *block = &w->blocks[i];
        if (block->state == BLOCK_MOVED_HERE)
            block->other_part = w->old_part_of[block->other_part];
        else if (block->state == BLOCK_MOVED_AWAY)
            block->other_part = w->new_part_of[block->other_part];
    }
}

void redline_blocks(const DiffText *before, const DiffText *after, Arena *arena,
                    Redline *out)
{
    Arena scratch = {0};
    Comparison comparison;

    compare_texts(before, after, &scratch, &comparison);
    Writer w = {
        .c = &comparison,
        .before = before,
        .after = after,
        .arena = arena,
        .scratch = &scratch,
        .old_part_of = arena_array(&scratch, before->block_count, sizeof(size_t)),
        .new_part_of = arena_array(&scratch, after->block_count, sizeof(size_t))};
    write_all(&w);
    resolve_moves(&w);
    out->parts = w.parts;
    out->part_count = w.part_count;
    out->blocks = w.blocks;
    out->block_count = w.block_count;
    for (size_t i = 0; i < w.part_count; i++) {
        out->added += w.parts[i].added;
        out->removed += w.parts[i].removed;
        out->parts_changed += w.parts[i].changed;
    }
    arena_deinit(&scratch);
}
