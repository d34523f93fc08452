/* lang.h: the languages a document can be in. The interface speaks the first
 * two. Codes are ISO 639-1. */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include <stdbool.h>

#include "base/str.h"

typedef enum Lang {
    LANG_EN,
    LANG_KO,
    LANG_JA,
    LANG_ZH,
    LANG_DE,
    LANG_FR,
    LANG_ES,
    LANG_PT,
    LANG_RU,
    LANG_COUNT,
} Lang;

const char *lang_code(Lang lang);
/* "ko", "ko_KR.UTF-8", "KO": by its leading two letters; false if unknown. */
bool lang_parse(Str code, Lang *out);
/* Lengths are counted in graphemes (ko, ja, zh) and not in words. */
bool lang_counts_graphemes(Lang lang);
/* The language most letters of `text` are written in, by script: Hangul ko,
 * kana ja, Han without kana zh, Cyrillic ru; in Latin letters the one whose common
 * words are met most, and en where too few tell. */
Lang lang_guess(Str text);

#endif
