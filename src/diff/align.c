#include "diff/align.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A part of both sequences: before[a0, a1) and after[b0, b1). */
typedef struct Box {
    size_t a0, a1, b0, b1;
} Box;

/* Boxes wait here; each split halves the edits, so few wait at a time. */
enum { STACK_MAX = 64 };

/* Rows of most searches, which are about a sentence, need no arena. */
enum { ROWS_FEW = 256 };

typedef struct Aligner {
    const uint32_t *a, *b;
    uint32_t *partner;
    long reach;               /* edits each search may use */
    long *forward, *backward; /* furthest x on diagonals -reach to reach */
} Aligner;

/* One direction of the search in a box; backward it reads from the ends. */
typedef struct Search {
    const uint32_t *a, *b; /* first elements in reading order */
    long n, m;
    long step; /* 1 or -1 */
    long *furthest;
} Search;

enum { UNREACHED = -(1 << 30) };

/* Where the path goes from the neighbouring diagonals: right (an element of
 * `before` goes) or down (one of `after` comes), whatever is further. */
static long start_on_diagonal(const Search *s, long k, long d)
{
    long right = k > -d ? s->furthest[k - 1] + 1 : UNREACHED;
    long down = k < d ? s->furthest[k + 1] : UNREACHED;

    if (d == 0)
        return 0;
    if (right > s->n)
        right = UNREACHED;
    if (down - k > s->m)
        down = UNREACHED;
    return right > down ? right : down;
}

/* Extend every path to `d` edits. */
static void search_advance(const Search *s, long d)
{
    for (long k = -d; k <= d; k += 2) {
        long x = start_on_diagonal(s, k, d);
        while (x >= 0 && x < s->n && x - k < s->m &&
               s->a[x * s->step] == s->b[(x - k) * s->step])
            x++;
        s->furthest[k] = x < 0 ? UNREACHED : x;
    }
}

/* Do the two searches meet on some diagonal? `d` and `other_d` are their edits. */
static bool searches_meet(const Search *s, const Search *other, long d, long other_d,
                          long *at_k)
{
    long delta = s->n - s->m;

    for (long k = -d; k <= d; k += 2) {
        long mirror = delta - k;
        if (mirror < -other_d || mirror > other_d || (mirror + other_d) % 2 != 0)
            continue;
        if (s->furthest[k] >= 0 && other->furthest[mirror] >= 0 &&
            s->furthest[k] + other->furthest[mirror] >= s->n) {
            *at_k = k;
            return true;
        }
    }
    return false;
}

/* A point in the middle of a shortest edit script of the box.
 *   returns  false when it has more than ALIGN_MAX_EDITS edits */
static bool find_middle(const Aligner *al, Box box, size_t *a, size_t *b)
{
    long n = (long)(box.a1 - box.a0), m = (long)(box.b1 - box.b0);
    Search forward = {al->a + box.a0, al->b + box.b0, n, m, 1, al->forward};
    Search backward = {al->a + box.a1 - 1, al->b + box.b1 - 1, n, m, -1, al->backward};
    long k = 0;

    for (long d = 0; d <= al->reach; d++) {
        search_advance(&forward, d);
        if (d > 0 && searches_meet(&forward, &backward, d, d - 1, &k)) {
            *a = box.a0 + (size_t)forward.furthest[k];
            *b = box.b0 + (size_t)(forward.furthest[k] - k);
            return true;
        }
        search_advance(&backward, d);
        if (searches_meet(&backward, &forward, d, d, &k)) {
            *a = box.a1 - (size_t)backward.furthest[k];
            *b = box.b1 - (size_t)(backward.furthest[k] - k);
            return true;
        }
    }
    return false;
}

/* Pair what is equal at both ends and take it off the box. */
static Box pair_ends(const Aligner *al, Box box)
{
    while (box.a0 < box.a1 && box.b0 < box.b1 && al->a[box.a0] == al->b[box.b0])
        al->partner[box.a0++] = (uint32_t)box.b0++;
    while (box.a0 < box.a1 && box.b0 < box.b1 && al->a[box.a1 - 1] == al->b[box.b1 - 1])
        al->partner[--box.a1] = (uint32_t)--box.b1;
    return box;
}

/*   returns  false when the box has too many edits; it is left unpaired but for
 *            its ends, and *rest is what lies between */
static bool align_box(const Aligner *al, Box box, Box *rest)
{
    Box stack[STACK_MAX];
    size_t depth = 0;
    bool first = true;

    stack[depth++] = box;
    while (depth > 0) {
        Box top = pair_ends(al, stack[--depth]);
        size_t a, b;
        if (first)
            *rest = top;
        if (top.a0 == top.a1 || top.b0 == top.b1) {
            first = false;
            continue;
        }
        if (!find_middle(al, top, &a, &b)) {
            assert(first); /* a part never has more edits than the whole */
            return false;
        }
        first = false;
        assert(depth + 2 <= STACK_MAX);
        stack[depth++] = (Box){a, top.a1, b, top.b1};
        stack[depth++] = (Box){top.a0, a, top.b0, b};
    }
    return true;
}

