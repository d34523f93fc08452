#include "review/anchor.h"

#include <stdlib.h>
#include <string.h>

#include "diff/align.h"
#include "review/anchor_words.h"

enum {
    CONTEXT_WORDS = 40,  /* on each side of the quote; */
    CONTEXT_BYTES = 320, /* or fewer, in long words */
    COMMON = 48,         /* a word that occurs more often tells no place */
    REGIONS_MAX = 6,     /* places that are looked at closely */
    LONG_QUOTE = 5,      /* words that nobody writes twice by chance */
    SLACK = 12,          /* words that may have come in on each side */
    PERCENT_KNOWN = 40,  /* of what stood around must be there */
    PERCENT_APART = 15,  /* the best place is so much better than the next */
    PERCENT_EDITED = 50, /* of the quote is left; */
    PERCENT_MOST = 80,   /* that is most of it */
};

struct AnchorText {
    const Document *doc;
    Arena *arena;
    WordIds ids;
    AnchorWords words;
    uint32_t known;  /* ids up to this one occur in the document */
    uint32_t *first; /* by id: index of its first word */
    uint32_t *next;  /* by index: the next of the same id */
    uint32_t *times; /* by id: how often */
};

/* Quote and surroundings as one row. */
typedef struct Pattern {
    AnchorWords words;
    size_t quote, quote_end; /* indices */
    size_t weight;           /* words outside the quote */
} Pattern;

/* A place where the row may stand now. */
typedef struct Site {
    size_t from, to; /* words of the document that are looked at */
    uint32_t
        *partner;  /* of each word of the row: index in the document, or ALIGN_NONE */
    size_t around; /* words of the surroundings that are there */
    size_t left;   /* words of the quote that are there */
    size_t first, last; /* index of the first and last of them; left > 0 */
    bool together;      /* all of them, and nothing between */
    int percent;        /* of the surroundings */
} Site;

const char *anchor_state_name(AnchorState state)
{
    static const char *const names[] = {"here", "moved", "edited", "lost"};

    return names[state];
}

AnchorText *anchor_text(const Document *doc, Arena *arena)
{
    AnchorText *text = ARENA_NEW(arena, AnchorText);

    text->doc = doc;
    text->arena = arena;
    text->ids = (WordIds){.arena = arena};
    anchor_words_read(doc->bytes, doc->start, doc->bytes.len, &text->ids, arena,
                      &text->words);
    text->known = text->ids.count;
    text->first = arena_array(arena, text->known + 1, sizeof *text->first);
    text->times = arena_array(arena, text->known + 1, sizeof *text->times);
    text->next = arena_array(arena, text->words.count + 1, sizeof *text->next);
    memset(text->first, 0xFF, (text->known + 1) * sizeof *text->first);
    memset(text->times, 0, (text->known + 1) * sizeof *text->times);
    for (size_t i = text->words.count; i-- > 0;) {
        uint32_t id = text->words.items[i].id;
        text->next[i] = text->first[id];
        text->first[id] = (uint32_t)i;
        text->times[id]++;
    }
    return text;
}

/* -- making one ------------------------------------------------------------- */

static Str part_name(const Document *doc, size_t offset)
{
    for (size_t i = doc->part_count; i-- > 0;)
        if (doc->parts[i].range.start <= offset)
            return doc->parts[i].id.len > 0
                       ? doc->parts[i].id
                       : str_from(part_kind_name(doc->parts[i].kind));
    return (Str){0};
}

/* The first word that ends behind an offset. */
static size_t word_at(const AnchorText *text, size_t offset)
{
    size_t low = 0, high = text->words.count;

    while (low < high) {
        size_t mid = (low + high) / 2;
        if (text->words.items[mid].range.end > offset)
            high = mid;
        else
            low = mid + 1;
    }
    return low;
}

static Str bytes_between(const AnchorText *text, size_t from, size_t to)
{
    const AnchorWord *words = text->words.items;

    if (from >= to)
        return (Str){0};
    return str_slice(text->doc->bytes, words[from].range.start,
                     words[to - 1].range.end);
}

