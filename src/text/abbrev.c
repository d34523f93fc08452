#include "text/abbrev.h"

#include <string.h>

enum { ABBREV_BYTES_MAX = 6 }; /* of the longest one, "approx" */

/* clang-format off */
#define A(literal, kind) {{literal, sizeof(literal) - 1}, kind}
static const Abbrev abbrevs_en[] = {
    A("e.g", ABBREV_NEVER), A("i.e", ABBREV_NEVER), A("cf", ABBREV_NEVER),
    A("vs", ABBREV_NEVER), A("approx", ABBREV_NEVER), A("ca", ABBREV_NEVER),
    A("est", ABBREV_NEVER), A("al", ABBREV_NEVER), A("Mr", ABBREV_NEVER),
    A("Mrs", ABBREV_NEVER), A("Ms", ABBREV_NEVER), A("Dr", ABBREV_NEVER),
    A("Prof", ABBREV_NEVER), A("St", ABBREV_NEVER), A("Gen", ABBREV_NEVER),
    A("Sen", ABBREV_NEVER), A("Rep", ABBREV_NEVER), A("Rev", ABBREV_NEVER),
    A("Fig", ABBREV_NEVER), A("No", ABBREV_NUMBER), A("Nos", ABBREV_NUMBER),
    A("Vol", ABBREV_NEVER), A("p", ABBREV_NEVER), A("pp", ABBREV_NEVER),
    A("ed", ABBREV_NEVER), A("eds", ABBREV_NEVER), A("ch", ABBREV_NEVER),
    A("sec", ABBREV_NEVER), A("min", ABBREV_NEVER), A("max", ABBREV_NEVER),
    A("hr", ABBREV_NEVER), A("hrs", ABBREV_NEVER), A("dept", ABBREV_NEVER),
    A("tel", ABBREV_NEVER), A("ext", ABBREV_NEVER), A("Jan", ABBREV_NEVER),
    A("Feb", ABBREV_NEVER), A("Mar", ABBREV_NEVER), A("Apr", ABBREV_NEVER),
    A("Jun", ABBREV_NEVER), A("Jul", ABBREV_NEVER), A("Aug", ABBREV_NEVER),
    A("Sep", ABBREV_NEVER), A("Sept", ABBREV_NEVER), A("Oct", ABBREV_NEVER),
    A("Nov", ABBREV_NEVER), A("Dec", ABBREV_NEVER), A("Mon", ABBREV_NEVER),
    A("Tue", ABBREV_NEVER), A("Wed", ABBREV_NEVER), A("Thu", ABBREV_NEVER),
    A("Fri", ABBREV_NEVER), A("Sat", ABBREV_NEVER), A("Sun", ABBREV_NEVER),
    A("etc", ABBREV_MAY), A("a.m", ABBREV_MAY), A("p.m", ABBREV_MAY),
    A("Inc", ABBREV_MAY), A("Ltd", ABBREV_MAY), A("Co", ABBREV_MAY),
    A("Corp", ABBREV_MAY), A("Jr", ABBREV_MAY), A("Sr", ABBREV_MAY),
    A("U.S", ABBREV_MAY), A("U.K", ABBREV_MAY), A("U.N", ABBREV_MAY),
    A("E.U", ABBREV_MAY), A("Ph.D", ABBREV_MAY), A("B.C", ABBREV_MAY),
    A("A.D", ABBREV_MAY),
};
static const Abbrev abbrevs_ko[] = {
    A("No", ABBREV_NUMBER), A("vs", ABBREV_NEVER), A("Dr", ABBREV_NEVER),
    A("Mr", ABBREV_NEVER), A("etc", ABBREV_NEVER),
};
static const Abbrev abbrevs_ja[] = {
    A("No", ABBREV_NUMBER), A("Vol", ABBREV_NEVER), A("Mr", ABBREV_NEVER),
    A("Dr", ABBREV_NEVER),
};
static const Abbrev abbrevs_zh[] = {
    A("No", ABBREV_NUMBER), A("Dr", ABBREV_NEVER), A("Mr", ABBREV_NEVER),
};
static const Abbrev abbrevs_de[] = {
    A("z.B", ABBREV_NEVER), A("bzw", ABBREV_NEVER), A("usw", ABBREV_NEVER),
    A("ca", ABBREV_NEVER), A("Nr", ABBREV_NEVER), A("d.h", ABBREV_NEVER),
};
static const Abbrev abbrevs_fr[] = {
    A("M", ABBREV_NEVER), A("Mme", ABBREV_NEVER), A("etc", ABBREV_NEVER),
    A("p.ex", ABBREV_NEVER),
};
static const Abbrev abbrevs_es[] = {
    A("Sr", ABBREV_NEVER), A("Sra", ABBREV_NEVER), A("Ud", ABBREV_NEVER),
    A("etc", ABBREV_NEVER), A("p.ej", ABBREV_NEVER),
};
static const Abbrev abbrevs_ru[] = {
    A("т.е", ABBREV_NEVER), A("т.д", ABBREV_NEVER), A("т.п", ABBREV_NEVER),
    A("г", ABBREV_NEVER), A("ул", ABBREV_NEVER),
};
#undef A

typedef struct AbbrevList {
    const Abbrev *rows;
    size_t count;
} AbbrevList;

#define LIST(table) {table, sizeof(table) / sizeof(table)[0]}
static const AbbrevList abbrevs[LANG_COUNT] = {
    [LANG_EN] = LIST(abbrevs_en), [LANG_KO] = LIST(abbrevs_ko),
    [LANG_JA] = LIST(abbrevs_ja), [LANG_ZH] = LIST(abbrevs_zh),
    [LANG_DE] = LIST(abbrevs_de), [LANG_FR] = LIST(abbrevs_fr),
    [LANG_ES] = LIST(abbrevs_es), [LANG_PT] = LIST(abbrevs_es),
    [LANG_RU] = LIST(abbrevs_ru),
};
#undef LIST
/* clang-format on */

/* A small letter at its start may be a capital. */
static bool is_abbrev_word(Str token, Str word)
{
    bool lower = word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
    bool same = token.ptr[0] == word.ptr[0] ||
                (lower && token.ptr[0] == word.ptr[0] - 'a' + 'A');

    return same && token.len == word.len &&
           memcmp(token.ptr + 1, word.ptr + 1, word.len - 1) == 0;
}

const Abbrev *abbrev_find(Str token, Lang lang)
{
    const AbbrevList *list = &abbrevs[lang];

    if (token.len == 0 || token.len > ABBREV_BYTES_MAX)
        return NULL;
    char first = (char)(token.ptr[0] | 0x20);
    for (size_t i = 0; i < list->count; i++)
        if ((list->rows[i].word.ptr[0] | 0x20) == first &&
            is_abbrev_word(token, list->rows[i].word))
            return &list->rows[i];
    return NULL;
}
