#include "doc/entity.h"

#include "base/utf8.h"

enum { NAME_MAX_BYTES = 8, DECIMAL_MAX = 7, HEX_MAX = 6, REPLACEMENT = 0xFFFD };

typedef struct Name {
    const char *name;
    uint32_t cp;
} Name;

/* clang-format off */
static const Name names[] = {
    {"amp", '&'},        {"lt", '<'},         {"gt", '>'},         {"quot", '"'},
    {"apos", '\''},      {"nbsp", 0xA0},      {"copy", 0xA9},      {"reg", 0xAE},
    {"trade", 0x2122},   {"hellip", 0x2026},  {"mdash", 0x2014},   {"ndash", 0x2013},
    {"lsquo", 0x2018},   {"rsquo", 0x2019},   {"sbquo", 0x201A},   {"ldquo", 0x201C},
    {"rdquo", 0x201D},   {"bdquo", 0x201E},   {"laquo", 0xAB},     {"raquo", 0xBB},
    {"lsaquo", 0x2039},  {"rsaquo", 0x203A},  {"middot", 0xB7},    {"bull", 0x2022},
    {"euro", 0x20AC},    {"pound", 0xA3},     {"yen", 0xA5},       {"cent", 0xA2},
    {"deg", 0xB0},       {"times", 0xD7},     {"divide", 0xF7},    {"plusmn", 0xB1},
    {"minus", 0x2212},   {"frac12", 0xBD},    {"frac14", 0xBC},    {"frac34", 0xBE},
    {"sect", 0xA7},      {"para", 0xB6},      {"micro", 0xB5},     {"ensp", 0x2002},
    {"emsp", 0x2003},    {"thinsp", 0x2009},  {"zwnj", 0x200C},    {"zwj", 0x200D},
    {"shy", 0xAD},       {"larr", 0x2190},    {"uarr", 0x2191},    {"rarr", 0x2192},
    {"darr", 0x2193},    {"ne", 0x2260},      {"le", 0x2264},      {"ge", 0x2265},
    {"infin", 0x221E},   {"check", 0x2713},   {"szlig", 0xDF},     {"auml", 0xE4},
    {"ouml", 0xF6},      {"uuml", 0xFC},      {"Auml", 0xC4},      {"Ouml", 0xD6},
    {"Uuml", 0xDC},      {"eacute", 0xE9},    {"egrave", 0xE8},    {"agrave", 0xE0},
    {"ccedil", 0xE7},    {"ntilde", 0xF1},    {"aacute", 0xE1},    {"iacute", 0xED},
    {"oacute", 0xF3},    {"uacute", 0xFA},    {"iexcl", 0xA1},     {"iquest", 0xBF},
    {"lbrack", '['},     {"rbrack", ']'},     {"lpar", '('},       {"rpar", ')'},
    {"ast", '*'},        {"lowbar", '_'},     {"num", '#'},        {"vert", '|'},
    {"period", '.'},     {"comma", ','},      {"colon", ':'},      {"semi", ';'},
};
/* clang-format on */

static int digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return 16;
}

static size_t decode_number(Str s, size_t at, uint32_t *cp)
{
    size_t i = at + 2;
    int base = 10, most = DECIMAL_MAX;
    uint32_t value = 0;

    if (i < s.len && (s.ptr[i] == 'x' || s.ptr[i] == 'X')) {
        base = 16;
        most = HEX_MAX;
        i++;
    }
    size_t first = i;
    for (; i < s.len && digit_value(s.ptr[i]) < base; i++) {
        if (i - first == (size_t)most)
            return 0;
        value = value * (uint32_t)base + (uint32_t)digit_value(s.ptr[i]);
    }
    if (i == first || i == s.len || s.ptr[i] != ';')
        return 0;

    char bytes[UTF8_MAX];
    *cp = value != 0 && utf8_write(value, bytes) > 0 ? value : REPLACEMENT;
    return i + 1 - at;
}

size_t entity_decode(Str s, size_t at, uint32_t *cp)
{
    if (at + 1 < s.len && s.ptr[at + 1] == '#')
        return decode_number(s, at, cp);

    Str near = str_slice(s, at + 1, at + 2 + NAME_MAX_BYTES);
    size_t end = str_find_byte(near, ';', 0);
    if (end == STR_NONE)
        return 0;
    Str name = str_slice(near, 0, end);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (str_eq(name, str_from(names[i].name))) {
            *cp = names[i].cp;
            return end + 2;
        }
    }
    return 0;
}
