#include "diff/merge_moved.h"

#include <stdlib.h>

enum { MOVED_MIN_BYTES = 12 }; /* what is shorter is not told to have moved */

/* A tile of a chunk that one side added. */
typedef struct Added {
    uint32_t same;
    size_t chunk, tile;
} Added;

typedef struct AddedList {
    Added *items; /* by `same` */
    size_t count;
    size_t cap;
} AddedList;

/* Tiles of the base that a side took out where they stood. */
typedef struct Mover {
    const Tiles *texts;
    Arena *arena;
    ThreeList *chunks;
    AddedList added[THREE_COUNT]; /* of mine and theirs */
    ThreeList out;
    ThreeChunk **cuts; /* by chunk: what it is split into, or NULL */
} Mover;

static size_t length_of(Range r)
{
    return r.end - r.start;
}

static int other_of(int side)
{
    return side == THREE_MINE ? THREE_THEIRS : THREE_MINE;
}

/* Is the chunk something that only this side added? */
static bool is_added(const ThreeChunk *c, int side)
{
    return length_of(c->at[THREE_BASE]) == 0 && length_of(c->at[other_of(side)]) == 0 &&
           length_of(c->at[side]) > 0;
}

static int compare_added(const void *left, const void *right)
{
    const Added *l = left, *r = right;

    if (l->same != r->same)
        return l->same < r->same ? -1 : 1;
    return (l->tile > r->tile) - (l->tile < r->tile);
}

static void note_added(Mover *m, int side)
{
    AddedList *list = &m->added[side];

    for (size_t i = 0; i < m->chunks->count; i++) {
        const ThreeChunk *c = &m->chunks->items[i];
        if (!is_added(c, side))
            continue;
        for (size_t t = c->at[side].start; t < c->at[side].end; t++) {
            list->items = arena_grow(m->arena, list->items, list->count, &list->cap,
                                     sizeof *list->items);
            list->items[list->count++] = (Added){m->texts[side].items[t].same, i, t};
        }
    }
    if (list->count)
        qsort(list->items, list->count, sizeof *list->items, compare_added);
}

/* The only added tile with these words.
 *   returns  NULL when there is none, or more than one */
static const Added *find_added(const AddedList *list, uint32_t same)
{
    size_t low = 0, high = list->count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if (list->items[middle].same < same)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == list->count || list->items[low].same != same ||
        (low + 1 < list->count && list->items[low + 1].same == same))
        return NULL;
    return &list->items[low];
}

/* Where a side put the tiles that it took out of the base; an empty range: nowhere,
 * or nobody can say. */
static Range moved_to(const Mover *m, int side, Range base, size_t *chunk)
{
    const Tile *from = m->texts[THREE_BASE].items;
    const Added *first =
        length_of(base) ? find_added(&m->added[side], from[base.start].same) : NULL;

    if (!first || m->cuts[first->chunk])
        return (Range){0};
    *chunk = first->chunk;
    Range to = {first->tile, first->tile + length_of(base)};
    if (to.end > m->chunks->items[*chunk].at[side].end)
        return (Range){0};
    for (size_t i = 0; i < length_of(base); i++)
        if (m->texts[side].items[to.start + i].same != from[base.start + i].same)
            return (Range){0};
    return tiles_bytes(&m->texts[side], to).len >= MOVED_MIN_BYTES ? to : (Range){0};
}

/* Cut an added chunk in what stands before the moved words, these, and what stands
 * behind. */
static void place_moved(Mover *m, size_t chunk, int side, Range moved, Str words)
{
    ThreeChunk *cut = arena_array(m->arena, 3, sizeof *cut);
    const ThreeChunk *whole = &m->chunks->items[chunk];

    for (int i = 0; i < 3; i++)
        cut[i] = *whole;
    cut[0].at[side].end = moved.start;
    cut[1].at[side] = moved;
    cut[1].moved = true;
    cut[1].words = words;
    cut[2].at[side].start = moved.end;
    m->cuts[chunk] = cut;
}

static void take_out(ThreeChunk *c, int side)
{
    c->kind = side == THREE_MINE ? THREE_ONLY_MINE : THREE_ONLY_THEIRS;
    c->moved = true;
    c->words = (Str){0};
}

/* One side moved these words, the other changed them in their place. */
static void settle_changed(Mover *m, ThreeChunk *c, int side)
{
    size_t chunk = 0;
    Range to = moved_to(m, side, c->at[THREE_BASE], &chunk);

    if (length_of(to) == 0)
        return;
    int other = other_of(side);
    place_moved(m, chunk, side, to, tiles_bytes(&m->texts[other], c->at[other]));
    take_out(c, side);
}

/* Both moved these words. */
static void settle_twice(Mover *m, const ThreeChunk *c)
{
    size_t mine = 0, theirs = 0;
    Range base = c->at[THREE_BASE];

    if (length_of(moved_to(m, THREE_MINE, base, &mine)) == 0)
        return;
    Range again = moved_to(m, THREE_THEIRS, base, &theirs);
    if (length_of(again) > 0)
        place_moved(m, theirs, THREE_THEIRS, again, (Str){0});
}

static void write_chunk(Mover *m, ThreeChunk c)
{
    m->out.items =
        arena_grow(m->arena, m->out.items, m->out.count, &m->out.cap, sizeof c);
    m->out.items[m->out.count++] = c;
}

static void write_chunks(Mover *m)
{
    for (size_t i = 0; i < m->chunks->count; i++) {
        if (!m->cuts[i]) {
            write_chunk(m, m->chunks->items[i]);
            continue;
        }
        for (int k = 0; k < 3; k++) {
            const ThreeChunk *c = &m->cuts[i][k];
            if (length_of(c->at[THREE_MINE]) || length_of(c->at[THREE_THEIRS]))
                write_chunk(m, *c);
        }
    }
    *m->chunks = m->out;
}

void merge_moved(const Tiles texts[THREE_COUNT], Arena *arena, ThreeList *chunks)
{
    Mover m = {.texts = texts,
               .arena = arena,
               .chunks = chunks,
               .cuts = arena_array(arena, chunks->count + 1, sizeof *m.cuts)};

    note_added(&m, THREE_MINE);
    note_added(&m, THREE_THEIRS);
    for (size_t i = 0; i < chunks->count; i++) {
        ThreeChunk *c = &chunks->items[i];
        bool no_mine = length_of(c->at[THREE_MINE]) == 0;
        bool no_theirs = length_of(c->at[THREE_THEIRS]) == 0;
        if (length_of(c->at[THREE_BASE]) == 0)
            continue;
        if (c->kind == THREE_CONFLICT && no_mine)
            settle_changed(&m, c, THREE_MINE);
        else if (c->kind == THREE_CONFLICT && no_theirs)
            settle_changed(&m, c, THREE_THEIRS);
        else if (no_mine && no_theirs)
            settle_twice(&m, c);
    }
    write_chunks(&m);
}
