#include "base/lang.h"

#include <stdint.h>

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

static ScriptCount count_scripts(Str text)
{
    ScriptCount n = {0};

    for (size_t at = 0; at < text.len;) {
        uint32_t cp = (unsigned char)text.ptr[at];
        if (cp < 0x80) {
            n.latin += (cp | 0x20) - 'a' < 26;
            at++;
            continue;
        }
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

enum { SAMPLE_BYTES = 4096, COMMON_WORDS = 10, SURE_WORDS = 4 };
enum { COMMON_BYTES_MAX = 5 };

/* Words that stand in every other sentence of a language, and rarely in another. */
/* clang-format off */
static const struct {
    Lang lang;
    const char *words[COMMON_WORDS];
} common_words[] = {
    {LANG_EN, {"the", "and", "of", "to", "is", "with", "that", "for", "are", "this"}},
    {LANG_DE, {"der", "die", "und", "das", "ist", "nicht", "mit", "ein", "für", "von"}},
    {LANG_FR, {"le", "les", "des", "est", "une", "dans", "pour", "avec", "sur", "qui"}},
    {LANG_ES, {"el", "los", "las", "una", "por", "con", "del", "para", "más", "y"}},
    {LANG_PT, {"os", "uma", "com", "não", "do", "da", "dos", "para", "em", "ao"}},
};
/* clang-format on */

enum { LATIN_COUNT = sizeof common_words / sizeof *common_words };

static void count_word(Str word, size_t counts[LATIN_COUNT])
{
    if (word.len > COMMON_BYTES_MAX)
        return;
    for (size_t i = 0; i < LATIN_COUNT && word.len > 0; i++)
        for (size_t j = 0; j < COMMON_WORDS; j++)
            counts[i] += (word.ptr[0] | 0x20) == common_words[i].words[j][0] &&
                         str_eq_nocase(word, str_from(common_words[i].words[j]));
}

/* The language in Latin letters whose common words are met most; English where too
 * few tell. */
static Lang guess_latin(Str text)
{
    size_t counts[LATIN_COUNT] = {0}, best = 0, start = 0;
    uint32_t cp;

    text = utf8_cut(text, SAMPLE_BYTES);
    for (size_t at = 0; at < text.len;) {
        size_t next = at + utf8_decode(text, at, &cp);
        if (!unicode_is_letter(cp)) {
            count_word(str_slice(text, start, at), counts);
            start = next;
        }
        at = next;
    }
    for (size_t i = 1; i < LATIN_COUNT; i++)
        if (counts[i] > counts[best] && counts[i] >= SURE_WORDS)
            best = i;
    return common_words[best].lang;
}

Lang lang_guess(Str text)
{
    ScriptCount n = count_scripts(text);

    /* A syllable or an ideograph says as much as about three Latin letters. */
    if (n.hangul * 3 > n.latin && n.hangul >= n.kana)
        return LANG_KO;
    if (n.kana > 0 && (n.kana + n.han) * 3 > n.latin)
        return LANG_JA;
    if (n.han * 3 > n.latin)
        return LANG_ZH;
    return n.cyrillic > n.latin ? LANG_RU : guess_latin(text);
}
