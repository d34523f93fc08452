#include "doc/quote.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/word.h"

/* Shorter than this between single marks is an apostrophe's neighbour or a word
 * that is only set off. Source: docs/rules.md, "Quotations". */
enum { SINGLE_WORDS = 3, SINGLE_GRAPHEMES = 8 };

/* clang-format off */
static const struct Pair {
    uint32_t open, close;
} pairs[] = {
    {0x201C, 0x201D}, /* “ ” */
    {0x201E, 0x201C}, /* „ “ */
    {0x300C, 0x300D}, /* 「 」 */
    {0x300E, 0x300F}, /* 『 』 */
    {0x00AB, 0x00BB}, /* « » */
    {'"', '"'},
    {0x2018, 0x2019}, /* ‘ ’ */
    {'\'', '\''},
};
/* clang-format on */

enum { PAIR_COUNT = sizeof pairs / sizeof pairs[0] };

static bool is_single(const struct Pair *pair)
{
    return pair->open == '\'' || pair->open == 0x2018;
}

/* A straight mark opens behind a space, a bracket or nothing. */
static bool may_open(Str text, size_t at, const struct Pair *pair)
{
    uint32_t before = ' ';

    if (pair->open != pair->close && !is_single(pair))
        return true;
    if (at > 0)
        utf8_decode(text, utf8_before(text, at), &before);
    return unicode_is_space(before) || before == '(' || before == '[' ||
           before == '{' || before == 0x2014 || before == 0x2013 || before == 0x201C ||
           before == '"';
}

static bool is_letter_at(Str text, size_t at)
{
    uint32_t cp = ' ';

    if (at < text.len)
        utf8_decode(text, at, &cp);
    return unicode_is_letter(cp) && !unicode_is_hangul(cp) && !unicode_is_han(cp) &&
           !unicode_is_kana(cp);
}

/* Offset of the mark that closes, or STR_NONE. A single mark with a letter behind
 * it is an apostrophe. */
static size_t find_close(Str text, size_t from, const struct Pair *pair)
{
    char mark[UTF8_MAX];
    Str close = {mark, utf8_write(pair->close, mark)};
    size_t at = from;

    for (;;) {
        at = str_find(text, close, at);
        if (at == STR_NONE || !is_single(pair) || !is_letter_at(text, at + close.len))
            return at;
        at += close.len;
    }
}

static bool is_long_enough(Str inside, Lang lang)
{
    return word_count(inside, lang) >= SINGLE_WORDS ||
           grapheme_count(inside) >= SINGLE_GRAPHEMES;
}

typedef struct Finder {
    Str text;
    Lang lang;
    bool missing[PAIR_COUNT]; /* no closing mark of that pair follows */
} Finder;

/* End of the quotation that opens at `at`, or 0. */
static size_t quote_end(Finder *f, size_t at, size_t open_size, uint32_t open)
{
    for (size_t i = 0; i < PAIR_COUNT; i++) {
        if (pairs[i].open != open || f->missing[i] || !may_open(f->text, at, &pairs[i]))
            continue;
        size_t from = at + open_size;
        size_t close = find_close(f->text, from, &pairs[i]);
        if (close == STR_NONE) {
            f->missing[i] = true;
            continue;
        }
        if (is_single(&pairs[i]) &&
            !is_long_enough(str_slice(f->text, from, close), f->lang))
            continue;
        char mark[UTF8_MAX];
        return close + utf8_write(pairs[i].close, mark);
    }
    return 0;
}

/* The next byte a quotation may open with: all marks but the straight ones are beyond
 * ASCII. */
static size_t next_mark(Str text, size_t at)
{
    static const ScanSet marks = {{'"', '\'', '"', '"', '"'}, .wide = true};

    return unicode_next_of(text, at, marks);
}

static bool next_quote(Finder *f, size_t *at, Range *out)
{
    while ((*at = next_mark(f->text, *at)) < f->text.len) {
        uint32_t cp = 0;
        size_t start = *at, size = utf8_decode(f->text, start, &cp);
        size_t end = quote_end(f, start, size, cp);
        *at = end > 0 ? end : start + size;
        if (end > 0) {
            *out = (Range){start, end};
            return true;
        }
    }
    return false;
}

void quotes_of_block(const Document *doc, size_t block, Arena *arena, const Quote **out,
                     size_t *count)
{
    Finder f = {.text = doc->blocks[block].prose.text, .lang = doc->lang};
    Quote *quotes = NULL;
    size_t n = 0, cap = 0, at = 0;
    Range range = {0};

    while (next_quote(&f, &at, &range)) {
        quotes = arena_grow(arena, quotes, n, &cap, sizeof *quotes);
        quotes[n++] = (Quote){block, range};
    }
    *out = quotes;
    *count = n;
}

bool block_is_quote(const Document *doc, size_t block, Arena *arena)
{
    const Block *b = &doc->blocks[block];
    const Quote *quotes = NULL;
    size_t count = 0, quoted = 0;

    if (b->quoted)
        return true;
    quotes_of_block(doc, block, arena, &quotes, &count);
    for (size_t i = 0; i < count; i++)
        quoted += grapheme_count(str_range(b->prose.text, quotes[i].range));
    return count > 0 && quoted * 2 >= grapheme_count(b->prose.text);
}