typedef struct Element {
    uint32_t id;
    uint32_t at;
} Element;

static int compare_elements(const void *left, const void *right)
{
    const Element *l = left, *r = right;

    if (l->id != r->id)
        return l->id < r->id ? -1 : 1;
    return (l->at > r->at) - (l->at < r->at);
}

/* The elements of ids[from, to) that occur once in it, by id. */
static Element *unique_elements(const uint32_t *ids, size_t from, size_t to,
                                Arena *scratch, size_t *count)
{
    Element *all = arena_array(scratch, to - from, sizeof *all);
    size_t kept = 0, n = to - from;

    for (size_t i = 0; i < n; i++)
        all[i] = (Element){ids[from + i], (uint32_t)(from + i)};
    qsort(all, n, sizeof *all, compare_elements);
    for (size_t i = 0; i < n; i++)
        if ((i == 0 || all[i - 1].id != all[i].id) &&
            (i + 1 == n || all[i + 1].id != all[i].id))
            all[kept++] = all[i];
    *count = kept;
    return all;
}

/* The longest strictly increasing subsequence of `values`: keep[i] is 1 for its
 * elements, else 0. */
static void longest_increasing(const uint32_t *values, size_t count, Arena *scratch,
                               unsigned char *keep)
{
    size_t *tails = arena_array(scratch, count, sizeof *tails); /* end of length i+1 */
    size_t *before = arena_array(scratch, count, sizeof *before);
    size_t length = 0;

    if (count == 0)
        return;
    memset(keep, 0, count);
    for (size_t i = 0; i < count; i++) {
        size_t low = 0, high = length;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (values[tails[middle]] < values[i])
                low = middle + 1;
            else
                high = middle;
        }
        before[i] = low ? tails[low - 1] : count;
        tails[low] = i;
        length += low == length;
    }
    for (size_t i = tails[length - 1]; i < count; i = before[i])
        keep[i] = 1;
}

/* Pair the elements that occur once on either side, where their order agrees. */
static void pair_unique(const Aligner *al, Box box, Arena *scratch)
{
    size_t count_a = 0, count_b = 0;
    Element *a = unique_elements(al->a, box.a0, box.a1, scratch, &count_a);
    Element *b = unique_elements(al->b, box.b0, box.b1, scratch, &count_b);
    uint32_t *common = arena_array(scratch, box.a1 - box.a0, sizeof *common);
    uint32_t *places = arena_array(scratch, box.a1 - box.a0, sizeof *places);
    uint32_t *values = arena_array(scratch, box.a1 - box.a0, sizeof *values);
    unsigned char *keep = arena_array(scratch, box.a1 - box.a0, 1);
    size_t count = 0;

    memset(common, 0xFF, (box.a1 - box.a0) * sizeof *common);
    for (size_t i = 0, j = 0; i < count_a && j < count_b;) {
        if (a[i].id == b[j].id)
            common[a[i].at - box.a0] = b[j].at;
        if (a[i].id <= b[j].id)
            i++;
        else
            j++;
    }
    for (size_t i = 0; i < box.a1 - box.a0; i++) {
        if (common[i] == ALIGN_NONE)
            continue;
        places[count] = (uint32_t)(box.a0 + i);
        values[count++] = common[i];
    }
    longest_increasing(values, count, scratch, keep);
    for (size_t i = 0; i < count; i++)
        if (keep[i])
            al->partner[places[i]] = values[i];
}

/* Align what lies between the pairs already made in the box. */
static void align_gaps(const Aligner *al, Box box)
{
    Box gap = {box.a0, box.a0, box.b0, box.b0};
    Box rest;

    for (size_t i = box.a0; i < box.a1; i++) {
        uint32_t partner = al->partner[i];
        if (partner == ALIGN_NONE)
            continue;
        gap.a1 = i;
        gap.b1 = partner;
        align_box(al, gap, &rest);
        gap.a0 = i + 1;
        gap.b0 = partner + (size_t)1;
    }
    gap.a1 = box.a1;
    gap.b1 = box.b1;
    align_box(al, gap, &rest);
}

void align_ids(Ids before, Ids after, Arena *scratch, uint32_t *partner)
{
    size_t total = before.count + after.count;
    size_t reach = (total < ALIGN_MAX_EDITS ? total + 1 : ALIGN_MAX_EDITS) / 2;
    long few[ROWS_FEW];
    size_t needed = 2 * (2 * reach + 1);
    long *rows = needed <= ROWS_FEW ? few : arena_array(scratch, needed, sizeof *rows);
    Aligner al = {.a = before.items,
                  .b = after.items,
                  .partner = partner,
                  .reach = (long)reach,
                  .forward = rows + reach,
                  .backward = rows + 3 * reach + 1};
    Box rest;

    for (size_t i = 0; i < before.count; i++)
        partner[i] = ALIGN_NONE;
    if (!align_box(&al, (Box){0, before.count, 0, after.count}, &rest)) {
        pair_unique(&al, rest, scratch);
        align_gaps(&al, rest);
    }
}
