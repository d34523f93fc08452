#include "check/lexicon_words.h"

#include "base/scan.h"

enum { LETTERS_MAX = 8, STEM_MAX = 4 };

/* What the letters of a bit are. */
typedef enum Kind {
    KIND_WORD,   /* a whole word */
    KIND_STEM,   /* what stands before a star */
    KIND_PHRASE, /* a word before a space */
    KIND_PAIR,   /* with the first letter of the next word added */
} Kind;

/* Source: Knuth, The Art of Computer Programming 3, 6.4: multiplicative hashing. */
static size_t bit_of(uint64_t letters, Kind kind, char next)
{
    uint64_t added = (uint64_t)kind << 8 | ((unsigned char)next | 0x20U);
    uint64_t mixed = (letters ^ added << 50) * 0x9E3779B97F4A7C15U;
    return (size_t)(mixed >> 49); /* of LEXICON_WORD_BITS */
}

static bool has_bit(const uint64_t *bits, size_t bit)
{
    return bits[bit / 64] >> bit % 64 & 1;
}

static void add_bit(uint64_t *bits, size_t bit)
{
    bits[bit / 64] |= (uint64_t)1 << bit % 64;
}

/* Without those behind the first `count` (1 to LETTERS_MAX) of them. */
static uint64_t first_letters(uint64_t letters, size_t count)
{
    return letters & UINT64_MAX >> 8 * (LETTERS_MAX - count);
}

/* Eight bytes, the first one lowest: compilers make one load of it. */
static uint64_t eight_bytes(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;

    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 | (uint64_t)p[5] << 40 |
           (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* The first letters of a word, folded, the first one lowest. */
static uint64_t letters_of(Str s, Range word)
{
    size_t count = word.end - word.start;
    uint64_t letters = 0;

    if (count > LETTERS_MAX)
        count = LETTERS_MAX;

    if (s.len - word.start >= LETTERS_MAX)
        letters = eight_bytes(s.ptr + word.start);
    else
        for (size_t i = 0; i < count; i++)
            letters |= (uint64_t)(unsigned char)s.ptr[word.start + i] << 8 * i;
    /* It folds letters and leaves digits. */
    return first_letters(letters | 0x2020202020202020U, count);
}

static size_t stem_of(size_t letters)
{
    return letters < STEM_MAX ? letters : STEM_MAX;
}

void lexicon_words_add(uint64_t *bits, uint8_t *stems, Str term)
{
    size_t end = scan_plain(term, 0);

    if (end == 0)
        return; /* a star or another sign */
    uint64_t letters = letters_of(term, (Range){0, end});

    if (end < LETTERS_MAX && end < term.len && term.ptr[end] == '*') {
        size_t stem = stem_of(end);
        add_bit(bits, bit_of(first_letters(letters, stem), KIND_STEM, 0));
        *stems |= (uint8_t)(1U << stem);
        return;
    }
    if (end + 1 < term.len && term.ptr[end] == ' ' &&
        scan_is_plain(term.ptr[end + 1])) {
        add_bit(bits, bit_of(letters, KIND_PHRASE, 0));
        add_bit(bits, bit_of(letters, KIND_PAIR, term.ptr[end + 1]));
        return;
    }
    add_bit(bits, bit_of(letters, KIND_WORD, 0));
}

/* A phrase goes on behind white space; what is not one space is not looked at. */
static bool begins_phrase(const LexiconWords *words, Str prose, size_t end,
                          uint64_t letters)
{
    if (end + 1 >= prose.len || prose.ptr[end] > ' ')
        return false;
    char next = prose.ptr[end + 1];
    return prose.ptr[end] == ' ' && next > ' '
               ? has_bit(words->bits, bit_of(letters, KIND_PAIR, next))
               : has_bit(words->bits, bit_of(letters, KIND_PHRASE, 0));
}

bool lexicon_words_may_begin(const LexiconWords *words, Str prose, Range word)
{
    uint64_t letters = letters_of(prose, word);

    if (has_bit(words->bits, bit_of(letters, KIND_WORD, 0)) ||
        begins_phrase(words, prose, word.end, letters))
        return true;
    for (size_t stem = stem_of(word.end - word.start); stem > 0; stem--)
        if ((words->stems >> stem & 1) &&
            has_bit(words->bits, bit_of(first_letters(letters, stem), KIND_STEM, 0)))
            return true;
    return false;
}
