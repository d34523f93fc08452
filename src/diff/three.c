#include "diff/three.h"

#include <assert.h>

/* How many line breaks a gap holds: what keeps paragraphs apart. */
static size_t breaks_in(Str gap)
{
    size_t breaks = 0;

    for (size_t i = 0; i < gap.len; i++)
        breaks += gap.ptr[i] == '\n';
    return breaks;
}

static Str stronger(Str a, Str b)
{
    size_t in_a = breaks_in(a), in_b = breaks_in(b);

    if (in_a != in_b)
        return in_a > in_b ? a : b;
    return b.len > a.len ? b : a;
}

static void segs_append(SegList *list, Arena *arena, Range base, Range side)
{
    if (base.start == base.end && side.start == side.end)
        return;
    list->items =
        arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (Seg){base, side};
}

void segs_add(SegList *list, Arena *arena, Range base, Range side)
{
    Seg last = list->count ? list->items[list->count - 1] : (Seg){0};

    assert(base.start >= last.base.end && side.start >= last.side.end);
    segs_append(list, arena, (Range){last.base.end, base.start},
                (Range){last.side.end, side.start});
    segs_append(list, arena, base, side);
}

Str tiles_bytes(const Tiles *text, Range tiles)
{
    if (tiles.start == tiles.end)
        return (Str){0};
    return str_slice(text->bytes, text->items[tiles.start].range.start,
                     text->items[tiles.end - 1].range.end);
}

static size_t length_of(Range r)
{
    return r.end - r.start;
}

static bool same_words(const Tiles *a, Range in_a, const Tiles *b, Range in_b)
{
    if (length_of(in_a) != length_of(in_b))
        return false;
    for (size_t i = 0; i < length_of(in_a); i++)
        if (a->items[in_a.start + i].same != b->items[in_b.start + i].same)
            return false;
    return true;
}

static ThreeKind kind_of(const Tiles texts[THREE_COUNT], const Range at[THREE_COUNT])
{
    const Tiles *base = &texts[THREE_BASE], *mine = &texts[THREE_MINE],
                *theirs = &texts[THREE_THEIRS];
    bool mine_kept = same_words(base, at[THREE_BASE], mine, at[THREE_MINE]);
    bool theirs_kept = same_words(base, at[THREE_BASE], theirs, at[THREE_THEIRS]);

    if (mine_kept)
        return theirs_kept ? THREE_SAME : THREE_ONLY_THEIRS;
    if (theirs_kept)
        return THREE_ONLY_MINE;
    return same_words(mine, at[THREE_MINE], theirs, at[THREE_THEIRS]) ? THREE_BOTH_ALIKE
                                                                      : THREE_CONFLICT;
}

/* Walks over the segs of both sides at once. */
typedef struct Splitter {
    const Tiles *texts;
    const SegList *segs[THREE_COUNT]; /* of mine and theirs */
    size_t next[THREE_COUNT];         /* seg not yet used */
    Range at[THREE_COUNT];            /* of the chunk being made */
    Arena *arena;
    ThreeList *out;
} Splitter;

static const Seg *next_seg(const Splitter *s, int side)
{
    return s->next[side] < s->segs[side]->count ? &s->segs[side]->items[s->next[side]]
                                                : NULL;
}

static bool is_insertion(const Seg *seg)
{
    return seg && seg->base.start == seg->base.end;
}

static void add_chunk(Splitter *s, Range base, Range mine, Range theirs)
{
    ThreeChunk c = {.at = {base, mine, theirs}};
    ThreeList *out = s->out;

    if (!length_of(base) && !length_of(mine) && !length_of(theirs))
        return;
    c.kind = kind_of(s->texts, c.at);
    out->items = arena_grow(s->arena, out->items, out->count, &out->cap, sizeof c);
    out->items[out->count++] = c;
}

static bool alike(const Splitter *s, size_t mine, size_t theirs)
{
    return s->texts[THREE_MINE].items[mine].same ==
           s->texts[THREE_THEIRS].items[theirs].same;
}

static size_t common_head(const Splitter *s, Range mine, Range theirs)
{
    size_t n = 0;

    while (mine.start + n < mine.end && theirs.start + n < theirs.end &&
           alike(s, mine.start + n, theirs.start + n))
        n++;
    return n;
}

