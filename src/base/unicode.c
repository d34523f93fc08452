#include "base/unicode.h"

#include <stdio.h>
#include <string.h>

#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/width.h"

/* clang-format off */
const bool unicode_plain[256] = {
    ['0'] = true, ['1'] = true, ['2'] = true, ['3'] = true, ['4'] = true,
    ['5'] = true, ['6'] = true, ['7'] = true, ['8'] = true, ['9'] = true,
    ['A'] = true, ['B'] = true, ['C'] = true, ['D'] = true, ['E'] = true,
    ['F'] = true, ['G'] = true, ['H'] = true, ['I'] = true, ['J'] = true,
    ['K'] = true, ['L'] = true, ['M'] = true, ['N'] = true, ['O'] = true,
    ['P'] = true, ['Q'] = true, ['R'] = true, ['S'] = true, ['T'] = true,
    ['U'] = true, ['V'] = true, ['W'] = true, ['X'] = true, ['Y'] = true,
    ['Z'] = true, ['a'] = true, ['b'] = true, ['c'] = true, ['d'] = true,
    ['e'] = true, ['f'] = true, ['g'] = true, ['h'] = true, ['i'] = true,
    ['j'] = true, ['k'] = true, ['l'] = true, ['m'] = true, ['n'] = true,
    ['o'] = true, ['p'] = true, ['q'] = true, ['r'] = true, ['s'] = true,
    ['t'] = true, ['u'] = true, ['v'] = true, ['w'] = true, ['x'] = true,
    ['y'] = true, ['z'] = true,
};
/* clang-format on */

static bool is_plain(unsigned char c)
{
    return c >= 0x20 && c < 0x7F;
}

/* The two-code-point test of libunistring (u_grapheme_breaks) sees no context;
 * regional indicators and emoji ZWJ sequences need it, so we keep it here. */
typedef struct BreakState {
    uint32_t before;
    int regional; /* indicators in a row, including `before` */
    bool picture; /* an emoji base began this grapheme */
    bool joined;  /* … and a ZWJ followed it directly */
} BreakState;

