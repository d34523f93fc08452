#include "check/content.h"

#include <stdlib.h>

#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/korean.h"
#include "text/word.h"

enum {
    LETTERS_MIN = 4, /* English */
    SYLLABLE_BYTES = 3,
    SYLLABLES_MIN = 2, /* Korean */
    NEAR_MAX = 64,     /* keys that begin alike are few in real text */
};

/* -- words that say nothing ----------------------------------------------- */

enum { STOP_PLACES = 512 }; /* a power of two, twice as many as words */

typedef struct StopList {
    Str places[STOP_PLACES];
    size_t count;
} StopList;

/* Where the word stands, or would stand. */
static size_t stop_place(const StopList *stop, Str word)
{
    uint32_t hash = 2166136261U; /* FNV-1a */

    for (size_t i = 0; i < word.len; i++)
        hash = (hash ^ (unsigned char)word.ptr[i]) * 16777619U;
    for (size_t at = hash;; at++) {
        Str there = stop->places[at % STOP_PLACES];
        if (there.len == 0 || str_eq(there, word))
            return at % STOP_PLACES;
    }
}

/* A word a line, below a line that names the column. */
static void read_stop_list(Lang lang, StopList *out)
{
    Str tsv = {0}, line;

    *out = (StopList){0};
    if (!resource_find(lang == LANG_KO ? STR("stop/ko.tsv") : STR("stop/en.tsv"), &tsv))
        return;
    str_next_line(&tsv, &line);
    while (out->count < STOP_PLACES / 2 && str_next_line(&tsv, &line)) {
        out->places[stop_place(out, line)] = line;
        out->count++;
    }
}

static bool is_stopped(const StopList *stop, Str word)
{
    return stop->places[stop_place(stop, word)].len > 0;
}

/* -- keys ----------------------------------------------------------------- */

/* Folding changes one byte of ASCII into one. */
static Str fold_ascii(Str word, Arena *arena)
{
    char *small = arena_alloc(arena, word.len);

    for (size_t i = 0; i < word.len; i++)
        small[i] = (char)unicode_fold((unsigned char)word.ptr[i]);
    return (Str){small, word.len};
}

static Str fold(Str word, Arena *arena)
{
    StrBuf folded = {0};

    if (utf8_skip_ascii(word, 0) == word.len)
        return fold_ascii(word, arena);

    unicode_fold_str(word, &folded);
    Str result = arena_str(arena, strbuf_view(&folded));
    strbuf_deinit(&folded);
    return result;
}

static Str cut_english(Str word)
{
    static const char *const endings[] = {"ing", "es", "ed", "ly", "s"};

    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        Str ending = str_from(endings[i]);
        if (str_ends(word, ending) && word.len >= ending.len + 3)
            return str_slice(word, 0, word.len - ending.len);
    }
    return word;
}

/* A byte of ASCII is a grapheme of its own. */
static bool is_short(Str word)
{
    if (utf8_skip_ascii(word, 0) == word.len)
        return word.len < LETTERS_MIN;
    return grapheme_count(word) < LETTERS_MIN;
}

static Str english_key(Str word, const StopList *stop, Arena *arena)
{
    Str small = fold(word, arena);

    if (str_ends(small, STR("'s")))
        small.len -= 2;
    else if (str_ends(small, STR("’s")))
        small.len -= 4;
    bool letter = small.len > 0 && (unsigned char)(small.ptr[0] - '0') > 9;
    if (!letter || is_short(small) || is_stopped(stop, small))
        return (Str){0};
    return cut_english(small);
}

/* The Hangul that a token opens with, without its particles and without what
 * follows 하, 되, 있, 없 behind the first syllable. */
