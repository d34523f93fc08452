#include "doc/line.h"

#include <string.h>

#include "base/scan.h"

/* Longest number of an ordered list. Source: CommonMark 0.30, 5.2. */
enum { DIGITS_MAX = 9, HEADING_MAX = 6 };

static const ScanSet line_ends = {{'\n', '\r', '\n', '\n', '\n'}, .wide = false};

bool line_next(Str s, size_t *at, Range *line)
{
    if (*at >= s.len)
        return false;

    size_t end = scan_next(s, *at, line_ends);
    *line = (Range){*at, end};
    if (end + 1 < s.len && s.ptr[end] == '\r' && s.ptr[end + 1] == '\n')
        end++;
    *at = end < s.len ? end + 1 : end;
    return true;
}

/* Writes the offsets behind the line breaks of `s` to `starts`, if not NULL; returns
 * how many. A CR before LF is no break of its own. */
static size_t find_starts(Str s, size_t *starts)
{
    static const ScanSet feeds = {{'\n', '\n', '\n', '\n', '\n'}, .wide = false};
    bool has_cr = str_find_byte(s, '\r', 0) != STR_NONE; /* few files have any */
    size_t count = 0;

    for (size_t at = 0; at < s.len;) {
        size_t end = scan_next(s, at, feeds);
        bool feed = end < s.len;
        Str line = str_slice(s, 0, end);
        while (has_cr && (at = str_find_byte(line, '\r', at)) != STR_NONE) {
            if (++at == end && feed)
                break;
            if (starts)
                starts[count] = at;
            count++;
        }
        if (feed && starts)
            starts[count] = end + 1;
        count += feed;
        at = end + 1;
    }
    return count;
}

const size_t *line_starts(Str s, Arena *arena, size_t *count)
{
    *count = 1 + find_starts(s, NULL);
    size_t *starts = arena_array(arena, *count, sizeof *starts);
    find_starts(s, starts + 1);
    return starts;
}

Str line_break_of(Str s)
{
    size_t lf = str_find_byte(s, '\n', 0);
    bool crlf = lf != STR_NONE && lf > 0 && s.ptr[lf - 1] == '\r';

    return crlf ? STR("\r\n") : STR("\n");
}

bool line_is_space(char c)
{
    return c == ' ' || c == '\t';
}

Range line_skip_space(Str s, Range r)
{
    while (r.start < r.end && line_is_space(s.ptr[r.start]))
        r.start++;
    return r;
}

Range line_trim(Str s, Range r)
{
    while (r.end > r.start && line_is_space(s.ptr[r.end - 1]))
        r.end--;
    return line_skip_space(s, r);
}

bool line_is_blank(Str s, Range line)
{
    Range rest = line_skip_space(s, line);
    return rest.start == rest.end;
}

size_t line_list_marker(Str s, Range r)
{
    size_t at = r.start;

    if (at == r.end)
        return 0;
    if (strchr("-+*", s.ptr[at]) && s.ptr[at] != '\0') {
        at++;
    } else {
        while (at < r.end && at - r.start < DIGITS_MAX && s.ptr[at] >= '0' &&
               s.ptr[at] <= '9')
            at++;
        if (at == r.start || at == r.end || (s.ptr[at] != '.' && s.ptr[at] != ')'))
            return 0;
        at++;
    }
    return at == r.end || line_is_space(s.ptr[at]) ? at - r.start : 0;
}

int line_heading_marks(Str s, Range r)
{
    size_t at = r.start;

    while (at < r.end && s.ptr[at] == '#')
        at++;
    size_t marks = at - r.start;
    if (marks == 0 || marks > HEADING_MAX)
        return 0;
    return at == r.end || line_is_space(s.ptr[at]) ? (int)marks : 0;
}