Anchor anchor_make(const AnchorText *text, Range range)
{
    const AnchorWord *words = text->words.items;
    size_t from = word_at(text, range.start), to = from;
    Anchor anchor = {0};

    while (to < text->words.count && words[to].range.start < range.end)
        to++;
    if (from == to)
        return anchor;
    size_t before = from, after = to;
    while (before > 0 && from - before < CONTEXT_WORDS &&
           words[from].range.start - words[before - 1].range.start <= CONTEXT_BYTES)
        before--;
    while (after < text->words.count && after - to < CONTEXT_WORDS &&
           words[after].range.end - words[to - 1].range.end <= CONTEXT_BYTES)
        after++;
    anchor.quote = bytes_between(text, from, to);
    anchor.before = bytes_between(text, before, from);
    anchor.after = bytes_between(text, to, after);
    anchor.part = part_name(text->doc, words[from].range.start);
    return anchor;
}

/* -- finding it ------------------------------------------------------------- */

static void pattern_add(AnchorText *text, Str piece, Pattern *out)
{
    anchor_words_read(piece, 0, piece.len, &text->ids, text->arena, &out->words);
}

static Pattern pattern_of(AnchorText *text, const Anchor *anchor)
{
    Pattern out = {0};

    pattern_add(text, anchor->before, &out);
    out.quote = out.words.count;
    pattern_add(text, anchor->quote, &out);
    out.quote_end = out.words.count;
    pattern_add(text, anchor->after, &out);
    out.weight = out.quote + (out.words.count - out.quote_end);
    return out;
}

static bool same_words(const AnchorText *text, size_t at, const Pattern *p, size_t from,
                       size_t count)
{
    if (at + count > text->words.count)
        return false;
    for (size_t i = 0; i < count; i++)
        if (text->words.items[at + i].id != p->words.items[from + i].id)
            return false;
    return true;
}

typedef struct Votes {
    long *items; /* where the first word of the row would stand */
    size_t count, cap;
} Votes;

static void vote(Votes *votes, Arena *arena, long at)
{
    votes->items = arena_grow(arena, votes->items, votes->count, &votes->cap,
                              sizeof *votes->items);
    votes->items[votes->count++] = at;
}

/* Each occurrence of a run of the row says where the row stands. */
static void vote_by_runs(const AnchorText *text, const Pattern *p, size_t length,
                         Votes *votes)
{
    for (size_t i = 0; i + length <= p->words.count; i++) {
        size_t rare = i;
        for (size_t k = i; k < i + length; k++) {
            uint32_t id = p->words.items[k].id, best = p->words.items[rare].id;
            if (id > text->known ||
                (best <= text->known && text->times[id] < text->times[best]))
                rare = k;
        }
        uint32_t id = p->words.items[rare].id;
        if (id > text->known || text->times[id] > COMMON)
            continue;
        for (uint32_t at = text->first[id]; at != ALIGN_NONE; at = text->next[at])
            if (at >= rare - i && same_words(text, at - (rare - i), p, i, length))
                vote(votes, text->arena, (long)at - (long)rare);
    }
}

static int by_place(const void *a, const void *b)
{
    long x = *(const long *)a, y = *(const long *)b;

    return (x > y) - (x < y);
}

/* The votes are sorted: those that a window of `width` holds, most first. */
static size_t best_window(const Votes *votes, const bool *used, long width,
                          size_t *from)
{
    size_t best = 0;

    for (size_t i = 0, j = 0; i < votes->count; i++) {
        if (j < i)
            j = i;
        while (j < votes->count && votes->items[j] - votes->items[i] <= width)
            j++;
        if (!used[i] && j - i > best) {
            best = j - i;
            *from = i;
        }
    }
    return best;
}

static size_t clamp(long at, size_t max)
{
    return at < 0 ? 0 : (size_t)at > max ? max : (size_t)at;
}

