#include "review/suggestion.h"

#include "base/line_ends.h"
#include "review/anchor_words.h"

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Behind white space; *blank: an empty line is in it, so that a paragraph ends. */
static size_t skip_space(Str s, size_t at, bool *blank)
{
    int lines = 0;

    for (; at < s.len && is_space(s.ptr[at]); at++)
        lines += s.ptr[at] == '\n';
    *blank = lines > 1;
    return at;
}

/* Do they differ in white space alone, which both have in the same places? */
static bool same_but_space(Str a, Str b)
{
    size_t i = 0, k = 0;

    while (i < a.len && k < b.len) {
        bool space = is_space(a.ptr[i]), ends = false, too = false;
        if (space != is_space(b.ptr[k]))
            return false;
        if (space) {
            i = skip_space(a, i, &ends);
            k = skip_space(b, k, &too);
            if (ends != too)
                return false;
        } else if (a.ptr[i++] != b.ptr[k++]) {
            return false;
        }
    }
    return i == a.len && k == b.len;
}

/* The signs of the quote before its first word and behind its last one. */
static bool read_ends(Str quote, size_t *lead, size_t *trail)
{
    Arena arena = {0};
    WordIds ids = {.arena = &arena};
    AnchorWords words = {0};

    anchor_words_read(quote, 0, quote.len, &ids, &arena, &words);
    bool any = words.count > 0;
    if (any) {
        *lead = words.items[0].range.start;
        *trail = quote.len - words.items[words.count - 1].range.end;
    }
    arena_deinit(&arena);
    return any;
}

bool suggestion_place(Str bytes, Range words, Str quote, Range *out)
{
    size_t lead = 0, trail = 0;

    quote = str_trim(quote);
    if (!read_ends(quote, &lead, &trail) || words.start < lead ||
        bytes.len - words.end < trail)
        return false;
    *out = (Range){words.start - lead, words.end + trail};
    return same_but_space(str_range(bytes, *out), quote);
}

void suggestion_apply(Str bytes, Range place, Str wording, StrBuf *out)
{
    StrBuf turned = {0};
    LineEnds ends = line_ends(bytes);

    strbuf_add(out, str_slice(bytes, 0, place.start));
    if (ends == ENDS_CRLF) {
        line_ends_convert(wording, ends, &turned);
        wording = strbuf_view(&turned);
    }
    strbuf_add(out, wording);
    strbuf_add(out, str_slice(bytes, place.end, bytes.len));
    strbuf_deinit(&turned);
}
