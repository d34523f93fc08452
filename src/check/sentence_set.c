#include "check/sentence_set.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/sentence.h"
#include "text/word.h"

enum { TELLING_WORDS = 8, TELLING_GRAPHEMES = 20, FIRST_SLOTS = 2048 };
enum { OPENING_LETTERS = 12 };

static bool is_inked(uint32_t cp)
{
    if (cp < 0x80)
        return unicode_plain[cp];
    return cp != UTF8_BAD &&
           (unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp));
}

/* FNV-1a over the folded letters and digits, at most `letters` of them; a space
 * stands for anything else. 0 when there is none. */
static uint64_t hash_letters(Str s, size_t letters)
{
    uint64_t hash = 0xCBF29CE484222325u;
    bool gap = false, any = false;
    uint32_t cp = 0;

    for (size_t at = 0; at < s.len && letters > 0;) {
        cp = (unsigned char)s.ptr[at];
        at += cp < 0x80 ? 1 : utf8_decode(s, at, &cp);
        if (!is_inked(cp)) {
            gap = gap || unicode_is_space(cp);
            continue;
        }
        if (gap && any)
            hash = (hash ^ ' ') * 0x100000001B3u;
        hash = (hash ^ unicode_fold(cp)) * 0x100000001B3u;
        gap = false;
        any = true;
        letters--;
    }
    return any ? hash | 1 : 0;
}

static uint64_t sentence_hash(Str s)
{
    return hash_letters(s, s.len);
}

/* Which bit of `openings` stands for how a sentence begins. */
static size_t opening_bit(Str s)
{
    return (hash_letters(s, OPENING_LETTERS) >> 1) % OPENING_BITS;
}

bool sentence_set_has(const SentenceSet *set, Str sentence)
{
    size_t opening = opening_bit(sentence);

    if (!(set->openings[opening / 64] >> opening % 64 & 1))
        return false;
    uint64_t hash = sentence_hash(sentence);
    if (hash == 0)
        return false;
    for (size_t i = (hash >> 1) & set->mask; set->slots[i]; i = (i + 1) & set->mask)
        if (set->slots[i] == hash)
            return true;
    return false;
}

/* -- filling -------------------------------------------------------------- */

typedef struct Filling {
    SentenceSet *set;
    uint64_t *slots; /* of the set */
    Arena *arena;
} Filling;

static void put(Filling *f, uint64_t hash)
{
    SentenceSet *set = f->set;
    size_t i = (hash >> 1) & set->mask;

    while (f->slots[i] && f->slots[i] != hash)
        i = (i + 1) & set->mask;
    set->count += f->slots[i] == 0;
    f->slots[i] = hash;
}

/* Room for so many slots less one, with what the set holds. */
static void make_room(Filling *f, size_t mask)
{
    const uint64_t *old = f->set->slots;
    size_t old_count = old ? f->set->mask + 1 : 0;

    f->slots = arena_array(f->arena, mask + 1, sizeof *f->slots);
    f->set->slots = f->slots;
    f->set->mask = mask;
    f->set->count = 0;
    for (size_t i = 0; i < old_count; i++)
        if (old[i])
            put(f, old[i]);
}

static void add(Filling *f, Str sentence)
{
    SentenceSet *set = f->set;
    uint64_t hash = sentence_hash(sentence);

    if (hash == 0)
        return;
    if (set->count * 2 >= set->mask)
        make_room(f, set->mask * 2 + 1);
    put(f, hash);
    size_t opening = opening_bit(sentence);
    set->openings[opening / 64] |= (uint64_t)1 << opening % 64;
}

bool sentence_is_telling(Str sentence, Lang lang)
{
    if (lang_counts_graphemes(lang))
        return prose_length(sentence, lang) >= TELLING_GRAPHEMES;
    int words = 0;
    Range word;
    for (size_t at = 0; words < TELLING_WORDS && word_next(sentence, lang, &at, &word);)
        words++;
    return words == TELLING_WORDS;
}

/* A sentence of guidance; a document shows it without its emphasis. */
static void add_sentences(Filling *f, Str text, Lang lang)
{
    Range range;

    for (size_t at = 0; sentence_next(text, lang, &at, &range);) {
        Str sentence = str_range(text, range);
        if (sentence_is_telling(sentence, lang))
            add(f, sentence);
    }
}

/* Guidance is Markdown of a simple kind: paragraphs of wrapped lines, lists and
 * emphasis. Each paragraph and item is split into sentences on its own. */
static void add_markdown(Filling *f, Str md, Lang lang)
{
    StrBuf paragraph = {0};
    Str line;
    bool more = true;

    strbuf_reserve(&paragraph, md.len + 1);
    while (more) {
        more = str_next_line(&md, &line);
        line = more ? str_trim(line) : (Str){0};
        bool item = str_starts(line, STR("- ")) || str_starts(line, STR("* "));
        if (line.len == 0 || item) {
            add_sentences(f, strbuf_view(&paragraph), lang);
            strbuf_clear(&paragraph);
        }
        Str rest = str_slice(line, item ? 2 : 0, line.len), piece;
        while (str_next_field(&rest, '*', &piece))
            strbuf_add(&paragraph, piece);
        strbuf_addc(&paragraph, ' ');
    }
    strbuf_deinit(&paragraph);
}

static void add_spec(Filling *f, const PartSpec *spec, Lang lang)
{
    add_markdown(f, spec->purpose, lang);
    add_markdown(f, spec->bad_example, lang);
    add_markdown(f, spec->bad_reason, lang);
    add_markdown(f, spec->good_example, lang);
    for (size_t i = 0; i < spec->questions.count; i++)
        add_markdown(f, spec->questions.items[i], lang);
    for (size_t i = 0; i < spec->mistakes.count; i++)
        add_markdown(f, spec->mistakes.items[i], lang);
    if (spec->kind == PART_HEADLINE) {
        add(f, spec->bad_example);
        add(f, spec->good_example);
    }
}

void sentence_set_add(SentenceSet *set, const Template *templates, size_t count,
                      Lang lang, Arena *arena)
{
    Filling f = {.set = set, .arena = arena};

    make_room(&f, set->slots ? set->mask : FIRST_SLOTS - 1);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < templates[i].spec_count && templates[i].lang == lang;
             j++)
            add_spec(&f, &templates[i].specs[j], lang);
}
