#include "diff/pair.h"

#include <stdlib.h>
#include <string.h>

#include "diff/align.h"

enum {
    CANDIDATES_MAX = 16, /* old units looked at closely for one new unit */
    POSTS_MAX = 64,      /* a word in more units than this tells them not apart */
    WITHIN_MIN = 8,      /* words of a unit that may lie within another */
    LABEL_WEIGHT = 64,   /* the label of a section is worth that many words */
};

/* A unit of the old side that holds a feature; a list by feature. */
typedef struct Post {
    uint32_t unit;
    uint32_t next; /* Post + 1; 0: the last */
} Post;

/* A pair that may be: the best chain of them is taken. */
typedef struct Candidate {
    uint32_t old_unit, new_unit;
    long weight;
    long total;    /* of the best chain that ends here */
    size_t before; /* candidate + 1 in that chain; 0: it starts here */
} Candidate;

typedef struct CandidateList {
    Candidate *items;
    size_t count;
    size_t cap;
} CandidateList;

void pairer_init(Pairer *p, Arena *arena)
{
    *p = (Pairer){
        .arena = arena, .words = {.arena = arena}, .sequences = {.arena = arena}};
}

static uint32_t fold(Pairer *p, const Token *token)
{
    Str word = str_slice(token->text, 0, token->stem);
    size_t at = 0;

    while (at < word.len && !(word.ptr[at] >= 'A' && word.ptr[at] <= 'Z'))
        at++;
    if (at == word.len)
        return token->key;
    char *copy = arena_alloc(p->arena, word.len);
    for (at = 0; at < word.len; at++) {
        bool capital = word.ptr[at] >= 'A' && word.ptr[at] <= 'Z';
        copy[at] = capital ? (char)(word.ptr[at] - 'A' + 'a') : word.ptr[at];
    }
    return word_id(&p->words, (Str){copy, word.len});
}

/* The id of a word whatever its case: a sentence that was joined to another begins
 * with a small letter. */
static uint32_t folded_id(Pairer *p, Token *token)
{
    if (token->folded == 0)
        token->folded = fold(p, token);
    return token->folded;
}

/* Single characters of Chinese and Japanese say little: two that stand together
 * are one feature. */
static uint32_t feature_at(Pairer *p, Token *tokens, size_t i, size_t count)
{
    const Token *next = i + 1 < count ? &tokens[i + 1] : NULL;

    if (!tokens[i].cjk || !next || !next->cjk || next->gap != GAP_NONE)
        return folded_id(p, &tokens[i]);
    size_t length = (size_t)(next->text.ptr - tokens[i].text.ptr) + next->text.len;
    return word_id(&p->words, (Str){tokens[i].text.ptr, length});
}

void piece_read(Pairer *p, const TokenList *list, Piece *unit)
{
    Token *tokens = list->items + unit->first;
    uint32_t *ids = arena_room(p->arena, unit->count, sizeof *ids);
    uint32_t *features = arena_room(p->arena, unit->count, sizeof *features);
    size_t count = 0;

    for (size_t i = 0; i < unit->count; i++) {
        ids[i] = tokens[i].id;
        if (tokens[i].word)
            features[count++] = feature_at(p, tokens, i, unit->count);
    }
    unit->same =
        word_id(&p->sequences, (Str){(const char *)ids, unit->count * sizeof *ids});
    unit->features = features;
    unit->feature_count = count;
}

/* The arrays by feature grow with the ids; they are all zero here. */
static void make_room(Pairer *p)
{
    if (p->words.count < p->id_count)
        return;
    p->id_count = (size_t)p->words.count * 2 + 64;
    p->counts = arena_array(p->arena, p->id_count, sizeof *p->counts);
    p->posts = arena_array(p->arena, p->id_count, sizeof *p->posts);
}

static void count_features(Pairer *p, const Piece *unit, int amount)
{
    for (size_t i = 0; i < unit->feature_count; i++)
        p->counts[unit->features[i]] += amount;
}

static void clear_features(Pairer *p, const Piece *unit)
{
    for (size_t i = 0; i < unit->feature_count; i++)
        p->counts[unit->features[i]] = 0;
}

