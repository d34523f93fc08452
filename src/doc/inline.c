#include "doc/inline.h"

#include <assert.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/entity.h"
#include "doc/inline_span.h"

enum {
    TICKS_MAX = 80, /* as in cmark: longer runs of backticks are text */
    NONE = -1,
};

typedef struct Delim {
    size_t at;    /* first mark that is left */
    size_t left;  /* how many */
    size_t whole; /* length of the run as written */
    char mark;
    bool opens, closes;
    int before, after; /* the neighbours that are still in play */
} Delim;

typedef struct Bracket {
    size_t at; /* of '[' or of the '!' before it */
    bool image;
    size_t delims; /* emphasis marks before it */
} Bracket;

typedef struct Scan {
    Str s;
    Arena *arena;
    unsigned char *acts;
    Range *masks;
    size_t mask_count, mask_cap;
    Delim *delims;
    size_t delim_count, delim_cap;
    Bracket *brackets;
    size_t bracket_count, bracket_cap;
    size_t no_link; /* brackets below this index cannot be links */
    bool ticks_known;
    size_t last_ticks[TICKS_MAX + 1];
    SpanMemo memo;
} Scan;

/* -- masks ---------------------------------------------------------------- */

static void mask(Scan *sc, size_t start, size_t end)
{
    while (sc->mask_count > 0 && sc->masks[sc->mask_count - 1].start >= start)
        sc->mask_count--;
    sc->masks = arena_grow(sc->arena, sc->masks, sc->mask_count, &sc->mask_cap,
                           sizeof *sc->masks);
    sc->masks[sc->mask_count++] = (Range){start, end};
}

static void drop(Scan *sc, size_t start, size_t end)
{
    memset(sc->acts + start, INLINE_DROP, end - start);
}

/* -- code spans ----------------------------------------------------------- */

static size_t run_end(Str s, size_t at)
{
    size_t end = at;

    while (end < s.len && s.ptr[end] == s.ptr[at])
        end++;
    return end;
}

/* Where the last run of each length begins, so that no search is in vain. */
static void find_last_ticks(Scan *sc, size_t from)
{
    size_t at = str_find_byte(sc->s, '`', from);

    sc->ticks_known = true;
    while (at != STR_NONE) {
        size_t end = run_end(sc->s, at);
        if (end - at <= TICKS_MAX)
            sc->last_ticks[end - at] = at;
        at = str_find_byte(sc->s, '`', end);
    }
}

/* End of the code span that begins with the backticks at `at`, or 0. */
static size_t code_end(Scan *sc, size_t at)
{
    size_t end = run_end(sc->s, at), size = end - at;

    if (!sc->ticks_known)
        find_last_ticks(sc, at);
    if (size > TICKS_MAX || sc->last_ticks[size] <= at)
        return 0;
    for (;;) {
        size_t next = str_find_byte(sc->s, '`', end);
        assert(next != STR_NONE);
        end = run_end(sc->s, next);
        if (end - next == size)
            return end;
    }
}

/* -- emphasis ------------------------------------------------------------- */

typedef enum Side { SIDE_SPACE, SIDE_PUNCT, SIDE_WORD } Side;

static Side side_of(uint32_t cp)
{
    if (unicode_is_space(cp) || cp < ' ')
        return SIDE_SPACE;
    if (cp < 0x80)
        return (cp >= '0' && cp <= '9') || ((cp | 32) >= 'a' && (cp | 32) <= 'z')
                   ? SIDE_WORD
                   : SIDE_PUNCT;
    return unicode_is_punct(cp) ? SIDE_PUNCT : SIDE_WORD;
}

static Side side_before(Str s, size_t at)
{
    uint32_t cp = ' ';

    if (at > 0)
        utf8_decode(s, utf8_before(s, at), &cp);
    return side_of(cp);
}

static Side side_after(Str s, size_t at)
{
    uint32_t cp = ' ';

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return side_of(cp);
}

