#include "diff/hidden.h"

#include <string.h>

/* The next id comment at or behind `at`; false when there is none. */
static bool next_comment(Str text, size_t at, Range *out)
{
    for (;;) {
        size_t start = str_find(text, STR("<!-- prfaq-"), at);
        if (start == STR_NONE)
            return false;
        Str rest = str_slice(text, start, text.len);
        size_t end = str_find(rest, STR("-->"), 0);
        if (end == STR_NONE)
            return false;
        if (str_starts(rest, STR("<!-- prfaq-id:")) ||
            str_starts(rest, STR("<!-- prfaq-q:"))) {
            *out = (Range){start, start + end + strlen("-->")};
            return true;
        }
        at = start + 1;
    }
}

Str hidden_left_out(Str text, Arena *arena)
{
    Range comment;

    if (!next_comment(text, 0, &comment))
        return text;
    char *copy = arena_alloc(arena, text.len);
    size_t length = 0, from = 0;
    do {
        memcpy(copy + length, text.ptr + from, comment.start - from);
        length += comment.start - from;
        from = comment.end;
    } while (next_comment(text, from, &comment));
    memcpy(copy + length, text.ptr + from, text.len - from);
    return str_trim_end((Str){copy, length + text.len - from});
}

bool hidden_same(Str a, Str b)
{
    Range in_a = {0, 0}, in_b = {0, 0};

    for (;;) {
        bool more_a = next_comment(a, in_a.end, &in_a);
        bool more_b = next_comment(b, in_b.end, &in_b);
        if (!more_a || !more_b)
            return more_a == more_b;
        if (!str_eq(str_range(a, in_a), str_range(b, in_b)))
            return false;
    }
}
