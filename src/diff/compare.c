#include "diff/compare.h"

#include "diff/edit.h"

enum {
    MOVED_MIN = 2,        /* words of a block that can be told to have moved */
    SENTENCE_MIN = 3,     /* tokens; "A." alone is no sentence */
    MOVED_EDITED_MIN = 8, /* words of a block that is known again though edited */
    /* Above that the texts have little to do with each other, and time counts. */
    MOVED_EDITED_WORDS_MAX = 40000,
};

static Range tokens_of(const Piece *units, size_t from, size_t to)
{
    return (Range){units[from].first, units[to - 1].first + units[to - 1].count};
}

/* The words of a group of paragraphs that belong together. */
static void compare_group(Pairer *p, const Comparison *c, const WordMap *map, Group g)
{
    Sentences old_sentences = side_sentences(p, &c->before, g.old_from, g.old_to);
    Sentences new_sentences = side_sentences(p, &c->after, g.new_from, g.new_to);
    Pieces before = {old_sentences.items, old_sentences.count};
    Pieces after = {new_sentences.items, new_sentences.count};
    size_t fewer = before.count < after.count ? before.count : after.count;
    Group *groups = arena_array(p->arena, fewer, sizeof *groups);
    size_t count = pair_units(p, before, after, groups);
    bool stayed = false;

    for (size_t i = 0; i < count; i++) {
        Range a = tokens_of(before.items, groups[i].old_from, groups[i].old_to);
        Range b = tokens_of(after.items, groups[i].new_from, groups[i].new_to);
        stayed |= groups[i].equal && a.end - a.start > SENTENCE_MIN;
        if (groups[i].equal)
            edit_keep(map, a, b);
        else
            edit_words(map, a, b, p->arena);
    }
    /* A sentence that stayed whole is worth showing, whatever else changed. */
    if (!stayed)
        edit_replace_if_rewritten(map,
                                  tokens_of(c->before.blocks, g.old_from, g.old_to),
                                  tokens_of(c->after.blocks, g.new_from, g.new_to));
}

/* Where a block that is in no group stands, when it is the only one like it. */
typedef struct Alone {
    size_t at;
    int times;
} Alone;

static bool can_move(const Side *side, size_t block)
{
    const Piece *unit = &side->blocks[block];

    return unit->feature_count >= MOVED_MIN ||
           (unit->kind == BLOCK_HTML && unit->count > 0);
}

static void note_alone(const Side *side, size_t from, size_t to, Alone *alone)
{
    for (size_t i = from; i < to; i++) {
        if (!can_move(side, i))
            continue;
        Alone *entry = &alone[side->blocks[i].same];
        entry->at = i;
        entry->times++;
    }
}

/* Equal blocks in different places have moved; where several are equal nobody
 * can say which, and they are left alone. */
static void find_moves(Pairer *p, const Comparison *c)
{
    size_t kinds = p->sequences.count + (size_t)1;
    Alone *gone = arena_array(p->arena, kinds, sizeof *gone);
    Alone *come = arena_array(p->arena, kinds, sizeof *come);
    Group last = {0};

    for (size_t g = 0; g <= c->group_count; g++) {
        Group next = g < c->group_count
                         ? c->groups[g]
                         : (Group){.old_from = c->before.text->block_count,
                                   .new_from = c->after.text->block_count};
        note_alone(&c->before, last.old_to, next.old_from, gone);
        note_alone(&c->after, last.new_to, next.new_from, come);
        last = next;
    }
    for (size_t i = 0; i < kinds; i++) {
        if (gone[i].times != 1 || come[i].times != 1)
            continue;
        c->moved_to[gone[i].at] = come[i].at;
        c->moved_from[come[i].at] = gone[i].at;
    }
}

/* Blocks in no group that did not move unchanged and are long enough to be known
 * again: copies, and where they are. */
typedef struct Rest {
    Piece *units;
    size_t *at;
    size_t count;
    size_t words;
} Rest;

static void rest_add(const Side *side, size_t from, size_t to, const size_t *moved,
                     Rest *rest)
{
    for (size_t i = from; i < to; i++) {
        const Piece *unit = &side->blocks[i];
        if (moved[i] != NO_INDEX || unit->feature_count < MOVED_EDITED_MIN ||
            unit->kind != BLOCK_PARAGRAPH)
            continue;
        rest->units[rest->count] = *unit;
        rest->words += unit->feature_count;
        rest->at[rest->count++] = i;
    }
}