/* How many of the unit's features are among those counted; each counted one is
 * used once. */
static size_t common_features(Pairer *p, const Piece *unit)
{
    size_t common = 0;

    for (size_t i = 0; i < unit->feature_count; i++)
        common += p->counts[unit->features[i]]-- > 0;
    count_features(p, unit, 1);
    return common;
}

static bool belong_together(size_t common, size_t a, size_t b)
{
    size_t shorter = a < b ? a : b;

    if (5 * common >= a + b) /* dice of 0.4 */
        return common > 0;
    return shorter >= WITHIN_MIN && 20 * common >= 17 * shorter; /* 85 % */
}

static void add_candidate(Pairer *p, CandidateList *list, Candidate c)
{
    list->items = arena_grow(p->arena, list->items, list->count, &list->cap, sizeof c);
    list->items[list->count++] = c;
}

/* Weigh a pair whose new unit's features are counted. */
static void weigh_pair(Pairer *p, const Piece *old_unit, const Piece *new_unit,
                       Candidate c, CandidateList *list)
{
    bool labels = old_unit->label && old_unit->label == new_unit->label;

    if (old_unit->kind != new_unit->kind)
        return;
    size_t common = common_features(p, old_unit);
    if (old_unit->same != new_unit->same && !labels &&
        !belong_together(common, old_unit->feature_count, new_unit->feature_count))
        return;
    c.weight = 2 * (long)common + 1 + (old_unit->same == new_unit->same);
    c.weight += labels ? LABEL_WEIGHT : 0;
    add_candidate(p, list, c);
}

/* Old units by their features, those of very common words left out. */
typedef struct PostLists {
    Post *posts;
    uint32_t *labelled; /* old units with a label, in order */
    size_t labelled_count;
} PostLists;

static PostLists post_units(Pairer *p, Pieces before, size_t from, size_t to)
{
    PostLists lists = {0};
    size_t room = 0, used = 0;

    for (size_t i = from; i < to; i++)
        room += before.items[i].feature_count;
    lists.posts = arena_array(p->arena, room, sizeof *lists.posts);
    lists.labelled = arena_array(p->arena, to - from, sizeof *lists.labelled);
    for (size_t i = from; i < to; i++) {
        const Piece *unit = &before.items[i];
        if (unit->label)
            lists.labelled[lists.labelled_count++] = (uint32_t)i;
        for (size_t f = 0; f < unit->feature_count; f++) {
            uint32_t *head = &p->posts[unit->features[f]];
            if (*head && lists.posts[*head - 1].unit == i)
                continue;
            lists.posts[used] = (Post){(uint32_t)i, *head};
            *head = (uint32_t)++used;
        }
    }
    return lists;
}

static void clear_posts(Pairer *p, Pieces before, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        for (size_t f = 0; f < before.items[i].feature_count; f++)
            p->posts[before.items[i].features[f]] = 0;
}

/* The old units that share most words with a new one, a rough count. */
typedef struct Shortlist {
    uint32_t units[CANDIDATES_MAX];
    uint32_t most[CANDIDATES_MAX]; /* words they can have in common with it */
    size_t count;
    bool rough;       /* some posts were left out: there may be more in common */
    uint32_t *shared; /* by old unit; zero between calls */
    uint32_t *touched;
} Shortlist;

static void shortlist_insert(Shortlist *s, uint32_t unit)
{
    size_t at = s->count;

    if (at == CANDIDATES_MAX && s->shared[s->units[at - 1]] >= s->shared[unit])
        return;
    if (at == CANDIDATES_MAX)
        at--;
    else
        s->count++;
    while (at > 0 && s->shared[s->units[at - 1]] < s->shared[unit]) {
        s->units[at] = s->units[at - 1];
        at--;
    }
    s->units[at] = unit;
}

