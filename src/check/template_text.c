#include "check/template_text.h"

#include <pthread.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "text/sentence.h"

enum { TELLING_WORDS = 8, TELLING_GRAPHEMES = 20, FIRST_SLOTS = 2048 };
enum { OPENING_LETTERS = 12 };

/* FNV-1a over the folded letters and digits, at most `letters` of them; a space
 * stands for anything else. 0 when there is none. */
static uint64_t hash_letters(Str s, size_t letters)
{
    uint64_t hash = 0xCBF29CE484222325u;
    bool gap = false, any = false;
    uint32_t cp = 0;

    for (size_t at = 0; at < s.len && letters > 0;) {
        at += utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD ||
            !(unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp))) {
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

static void put(SentenceSet *set, uint64_t hash)
{
    size_t i = (hash >> 1) & set->mask;

    while (set->slots[i] && set->slots[i] != hash)
        i = (i + 1) & set->mask;
    set->count += set->slots[i] == 0;
    set->slots[i] = hash;
}

static void set_add(SentenceSet *set, Str sentence, Arena *arena)
{
    uint64_t hash = sentence_hash(sentence);

    if (hash == 0)
        return;
    if (set->count * 2 >= set->mask) {
        const uint64_t *old = set->slots;
        size_t old_count = old ? set->mask + 1 : 0;
        set->mask = old ? set->mask * 2 + 1 : FIRST_SLOTS - 1;
        set->slots = arena_array(arena, set->mask + 1, sizeof *set->slots);
        set->count = 0;
        for (size_t i = 0; i < old_count; i++)
            if (old[i])
                put(set, old[i]);
    }
    put(set, hash);
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
static void add_sentences(SentenceSet *set, Str text, Lang lang, Arena *arena)
{
    Range range;

    for (size_t at = 0; sentence_next(text, lang, &at, &range);) {
        Str sentence = str_range(text, range);
        if (sentence_is_telling(sentence, lang))
            set_add(set, sentence, arena);
    }
}

/* Guidance is Markdown of a simple kind: paragraphs of wrapped lines, lists and
 * emphasis. Each paragraph and item is split into sentences on its own. */
static void add_markdown(SentenceSet *set, Str md, Lang lang, Arena *arena)
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
            add_sentences(set, strbuf_view(&paragraph), lang, arena);
            strbuf_clear(&paragraph);
        }
        Str rest = str_slice(line, item ? 2 : 0, line.len), piece;
        while (str_next_field(&rest, '*', &piece))
            strbuf_add(&paragraph, piece);
        strbuf_addc(&paragraph, ' ');
    }
    strbuf_deinit(&paragraph);
}

static void add_spec(SentenceSet *set, const PartSpec *spec, Lang lang, Arena *arena)
{
    add_markdown(set, spec->purpose, lang, arena);
    add_markdown(set, spec->bad_example, lang, arena);
    add_markdown(set, spec->bad_reason, lang, arena);
    add_markdown(set, spec->good_example, lang, arena);
    for (size_t i = 0; i < spec->questions.count; i++)
        add_markdown(set, spec->questions.items[i], lang, arena);
    for (size_t i = 0; i < spec->mistakes.count; i++)
        add_markdown(set, spec->mistakes.items[i], lang, arena);
    if (spec->kind == PART_HEADLINE) {
        set_add(set, spec->bad_example, arena);
        set_add(set, spec->good_example, arena);
    }
}

static const SentenceSet *build(const Library *lib, Lang lang, Arena *arena)
{
    SentenceSet *set = ARENA_NEW(arena, SentenceSet);

    for (size_t i = 0; i < lib->template_count; i++) {
        const Template *t = &lib->templates[i];
        for (size_t j = 0; j < t->spec_count && t->lang == lang; j++)
            add_spec(set, &t->specs[j], lang, arena);
    }
    return set;
}

const SentenceSet *template_sentences(const Library *lib, Lang lang, Arena *arena)
{
    Lang near = lang == LANG_KO ? LANG_KO : LANG_EN;

    if (!lib->memo)
        return build(lib, near, arena);
    /* Several threads may check documents with one library. */
    pthread_mutex_lock(&lib->memo->lock);
    if (!lib->memo->sentences[near])
        lib->memo->sentences[near] = build(lib, near, &lib->memo->arena);
    const SentenceSet *set = lib->memo->sentences[near];
    pthread_mutex_unlock(&lib->memo->lock);
    return set;
}