static bool is_regional(uint32_t cp)
{
    return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

static bool is_picture(uint32_t cp)
{
    return cp == 0xA9 || cp == 0xAE || (cp >= 0x2190 && cp <= 0x2BFF) || cp == 0x3030 ||
           cp == 0x303D || cp == 0x3297 || cp == 0x3299 ||
           (cp >= 0x1F000 && cp <= 0x1FAFF && !is_regional(cp));
}

static void state_add(BreakState *st, uint32_t cp)
{
    st->regional = is_regional(cp) ? st->regional + 1 : 0;
    if (cp == 0x200D)
        st->joined = st->picture;
    else {
        bool extends = unicode_is_mark(cp) || (cp >= 0x1F3FB && cp <= 0x1F3FF);
        st->joined = false;
        if (!extends)
            st->picture = is_picture(cp);
    }
    st->before = cp;
}

static bool breaks_before(const BreakState *st, uint32_t cp)
{
    if (st->joined && is_picture(cp))
        return false;
    if (is_regional(st->before) && is_regional(cp))
        return st->regional % 2 == 0;
    return uc_is_grapheme_break(st->before, cp);
}

/* Characters of which two in a row are always two graphemes: nearly all text. */
static bool stands_alone(uint32_t cp)
{
    return (cp >= 0x20 && cp < 0x7F) || (cp >= 0xAC00 && cp <= 0xD7A3) ||
           (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3041 && cp <= 0x3096) ||
           (cp >= 0x30A1 && cp <= 0x30FA);
}

/* A printable ASCII sign with another behind it, or nothing, is a grapheme of one
 * cell. */
static bool is_one_cell(Str s, size_t at)
{
    return is_plain((unsigned char)s.ptr[at]) &&
           (at + 1 == s.len || (unsigned char)s.ptr[at + 1] < 0x80);
}

size_t grapheme_next(Str s, size_t at)
{
    if (at + 1 < s.len && is_plain((unsigned char)s.ptr[at]) &&
        is_plain((unsigned char)s.ptr[at + 1]))
        return at + 1;

    uint32_t cp;
    BreakState st = {0};
    size_t end = at + utf8_decode(s, at, &cp);
    if (cp == UTF8_BAD || end == s.len)
        return end;
    if (stands_alone(cp)) {
        uint32_t next;
        utf8_decode(s, end, &next);
        if (stands_alone(next))
            return end;
    }
    state_add(&st, cp);
    while (end < s.len) {
        size_t len = utf8_decode(s, end, &cp);
        if (cp == UTF8_BAD || breaks_before(&st, cp))
            break;
        state_add(&st, cp);
        end += len;
    }
    return end;
}

size_t grapheme_before(Str s, size_t at)
{
    if (at >= 2 && is_plain((unsigned char)s.ptr[at - 1]) &&
        is_plain((unsigned char)s.ptr[at - 2]))
        return at - 1;
    /* A grapheme never spans two plain ASCII bytes, a stray byte or a line end: start
     * there. */
    size_t start = utf8_before(s, at);
    while (start > 0) {
        unsigned char c = (unsigned char)s.ptr[start - 1];
        if (c == '\n' ||
            (is_plain(c) && start < s.len && is_plain((unsigned char)s.ptr[start])))
            break;
        size_t before = utf8_before(s, start);
        if (unicode_is_stray(str_slice(s, before, start)))
            break;
        start = before;
    }
    if (s.ptr[at - 1] == '\n')
        return at >= 2 && s.ptr[at - 2] == '\r' ? at - 2 : at - 1;
    for (size_t next = grapheme_next(s, start); next < at;
         next = grapheme_next(s, next))
        start = next;
    return start;
}

size_t grapheme_count(Str s)
{
    size_t count = 0;

    for (size_t at = 0; at < s.len; count++)
        at = is_one_cell(s, at) ? at + 1 : grapheme_next(s, at);
    return count;
}

int grapheme_width(Str grapheme)
{
    int sum = 0;
    uint32_t cp, first = 0;

    if (grapheme.len == 1)
        return unicode_is_stray(grapheme) ? STRAY_WIDTH : 1;
    if (utf8_decode(grapheme, 0, &cp) == grapheme.len && cp >= 0xAC00 && cp <= 0xD7A3)
        return 2;
    for (size_t at = 0; at < grapheme.len;) {
        bool start = at == 0;
        at += utf8_decode(grapheme, at, &cp);
        if (start)
            first = cp;
        else if (cp == 0x200D || (cp >= 0x1F3FB && cp <= 0x1F3FF) ||
                 (is_regional(first) && is_regional(cp)))
            return 2;
        if (cp == UTF8_BAD || unicode_is_hidden(cp))
            sum += start ? 1 : 0;
        else
            sum += width_of(cp);
    }
    return sum > 0 ? sum : 1;
}

void unicode_stray_sign(char byte, char out[STRAY_WIDTH + 1])
{
    static const char digits[] = "0123456789ABCDEF";
    unsigned value = (unsigned char)byte;

    out[0] = '<';
    out[1] = digits[value >> 4];
    out[2] = digits[value & 0xF];
    out[3] = '>';
    out[4] = '\0';
}

int unicode_width(Str s)
{
    int width = 0;

    for (size_t at = 0; at < s.len;) {
        if (is_one_cell(s, at)) {
            width++;
            at++;
            continue;
        }
        size_t end = grapheme_next(s, at);
        width += grapheme_width(str_slice(s, at, end));
        at = end;
    }
    return width;
}

Str unicode_fit(Str s, int cells)
{
    size_t at = 0;

    while (at < s.len) {
        bool one = is_one_cell(s, at);
        size_t end = one ? at + 1 : grapheme_next(s, at);
        cells -= one ? 1 : grapheme_width(str_slice(s, at, end));
        if (cells < 0)
            break;
        at = end;
    }
    return str_slice(s, 0, at);
}

Str unicode_fit_words(Str s, int cells)
{
    Str fit = unicode_fit(s, cells);
    size_t end = fit.len;

    if (fit.len < s.len && s.ptr[fit.len] != ' ')
        while (end > fit.len / 2 && fit.ptr[end - 1] != ' ')
            end--;
    return str_trim_end(end > fit.len / 2 ? str_slice(fit, 0, end) : fit);
}

/* Code points that neither change in NFC nor combine with what stands before
 * them: nearly every text consists of them. Source: Unicode 14,
 * DerivedNormalizationProps.txt, NFC_Quick_Check. */
static bool is_inert(uint32_t cp)
{
    return cp < 0x300 ||                       /* Latin, with accents */
           (cp >= 0xAC00 && cp <= 0xD7A3) ||   /* Hangul syllables */
           (cp >= 0x4E00 && cp <= 0x9FFF) ||   /* Han */
           (cp >= 0x2010 && cp <= 0x205E) ||   /* dashes, quotation marks */
           (cp >= 0x2190 && cp <= 0x2328) ||   /* arrows, operators */
           (cp >= 0x2400 && cp <= 0x2ADB) ||   /* shapes, signs */
           (cp >= 0x3001 && cp <= 0x3020) ||   /* CJK punctuation */
           (cp >= 0x3041 && cp <= 0x3096) ||   /* kana */
           (cp >= 0x30A1 && cp <= 0x30FA) ||   /* kana */
           (cp >= 0xFF01 && cp <= 0xFFEE) ||   /* full-width forms */
           (cp >= 0x1F300 && cp <= 0x1FAFF) || /* emoji */
           cp == 0xFE0F;                       /* of an emoji */
}

/* How much of the start of `s` is normal for certain. Its last code point may
 * still combine with what follows, so that one is left out. */
static size_t normal_prefix(Str s)
{
    size_t last = 0;

    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        size_t ascii = utf8_skip_ascii(s, at);
        if (ascii > at)
            last = (at = ascii) - 1;
        size_t hangul = unicode_skip_hangul(s, at);
        if (hangul > at)
            last = (at = hangul) - 3;
        if (at == s.len)
            break;
        size_t len = utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD || !is_inert(cp))
            return last;
        last = at;
        at += len;
    }
    return s.len;
}

