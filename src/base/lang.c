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
        uint32_t cp;
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
    return n.cyrillic > n.latin ? LANG_RU : LANG_EN;
}