static size_t common_tail(const Splitter *s, Range mine, Range theirs)
{
    size_t n = 0;

    while (mine.end - n > mine.start && theirs.end - n > theirs.start &&
           alike(s, mine.end - n - 1, theirs.end - n - 1))
        n++;
    return n;
}

/* What both added is compared sentence by sentence at its ends: the same paragraph
 * pasted by both is no conflict. */
static void split_added(Splitter *s)
{
    Range base = s->at[THREE_BASE];
    Range mine = s->at[THREE_MINE], theirs = s->at[THREE_THEIRS];
    size_t head = common_head(s, mine, theirs);

    add_chunk(s, base, (Range){mine.start, mine.start + head},
              (Range){theirs.start, theirs.start + head});
    mine.start += head;
    theirs.start += head;
    size_t tail = common_tail(s, mine, theirs);
    add_chunk(s, base, (Range){mine.start, mine.end - tail},
              (Range){theirs.start, theirs.end - tail});
    add_chunk(s, base, (Range){mine.end - tail, mine.end},
              (Range){theirs.end - tail, theirs.end});
}

static void take_seg(Splitter *s, int side)
{
    const Seg *seg = next_seg(s, side);

    s->at[side].end = seg->side.end;
    if (seg->base.end > s->at[THREE_BASE].end)
        s->at[THREE_BASE].end = seg->base.end;
    s->next[side]++;
}

/* Where the segs used so far of a side end in the base. */
static size_t reached(const Splitter *s, int side)
{
    return s->next[side] ? s->segs[side]->items[s->next[side] - 1].base.end : 0;
}

/* One chunk: what was added at this place, else from here to the next border that
 * both sides have. */
static void split_next(Splitter *s)
{
    bool added = false;

    for (int x = 0; x < THREE_COUNT; x++)
        s->at[x].start = s->at[x].end;
    for (int side = THREE_MINE; side <= THREE_THEIRS; side++) {
        if (is_insertion(next_seg(s, side))) {
            take_seg(s, side);
            added = true;
        }
    }
    if (added) {
        split_added(s);
        return;
    }
    take_seg(s, THREE_MINE);
    while (reached(s, THREE_MINE) != reached(s, THREE_THEIRS))
        take_seg(s, reached(s, THREE_MINE) < reached(s, THREE_THEIRS) ? THREE_MINE
                                                                      : THREE_THEIRS);
    add_chunk(s, s->at[THREE_BASE], s->at[THREE_MINE], s->at[THREE_THEIRS]);
}

void three_split(const Tiles texts[THREE_COUNT], const SegList *mine,
                 const SegList *theirs, Arena *arena, ThreeList *out)
{
    Splitter s = {
        .texts = texts, .segs = {NULL, mine, theirs}, .arena = arena, .out = out};

    while (next_seg(&s, THREE_MINE) || next_seg(&s, THREE_THEIRS))
        split_next(&s);
    for (int x = 0; x < THREE_COUNT; x++)
        assert(s.at[x].end == texts[x].count);
}

Str three_bytes(const Tiles texts[THREE_COUNT], const ThreeChunk *c, unsigned *has)
{
    Str base = tiles_bytes(&texts[THREE_BASE], c->at[THREE_BASE]);
    Str mine = tiles_bytes(&texts[THREE_MINE], c->at[THREE_MINE]);
    Str theirs = tiles_bytes(&texts[THREE_THEIRS], c->at[THREE_THEIRS]);

    if (c->moved) {
        *has = 1u << (c->kind == THREE_ONLY_THEIRS ? THREE_THEIRS : THREE_MINE);
        return c->words;
    }
    switch (c->kind) {
    case THREE_SAME:
        *has = THREE_ALL;
        return str_eq(base, mine) ? theirs : mine;
    case THREE_ONLY_THEIRS:
        *has = 1u << THREE_THEIRS;
        return theirs;
    case THREE_BOTH_ALIKE:
        *has = 1u << THREE_MINE | 1u << THREE_THEIRS;
        return mine;
    case THREE_ONLY_MINE:
    case THREE_CONFLICT:
        break;
    }
    *has = 1u << THREE_MINE;
    return mine;
}

/* The white space before the tile at that index, or behind the last. */
static Str gap_before(const Tiles *text, size_t tile)
{
    size_t start = tile > 0 ? text->items[tile - 1].range.end : 0;
    size_t end = tile < text->count ? text->items[tile].range.start : text->bytes.len;

    return str_slice(text->bytes, start, end);
}