bool unicode_is_nfc(Str s)
{
    Str rest = str_slice(s, normal_prefix(s), s.len);

    if (rest.len == 0)
        return true;
    if (!utf8_valid(rest, NULL))
        return false;
    size_t len = 0;
    uint8_t *nfc =
        u8_normalize(UNINORM_NFC, (const uint8_t *)rest.ptr, rest.len, NULL, &len);
    bool same = nfc && str_eq((Str){(char *)nfc, len}, rest);
    mem_free(nfc);
    return same;
}

static void nfc_run(Str run, StrBuf *out)
{
    size_t len = 0;

    if (run.len == 0)
        return;
    uint8_t *nfc =
        u8_normalize(UNINORM_NFC, (const uint8_t *)run.ptr, run.len, NULL, &len);
    strbuf_add(out, nfc ? (Str){(char *)nfc, len} : run);
    mem_free(nfc);
}

void unicode_nfc(Str s, StrBuf *out)
{
    size_t bad = 0;
    size_t normal = normal_prefix(s);

    strbuf_add(out, str_slice(s, 0, normal));
    s = str_slice(s, normal, s.len);
    while (!utf8_valid(s, &bad)) {
        nfc_run(str_slice(s, 0, bad), out);
        strbuf_addc(out, s.ptr[bad]);
        s = str_slice(s, bad + 1, s.len);
    }
    nfc_run(s, out);
}

static bool take_cp(Str s, size_t *at, uint32_t cp)
{
    uint32_t there = 0;
    size_t len = *at < s.len ? utf8_decode(s, *at, &there) : 0;

    if (len == 0 || there != cp)
        return false;
    *at += len;
    return true;
}

/* A Hangul syllable as its two or three letters.
 * Source: Unicode 15, section 3.12, "Hangul Syllable Decomposition". */
static bool take_letters(Str s, size_t *at, uint32_t syllable)
{
    uint32_t index = syllable - 0xAC00, final = index % 28, next = 0;

    if (syllable < 0xAC00 || syllable > 0xD7A3 ||
        !take_cp(s, at, 0x1100 + index / 588) ||
        !take_cp(s, at, 0x1161 + index % 588 / 28))
        return false;
    if (final > 0)
        return take_cp(s, at, 0x11A7 + final);
    if (*at < s.len)
        utf8_decode(s, *at, &next);
    return next < 0x11A8 || next > 0x11C2;
}

size_t unicode_prefix(Str s, Str prefix)
{
    size_t at = 0;
    uint32_t cp;

    for (size_t i = 0; i < prefix.len;) {
        i += utf8_decode(prefix, i, &cp);
        if (!take_cp(s, &at, cp) && !take_letters(s, &at, cp))
            return 0;
    }
    return at;
}

uint32_t unicode_fold_wide(uint32_t cp)
{
    if ((cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0x3000 && cp <= 0x9FFF))
        return cp; /* Hangul, kana and Han have no case */
    return uc_tolower(cp);
}

void unicode_fold_str(Str s, StrBuf *out)
{
    strbuf_reserve(out, s.len);
    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD)
            strbuf_addc(out, s.ptr[at]);
        else if (cp < 0x80)
            strbuf_addc(out, (char)unicode_fold(cp));
        else
            utf8_append(out, unicode_fold(cp));
        at += len;
    }
}

bool unicode_is_letter_wide(uint32_t cp)
{
    return (cp >= 0xAC00 && cp <= 0xD7A3) ||
           (cp != UTF8_BAD && uc_is_general_category(cp, UC_LETTER));
}

bool unicode_is_digit_wide(uint32_t cp)
{
    return cp != UTF8_BAD && uc_is_general_category(cp, UC_NUMBER);
}

bool unicode_is_mark_wide(uint32_t cp)
{
    return cp != UTF8_BAD && uc_is_general_category(cp, UC_MARK);
}

