#include "doc/line.h"

#include <string.h>

/* Longest number of an ordered list. Source: CommonMark 0.30, 5.2. */
enum { DIGITS_MAX = 9, HEADING_MAX = 6 };

bool line_next(Str s, size_t *at, Range *line)
{
    if (*at >= s.len)
        return false;

    size_t end = *at;
    while (end < s.len && s.ptr[end] != '\n' && s.ptr[end] != '\r')
        end++;
    *line = (Range){*at, end};
    if (end + 1 < s.len && s.ptr[end] == '\r' && s.ptr[end + 1] == '\n')
        end++;
    *at = end < s.len ? end + 1 : end;
    return true;
}

/* Does a line end with the byte at `i`? A CR before LF does not count. */
static bool ends_line(Str s, size_t i)
{
    if ((unsigned char)s.ptr[i] > '\r')
        return false;
    return s.ptr[i] == '\n' ||
           (s.ptr[i] == '\r' && (i + 1 == s.len || s.ptr[i + 1] != '\n'));
}

static size_t count_starts(Str s)
{
    size_t count = 1;

    for (size_t i = 0; i < s.len; i++)
        count += ends_line(s, i);
    return count;
}

const size_t *line_starts(Str s, Arena *arena, size_t *count)
{
    size_t *starts = arena_array(arena, count_starts(s), sizeof *starts);
    size_t n = 1;

    for (size_t i = 0; i < s.len; i++)
        if (ends_line(s, i))
            starts[n++] = i + 1;
    *count = n;
    return starts;
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
