#include "ui/smart_quote.h"

#include <stdbool.h>

#include "base/unicode.h"
#include "base/utf8.h"

typedef struct Marks {
    const char *open, *close, *open_inner, *close_inner;
} Marks;

/* Source: CLDR, delimiters, by language. */
static const Marks marks[LANG_COUNT] = {
    [LANG_EN] = {"“", "”", "‘", "’"},
    [LANG_KO] = {"“", "”", "‘", "’"},
    [LANG_JA] = {"「", "」", "『", "』"},
    [LANG_ZH] = {"“", "”", "‘", "’"},
    [LANG_DE] = {"„", "“", "‚", "‘"},
    [LANG_FR] = {"«\u00A0", "\u00A0»", "‹\u00A0", "\u00A0›"},
    [LANG_ES] = {"«", "»", "“", "”"},
    [LANG_PT] = {"“", "”", "‘", "’"},
    [LANG_RU] = {"«", "»", "„", "“"},
};

/* Inside `code`, or in a tag, an address or a comment. */
static bool is_verbatim(Str before)
{
    size_t ticks = 0;
    size_t tag = str_rfind_byte(before, '<'), tag_end = str_rfind_byte(before, '>');

    for (size_t i = 0; i < before.len; i++)
        ticks += before.ptr[i] == '`';
    if (ticks % 2 == 1)
        return true;
    if (tag != STR_NONE && (tag_end == STR_NONE || tag_end < tag) &&
        tag + 1 < before.len && before.ptr[tag + 1] != ' ')
        return true;
    size_t word = before.len;
    while (word > 0 && before.ptr[word - 1] != ' ' && before.ptr[word - 1] != '\t')
        word--;
    Str last = str_slice(before, word, before.len);
    return str_find(last, STR("://"), 0) != STR_NONE || str_starts(last, STR("www.")) ||
           str_find(last, STR("]("), 0) != STR_NONE;
}

static bool opens_before(Str before)
{
    uint32_t cp;

    if (before.len == 0)
        return true;
    utf8_decode(before, utf8_before(before, before.len), &cp);
    if (unicode_is_space(cp))
        return true;
    return cp == '(' || cp == '[' || cp == '{' || cp == '-' || cp == '*' || cp == '_' ||
           cp == '>' || cp == '/' || cp == 0x2014 || cp == 0x2013 || cp == 0x201C ||
           cp == 0x2018 || cp == 0x300C || cp == 0x300E || cp == 0x201E || cp == 0xAB;
}

Str smart_quote(Str line, size_t at, char typed, Lang lang)
{
    Str before = str_slice(line, 0, at);
    const Marks *m = &marks[lang];
    bool open = opens_before(before);

    if (is_verbatim(before))
        return (Str){0};
    if (typed == '"')
        return str_from(open ? m->open : m->close);
    /* Within a word it is an apostrophe, whatever the language. */
    uint32_t cp = ' ';
    if (before.len > 0)
        utf8_decode(before, utf8_before(before, before.len), &cp);
    bool inner_open = str_find(before, str_from(m->open_inner), 0) != STR_NONE;
    if (!open && unicode_is_letter(cp) && !inner_open)
        return STR("’");
    return str_from(open ? m->open_inner : m->close_inner);
}