static void shortlist_fill(Shortlist *s, const Pairer *p, const PostLists *lists,
                           const Piece *unit)
{
    size_t touched = 0;

    s->count = 0;
    s->rough = false;
    for (size_t f = 0; f < unit->feature_count; f++) {
        uint32_t post = p->posts[unit->features[f]];
        for (int n = 0; post && n < POSTS_MAX; n++) {
            uint32_t old_unit = lists->posts[post - 1].unit;
            if (s->shared[old_unit]++ == 0)
                s->touched[touched++] = old_unit;
            post = lists->posts[post - 1].next;
        }
        s->rough |= post != 0;
    }
    for (size_t i = 0; i < touched; i++)
        shortlist_insert(s, s->touched[i]);
    for (size_t i = 0; i < s->count; i++)
        s->most[i] = s->shared[s->units[i]];
    for (size_t i = 0; i < touched; i++)
        s->shared[s->touched[i]] = 0;
}

/* The old unit of the same label; labels are few. */
static void add_labelled(Pairer *p, const PostLists *lists, Pieces before,
                         const Piece *unit, uint32_t at, CandidateList *out)
{
    for (size_t i = 0; unit->label && i < lists->labelled_count; i++) {
        uint32_t old_unit = lists->labelled[i];
        if (before.items[old_unit].label == unit->label)
            weigh_pair(p, &before.items[old_unit], unit,
                       (Candidate){.old_unit = old_unit, .new_unit = at}, out);
    }
}

static int compare_candidates(const void *left, const void *right)
{
    const Candidate *l = left, *r = right;

    if (l->new_unit != r->new_unit)
        return l->new_unit < r->new_unit ? -1 : 1;
    /* Backwards, so that two of one new unit never stand in one chain. */
    return (l->old_unit < r->old_unit) - (l->old_unit > r->old_unit);
}

/* Too little in common however it is counted, without counting it. */
static bool is_hopeless(const Shortlist *s, size_t i, const Piece *old_unit,
                        const Piece *new_unit)
{
    bool labels = old_unit->label && old_unit->label == new_unit->label;

    return !s->rough && old_unit->same != new_unit->same && !labels &&
           !belong_together(s->most[i], old_unit->feature_count,
                            new_unit->feature_count);
}

static CandidateList find_candidates(Pairer *p, Pieces before, Pieces after, Group box)
{
    CandidateList list = {0};
    PostLists lists = post_units(p, before, box.old_from, box.old_to);
    Shortlist shortlist = {
        .shared = arena_array(p->arena, before.count, sizeof *shortlist.shared),
        .touched = arena_array(p->arena, before.count, sizeof *shortlist.touched)};

    for (size_t j = box.new_from; j < box.new_to; j++) {
        const Piece *unit = &after.items[j];
        shortlist_fill(&shortlist, p, &lists, unit);
        count_features(p, unit, 1);
        for (size_t i = 0; i < shortlist.count; i++) {
            uint32_t old_unit = shortlist.units[i];
            if (is_hopeless(&shortlist, i, &before.items[old_unit], unit))
                continue;
            weigh_pair(p, &before.items[old_unit], unit,
                       (Candidate){.old_unit = old_unit, .new_unit = (uint32_t)j},
                       &list);
        }
        add_labelled(p, &lists, before, unit, (uint32_t)j, &list);
        clear_features(p, unit);
    }
    clear_posts(p, before, box.old_from, box.old_to);
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, compare_candidates);
    return list;
}

/* The best chain that ends before old unit `unit`: a Fenwick tree of maxima. */
static size_t best_before(const size_t *tree, const Candidate *all, size_t unit)
{
    size_t best = 0;

    for (size_t i = unit; i > 0; i &= i - 1)
        if (tree[i] && (!best || all[tree[i] - 1].total > all[best - 1].total))
            best = tree[i];
    return best;
}

static void remember_chain(size_t *tree, size_t size, const Candidate *all, size_t end)
{
    for (size_t i = all[end - 1].old_unit + (size_t)1; i <= size; i += i & (~i + 1))
        if (!tree[i] || all[tree[i] - 1].total < all[end - 1].total)
            tree[i] = end;
}

