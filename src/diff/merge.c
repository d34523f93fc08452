#include "diff/merge.h"

#include "diff/edit.h"
#include "diff/merge_moved.h"
#include "diff/merge_read.h"

/* What merge_make() works with. */
typedef struct Merger {
    MergeReading reading;
    uint32_t *partner[THREE_COUNT]; /* by token of the base: its word in that side */
    Arena *scratch;
    Arena *arena;
    Merge *out;
} Merger;

static bool empty(Range r)
{
    return r.start == r.end;
}

static Range tokens_of(const MergeText *text, Range tiles)
{
    const Piece *first = &text->pieces.items[tiles.start];
    const Piece *last = &text->pieces.items[tiles.end - 1];

    return (Range){first->first, last->first + last->count};
}

/* The words of a few tiles, as tiles themselves. */
static Tiles word_tiles(const Merger *m, int x, Range tiles, Range tokens)
{
    const Token *items = m->reading.texts[x].side.tokens.items;
    Tile *words = arena_array(m->scratch, tokens.end - tokens.start, sizeof *words);
    Str bytes = tiles_bytes(&m->out->texts[x], tiles);

    for (size_t i = tokens.start; i < tokens.end; i++) {
        size_t at = (size_t)(items[i].text.ptr - bytes.ptr);
        words[i - tokens.start] = (Tile){{at, at + items[i].text.len}, items[i].id};
    }
    return (Tiles){bytes, words, tokens.end - tokens.start};
}

/* Which words of the base stayed in a side, as segs that count from the first. */
static SegList word_segs(const Merger *m, int x, Range a, Range b)
{
    const WordMap map = {m->reading.texts[THREE_BASE].side.tokens.items,
                         m->reading.texts[x].side.tokens.items, m->partner[x]};
    SegList segs = {0};
    size_t n = a.end - a.start, k = b.end - b.start;

    edit_align(&map, a, b, m->scratch);
    for (size_t i = 0; i < n; i++) {
        size_t j = map.partner[a.start + i];
        if (j == ALIGN_NONE)
            continue;
        j -= b.start;
        segs_add(&segs, m->scratch, (Range){i, i + 1}, (Range){j, j + 1});
    }
    segs_add(&segs, m->scratch, (Range){n, n}, (Range){k, k});
    return segs;
}

/* Join chunks of words.
 *   returns  false when two of the changes are of the same words */
static bool join_words(const Tiles words[THREE_COUNT], const ThreeList *chunks,
                       StrBuf *out)
{
    Joiner joiner;

    joiner_init(&joiner, words, out);
    for (size_t i = 0; i < chunks->count; i++) {
        unsigned has = 0;
        if (chunks->items[i].kind == THREE_CONFLICT)
            return false;
        Str bytes = three_bytes(words, &chunks->items[i], &has);
        joiner_add(&joiner, chunks->items[i].at, has, bytes);
    }
    joiner_end(&joiner);
    return true;
}

/* Both changes in one sentence, where they are of different words. */
static Str combine_words(const Merger *m, const ThreeChunk *c)
{
    Tiles words[THREE_COUNT];
    Range tokens[THREE_COUNT];
    SegList segs[THREE_COUNT] = {0};
    ThreeList chunks = {0};
    StrBuf joined = {0};

    for (int x = 0; x < THREE_COUNT; x++) {
        if (empty(c->at[x]))
            return (Str){0};
        tokens[x] = tokens_of(&m->reading.texts[x], c->at[x]);
        words[x] = word_tiles(m, x, c->at[x], tokens[x]);
        if (x != THREE_BASE)
            segs[x] = word_segs(m, x, tokens[THREE_BASE], tokens[x]);
    }
    three_split(words, &segs[THREE_MINE], &segs[THREE_THEIRS], m->scratch, &chunks);
    Str both = {0};
    if (join_words(words, &chunks, &joined))
        both = arena_str(m->arena, strbuf_view(&joined));
    strbuf_deinit(&joined);
    return both;
}

static size_t breaks_before(const Tiles *text, size_t tile)
{
    size_t start = tile > 0 ? text->items[tile - 1].range.end : 0, breaks = 0;

    for (size_t i = start; i < text->items[tile].range.start; i++)
        breaks += text->bytes.ptr[i] == '\n';
    return breaks;
}

/* Add what both sides wrote, one after the other: the one that goes on in the same
 * paragraph first. */
