#include "text/wrap.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"

enum { TAB_STOP = 4 };

/* A line with what decides where it may be cut. Most lines are cut at spaces alone:
 * the rest is found out for the first character that asks for it. */
typedef struct Line {
    Str text;
    Arena *arena;
    const char *breaks; /* of unicode_line_breaks(); NULL: not asked for yet */
    bool keep_han;      /* Korean: Hanja stay together, as Hangul does */
} Line;

/* One character as the row sees it. */
typedef struct Glyph {
    size_t end;
    int width;
    bool blank; /* hangs at the end of a row */
} Glyph;

int wrap_tab_width(int column)
{
    return TAB_STOP - column % TAB_STOP;
}

/* Korean spaces its words; Japanese does not, and has kana nearly everywhere. */
static bool is_korean(Str s)
{
    bool hangul = false;

    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        at += utf8_decode(s, at, &cp);
        if (unicode_is_kana(cp))
            return false;
        hangul = hangul || unicode_is_hangul(cp);
    }
    return hangul;
}

static bool is_blank(uint32_t cp)
{
    return cp == ' ' || cp == '\t' || cp == 0x3000 || (cp >= 0x2000 && cp <= 0x2006) ||
           (cp >= 0x2008 && cp <= 0x200A);
}

static bool is_alnum(char c)
{
    return unicode_is_letter((unsigned char)c) || unicode_is_digit((unsigned char)c);
}

/* A hyphen inside a word, as in "door-step"; not the one of "-5" or "--to". */
static bool is_hyphen_break(Str s, size_t at)
{
    return at >= 2 && s.ptr[at - 1] == '-' &&
           (is_alnum(s.ptr[at - 2]) || (unsigned char)s.ptr[at - 2] >= 0x80) &&
           (unicode_is_letter((unsigned char)s.ptr[at]) ||
            (unsigned char)s.ptr[at] >= 0x80);
}

static bool is_dash(uint32_t cp)
{
    return cp == 0x2010 || (cp >= 0x2012 && cp <= 0x2014) || cp == 0x200B;
}

static void find_breaks(Line *line)
{
    if (line->breaks)
        return;
    char *breaks = arena_alloc(line->arena, line->text.len);
    unicode_line_breaks(line->text, breaks);
    line->breaks = breaks;
    line->keep_han = is_korean(line->text);
}

static bool is_ideographic(const Line *line, uint32_t cp)
{
    return cp >= 0x2E80 && !(line->keep_han && unicode_is_han(cp));
}

/* May a row begin at `at`, a character that is not blank? */
static bool may_break(Line *line, size_t at)
{
    Str s = line->text;
    uint32_t before, after;

    if (s.ptr[at - 1] == ' ' || s.ptr[at - 1] == '\t')
        return true;
    if ((unsigned char)s.ptr[at - 1] < 0x80 && (unsigned char)s.ptr[at] < 0x80)
        return is_hyphen_break(s, at);
    utf8_decode(s, utf8_before(s, at), &before);
    utf8_decode(s, at, &after);
    bool at_sign = is_blank(before) || is_dash(before) || is_hyphen_break(s, at);
    bool wide = (before >= 0x2E80 && !unicode_is_hangul(before)) ||
                (after >= 0x2E80 && !unicode_is_hangul(after));
    if (!at_sign && !wide)
        return false;
    find_breaks(line);
    if (line->breaks[at] == 0)
        return false;
    return at_sign || (!unicode_is_hangul(before) && is_ideographic(line, before)) ||
           (!unicode_is_hangul(after) && is_ideographic(line, after));
}

static Glyph glyph_at(Str s, size_t at, int column)
{
    unsigned char c = (unsigned char)s.ptr[at];

    if (c > 0 && c < 0x80 && (at + 1 == s.len || (unsigned char)s.ptr[at + 1] < 0x80)) {
        int width = c == '\t' ? wrap_tab_width(column) : 1;
        return (Glyph){at + 1, width, c == ' ' || c == '\t'};
    }
    uint32_t cp;
    size_t end = grapheme_next(s, at);
    size_t len = utf8_decode(s, at, &cp);
    if (cp == '\t')
        return (Glyph){end, wrap_tab_width(column), true};
    return (Glyph){end, grapheme_width(str_slice(s, at, end)),
                   len == end - at && is_blank(cp)};
}

/* The end of a word of ASCII signs and Hangul syllables up to a blank or the end of
 * the line, and its cells; `start` when there is anything else in it, or when it has
 * more than `room`. */
static size_t plain_word(Str s, size_t start, int room, int *width)
{
    const unsigned char *p = (const unsigned char *)s.ptr;
    size_t limit = s.len - start > (size_t)room ? start + (size_t)room + 1 : s.len;
    size_t at = start;

    if (room <= 0)
        return start;
    while (at < limit && p[at] > ' ' && p[at] < 0x7F)
        at++;
    int cells = (int)(at - start);
    while (at < s.len && p[at] != ' ' && p[at] != '\t' && cells <= room) {
        /* U+AC00 to U+D7A3 begin with the bytes EA to ED. */
        uint32_t cp = p[at];
        size_t len = cp >= 0xEA && cp <= 0xED ? utf8_decode(s, at, &cp) : 1;
        bool hangul = cp >= 0xAC00 && cp <= 0xD7A3;
        if (!hangul && (cp <= ' ' || cp >= 0x7F))
            return start;
        at += len;
        cells += hangul ? 2 : 1;
    }
    *width = cells;
    return cells <= room ? at : start;
}

