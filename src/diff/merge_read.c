#include "diff/merge_read.h"

#include "base/str.h"

/* The label that pairs the front matters of two texts, whatever they hold. */
enum { FRONT_MATTER_LABEL = 1 };

typedef struct BlockList {
    DiffBlock *items;
    size_t count;
    size_t cap;
} BlockList;

static void add_block(BlockList *list, Arena *arena, Str text, BlockKind kind,
                      uint32_t label)
{
    if (text.len == 0)
        return;
    list->items =
        arena_grow(arena, list->items, list->count, &list->cap, sizeof *list->items);
    list->items[list->count++] = (DiffBlock){.text = text,
                                             .kind = kind,
                                             .index = NO_INDEX,
                                             .part = NO_INDEX,
                                             .label = label};
}

static Str slice_between(const Document *doc, size_t start, size_t end)
{
    return str_trim(str_slice(doc->bytes, start, end));
}

/* Blocks as they stand in the file. Marks of quotes, definitions of links and what
 * else stands between the blocks of the document are blocks here: no byte but
 * white space is in none. */
static BlockList cut_blocks(const Document *doc, Arena *arena)
{
    static const char bom[] = "\xEF\xBB\xBF";
    BlockList list = {0};
    size_t end = str_starts(doc->bytes, STR("\xEF\xBB\xBF")) ? sizeof bom - 1 : 0;

    add_block(&list, arena, slice_between(doc, end, doc->start), BLOCK_CODE,
              FRONT_MATTER_LABEL);
    if (doc->start > end)
        end = doc->start;
    for (size_t i = 0; i < doc->block_count; i++) {
        const Block *block = &doc->blocks[i];
        add_block(&list, arena, slice_between(doc, end, block->range.start), BLOCK_HTML,
                  0);
        add_block(&list, arena, str_range(doc->bytes, block->range), block->kind, 0);
        end = block->range.end;
    }
    add_block(&list, arena, slice_between(doc, end, doc->bytes.len), BLOCK_HTML, 0);
    return list;
}

static Range bytes_of(const MergeText *text, const Piece *piece)
{
    const Token *tokens = text->side.tokens.items;
    Str first = tokens[piece->first].text;
    Str last = tokens[piece->first + piece->count - 1].text;

    return (Range){(size_t)(first.ptr - text->tiles.bytes.ptr),
                   (size_t)(last.ptr - text->tiles.bytes.ptr) + last.len};
}

/* The tiles of block `at`: its sentences, or itself. */
static Pieces block_pieces(MergeReading *r, const MergeText *text, size_t at,
                           bool coarse)
{
    const Piece *block = &text->side.blocks[at];

    if (coarse)
        return (Pieces){block, block->count > 0};
    Sentences s = side_sentences(&r->pairer, &text->side, at, at + 1);
    return (Pieces){s.items, s.count};
}

static void cut_tiles(MergeReading *r, MergeText *text, bool coarse)
{
    Arena *arena = r->pairer.arena;
    size_t blocks = text->side.text->block_count;
    Piece *pieces = NULL;
    Tile *tiles = NULL;
    size_t piece_cap = 0, tile_cap = 0, count = 0;

    text->first = arena_array(arena, blocks + 1, sizeof *text->first);
    for (size_t i = 0; i < blocks; i++) {
        Pieces of_block = block_pieces(r, text, i, coarse);
        text->first[i] = count;
        for (size_t k = 0; k < of_block.count; k++) {
            pieces = arena_grow(arena, pieces, count, &piece_cap, sizeof *pieces);
            tiles = arena_grow(arena, tiles, count, &tile_cap, sizeof *tiles);
            pieces[count] = of_block.items[k];
            tiles[count] =
                (Tile){bytes_of(text, &of_block.items[k]), of_block.items[k].same};
            count++;
        }
    }
    text->first[blocks] = count;
    text->pieces = (Pieces){pieces, count};
    text->tiles.items = tiles;
    text->tiles.count = count;
}