static Range add_both(const Merge *m, const ThreeChunk *c, Joiner *joiner)
{
    const Range *at = c->at;
    Str mine = tiles_bytes(&m->texts[THREE_MINE], at[THREE_MINE]);
    Str theirs = tiles_bytes(&m->texts[THREE_THEIRS], at[THREE_THEIRS]);
    bool mine_first = breaks_before(&m->texts[THREE_MINE], at[THREE_MINE].start) <=
                      breaks_before(&m->texts[THREE_THEIRS], at[THREE_THEIRS].start);
    int first = mine_first ? THREE_MINE : THREE_THEIRS;
    int second = mine_first ? THREE_THEIRS : THREE_MINE;
    Range ahead[THREE_COUNT] = {at[THREE_BASE], at[THREE_MINE], at[THREE_THEIRS]};
    Range behind[THREE_COUNT] = {at[THREE_BASE], at[THREE_MINE], at[THREE_THEIRS]};

    ahead[second].end = ahead[second].start;
    behind[first].start = behind[first].end;
    behind[THREE_BASE].start = behind[THREE_BASE].end;
    Range a = joiner_add(joiner, ahead, 1u << first, mine_first ? mine : theirs);
    Range b = joiner_add(joiner, behind, 1u << second, mine_first ? theirs : mine);
    return (Range){a.start, b.end};
}

/* Did both write something new at this place? Then both is one after the other. */
static bool both_added(const ThreeChunk *c)
{
    return empty(c->at[THREE_BASE]) && !empty(c->at[THREE_MINE]) &&
           !empty(c->at[THREE_THEIRS]);
}

static Str join_added(const Merger *m, const ThreeChunk *c)
{
    StrBuf joined = {0};
    Joiner joiner;

    joiner_init(&joiner, m->out->texts, &joined);
    for (int x = 0; x < THREE_COUNT; x++)
        joiner.left[x] = c->at[x].start;
    Range all = add_both(m->out, c, &joiner);
    Str both = arena_str(m->arena, str_range(strbuf_view(&joined), all));
    strbuf_deinit(&joined);
    return both;
}

static void note_conflict(Merger *m, size_t chunk)
{
    const ThreeChunk *c = &m->out->chunks.items[chunk];
    const Tiles *texts = m->out->texts;
    MergeConflict conflict = {
        .base = tiles_bytes(&texts[THREE_BASE], c->at[THREE_BASE]),
        .mine = tiles_bytes(&texts[THREE_MINE], c->at[THREE_MINE]),
        .theirs = tiles_bytes(&texts[THREE_THEIRS], c->at[THREE_THEIRS]),
        .chunk = chunk};

    conflict.both = both_added(c) ? join_added(m, c) : combine_words(m, c);
    m->out->conflicts[m->out->conflict_count++] = conflict;
}

static void count_chunks(Merge *out)
{
    for (size_t i = 0; i < out->chunks.count; i++) {
        ThreeKind kind = out->chunks.items[i].kind;
        out->mine += kind == THREE_ONLY_MINE;
        out->theirs += kind == THREE_ONLY_THEIRS;
        out->alike += kind == THREE_BOTH_ALIKE;
        out->conflict_count += kind == THREE_CONFLICT;
    }
}

static void find_conflicts(Merger *m)
{
    Merge *out = m->out;
    size_t base_tokens = m->reading.texts[THREE_BASE].side.tokens.count;

    count_chunks(out);
    out->conflicts = arena_array(m->arena, out->conflict_count, sizeof *out->conflicts);
    out->conflict_count = 0;
    for (int x = THREE_MINE; x <= THREE_THEIRS; x++)
        m->partner[x] = arena_array(m->scratch, base_tokens, sizeof *m->partner[x]);
    for (size_t i = 0; i < out->chunks.count; i++)
        if (out->chunks.items[i].kind == THREE_CONFLICT)
            note_conflict(m, i);
}

static Tiles keep_tiles(Tiles tiles, Arena *arena)
{
    Tile *copy = arena_array(arena, tiles.count, sizeof *copy);

    for (size_t i = 0; i < tiles.count; i++)
        copy[i] = tiles.items[i];
    return (Tiles){tiles.bytes, copy, tiles.count};
}

void merge_make(const Document *base, const Document *mine, const Document *theirs,
                Arena *arena, Merge *out)
{
    const Document *const docs[THREE_COUNT] = {base, mine, theirs};
    Arena scratch = {0};
    Merger m = {.scratch = &scratch, .arena = arena, .out = out};

    *out = (Merge){.coarse = base->bytes.len + mine->bytes.len + theirs->bytes.len >
                             MERGE_FINE_MAX};
    merge_read(docs, out->coarse, &scratch, &m.reading);
    for (int x = 0; x < THREE_COUNT; x++)
        out->texts[x] = keep_tiles(m.reading.texts[x].tiles, arena);
    three_split(out->texts, &m.reading.segs[THREE_MINE], &m.reading.segs[THREE_THEIRS],
                arena, &out->chunks);
    merge_moved(out->texts, arena, &out->chunks);
    find_conflicts(&m);
    arena_deinit(&scratch);
}