/* The row that starts at `start`: as much as fits, cut at the last place where
 * the line may be broken, else before the character that is too much. Blanks at
 * its end take no cells. Looks at most one row ahead of what it returns. */
static WrapRow next_row(Line *line, size_t start, int width)
{
    WrapRow fit = {0}, all = {{start, start}, 0};
    int column = 0, cells = 0;
    bool inked = false;      /* leading blanks are an indent, no place to break */
    bool word_begins = true; /* `start` or behind a blank */

    while (all.range.end < line->text.len) {
        size_t at = all.range.end;
        size_t end =
            word_begins ? plain_word(line->text, at, width - column, &cells) : at;
        word_begins = false;
        if (end > at) {
            if (inked)
                fit = all;
            column += cells;
            all = (WrapRow){{start, end}, column};
            inked = true;
            continue;
        }
        Glyph g = glyph_at(line->text, at, column);
        if (!g.blank) {
            if (inked && may_break(line, at))
                fit = all;
            if (at > start && column + g.width > width)
                return fit.range.end > start ? fit : all;
            all.width = column + g.width;
            inked = true;
        }
        column = column < width ? column + g.width : width;
        all.range.end = g.end;
        word_begins = line->text.ptr[at] == ' ' || line->text.ptr[at] == '\t';
    }
    return all;
}

typedef struct Rows {
    WrapRow *items;
    size_t count, cap;
} Rows;

static void add_row(Line *line, Rows *rows, WrapRow row)
{
    rows->items = arena_grow(line->arena, rows->items, rows->count, &rows->cap,
                             sizeof *rows->items);
    rows->items[rows->count++] = row;
}

static void wrap_whole(Line *line, int width, Rows *rows)
{
    size_t at = 0;

    do {
        add_row(line, rows, next_row(line, at, width));
        at = rows->items[rows->count - 1].range.end;
    } while (at < line->text.len);
}

void wrap_line(Str line, int width, Arena *arena, const WrapRow **rows, size_t *count)
{
    Line l = {.text = line, .arena = arena};
    Rows list = {0};

    wrap_whole(&l, width, &list);
    *rows = list.items;
    *count = list.count;
}

/* -- a line that changed --------------------------------------------------- */

static size_t same_head(Str a, Str b)
{
    enum { STEP = 64 };
    size_t least = a.len < b.len ? a.len : b.len, at = 0;

    while (at + STEP <= least && memcmp(a.ptr + at, b.ptr + at, STEP) == 0)
        at += STEP;
    while (at < least && a.ptr[at] == b.ptr[at])
        at++;
    return at;
}

static size_t same_tail(Str a, Str b, size_t head)
{
    enum { STEP = 64 };
    size_t most = (a.len < b.len ? a.len : b.len) - head, n = 0;
    const char *end_a = a.ptr + a.len, *end_b = b.ptr + b.len;

    while (n + STEP <= most && memcmp(end_a - n - STEP, end_b - n - STEP, STEP) == 0)
        n += STEP;
    while (n < most && end_a[-1 - (long)n] == end_b[-1 - (long)n])
        n++;
    return n;
}

/* Rows in front of a change are taken over but for the last two of them: a row looks
 * at most one row ahead. */
static void take_head(Line *line, const Wrapped *was, size_t head, Rows *rows)
{
    for (size_t i = 0; i + 2 < was->count && was->rows[i + 2].range.end < head; i++)
        add_row(line, rows, was->rows[i]);
}

/* Rows behind the change, when one begins where one began before.
 *   at  where the next row begins; *old: the first row that may be it */
static bool take_tail(Line *line, const Wrapped *was, size_t at, size_t *old,
                      Rows *rows)
{
    const size_t now = line->text.len, then = was->line.len;

    while (*old < was->count && was->rows[*old].range.start + now < at + then)
        ++*old;
    if (*old == was->count || was->rows[*old].range.start + now != at + then)
        return false;
    for (size_t i = *old; i < was->count; i++) {
        WrapRow row = was->rows[i];
        row.range.start = row.range.start + now - then;
        row.range.end = row.range.end + now - then;
        add_row(line, rows, row);
    }
    return true;
}

void wrap_changed(const Wrapped *was, Str line, int width, Arena *arena, Wrapped *out)
{
    enum { BEHIND = 8 }; /* bytes of a row's look back */
    Line l = {.text = line, .arena = arena};
    Rows rows = {0};
    size_t old = 0, at = 0;
    bool whole = !was->plain || was->count == 0;

    if (!whole) {
        size_t head = same_head(was->line, line);
        size_t end = line.len - same_tail(was->line, line, head);
        take_head(&l, was, head, &rows);
        at = rows.count > 0 ? rows.items[rows.count - 1].range.end : 0;
        while (at < line.len &&
               !(at > end + BEHIND && take_tail(&l, was, at, &old, &rows))) {
            add_row(&l, &rows, next_row(&l, at, width));
            at = rows.items[rows.count - 1].range.end;
        }
    }
    /* What Unicode says of a place may hang on all of the line. */
    if (whole || l.breaks || rows.count == 0) {
        rows.count = 0;
        wrap_whole(&l, width, &rows);
    }
    *out = (Wrapped){line, rows.items, rows.count, l.breaks == NULL};
}
