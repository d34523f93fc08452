#include "review/anchor_words.h"

#include "base/unicode.h"
#include "base/utf8.h"

static bool stands_alone(uint32_t cp)
{
    return unicode_is_hangul(cp) || unicode_is_han(cp) || unicode_is_kana(cp);
}

static bool joins(uint32_t cp)
{
    return cp != UTF8_BAD && !stands_alone(cp) &&
           (unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp));
}

static size_t word_end(Str text, size_t at, size_t to)
{
    uint32_t cp;

    while (at < to) {
        size_t len = utf8_decode(text, at, &cp);
        if (!joins(cp))
            break;
        at += len;
    }
    return at < to ? at : to;
}

static void add(AnchorWords *out, Arena *arena, AnchorWord word)
{
    out->items = arena_grow(arena, out->items, out->count, &out->cap, sizeof word);
    out->items[out->count++] = word;
}

/* Behind a comment that begins here; `at` when none does. */
static size_t skip_comment(Str text, size_t at, size_t to)
{
    if (!str_starts(str_slice(text, at, to), STR("<!--")))
        return at;
    size_t end = str_find(str_slice(text, at + 4, to), STR("-->"), 0);
    return end == STR_NONE ? at : at + 4 + end + 3;
}

void anchor_words_read(Str text, size_t from, size_t to, WordIds *ids, Arena *arena,
                       AnchorWords *out)
{
    size_t at = from;

    while (at < to) {
        uint32_t cp;
        size_t next = skip_comment(text, at, to);
        if (next > at) {
            at = next;
            continue;
        }
        size_t end = at + utf8_decode(text, at, &cp);
        if (joins(cp))
            end = word_end(text, at, to);
        if (joins(cp) || stands_alone(cp)) {
            Str word = str_slice(text, at, end);
            add(out, arena, (AnchorWord){word_id(ids, word), {at, end}});
        }
        at = end;
    }
}
