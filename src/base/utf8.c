#include "base/utf8.h"

#include "base/scan.h"

static size_t expected_length(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF)
        return 3;
    if (lead >= 0xF0 && lead <= 0xF4)
        return 4;
    return 0;
}

static bool in_range(uint32_t cp, size_t len)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};

    return cp >= least[len] && cp <= 0x10FFFF && !(cp >= 0xD800 && cp <= 0xDFFF);
}

static bool is_tail(unsigned char c)
{
    return (c & 0xC0) == 0x80;
}

Utf8Char utf8_decode_long(Str s, size_t at)
{
    static const Utf8Char bad = {UTF8_BAD, 1};
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    size_t len = expected_length(p[0]);

    if (len < 2 || len > s.len - at)
        return bad;
    uint32_t value = p[0] & (0xFFU >> (len + 1));
    for (size_t i = 1; i < len; i++) {
        if (!is_tail(p[i]))
            return bad;
        value = value << 6 | (p[i] & 0x3FU);
    }
    return in_range(value, len) ? (Utf8Char){value, (uint32_t)len} : bad;
}

size_t utf8_before(Str s, size_t at)
{
    size_t start = at - 1;

    while (start > 0 && at - start < UTF8_MAX &&
           ((unsigned char)s.ptr[start] & 0xC0) == 0x80)
        start--;
    uint32_t cp;
    return start + utf8_decode(s, start, &cp) == at ? start : at - 1;
}

size_t utf8_write(uint32_t cp, char out[UTF8_MAX])
{
    if (cp < 0x80) {
        out[0] = (char)cp;
        return 1;
    }
    if (cp < 0x800) {
        out[0] = (char)(0xC0 | cp >> 6);
        out[1] = (char)(0x80 | (cp & 0x3F));
        return 2;
    }
    if (cp >= 0xD800 && cp <= 0xDFFF)
        return 0;
    if (cp < 0x10000) {
        out[0] = (char)(0xE0 | cp >> 12);
        out[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        out[2] = (char)(0x80 | (cp & 0x3F));
        return 3;
    }
    if (cp > 0x10FFFF)
        return 0;
    out[0] = (char)(0xF0 | cp >> 18);
    out[1] = (char)(0x80 | (cp >> 12 & 0x3F));
    out[2] = (char)(0x80 | (cp >> 6 & 0x3F));
    out[3] = (char)(0x80 | (cp & 0x3F));
    return 4;
}

size_t utf8_skip_ascii(Str s, size_t at)
{
    static const ScanSet beyond = {{'\xFF', '\xFF', '\xFF', '\xFF', '\xFF'},
                                   .wide = true};

    return scan_next(s, at, beyond);
}

bool utf8_valid(Str s, size_t *bad)
{
    for (size_t at = 0; (at = utf8_skip_ascii(s, at)) < s.len;) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD) {
            if (bad)
                *bad = at;
            return false;
        }
        at += len;
    }
    return true;
}

size_t utf8_count(Str s)
{
    size_t count = 0;

    for (size_t at = 0; at < s.len; count++) {
        uint32_t cp;
        at += utf8_decode(s, at, &cp);
    }
    return count;
}

void utf8_append(StrBuf *b, uint32_t cp)
{
    char bytes[UTF8_MAX];
    strbuf_add(b, (Str){bytes, utf8_write(cp, bytes)});
}

void utf8_clean(Str s, StrBuf *out)
{
    size_t bad = 0;

    while (!utf8_valid(s, &bad)) {
        strbuf_add(out, str_slice(s, 0, bad));
        utf8_append(out, 0xFFFD);
        s = str_slice(s, bad + 1, s.len);
    }
    strbuf_add(out, s);
}

Str utf8_cut(Str s, size_t max)
{
    if (s.len <= max)
        return s;
    size_t start = max;
    uint32_t cp;
    while (start > 0 && max - start < UTF8_MAX - 1 &&
           ((unsigned char)s.ptr[start] & 0xC0) == 0x80)
        start--;
    return str_slice(s, 0, start + utf8_decode(s, start, &cp) > max ? start : max);
}