/* The words of the row that stand in site->from to site->to. */
static void read_site(const AnchorText *text, const Pattern *p, Site *site)
{
    Arena *arena = text->arena;
    size_t count = site->to - site->from;
    uint32_t *row = arena_array(arena, p->words.count, sizeof *row);
    uint32_t *here = arena_array(arena, count + 1, sizeof *here);

    site->partner = arena_array(arena, p->words.count, sizeof *site->partner);
    for (size_t i = 0; i < p->words.count; i++)
        row[i] = p->words.items[i].id;
    for (size_t i = 0; i < count; i++)
        here[i] = text->words.items[site->from + i].id;
    align_ids((Ids){row, p->words.count}, (Ids){here, count}, arena, site->partner);
    for (size_t i = 0; i < p->words.count; i++)
        if (site->partner[i] != ALIGN_NONE)
            site->partner[i] += (uint32_t)site->from;
}

static void weigh_site(const Pattern *p, Site *site)
{
    size_t in_quote = p->quote_end - p->quote;

    for (size_t i = 0; i < p->words.count; i++) {
        bool inside = i >= p->quote && i < p->quote_end;
        if (site->partner[i] == ALIGN_NONE)
            continue;
        if (!inside) {
            site->around++;
            continue;
        }
        if (site->left++ == 0)
            site->first = site->partner[i];
        site->last = site->partner[i];
    }
    site->together = site->left == in_quote && site->last - site->first + 1 == in_quote;
    site->percent = p->weight > 0 ? (int)(site->around * 100 / p->weight) : 0;
}

static size_t find_sites(const AnchorText *text, const Pattern *p, Site *out)
{
    Votes votes = {0};
    size_t count = 0, from = 0;
    long width = (long)(p->words.count / 3) + SLACK;

    for (size_t length = 3; length > 0 && votes.count == 0; length--)
        vote_by_runs(text, p, length, &votes);
    if (votes.count == 0)
        return 0;
    qsort(votes.items, votes.count, sizeof *votes.items, by_place);
    bool *used = arena_array(text->arena, votes.count, sizeof *used);
    memset(used, 0, votes.count * sizeof *used);
    while (count < REGIONS_MAX) {
        size_t held = best_window(&votes, used, width, &from);
        if (held == 0)
            break;
        long low = votes.items[from], high = votes.items[from + held - 1];
        out[count] =
            (Site){.from = clamp(low - SLACK, text->words.count),
                   .to = clamp(high + (long)p->words.count + SLACK, text->words.count)};
        read_site(text, p, &out[count]);
        weigh_site(p, &out[count]);
        count++;
        for (size_t i = from; i < from + held; i++)
            used[i] = true;
    }
    return count;
}

/* Are the words beside the quote its old neighbours? A word is passed by for that it
 * was put in or taken out. */
static int old_neighbours(const Pattern *p, const Site *site)
{
    int count = 0;

    if (p->quote == 0)
        count += site->first == 0;
    else
        count += site->partner[p->quote - 1] + 1 == site->first;
    if (p->quote_end == p->words.count)
        count++;
    else
        count += site->partner[p->quote_end] == site->last + 1;
    return count;
}

/* Does the quote stand a second time in its surroundings? */
static bool is_repeated(const Pattern *p)
{
    size_t length = p->quote_end - p->quote;

    for (size_t i = 0; i + length <= p->words.count; i++) {
        size_t k = 0;
        while (k < length &&
               p->words.items[i + k].id == p->words.items[p->quote + k].id)
            k++;
        if (k == length && i != p->quote)
            return true;
    }
    return false;
}

static size_t quote_words(const Pattern *p)
{
    return p->quote_end - p->quote;
}

/* All words of the quote are there together: is it they that were meant? */
static bool is_meant(const Pattern *p, const Site *site)
{
    size_t words = quote_words(p);

    if (words >= LONG_QUOTE)
        return true;
    if (site->percent < PERCENT_KNOWN && old_neighbours(p, site) < 2)
        return false;
    return is_repeated(p) ? old_neighbours(p, site) == 2 : old_neighbours(p, site) > 0;
}