static size_t read_delims(Scan *sc, size_t at)
{
    size_t end = run_end(sc->s, at);
    Side before = side_before(sc->s, at), after = side_after(sc->s, end);
    bool left = after != SIDE_SPACE && (after == SIDE_WORD || before != SIDE_WORD);
    bool right = before != SIDE_SPACE && (before == SIDE_WORD || after != SIDE_WORD);
    Delim d = {.at = at, .left = end - at, .whole = end - at, .mark = sc->s.ptr[at]};

    d.opens = left;
    d.closes = right;
    if (d.mark == '_') {
        d.opens = left && (!right || before == SIDE_PUNCT);
        d.closes = right && (!left || after == SIDE_PUNCT);
    }
    if (d.opens || d.closes) {
        sc->delims = arena_grow(sc->arena, sc->delims, sc->delim_count, &sc->delim_cap,
                                sizeof d);
        sc->delims[sc->delim_count++] = d;
    }
    return end;
}

static void unlink_delim(Scan *sc, int i)
{
    Delim *d = &sc->delims[i];

    if (d->before != NONE)
        sc->delims[d->before].after = d->after;
    if (d->after != NONE)
        sc->delims[d->after].before = d->before;
}

/* The rule of three: source CommonMark 0.30, 6.2, rules 9 and 10. */
static bool may_pair(const Delim *open, const Delim *close)
{
    if (open->mark != close->mark || !open->opens)
        return false;
    return !(close->opens || open->closes) || close->whole % 3 == 0 ||
           (open->whole + close->whole) % 3 != 0;
}

static int pair_up(Scan *sc, int opener, int closer)
{
    Delim *open = &sc->delims[opener], *close = &sc->delims[closer];
    size_t size = open->left >= 2 && close->left >= 2 ? 2 : 1;
    int next = closer;

    drop(sc, open->at + open->left - size, open->at + open->left);
    drop(sc, close->at, close->at + size);
    open->left -= size;
    close->left -= size;
    close->at += size;
    open->after = closer;
    close->before = opener;
    if (open->left == 0)
        unlink_delim(sc, opener);
    if (close->left == 0) {
        next = close->after;
        unlink_delim(sc, closer);
    }
    return next;
}

/* Pair the marks from index `bottom` on; they are used up afterwards. */
static void pair_delims(Scan *sc, size_t bottom)
{
    int floors[2][2][3]; /* by mark, by whether the closer opens, by length */
    int first = (int)bottom, count = (int)sc->delim_count;

    if (first == count)
        return;
    for (int i = first; i < count; i++) {
        sc->delims[i].before = i > first ? i - 1 : NONE;
        sc->delims[i].after = i + 1 < count ? i + 1 : NONE;
    }
    for (int i = 0; i < 12; i++)
        floors[i / 6][i / 3 % 2][i % 3] = NONE;

    for (int at = first; at != NONE;) {
        Delim *close = &sc->delims[at];
        if (!close->closes) {
            at = close->after;
            continue;
        }
        int *floor = &floors[close->mark == '_'][close->opens][close->whole % 3];
        int opener = close->before;
        while (opener != NONE && opener > *floor &&
               !may_pair(&sc->delims[opener], close))
            opener = sc->delims[opener].before;
        if (opener != NONE && opener > *floor) {
            at = pair_up(sc, opener, at);
            continue;
        }
        *floor = close->before == NONE ? *floor : close->before;
        int next = close->after;
        if (!close->opens)
            unlink_delim(sc, at);
        at = next;
    }
    sc->delim_count = bottom;
}

/* -- links and images ----------------------------------------------------- */

static size_t open_bracket(Scan *sc, size_t at, bool image)
{
    Bracket b = {at, image, sc->delim_count};

    sc->brackets = arena_grow(sc->arena, sc->brackets, sc->bracket_count,
                              &sc->bracket_cap, sizeof b);
    sc->brackets[sc->bracket_count++] = b;
    return at + (image ? 2 : 1);
}

