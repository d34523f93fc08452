#include "text/wrap.h"

#include <stdbool.h>
#include <stdint.h>

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

void wrap_line(Str line, int width, Arena *arena, const WrapRow **rows, size_t *count)
{
    WrapRow *list = NULL;
    size_t at = 0, cap = 0;
    Line l = {.text = line, .arena = arena};

    *count = 0;
    do {
        list = arena_grow(arena, list, *count, &cap, sizeof *list);
        list[*count] = next_row(&l, at, width);
        at = list[(*count)++].range.end;
    } while (at < line.len);
    *rows = list;
}