/* Enough words of the quote are there, close together: they are shown. */
static bool is_edited(const Pattern *p, const Site *site)
{
    size_t words = quote_words(p), span = site->last - site->first + 1;

    if (site->left * 100 < words * PERCENT_EDITED || site->percent < PERCENT_KNOWN)
        return false;
    if (words == 1 || span > words + words / 2 + 3)
        return false;
    return old_neighbours(p, site) > 0 || site->left * 100 >= words * PERCENT_MOST;
}

static bool in_part(const AnchorText *text, const Site *site, Str part)
{
    size_t at = site->left > 0 ? site->first : site->from;

    return at < text->words.count &&
           str_eq(part_name(text->doc, text->words.items[at].range.start), part);
}

/* The one place that is better than all others; NULL: there is none. Of two equal
 * ones that in the old part, if only one is. */
static const Site *choose(const AnchorText *text, const Site *sites, size_t count,
                          Str part)
{
    const Site *best = NULL;

    for (size_t i = 0; i < count; i++)
        if (!best || sites[i].percent + (sites[i].together ? PERCENT_APART : 0) >
                         best->percent + (best->together ? PERCENT_APART : 0))
            best = &sites[i];
    for (size_t i = 0; i < count && best; i++) {
        const Site *other = &sites[i];
        if (other == best || other->left == 0 ||
            (other->first <= best->last && best->first <= other->last) ||
            other->percent + PERCENT_APART <= best->percent ||
            (best->together && !other->together))
            continue;
        bool here = in_part(text, best, part), there = in_part(text, other, part);
        if (here == there)
            return NULL;
        if (there)
            best = other;
    }
    return best;
}

static AnchorPlace place_at(const AnchorText *text, const Site *site, AnchorState state)
{
    const AnchorWord *words = text->words.items;

    return (AnchorPlace){state,
                         {words[site->first].range.start, words[site->last].range.end}};
}

/* Nothing of the surroundings is left around it, but the words are long enough to
 * be known by themselves, and they are there once. */
static bool find_alone(const AnchorText *text, const Pattern *p, AnchorPlace *out)
{
    size_t length = p->quote_end - p->quote, found = 0;
    Site site = {0};

    if (quote_words(p) < LONG_QUOTE || p->words.items[p->quote].id > text->known)
        return false;
    for (uint32_t at = text->first[p->words.items[p->quote].id]; at != ALIGN_NONE;
         at = text->next[at]) {
        if (!same_words(text, at, p, p->quote, length))
            continue;
        found++;
        site.first = at;
        site.last = at + length - 1;
    }
    if (found == 1)
        *out = place_at(text, &site, ANCHOR_MOVED);
    return found == 1;
}

AnchorPlace anchor_find(AnchorText *text, const Anchor *anchor)
{
    Pattern p = pattern_of(text, anchor);
    Site sites[REGIONS_MAX];
    AnchorPlace out = {.state = ANCHOR_LOST};

    if (p.quote == p.quote_end || text->words.count == 0)
        return out;
    size_t count = find_sites(text, &p, sites);
    const Site *best = choose(text, sites, count, anchor->part);
    if (best && best->together && is_meant(&p, best))
        return place_at(text, best,
                        in_part(text, best, anchor->part) &&
                                best->percent >= PERCENT_KNOWN
                            ? ANCHOR_HERE
                            : ANCHOR_MOVED);
    if (find_alone(text, &p, &out))
        return out;
    if (best && best->left > 0 && is_edited(&p, best))
        return place_at(text, best, ANCHOR_EDITED);
    return out;
}

size_t anchor_search(AnchorText *text, Str words, Range within, Range *first)
{
    const Anchor anchor = {.quote = words};
    Pattern p = pattern_of(text, &anchor);
    size_t length = p.words.count, found = 0;

    if (length == 0 || p.words.items[0].id > text->known)
        return 0;
    for (uint32_t at = text->first[p.words.items[0].id]; at != ALIGN_NONE;
         at = text->next[at]) {
        if (!same_words(text, at, &p, 0, length))
            continue;
        Range range = {text->words.items[at].range.start,
                       text->words.items[at + length - 1].range.end};
        if (range.start < within.start || range.end > within.end)
            continue;
        if (found++ == 0)
            *first = range;
    }
    return found;
}