/* A place between two pieces of the result, in each of the three texts: behind tile
 * `left` and before tile `right`, which are neighbours where both are equal. */
typedef struct Border {
    const Tiles *texts;
    const size_t *left, *right;
    unsigned has_left, has_right;
    bool first, last; /* it is the begin or the end of the result */
} Border;

/* Does the text hold a gap between these two and nothing else? */
static bool is_gap(const Border *b, int x)
{
    if (b->left[x] != b->right[x])
        return false;
    return (b->left[x] > 0 || b->first) && (b->right[x] < b->texts[x].count || b->last);
}

/* Merge the gaps of the texts in `of`.
 *   returns  false when there is none */
static bool merge_gaps(const Border *b, unsigned of, Str *out)
{
    Str gaps[THREE_COUNT];
    bool base = of & 1u << THREE_BASE, mine = of & 1u << THREE_MINE,
         theirs = of & 1u << THREE_THEIRS;

    for (int x = 0; x < THREE_COUNT; x++)
        gaps[x] = gap_before(&b->texts[x], b->left[x]);
    if (base && mine && theirs)
        *out = str_eq(gaps[THREE_MINE], gaps[THREE_BASE]) ? gaps[THREE_THEIRS]
                                                          : gaps[THREE_MINE];
    else if (mine)
        *out = gaps[THREE_MINE];
    else if (theirs)
        *out = gaps[THREE_THEIRS];
    else
        *out = gaps[THREE_BASE];
    return of != 0;
}

/* The stronger of the gaps that stand behind the one piece and before the other in
 * the texts these were taken from. */
static Str strongest_gap(const Border *b)
{
    Str best = {0};
    bool any = false;

    for (int x = 0; x < THREE_COUNT; x++) {
        const Tiles *text = &b->texts[x];
        if (b->has_left & 1u << x && b->left[x] < text->count) {
            best = stronger(best, gap_before(text, b->left[x]));
            any = true;
        }
        if (b->has_right & 1u << x && b->right[x] > 0) {
            best = stronger(best, gap_before(text, b->right[x]));
            any = true;
        }
    }
    return any ? best : STR("\n\n");
}

/* The white space between two pieces. Best are the texts that hold both pieces side
 * by side; next those in which this is one place, whatever stands around it. */
static Str choose_gap(const Border *b)
{
    unsigned holds = 0, places = 0;
    Str gap = {0};

    for (int x = 0; x < THREE_COUNT; x++) {
        if (b->left[x] == b->right[x] && b->has_left & b->has_right & 1u << x)
            holds |= 1u << x;
        if (is_gap(b, x))
            places |= 1u << x;
    }
    if (merge_gaps(b, holds, &gap) || merge_gaps(b, places, &gap))
        return gap;
    return strongest_gap(b);
}

void joiner_init(Joiner *j, const Tiles texts[THREE_COUNT], StrBuf *out)
{
    *j = (Joiner){.texts = texts, .out = out, .has = THREE_ALL};
}

static void add_gap(Joiner *j, const size_t right[THREE_COUNT], unsigned has, bool last)
{
    Border b = {.texts = j->texts,
                .left = j->left,
                .right = right,
                .has_left = j->has,
                .has_right = has,
                .first = !j->begun,
                .last = last};

    strbuf_add(j->out, choose_gap(&b));
}

Range joiner_add(Joiner *j, const Range at[THREE_COUNT], unsigned has, Str bytes)
{
    size_t right[THREE_COUNT];

    if (bytes.len == 0)
        return (Range){j->out->len, j->out->len};
    for (int x = 0; x < THREE_COUNT; x++)
        right[x] = at[x].start;
    add_gap(j, right, has, false);
    Range added = {j->out->len, j->out->len + bytes.len};
    strbuf_add(j->out, bytes);
    for (int x = 0; x < THREE_COUNT; x++)
        j->left[x] = at[x].end;
    j->has = has;
    j->begun = true;
    return added;
}

void joiner_end(Joiner *j)
{
    size_t right[THREE_COUNT];

    for (int x = 0; x < THREE_COUNT; x++)
        right[x] = j->texts[x].count;
    add_gap(j, right, THREE_ALL, true);
}
