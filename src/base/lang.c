#include "base/lang.h"

#include <stdint.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"

static const char *const codes[LANG_COUNT] = {"en", "ko", "ja", "zh", "de",
                                              "fr", "es", "pt", "ru"};

const char *lang_code(Lang lang)
{
    return codes[lang];
}

bool lang_parse(Str code, Lang *out)
{
    Str head = str_slice(code, 0, 2);

    if (code.len > 2) {
        char after = code.ptr[2];
        if (after != '_' && after != '-' && after != '.' && after != '@')
            return false;
    }
    for (int i = 0; i < LANG_COUNT; i++) {
        if (str_eq_nocase(head, str_from(codes[i]))) {
            *out = (Lang)i;
            return true;
        }
    }
    return false;
}

bool lang_counts_graphemes(Lang lang)
{
    return lang == LANG_KO || lang == LANG_JA || lang == LANG_ZH;
}

typedef struct ScriptCount {
    size_t latin, hangul, kana, han, cyrillic;
} ScriptCount;

/* All letters but those of ASCII, so that most of most text is skipped at once. */
static ScriptCount count_wide(Str text)
{
    ScriptCount n = {0};
    uint32_t cp;

    for (size_t at = utf8_skip_ascii(text, 0); at < text.len;
         at = utf8_skip_ascii(text, at)) {
        at += utf8_decode(text, at, &cp);
        if (cp < 0x250)
            n.latin += unicode_is_letter(cp);
        else if (unicode_is_hangul(cp))
            n.hangul++;
        else if (unicode_is_kana(cp))
            n.kana++;
        else if (unicode_is_han(cp))
            n.han++;
        else if (cp >= 0x400 && cp <= 0x52F)
            n.cyrillic++;
    }
    return n;
}

static size_t count_ascii_letters(Str text)
{
    size_t count = 0;

    for (size_t i = 0; i < text.len; i++)
        count += ((unsigned char)text.ptr[i] | 0x20U) - 'a' < 26;
    return count;
}

enum { SAMPLE_BYTES = 4096, SURE_WORDS = 4, COMMON_BYTES_MAX = 5 };

/* The languages in Latin letters whose words we know. */
enum { EN = 1, DE = 2, FR = 4, ES = 8, PT = 16 };

/* Words that stand in every other sentence of a language, and rarely in another, in
 * order of their bytes. */
/* clang-format off */
static const struct CommonWord {
    char word[COMMON_BYTES_MAX + 1];
    unsigned char languages;
} common_words[] = {
    {"and", EN}, {"ao", PT}, {"are", EN}, {"avec", FR}, {"com", PT},
    {"con", ES}, {"da", PT}, {"dans", FR}, {"das", DE}, {"del", ES},
    {"der", DE}, {"des", FR}, {"die", DE}, {"do", PT}, {"dos", PT},
    {"ein", DE}, {"el", ES}, {"em", PT}, {"est", FR}, {"for", EN},
    {"für", DE}, {"is", EN}, {"ist", DE}, {"las", ES}, {"le", FR},
    {"les", FR}, {"los", ES}, {"mit", DE}, {"más", ES}, {"nicht", DE},
    {"não", PT}, {"of", EN}, {"os", PT}, {"para", ES | PT}, {"por", ES},
    {"pour", FR}, {"qui", FR}, {"sur", FR}, {"that", EN}, {"the", EN},
    {"this", EN}, {"to", EN}, {"uma", PT}, {"una", ES}, {"und", DE},
    {"une", FR}, {"von", DE}, {"with", EN}, {"y", ES},
};
static const Lang latin_languages[] = {LANG_EN, LANG_DE, LANG_FR, LANG_ES, LANG_PT};
/* clang-format on */

enum { LATIN_COUNT = sizeof latin_languages / sizeof *latin_languages };

/* A number for a word of at most COMMON_BYTES_MAX bytes, in their order; ASCII
 * capitals as small letters. */
static uint64_t word_number(const char *word, size_t len)
{
    uint64_t number = 0;

    for (size_t i = 0; i < COMMON_BYTES_MAX; i++) {
        unsigned char c = i < len ? (unsigned char)word[i] : 0;
        number = number << 8 | (c - (unsigned)'A' < 26 ? c | 0x20U : c);
    }
    return number;
}

enum { COMMON_COUNT = sizeof common_words / sizeof *common_words };

/* Words as numbers, made once for a text. */
typedef struct CommonNumbers {
    uint64_t of[COMMON_COUNT];
} CommonNumbers;

static CommonNumbers number_common_words(void)
{
    CommonNumbers numbers;

    for (size_t i = 0; i < COMMON_COUNT; i++)
        numbers.of[i] = word_number(common_words[i].word, COMMON_BYTES_MAX);
    return numbers;
}

/* The languages in which a word is common. */
static unsigned common_in(const CommonNumbers *numbers, Str word)
{
    size_t low = 0, high = COMMON_COUNT;

    if (word.len == 0 || word.len > COMMON_BYTES_MAX)
        return 0;
    uint64_t wanted = word_number(word.ptr, word.len);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint64_t there = numbers->of[middle];
        if (there == wanted)
            return common_words[middle].languages;
        if (there < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

static void count_word(const CommonNumbers *numbers, Str word,
                       size_t counts[LATIN_COUNT])
{
    unsigned languages = common_in(numbers, word);

    for (size_t i = 0; languages; i++, languages >>= 1)
        counts[i] += languages & 1;
}

/* The language in Latin letters whose common words are met most; English where too
 * few tell. */
static Lang guess_latin(Str text)
{
    size_t counts[LATIN_COUNT] = {0}, best = 0, start = 0;
    CommonNumbers numbers = number_common_words();
    uint32_t cp;

    text = utf8_cut(text, SAMPLE_BYTES);
    for (size_t at = 0; (at = scan_letters(text, at)) < text.len;) {
        size_t next = at + utf8_decode(text, at, &cp);
        if (!unicode_is_letter(cp)) {
            count_word(&numbers, str_slice(text, start, at), counts);
            start = next;
        }
        at = next;
    }
    for (size_t i = 1; i < LATIN_COUNT; i++)
        if (counts[i] > counts[best] && counts[i] >= SURE_WORDS)
            best = i;
    return latin_languages[best];
}

Lang lang_guess(Str text)
{
    ScriptCount n = count_wide(text);

    if (n.hangul + n.kana + n.han + n.cyrillic == 0)
        return guess_latin(text);
    n.latin += count_ascii_letters(text);
    /* A syllable or an ideograph says as much as about three Latin letters. */
    if (n.hangul * 3 > n.latin && n.hangul >= n.kana)
        return LANG_KO;
    if (n.kana > 0 && (n.kana + n.han) * 3 > n.latin)
        return LANG_JA;
    if (n.han * 3 > n.latin)
        return LANG_ZH;
    return n.cyrillic > n.latin ? LANG_RU : guess_latin(text);
}