static void read_text(MergeReading *r, const Document *doc, Lang lang, bool coarse,
                      MergeText *out)
{
    Arena *arena = r->pairer.arena;
    BlockList blocks = cut_blocks(doc, arena);
    DiffText *text = ARENA_NEW(arena, DiffText);

    *text =
        (DiffText){.blocks = blocks.items, .block_count = blocks.count, .lang = lang};
    out->tiles.bytes = doc->bytes;
    out->side = side_read(&r->pairer, text);
    cut_tiles(r, out, coarse);
}

static Pieces pieces_between(const MergeText *text, Range tiles)
{
    if (tiles.start == tiles.end)
        return (Pieces){0};
    return (Pieces){text->pieces.items + tiles.start, tiles.end - tiles.start};
}

static bool same_tiles(const MergeText *base, Range a, const MergeText *side, Range b)
{
    if (a.end - a.start != b.end - b.start)
        return false;
    for (size_t i = 0; i < a.end - a.start; i++)
        if (base->tiles.items[a.start + i].same != side->tiles.items[b.start + i].same)
            return false;
    return true;
}

/* The sentences of a group of blocks. */
static void pair_sentences(MergeReading *r, const MergeText *base, Range a,
                           const MergeText *side, Range b, SegList *out)
{
    Arena *arena = r->pairer.arena;
    Pieces before = pieces_between(base, a), after = pieces_between(side, b);
    size_t fewer = before.count < after.count ? before.count : after.count;
    Group *groups = arena_array(arena, fewer, sizeof *groups);
    size_t count = fewer ? pair_units(&r->pairer, before, after, groups) : 0;

    for (size_t i = 0; i < count; i++)
        segs_add(out, arena,
                 (Range){a.start + groups[i].old_from, a.start + groups[i].old_to},
                 (Range){b.start + groups[i].new_from, b.start + groups[i].new_to});
}

static void pair_group(MergeReading *r, const MergeText *base, const MergeText *side,
                       Group g, SegList *out)
{
    Arena *arena = r->pairer.arena;
    Range a = {base->first[g.old_from], base->first[g.old_to]};
    Range b = {side->first[g.new_from], side->first[g.new_to]};

    segs_add(out, arena, (Range){a.start, a.start}, (Range){b.start, b.start});
    if (same_tiles(base, a, side, b)) {
        for (size_t i = 0; i < a.end - a.start; i++)
            segs_add(out, arena, (Range){a.start + i, a.start + i + 1},
                     (Range){b.start + i, b.start + i + 1});
    } else {
        pair_sentences(r, base, a, side, b, out);
    }
    segs_add(out, arena, (Range){a.end, a.end}, (Range){b.end, b.end});
}

static void pair_side(MergeReading *r, int which)
{
    const MergeText *base = &r->texts[THREE_BASE], *side = &r->texts[which];
    Pieces before = {base->side.blocks, base->side.text->block_count};
    Pieces after = {side->side.blocks, side->side.text->block_count};
    size_t fewer = before.count < after.count ? before.count : after.count;
    Group *groups = arena_array(r->pairer.arena, fewer, sizeof *groups);
    size_t count = fewer ? pair_units(&r->pairer, before, after, groups) : 0;
    SegList *out = &r->segs[which];

    for (size_t i = 0; i < count; i++)
        pair_group(r, base, side, groups[i], out);
    segs_add(out, r->pairer.arena, (Range){base->tiles.count, base->tiles.count},
             (Range){side->tiles.count, side->tiles.count});
}

void merge_read(const Document *const docs[THREE_COUNT], bool coarse, Arena *arena,
                MergeReading *out)
{
    *out = (MergeReading){0};
    pairer_init(&out->pairer, arena);
    for (int x = 0; x < THREE_COUNT; x++)
        read_text(out, docs[x], docs[THREE_MINE]->lang, coarse, &out->texts[x]);
    pair_side(out, THREE_MINE);
    pair_side(out, THREE_THEIRS);
}