static Range add_conflict(const Merge *m, const MergeConflict *conflict,
                          MergeChoice choice, Joiner *joiner)
{
    const ThreeChunk *c = &m->chunks.items[conflict->chunk];

    switch (choice.take) {
    case MERGE_THEIRS:
        return joiner_add(joiner, c->at, 1u << THREE_THEIRS, conflict->theirs);
    case MERGE_NEITHER:
        return joiner_add(joiner, c->at, 1u << THREE_BASE, conflict->base);
    case MERGE_OWN:
        return joiner_add(joiner, c->at, THREE_ALL, str_trim(choice.own));
    case MERGE_BOTH:
        if (both_added(c))
            return add_both(m, c, joiner);
        if (conflict->both.len)
            return joiner_add(joiner, c->at, THREE_ALL, conflict->both);
        break;
    case MERGE_OPEN:
    case MERGE_MINE:
        break;
    }
    return joiner_add(joiner, c->at, 1u << THREE_MINE, conflict->mine);
}

/* Calls back with the place of each chunk in the result. */
typedef struct Watcher {
    void (*place)(struct Watcher *w, const ThreeChunk *c, Range r, Str result);
} Watcher;

static void write_result(const Merge *m, const MergeChoice *choices, StrBuf *out,
                         Range *places, Watcher *watcher)
{
    Joiner joiner;
    size_t conflict = 0;

    strbuf_clear(out);
    joiner_init(&joiner, m->texts, out);
    for (size_t i = 0; i < m->chunks.count; i++) {
        const ThreeChunk *c = &m->chunks.items[i];
        Range at;
        if (c->kind == THREE_CONFLICT) {
            at = add_conflict(m, &m->conflicts[conflict],
                              choices ? choices[conflict] : (MergeChoice){0}, &joiner);
            if (places)
                places[conflict] = at;
            conflict++;
        } else {
            unsigned has = 0;
            Str bytes = three_bytes(m->texts, c, &has);
            at = joiner_add(&joiner, c->at, has, bytes);
        }
        if (watcher)
            watcher->place(watcher, c, at, strbuf_view(out));
    }
    joiner_end(&joiner);
}

void merge_result(const Merge *m, const MergeChoice *choices, StrBuf *out,
                  Range *places)
{
    write_result(m, choices, out, places, NULL);
}

typedef struct Follower {
    Watcher watcher;
    const Tiles *text;
    int of;
    size_t offset;
    size_t behind; /* end of the words passed last, in the text … */
    size_t found;  /* … and in the result */
    bool done;
} Follower;

/* The place in `to` behind the same bytes as `at` in `from`. */
static size_t follow_bytes(Str from, Str to, size_t at)
{
    size_t shorter = from.len < to.len ? from.len : to.len, head = 0, tail = 0;

    while (head < shorter && from.ptr[head] == to.ptr[head])
        head++;
    if (at <= head)
        return at;
    while (tail < shorter - head &&
           from.ptr[from.len - 1 - tail] == to.ptr[to.len - 1 - tail])
        tail++;
    return from.len - at <= tail ? to.len - (from.len - at) : to.len - tail;
}

static void follow_chunk(Watcher *watcher, const ThreeChunk *c, Range r, Str result)
{
    Follower *f = (Follower *)watcher;
    Range tiles = c->at[f->of];

    if (f->done || empty(tiles))
        return;
    Range bytes = {f->text->items[tiles.start].range.start,
                   f->text->items[tiles.end - 1].range.end};
    if (f->offset < bytes.start) { /* in the white space before it */
        size_t on = f->found + (f->offset - f->behind);
        f->found = on < r.start ? on : r.start;
        f->done = true;
    } else if (f->offset <= bytes.end) {
        f->found =
            r.start + follow_bytes(str_range(f->text->bytes, bytes),
                                   str_range(result, r), f->offset - bytes.start);
        f->done = true;
    } else {
        f->behind = bytes.end;
        f->found = r.end;
    }
}

size_t merge_follow(const Merge *m, const MergeChoice *choices, int of, size_t offset)
{
    StrBuf result = {0};
    Follower f = {
        .watcher = {follow_chunk}, .text = &m->texts[of], .of = of, .offset = offset};

    write_result(m, choices, &result, NULL, &f.watcher);
    if (!f.done && offset >= m->texts[of].bytes.len)
        f.found = result.len;
    strbuf_deinit(&result);
    return f.found;
}
