#include "text/search.h"

#include "base/unicode.h"
#include "base/utf8.h"

/* Text folded for matching, and where its graphemes came from. */
typedef struct Folded {
    StrBuf bytes;
    size_t *starts;  /* offset in `bytes` of each grapheme, then the length */
    size_t *origins; /* offset in the text of the same */
    size_t count;
} Folded;

/* One code point that is NFC by itself, as nearly all are. */
static bool is_settled(Str grapheme)
{
    uint32_t cp;

    if (utf8_decode(grapheme, 0, &cp) < grapheme.len)
        return false;
    return cp < 0x300 || (cp >= 0x3041 && cp <= 0x9FFF) ||
           (cp >= 0xAC00 && cp <= 0xD7A3);
}

static void fold_grapheme(Str grapheme, StrBuf *nfc, StrBuf *out)
{
    if (is_settled(grapheme)) {
        unicode_fold_str(grapheme, out);
        return;
    }
    strbuf_clear(nfc);
    unicode_nfc(grapheme, nfc);
    unicode_fold_str(strbuf_view(nfc), out);
}

static void fold(Str text, Arena *arena, Folded *out)
{
    StrBuf nfc = {0};
    size_t count = grapheme_count(text);

    *out = (Folded){.starts = arena_array(arena, count + 1, sizeof(size_t)),
                    .origins = arena_array(arena, count + 1, sizeof(size_t)),
                    .count = count};
    for (size_t i = 0, at = 0; i <= count; i++) {
        out->starts[i] = out->bytes.len;
        out->origins[i] = at;
        if (i == count)
            break;
        size_t end = grapheme_next(text, at);
        fold_grapheme(str_slice(text, at, end), &nfc, &out->bytes);
        at = end;
    }
    strbuf_deinit(&nfc);
}

/* For each prefix of `s` the longest shorter prefix that also ends it: how far a
 * search goes on after a mismatch without looking back. Source: Knuth, Morris,
 * Pratt, "Fast pattern matching in strings", 1977. */
static const size_t *borders_of(Str s, Arena *arena)
{
    size_t *borders = arena_array(arena, s.len, sizeof *borders);

    for (size_t i = 1, len = 0; i < s.len; i++) {
        while (len > 0 && s.ptr[i] != s.ptr[len])
            len = borders[len - 1];
        if (s.ptr[i] == s.ptr[len])
            len++;
        borders[i] = len;
    }
    return borders;
}

static size_t skip_to(const Folded *f, size_t grapheme, size_t offset)
{
    while (grapheme < f->count && f->starts[grapheme] < offset)
        grapheme++;
    return grapheme;
}

static void find_all(const Folded *hay, Str needle, Arena *arena, const Range **out,
                     size_t *count)
{
    const size_t *borders = borders_of(needle, arena);
    Str s = strbuf_view(&hay->bytes);
    Range *hits = NULL;
    size_t cap = 0, first = 0, last = 0;

    for (size_t i = 0, len = 0; i < s.len; i++) {
        while (len > 0 && s.ptr[i] != needle.ptr[len])
            len = borders[len - 1];
        if (s.ptr[i] == needle.ptr[len])
            len++;
        if (len < needle.len)
            continue;
        first = skip_to(hay, first, i + 1 - len);
        last = skip_to(hay, last, i + 1);
        if (hay->starts[first] == i + 1 - len && hay->starts[last] == i + 1) {
            hits = arena_grow(arena, hits, *count, &cap, sizeof *hits);
            hits[(*count)++] = (Range){hay->origins[first], hay->origins[last]};
            len = 0;
        } else
            len = borders[len - 1];
    }
    *out = hits;
}

void search_all(Str text, Str needle, Arena *arena, const Range **out, size_t *count)
{
    Folded hay, wanted;

    *out = NULL;
    *count = 0;
    if (needle.len == 0 || text.len == 0)
        return;
    fold(needle, arena, &wanted);
    fold(text, arena, &hay);
    find_all(&hay, strbuf_view(&wanted.bytes), arena, out, count);
    strbuf_deinit(&hay.bytes);
    strbuf_deinit(&wanted.bytes);
}
