#include "doc/stray.h"

#include <string.h>

#include "base/utf8.h"

enum {
    MASK = '%',              /* no mark of Markdown */
    SAMPLE_BYTES = 64 * 1024 /* tell the encoding of a file */
};

Strays strays_find(Str bytes)
{
    Strays out = {0};

    for (size_t at = 0; at < bytes.len;) {
        uint32_t cp;
        size_t len = utf8_decode(bytes, at, &cp);
        if (cp == 0 || cp == UTF8_BAD) {
            if (out.count++ == 0)
                out.first = at;
        }
        at += len;
    }
    return out;
}

Str strays_masked(Str text, Arena *arena)
{
    if (utf8_valid(text, NULL) && str_find_byte(text, '\0', 0) == STR_NONE)
        return text;
    char *copy = arena_alloc(arena, text.len);
    memcpy(copy, text.ptr, text.len);
    for (size_t at = 0; at < text.len;) {
        uint32_t cp;
        size_t len = utf8_decode(text, at, &cp);
        if (cp == 0 || cp == UTF8_BAD)
            copy[at] = MASK;
        at += len;
    }
    return (Str){copy, text.len};
}

/* -- encodings ------------------------------------------------------------ */

static bool is_ascii_letter(unsigned char c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Two bytes of Korean text. Source: KS X 1001 (lead and tail A1 to FE) and its
 * extension to all syllables by code page 949. */
static bool is_korean_pair(unsigned char lead, unsigned char tail)
{
    if (lead >= 0xA1 && lead <= 0xFE && tail >= 0xA1 && tail <= 0xFE)
        return true;
    return lead >= 0x81 && lead <= 0xC6 &&
           (is_ascii_letter(tail) || (tail >= 0x81 && tail <= 0xFE));
}

/* Nothing above ASCII but pairs, and most of them are common syllables. */
static bool is_korean(Str bytes)
{
    size_t pairs = 0, syllables = 0;
    const unsigned char *p = (const unsigned char *)bytes.ptr;

    for (size_t at = 0; at < bytes.len; at++) {
        if (p[at] < 0x80)
            continue;
        if (at + 1 == bytes.len)
            break; /* the sample may end inside a pair */
        if (!is_korean_pair(p[at], p[at + 1]))
            return false;
        pairs++;
        syllables += p[at] >= 0xB0 && p[at] <= 0xC8 && p[at + 1] >= 0xA1;
        at++;
    }
    return pairs > 0 && syllables * 4 >= pairs * 3;
}

/* Without the signs of multiplication and division, and letters that hardly any
 * word has. */
static bool is_western_letter(unsigned char c)
{
    return c >= 0xC0 && c < 0xFE && c != 0xD7 && c != 0xF7;
}

/* Letters with accents, most of them in words of plain letters. */
static bool is_western(Str bytes)
{
    size_t high = 0, letters = 0;
    const unsigned char *p = (const unsigned char *)bytes.ptr;

    for (size_t at = 0; at < bytes.len;) {
        size_t end = at;
        bool word = at > 0 && is_ascii_letter(p[at - 1]);
        if (p[at] < 0x80) {
            at++;
            continue;
        }
        while (end < bytes.len && p[end] >= 0x80)
            end++;
        word = word || (end < bytes.len && is_ascii_letter(p[end]));
        for (; at < end; at++, high++)
            letters += word && is_western_letter(p[at]);
    }
    return high > 0 && letters * 4 >= high * 3;
}

static bool has_wide_character(Str bytes)
{
    for (size_t at = 0; at < bytes.len;) {
        uint32_t cp;
        size_t len = utf8_decode(bytes, at, &cp);
        if (len > 1)
            return true;
        at += len;
    }
    return false;
}

const char *strays_encoding(Str bytes)
{
    Str sample = str_slice(bytes, 0, SAMPLE_BYTES);

    if (str_find_byte(sample, '\0', 0) != STR_NONE)
        return NULL;
    if (is_korean(sample))
        return "CP949";
    if (!has_wide_character(sample) && is_western(sample))
        return "CP1252";
    return NULL;
}

const char *wide_encoding(Str bytes)
{
    if (str_starts(bytes, STR("\xFF\xFE\0\0")) ||
        str_starts(bytes, STR("\0\0\xFE\xFF")))
        return "UTF-32";
    if (str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF")))
        return "UTF-16";
    return NULL;
}
