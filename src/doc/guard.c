#include "doc/guard.h"

#include <string.h>

#include "doc/line.h"

enum { TAB_COLUMNS = 4 };

typedef struct Scan {
    Str md;
    Arena *arena;
    size_t *escapes;
    size_t count, cap;
    size_t depth;      /* containers that may be open: never too few */
    size_t brackets;   /* opened in this paragraph and not plainly closed */
    bool after_blank;  /* the line before was blank */
    bool html;         /* raw HTML was met: a fence may lie inside it */
    char fence;        /* '`' or '~' inside a fence at the left margin, else 0 */
    size_t fence_size; /* its length */
} Scan;

static void escape(Scan *s, size_t at)
{
    s->escapes =
        arena_grow(s->arena, s->escapes, s->count, &s->cap, sizeof *s->escapes);
    s->escapes[s->count++] = at;
}

static size_t run_length(Str md, Range r)
{
    size_t at = r.start;

    while (at < r.end && md.ptr[at] == md.ptr[r.start])
        at++;
    return at - r.start;
}

/* Only a fence at the left margin is followed: nothing but its closing line can
 * end it, so no paragraph hides behind a fence that cmark does not see. */
static bool opens_fence(Scan *s, Range line)
{
    if (s->html || line.start == line.end ||
        (s->md.ptr[line.start] != '`' && s->md.ptr[line.start] != '~'))
        return false;

    size_t size = run_length(s->md, line);
    if (size < 3)
        return false;
    if (s->md.ptr[line.start] == '`' &&
        memchr(s->md.ptr + line.start + size, '`', line.end - line.start - size))
        return false;
    s->fence = s->md.ptr[line.start];
    s->fence_size = size;
    return true;
}

static bool closes_fence(const Scan *s, Range line)
{
    Range r = line;

    while (r.start < r.end && r.start - line.start < 3 && s->md.ptr[r.start] == ' ')
        r.start++;
    if (r.start == r.end || s->md.ptr[r.start] != s->fence)
        return false;

    size_t size = run_length(s->md, r);
    return size >= s->fence_size &&
           line_is_blank(s->md, (Range){r.start + size, r.end});
}

/* Start of the tail of a line that is one kind of mark and white space: from
 * there on "* * *" is a rule and no list. */
static size_t rule_tail(Str md, Range line)
{
    char mark = 0;
    size_t at = line.end;

    for (; at > line.start; at--) {
        char c = md.ptr[at - 1];
        if (line_is_space(c))
            continue;
        if ((c != '-' && c != '*') || (mark && c != mark))
            break;
        mark = c;
    }
    return at;
}

static size_t min_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Walk over the container marks of a line; returns where its text begins.
 *
 * An upper bound of the containers cmark has open afterwards: an item that goes
 * on takes two columns of white space or more, everything else has a mark. */
static Range scan_marks(Scan *s, Range line)
{
    Range r = line;
    size_t columns = 0, marks = 0, kept = 0, tail = STR_NONE;
    bool bullet = false;

    for (;;) {
        for (; r.start < r.end && line_is_space(s->md.ptr[r.start]); r.start++)
            columns += s->md.ptr[r.start] == '\t' ? TAB_COLUMNS : 1;
        kept = min_size(s->depth, columns / 2);

        size_t size = 1;
        if (r.start == r.end)
            break;
        if (s->md.ptr[r.start] != '>') {
            size = line_list_marker(s->md, r);
            if (size > 0 && tail == STR_NONE)
                tail = rule_tail(s->md, line);
            if (size == 0 || r.start >= tail)
                break;
            bullet = bullet || (marks == 0 && columns < TAB_COLUMNS && size == 1);
        }
        if (kept + marks + 1 > GUARD_DEPTH) {
            escape(s, r.start + size - 1);
            break;
        }
        marks++;
        r.start += size;
    }

    if (s->after_blank)
        s->depth = kept + marks;
    else if (kept + marks > s->depth)
        s->depth = kept + marks;
    /* A bullet or heading at the margin begins a paragraph of its own. */
    if ((bullet && r.start < r.end) ||
        (columns < TAB_COLUMNS && line_heading_marks(s->md, r)))
        s->brackets = 0;
    return r;
}

/* Is the byte at `at` behind a backslash that is not itself behind one? */
static bool is_escaped(Str md, size_t at)
{
    size_t start = at;

    while (start > 0 && md.ptr[start - 1] == '\\')
        start--;
    return (at - start) % 2 == 1;
}

/* End of "[plain words]" at `at`, or 0: it opens and closes in the same place,
 * inside a code span or not. */
static size_t plain_pair(Str md, Range r)
{
    size_t at = r.start + 1;

    while (at < r.end && !strchr("`<>\\()\"'[]", md.ptr[at]))
        at++;
    return at < r.end && md.ptr[at] == ']' ? at + 1 : 0;
}

static void scan_brackets(Scan *s, Range r)
{
    while (r.start < r.end) {
        const char *next = memchr(s->md.ptr + r.start, '[', r.end - r.start);
        if (!next)
            return;
        r.start = (size_t)(next - s->md.ptr);

        size_t end = plain_pair(s->md, r);
        if (end > 0) {
            r.start = end;
            continue;
        }
        if (!is_escaped(s->md, r.start) && ++s->brackets > GUARD_BRACKETS)
            escape(s, r.start);
        r.start++;
    }
}

static void scan_line(Scan *s, Range line)
{
    if (s->fence) {
        if (closes_fence(s, line))
            s->fence = 0;
        return;
    }
    if (line_is_blank(s->md, line)) {
        s->after_blank = true;
        s->brackets = 0;
        return;
    }
    if (opens_fence(s, line)) {
        s->depth = 0;
        s->after_blank = false;
        s->brackets = 0;
        return;
    }

    Range text = scan_marks(s, line);
    Str words = str_trim(str_range(s->md, text));
    if (str_starts(words, STR("<")) &&
        !(str_starts(words, STR("<!--")) && str_ends(words, STR("-->"))))
        s->html = true;
    scan_brackets(s, text);
    s->after_blank = false;
}

static Str with_escapes(const Scan *s)
{
    char *out = arena_alloc(s->arena, s->md.len + s->count);
    size_t from = 0, len = 0;

    for (size_t i = 0; i < s->count; i++) {
        size_t size = s->escapes[i] - from;
        memcpy(out + len, s->md.ptr + from, size);
        len += size;
        out[len++] = '\\';
        from = s->escapes[i];
    }
    memcpy(out + len, s->md.ptr + from, s->md.len - from);
    return (Str){out, s->md.len + s->count};
}

void markdown_guard(Str md, Arena *arena, Guard *out)
{
    Scan scan = {.md = md, .arena = arena, .after_blank = true};
    size_t at = 0;
    Range line;

    while (line_next(md, &at, &line))
        scan_line(&scan, line);
    *out = (Guard){scan.count ? with_escapes(&scan) : md, scan.escapes, scan.count};
}