static Str korean_key(Str token, const StopList *stop)
{
    static const char *const verbs[] = {"하", "되", "있", "없", "했", "됐", "한", "된",
                                        "할", "될", "함", "됨", "합", "됩", "해"};
    size_t start = 0, end;
    uint32_t cp = 0;

    while (start < token.len) {
        size_t step = utf8_decode(token, start, &cp);
        if (unicode_is_letter(cp))
            break;
        start += step;
    }
    for (end = start; end < token.len;) {
        size_t step = utf8_decode(token, end, &cp);
        if (!unicode_is_letter(cp))
            break;
        end += step;
    }
    Str word = str_slice(token, start, end);
    if (is_stopped(stop, word))
        return (Str){0};
    word = korean_stem(word);
    for (size_t at = SYLLABLE_BYTES * SYLLABLES_MIN; at < word.len;
         at += SYLLABLE_BYTES)
        for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
            if (str_starts(str_slice(word, at, word.len), str_from(verbs[i]))) {
                word.len = at;
                break;
            }
    bool long_enough = word.len >= SYLLABLE_BYTES * SYLLABLES_MIN;
    return long_enough && !is_stopped(stop, word) ? word : (Str){0};
}

/* -- the list ------------------------------------------------------------- */

/* A word and where it stands, so that sorting needs no state of its own. */
typedef struct Keyed {
    ContentWord word;
    size_t index;
} Keyed;

static int by_key(const void *a, const void *b)
{
    const Keyed *left = a, *right = b;
    int order = str_cmp(left->word.key, right->word.key);

    if (order != 0)
        return order;
    return left->index < right->index ? -1 : 1;
}

/* Each key once, in the order of the text, and the order of the keys beside it. */
static void settle(Keyed *keyed, size_t count, Arena *arena, ContentWords *out)
{
    ContentWord *words = arena_array(arena, count, sizeof *words);
    Str *sorted = arena_array(arena, count, sizeof *sorted);
    size_t kept = 0;

    if (count > 1)
        qsort(keyed, count, sizeof *keyed, by_key);
    for (size_t i = 0; i < count; i++) {
        if (kept > 0 && str_eq(sorted[kept - 1], keyed[i].word.key))
            continue;
        sorted[kept++] = keyed[i].word.key;
        words[keyed[i].index] = keyed[i].word; /* the first of its key */
    }
    out->words = words;
    out->sorted = sorted;
    out->count = kept;
    /* Close the gaps that repeated keys leave. */
    for (size_t i = 0, at = 0; i < count; i++)
        if (words[i].key.len > 0)
            words[at++] = words[i];
}

void content_read(Str text, Lang lang, Arena *arena, ContentWords *out)
{
    StopList stop;
    Keyed *keyed = NULL;
    size_t count = 0, cap = 0;
    Range word;

    read_stop_list(lang, &stop);
    *out = (ContentWords){.lang = lang};
    for (size_t at = 0; word_next(text, lang, &at, &word);) {
        Str written = str_range(text, word);
        Str key = lang == LANG_KO ? korean_key(written, &stop)
                                  : english_key(written, &stop, arena);
        if (key.len == 0)
            continue;
        keyed = arena_grow(arena, keyed, count, &cap, sizeof *keyed);
        keyed[count] = (Keyed){{key, written}, count};
        count++;
    }
    settle(keyed, count, arena, out);
}

/* The first key that is not before `key`. */
static size_t lower_bound(const ContentWords *words, Str key)
{
    size_t low = 0, high = words->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (str_cmp(words->sorted[middle], key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool has_key(const ContentWords *words, Str key)
{
    size_t at = lower_bound(words, key);
    return at < words->count && str_eq(words->sorted[at], key);
}

/* Two letters, or one syllable. */
static size_t slack(const ContentWords *words)
{
    return words->lang == LANG_KO ? SYLLABLE_BYTES : 2;
}

bool content_has(const ContentWords *words, Str key)
{
    size_t at = lower_bound(words, key), step = words->lang == LANG_KO ? 3 : 1;

    for (size_t i = at; i < words->count && i < at + NEAR_MAX; i++) {
        if (!str_starts(words->sorted[i], key))
            break;
        if (words->sorted[i].len <= key.len + slack(words))
            return true;
    }
    for (size_t cut = step; cut <= slack(words) && key.len > cut + step; cut += step)
        if (has_key(words, str_slice(key, 0, key.len - cut)))
            return true;
    return false;
}

size_t content_shared(const ContentWords *a, const ContentWords *b)
{
    size_t shared = 0;

    for (size_t i = 0; i < a->count; i++)
        shared += content_has(b, a->words[i].key);
    return shared;
}