/* Pair along the heaviest chain. */
static void pair_chain(Pairer *p, CandidateList list, size_t old_count,
                       uint32_t *partner)
{
    size_t *tree = arena_array(p->arena, old_count + 1, sizeof *tree);
    size_t best = 0;

    for (size_t c = 0; c < list.count; c++) {
        Candidate *at = &list.items[c];
        at->before = best_before(tree, list.items, at->old_unit);
        at->total = at->weight + (at->before ? list.items[at->before - 1].total : 0);
        remember_chain(tree, old_count, list.items, c + 1);
        if (!best || at->total > list.items[best - 1].total)
            best = c + 1;
    }
    for (size_t c = best; c; c = list.items[c - 1].before)
        partner[list.items[c - 1].old_unit] = list.items[c - 1].new_unit;
}

static bool holds_signs_only(const Piece *unit)
{
    return unit->count > 0 && unit->feature_count == 0;
}

/* Pair equal units that are left between two pairs: rules, repeated lines. */
static void pair_equal_between(Pairer *p, Pieces before, Pieces after, Group gap,
                               uint32_t *partner)
{
    size_t n = gap.old_to - gap.old_from, m = gap.new_to - gap.new_from;

    if (n == 0 || m == 0)
        return;
    uint32_t *old_ids = arena_array(p->arena, n, sizeof *old_ids);
    uint32_t *new_ids = arena_array(p->arena, m, sizeof *new_ids);
    for (size_t i = 0; i < n; i++)
        old_ids[i] = before.items[gap.old_from + i].same;
    for (size_t j = 0; j < m; j++)
        new_ids[j] = after.items[gap.new_from + j].same;
    align_ids((Ids){old_ids, n}, (Ids){new_ids, m}, p->arena, partner + gap.old_from);
    for (size_t i = gap.old_from; i < gap.old_to; i++)
        if (partner[i] != ALIGN_NONE)
            partner[i] += (uint32_t)gap.new_from;
    /* The rule under the head of a table that got a column. */
    if (n == 1 && m == 1 && holds_signs_only(&before.items[gap.old_from]) &&
        holds_signs_only(&after.items[gap.new_from]) &&
        before.items[gap.old_from].kind == after.items[gap.new_from].kind)
        partner[gap.old_from] = (uint32_t)gap.new_from;
}

static void pair_equal_rest(Pairer *p, Pieces before, Pieces after, Group box,
                            uint32_t *partner)
{
    Group gap = {.old_from = box.old_from, .new_from = box.new_from};

    for (size_t i = box.old_from; i < box.old_to; i++) {
        if (partner[i] == ALIGN_NONE)
            continue;
        gap.old_to = i;
        gap.new_to = partner[i];
        pair_equal_between(p, before, after, gap, partner);
        gap.old_from = i + 1;
        gap.new_from = partner[i] + (size_t)1;
    }
    gap.old_to = box.old_to;
    gap.new_to = box.new_to;
    pair_equal_between(p, before, after, gap, partner);
}

/* Does at least half of the unit lie in what is left over of its neighbours?
 * `sign` is 1 when old words are left over, -1 for new ones; what is used up is
 * taken off the counts. */
static bool takes_leftover(Pairer *p, const Piece *unit, int sign)
{
    size_t hits = 0;

    for (size_t i = 0; i < unit->feature_count; i++)
        hits += p->counts[unit->features[i]] * sign > 0;
    if (hits < 2 || 2 * hits < unit->feature_count)
        return false;
    count_features(p, unit, -sign);
    return true;
}

static bool piece_fits(Pairer *p, const Piece *unit, const Piece *like, int sign)
{
    return unit->kind == like->kind && !unit->label && takes_leftover(p, unit, sign);
}

/* Let a group take its neighbours in the free room around it: `room` is what the
 * groups beside it have left. */