static void collect_rest(Pairer *p, const Comparison *c, Rest *gone, Rest *come)
{
    size_t n = c->before.text->block_count, m = c->after.text->block_count;
    Group last = {0};

    *gone = (Rest){arena_array(p->arena, n, sizeof(Piece)),
                   arena_array(p->arena, n, sizeof(size_t)), 0, 0};
    *come = (Rest){arena_array(p->arena, m, sizeof(Piece)),
                   arena_array(p->arena, m, sizeof(size_t)), 0, 0};
    for (size_t g = 0; g <= c->group_count; g++) {
        Group next =
            g < c->group_count ? c->groups[g] : (Group){.old_from = n, .new_from = m};
        rest_add(&c->before, last.old_to, next.old_from, c->moved_to, gone);
        rest_add(&c->after, last.new_to, next.new_from, c->moved_from, come);
        last = next;
    }
}

static bool most_words_stayed(const WordMap *map, Range a)
{
    size_t words = 0, kept = 0;

    for (size_t i = a.start; i < a.end; i++) {
        words += map->before[i].word;
        kept += map->before[i].word && map->partner[i] != ALIGN_NONE;
    }
    return 2 * kept >= words;
}

/* Paragraphs that moved and were edited: the words that changed are marked where
 * they are now. */
static void find_edited_moves(Pairer *p, const Comparison *c, const WordMap *map)
{
    Rest gone, come;

    collect_rest(p, c, &gone, &come);
    if (gone.count == 0 || come.count == 0 ||
        gone.words + come.words > MOVED_EDITED_WORDS_MAX)
        return;
    uint32_t *partner = arena_array(p->arena, gone.count, sizeof *partner);
    pair_anywhere(p, (Pieces){gone.units, gone.count}, (Pieces){come.units, come.count},
                  partner);
    for (size_t i = 0; i < gone.count; i++) {
        if (partner[i] == ALIGN_NONE)
            continue;
        size_t from = gone.at[i], to = come.at[partner[i]];
        Range words = tokens_of(c->before.blocks, from, from + 1);
        compare_group(p, c, map, (Group){from, from + 1, to, to + 1, false});
        if (!most_words_stayed(map, words)) {
            for (size_t t = words.start; t < words.end; t++)
                map->partner[t] = ALIGN_NONE;
            continue;
        }
        c->moved_to[from] = to;
        c->moved_from[to] = from;
    }
}

static size_t *indices_none(Arena *arena, size_t count)
{
    size_t *indices = arena_array(arena, count, sizeof *indices);

    for (size_t i = 0; i < count; i++)
        indices[i] = NO_INDEX;
    return indices;
}

void compare_texts(const DiffText *before, const DiffText *after, Arena *arena,
                   Comparison *out)
{
    Pairer p;

    pairer_init(&p, arena);
    *out = (Comparison){.before = side_read(&p, before),
                        .after = side_read(&p, after),
                        .moved_to = indices_none(arena, before->block_count),
                        .moved_from = indices_none(arena, after->block_count)};
    out->partner = arena_array(arena, out->before.tokens.count, sizeof *out->partner);
    for (size_t i = 0; i < out->before.tokens.count; i++)
        out->partner[i] = ALIGN_NONE;

    size_t fewer = before->block_count < after->block_count ? before->block_count
                                                            : after->block_count;
    Group *groups = arena_array(arena, fewer, sizeof *groups);
    Pieces old_units = {out->before.blocks, before->block_count};
    Pieces new_units = {out->after.blocks, after->block_count};
    out->group_count = pair_units(&p, old_units, new_units, groups);
    out->groups = groups;

    WordMap map = {out->before.tokens.items, out->after.tokens.items, out->partner};
    for (size_t g = 0; g < out->group_count; g++) {
        Group at = groups[g];
        if (at.equal)
            edit_keep(&map, tokens_of(old_units.items, at.old_from, at.old_to),
                      tokens_of(new_units.items, at.new_from, at.new_to));
        else
            compare_group(&p, out, &map, at);
    }
    find_moves(&p, out);
    find_edited_moves(&p, out, &map);
}