static size_t close_bracket(Scan *sc, size_t at)
{
    if (sc->bracket_count == 0)
        return at + 1;

    size_t index = --sc->bracket_count;
    Bracket b = sc->brackets[index];
    bool barred = !b.image && index < sc->no_link;
    size_t end = barred ? 0 : span_link_target(sc->s, at + 1);
    if (sc->no_link > index)
        sc->no_link = index;
    if (end == 0)
        return at + 1;

    pair_delims(sc, b.delims);
    if (b.image) {
        mask(sc, b.at, end);
        return end;
    }
    /* The words of a link stay, its target goes without leaving a gap. */
    drop(sc, b.at, b.at + 1);
    drop(sc, at, end);
    sc->no_link = index;
    return end;
}

static size_t read_bracket(Scan *sc, size_t at)
{
    Range words = {0};
    size_t end = span_note(sc->s, at, &words);

    if (end > 0) {
        mask(sc, at, end);
        return end;
    }
    end = span_quantity(sc->s, at, &words);
    if (end > 0) {
        drop(sc, at, words.start);
        drop(sc, words.end, end);
        return end;
    }
    return open_bracket(sc, at, false);
}

/* -- the scan ------------------------------------------------------------- */

static bool is_ascii_punct(char c)
{
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
           (c >= '{' && c <= '~');
}

static size_t read_escape(Scan *sc, size_t at)
{
    if (at + 1 == sc->s.len)
        return at + 1;
    char next = sc->s.ptr[at + 1];
    if (next == '\n')
        drop(sc, at, at + 1);
    if (!is_ascii_punct(next))
        return at + 1;
    drop(sc, at, at + 1);
    return at + 2;
}

static size_t read_entity(Scan *sc, size_t at)
{
    uint32_t cp;
    size_t size = entity_decode(sc->s, at, &cp);

    if (size == 0)
        return at + 1;
    sc->acts[at] = INLINE_ENTITY;
    drop(sc, at + 1, at + size);
    return at + size;
}

/* Masks what a function found at `at`, if anything. */
static size_t mask_found(Scan *sc, size_t start, size_t end, size_t at)
{
    if (end == 0)
        return at + 1;
    mask(sc, start, end);
    return end;
}

static size_t read_mail(Scan *sc, size_t at)
{
    size_t low = sc->mask_count > 0 ? sc->masks[sc->mask_count - 1].end : 0;
    size_t start = at;
    size_t end = span_mail(sc->s, low, &start);

    return mask_found(sc, start, end, at);
}

static size_t read_one(Scan *sc, size_t at)
{
    switch (sc->s.ptr[at]) {
    case '\\':
        return read_escape(sc, at);
    case '`': {
        size_t end = code_end(sc, at);
        return mask_found(sc, at, end, run_end(sc->s, at) - 1);
    }
    case '<':
        return mask_found(sc, at, span_angle(sc->s, at, &sc->memo), at);
    case '&':
        return read_entity(sc, at);
    case '*':
    case '_':
        return read_delims(sc, at);
    case '!':
        return at + 1 < sc->s.len && sc->s.ptr[at + 1] == '['
                   ? open_bracket(sc, at, true)
                   : at + 1;
    case '[':
        return read_bracket(sc, at);
    case ']':
        return close_bracket(sc, at);
    case '@':
        return read_mail(sc, at);
    case 'h':
    case 'w':
    case 'H':
    case 'W':
        return mask_found(sc, at, span_url(sc->s, at), at);
    default:
        return at + 1;
    }
}

void inline_read(Str s, Arena *arena, Inline *out)
{
    Scan sc = {.s = s, .arena = arena, .acts = arena_alloc(arena, s.len)};
    size_t at = span_task_box(s);

    if (at > 0)
        mask(&sc, 0, at);
    while (at < s.len)
        at = read_one(&sc, at);
    pair_delims(&sc, 0);
    *out = (Inline){sc.acts, sc.masks, sc.mask_count};
}