static void widen_group(Pairer *p, Pieces before, Pieces after, Group room, Group *g)
{
    const Piece *like = &after.items[g->new_from];
    size_t old_unit = g->old_from, new_unit = g->new_from;

    count_features(p, &before.items[old_unit], 1);
    count_features(p, &after.items[new_unit], -1);
    while (g->new_to < room.new_to && piece_fits(p, &after.items[g->new_to], like, 1))
        g->new_to++;
    while (g->new_from > room.new_from &&
           piece_fits(p, &after.items[g->new_from - 1], like, 1))
        g->new_from--;
    while (g->old_to < room.old_to && piece_fits(p, &before.items[g->old_to], like, -1))
        g->old_to++;
    while (g->old_from > room.old_from &&
           piece_fits(p, &before.items[g->old_from - 1], like, -1))
        g->old_from--;
    for (size_t i = g->old_from; i < g->old_to; i++)
        clear_features(p, &before.items[i]);
    for (size_t j = g->new_from; j < g->new_to; j++)
        clear_features(p, &after.items[j]);
}

static void widen_groups(Pairer *p, Pieces before, Pieces after, Group *groups,
                         size_t count)
{
    for (size_t i = 0; i < count; i++) {
        Group room = {0, before.count, 0, after.count, false};
        if (groups[i].equal)
            continue;
        if (i > 0) {
            room.old_from = groups[i - 1].old_to;
            room.new_from = groups[i - 1].new_to;
        }
        if (i + 1 < count) {
            room.old_to = groups[i + 1].old_from;
            room.new_to = groups[i + 1].new_from;
        }
        widen_group(p, before, after, room, &groups[i]);
    }
}

static size_t collect_groups(Pieces before, Pieces after, const uint32_t *partner,
                             Group *groups)
{
    size_t count = 0;

    for (size_t i = 0; i < before.count; i++) {
        size_t j = partner[i];
        if (partner[i] == ALIGN_NONE)
            continue;
        groups[count++] =
            (Group){i, i + 1, j, j + 1, before.items[i].same == after.items[j].same};
    }
    return count;
}

size_t pair_units(Pairer *p, Pieces before, Pieces after, Group *groups)
{
    Group box = {0, before.count, 0, after.count, false};
    uint32_t *partner = arena_array(p->arena, before.count, sizeof *partner);

    make_room(p);
    for (size_t i = 0; i < before.count; i++)
        partner[i] = ALIGN_NONE;
    while (box.old_from < box.old_to && box.new_from < box.new_to &&
           before.items[box.old_from].same == after.items[box.new_from].same)
        partner[box.old_from++] = (uint32_t)box.new_from++;
    while (box.old_from < box.old_to && box.new_from < box.new_to &&
           before.items[box.old_to - 1].same == after.items[box.new_to - 1].same)
        partner[--box.old_to] = (uint32_t)--box.new_to;
    if (box.old_from < box.old_to && box.new_from < box.new_to) {
        CandidateList list = find_candidates(p, before, after, box);
        pair_chain(p, list, before.count, partner);
        pair_equal_rest(p, before, after, box, partner);
    }
    size_t count = collect_groups(before, after, partner, groups);
    widen_groups(p, before, after, groups, count);
    return count;
}

static int compare_weights(const void *left, const void *right)
{
    const Candidate *l = left, *r = right;

    if (l->weight != r->weight)
        return l->weight > r->weight ? -1 : 1;
    return compare_candidates(left, right);
}

/* Dice of at least 0.6: what moves far must be plainly the same. */
static bool plainly_the_same(const Piece *a, const Piece *b, const Candidate *c)
{
    long common = (c->weight - 1) / 2;

    return 10 * common >= 3 * (long)(a->feature_count + b->feature_count);
}

void pair_anywhere(Pairer *p, Pieces before, Pieces after, uint32_t *partner)
{
    Group box = {0, before.count, 0, after.count, false};
    bool *taken = arena_array(p->arena, after.count, sizeof *taken);

    make_room(p);
    for (size_t i = 0; i < before.count; i++)
        partner[i] = ALIGN_NONE;
    CandidateList list = find_candidates(p, before, after, box);
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, compare_weights);
    for (size_t i = 0; i < list.count; i++) {
        const Candidate *c = &list.items[i];
        if (partner[c->old_unit] != ALIGN_NONE || taken[c->new_unit] ||
            !plainly_the_same(&before.items[c->old_unit], &after.items[c->new_unit], c))
            continue;
        partner[c->old_unit] = c->new_unit;
        taken[c->new_unit] = true;
    }
}