bool unicode_is_upper_wide(uint32_t cp)
{
    return cp != UTF8_BAD && uc_is_general_category(cp, UC_UPPERCASE_LETTER);
}

bool unicode_is_space_wide(uint32_t cp)
{
    return cp == 0x85 || cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
           cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F || cp == 0x3000;
}

bool unicode_is_punct(uint32_t cp)
{
    if (cp < 0x80)
        return cp > ' ' && cp < 0x7F && !unicode_is_letter(cp) && !unicode_is_digit(cp);
    return cp != UTF8_BAD && uc_is_general_category_withtable(
                                 cp, UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_S);
}

bool unicode_is_hangul(uint32_t cp)
{
    return (cp >= 0xAC00 && cp <= 0xD7A3) || (cp >= 0x1100 && cp <= 0x11FF) ||
           (cp >= 0x3131 && cp <= 0x318E) || (cp >= 0xA960 && cp <= 0xA97C) ||
           (cp >= 0xD7B0 && cp <= 0xD7FB);
}

bool unicode_is_han(uint32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x3400 && cp <= 0x4DBF) ||
           (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0x20000 && cp <= 0x3FFFD) ||
           cp == 0x3005;
}

bool unicode_is_kana(uint32_t cp)
{
    return (cp >= 0x3041 && cp <= 0x30FF) || (cp >= 0x31F0 && cp <= 0x31FF) ||
           (cp >= 0xFF66 && cp <= 0xFF9F);
}

bool unicode_is_hidden(uint32_t cp)
{
    if ((cp >= 0x20 && cp < 0x7F) || (cp >= 0x3165 && cp <= 0xD7FF))
        return false;
    return cp < 0x20 || (cp >= 0x7F && cp <= 0x9F) || cp == 0xAD || cp == 0x61C ||
           cp == 0x180E || (cp >= 0x200B && cp <= 0x200F) ||
           (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) ||
           cp == 0x3164 || cp == 0xFEFF || cp == 0xFFA0 ||
           (cp >= 0xFFF9 && cp <= 0xFFFB) || (cp >= 0xE0000 && cp <= 0xE0FFF) ||
           cp == 0x115F || cp == 0x1160 || cp == 0x17B4 || cp == 0x17B5;
}

/* Joiners are part of emoji and of some scripts: kept when a character that can
 * be joined stands before them. */
static bool joins(uint32_t cp, uint32_t before)
{
    return (cp == 0x200D || cp == 0x200C) && before > 0x2000 && before != UTF8_BAD;
}

static void add_hidden(uint32_t cp, Visible mode, StrBuf *out)
{
    if (cp == '\n' || cp == '\t')
        strbuf_addc(out, mode == VISIBLE_LINES ? (char)cp : ' ');
    else if (cp < 0x20)
        strbuf_addf(out, "^%c", (char)(cp + 0x40));
    else if (cp == 0x7F)
        strbuf_addz(out, "^?");
    else
        strbuf_addf(out, "<%04X>", cp);
}

static void add_stray(char byte, StrBuf *out)
{
    char sign[STRAY_WIDTH + 1];

    unicode_stray_sign(byte, sign);
    strbuf_addz(out, sign);
}

void unicode_visible(Str s, Visible mode, StrBuf *out)
{
    uint32_t before = 0;
    size_t copied = 0; /* bytes of `s` dealt with: harmless ones go in runs */

    strbuf_reserve(out, s.len);
    for (size_t at = 0; at < s.len;) {
        uint32_t cp = (unsigned char)s.ptr[at];
        bool plain = cp >= ' ' && cp < 0x7F;
        size_t len = plain ? 1 : utf8_decode(s, at, &cp);
        bool bad = cp == UTF8_BAD;
        if (!plain && (bad || unicode_is_hidden(cp))) {
            strbuf_add(out, str_slice(s, copied, at));
            copied = at + len;
            if (bad || cp == 0)
                add_stray(s.ptr[at], out);
            else if (joins(cp, before))
                strbuf_add(out, str_slice(s, at, copied));
            else
                add_hidden(cp, mode, out);
        }
        before = cp;
        at += len;
    }
    strbuf_add(out, str_slice(s, copied, s.len));
}

void unicode_line_breaks(Str s, char *breaks)
{
    if (s.len == 0)
        return;
    u8_possible_linebreaks((const uint8_t *)s.ptr, s.len, "UTF-8", breaks);
    for (size_t i = 0; i < s.len; i++)
        breaks[i] =
            breaks[i] == UC_BREAK_MANDATORY ? 2 : breaks[i] == UC_BREAK_POSSIBLE;
}
