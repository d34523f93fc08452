#include "doc/signal.h"

#include <assert.h>
#include <string.h>

#include "base/resource.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* clang-format off */
static const char *const names[SIGNAL_COUNT] = {
    [SIGNAL_TODAY]     = "today",
    [SIGNAL_ANNOUNCE]  = "announce",
    [SIGNAL_PROBLEM]   = "problem",
    [SIGNAL_SOLVE]     = "solve",
    [SIGNAL_USE]       = "use",
    [SIGNAL_START]     = "start",
    [SIGNAL_OFFER]     = "offer",
    [SIGNAL_BEGIN]     = "begin",
    [SIGNAL_PRODUCT]   = "product",
    [SIGNAL_PEOPLE]    = "people",
    [SIGNAL_SAY]       = "say",
    [SIGNAL_LEADER]    = "leader",
    [SIGNAL_SPEAKER]   = "speaker",
    [SIGNAL_WE]        = "we",
    [SIGNAL_I]         = "i",
    [SIGNAL_MONTH]     = "month",
    [SIGNAL_TITLE]     = "title",
    [SIGNAL_META]      = "meta",
    [SIGNAL_FAQ]       = "faq",
    [SIGNAL_QUESTIONS] = "questions",
    [SIGNAL_OUTSIDE]   = "outside",
    [SIGNAL_INSIDE]    = "inside",
    [SIGNAL_PRESS]     = "press",
    [SIGNAL_ABOUT]     = "about",
    [SIGNAL_DIGEST]    = "digest",
    [SIGNAL_FILL]      = "fill",
    [SIGNAL_HEAD_PROBLEM]  = "head-problem",
    [SIGNAL_HEAD_SOLUTION] = "head-solution",
    [SIGNAL_HEAD_LEADER]   = "head-leader",
    [SIGNAL_HEAD_USE]      = "head-use",
    [SIGNAL_HEAD_CUSTOMER] = "head-customer",
    [SIGNAL_HEAD_START]    = "head-start",
};
/* clang-format on */

/* Words of a language that documents are not written in here: always read. */
enum { LANG_OTHER = LANG_COUNT };

static uint8_t signal_of(Str name)
{
    for (uint8_t i = 0; i < SIGNAL_COUNT; i++)
        if (str_eq(name, str_from(names[i])))
            return i;
    assert(!"a signal of signals.tsv that is not known");
    return 0;
}

/* Words of less than three bytes have buckets by those they have. */
enum { KEY_BYTES = 3 };

static unsigned bucket_of(const char *at, size_t len)
{
    unsigned key = 0;

    for (size_t i = 0; i < KEY_BYTES; i++)
        key = key * 61 + (i < len ? (unsigned char)at[i] : 0);
    return (key ^ key >> 12) % SIGNAL_BUCKETS;
}

/* -- the table ------------------------------------------------------------ */

static size_t count_words(Str tsv)
{
    size_t count = 1;

    for (size_t i = 0; i < tsv.len; i++)
        count += tsv.ptr[i] == '|' || tsv.ptr[i] == '\n';
    return count;
}

void signals_parse(Str tsv, Arena *arena, Signals *out)
{
    SignalWord *words = arena_array(arena, count_words(tsv), sizeof *words);
    uint16_t *buckets = arena_array(arena, SIGNAL_BUCKETS, sizeof *buckets);
    TsvRow row = {0};
    Str word, left = tsv;

    *out = (Signals){.file = tsv, .words = words, .first = buckets};
    tsv_next(&left, &row);
    while (tsv_next(&left, &row)) {
        Lang lang = LANG_EN;
        bool known = lang_parse(row.fields[1], &lang);
        uint8_t signal = signal_of(row.fields[0]);
        Str rest = row.fields[2];
        while (str_next_field(&rest, '|', &word)) {
            bool open = str_ends(word, STR("*"));
            SignalWord *w = &words[out->count++];
            assert(word.len > 0 && out->count <= UINT16_MAX);
            *w = (SignalWord){.start = (uint32_t)(word.ptr - tsv.ptr),
                              .len = (uint16_t)(word.len - open),
                              .signal = signal,
                              .lang = (uint8_t)(known ? (int)lang : LANG_OTHER),
                              .open = open};
            uint16_t *first = &buckets[bucket_of(word.ptr, w->len)];
            w->next = *first;
            *first = (uint16_t)out->count;
        }
    }
}

/* -- counting ------------------------------------------------------------- */

static bool is_dropped(uint32_t cp)
{
    return cp == '*' || cp == '_' || cp == '`' || cp == '\\' || cp == '~';
}

static uint32_t plain(uint32_t cp)
{
    if (cp == 0x2019 || cp == 0x2018)
        return '\'';
    return unicode_is_space(cp) ? ' ' : unicode_fold(cp);
}

/* ASCII letters and digits. */
static void fold_plain(Str run, StrBuf *out)
{
    strbuf_reserve(out, run.len + 1);
    char *to = out->ptr + out->len;

    for (size_t i = 0; i < run.len; i++)
        to[i] = (char)(run.ptr[i] | 0x20); /* of a digit that is the digit */
    out->len += run.len;
    out->ptr[out->len] = '\0';
}

void signals_fold(Str text, StrBuf *out)
{
    StrBuf nfc = {0};
    Str s = text;

    if (!unicode_is_nfc(text)) {
        unicode_nfc(text, &nfc);
        s = strbuf_view(&nfc);
    }
    strbuf_reserve(out, s.len + 2);
    for (size_t at = 0; at < s.len;) {
        size_t plain_end = scan_plain(s, at);
        if (plain_end > at) {
            fold_plain(str_slice(s, at, plain_end), out);
            at = plain_end;
            continue;
        }
        uint32_t cp = 0;
        at += utf8_decode(s, at, &cp);
        if (is_dropped(cp))
            continue;
        cp = plain(cp);
        if (cp == ' ' && out->len > 0 && out->ptr[out->len - 1] == ' ')
            continue;
        if (cp < 0x80)
            strbuf_addc(out, (char)cp);
        else
            utf8_append(out, cp);
    }
    strbuf_deinit(&nfc);
}

/* Does a byte belong to a word of an alphabet? Signs of General Punctuation and of
 * the CJK blocks do not. */
static bool is_word_byte(Str s, size_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];

    if (c < 0x80)
        return c - (unsigned)'a' < 26 || c - (unsigned)'0' < 10;
    if (c >= 0xC0)
        return c < 0xE2; /* Latin, Greek, Cyrillic: two bytes */
    /* Inside a character: as its first byte. */
    while (at > 0 && ((unsigned char)s.ptr[at] & 0xC0) == 0x80)
        at--;
    return (unsigned char)s.ptr[at] >= 0xC0 && (unsigned char)s.ptr[at] < 0xE2;
}

static bool matches(const SignalWord *w, const char *word, Str s, size_t at)
{
    size_t end = at + w->len;

    /* Words of a bucket often begin alike. */
    if (end > s.len || s.ptr[end - 1] != word[w->len - 1] ||
        memcmp(s.ptr + at, word, w->len) != 0)
        return false;
    /* CJK words have no spaces around them. */
    return w->open || (unsigned char)word[0] >= 0xE2 || end == s.len ||
           !is_word_byte(s, end);
}

static void count_bucket(const Signals *signals, unsigned bucket, Str s, size_t at,
                         Lang lang, SignalCount *out)
{
    for (unsigned i = signals->first[bucket]; i > 0;) {
        const SignalWord *w = &signals->words[i - 1];
        i = w->next;
        if ((w->lang != lang && w->lang != LANG_EN && w->lang != LANG_OTHER) ||
            !matches(w, signals->file.ptr + w->start, s, at))
            continue;
        if (out->of[w->signal] < UINT8_MAX)
            out->of[w->signal]++;
    }
}

static void count_at(const Signals *signals, Str s, size_t at, Lang lang,
                     SignalCount *out)
{
    size_t left = s.len - at;

    if (left >= KEY_BYTES)
        count_bucket(signals, bucket_of(s.ptr + at, KEY_BYTES), s, at, lang, out);
    /* A short word: what follows it is none. */
    for (size_t len = 1; len < KEY_BYTES && len <= left; len++)
        if (len == left || !is_word_byte(s, at + len))
            count_bucket(signals, bucket_of(s.ptr + at, len), s, at, lang, out);
}

void signals_count(const Signals *signals, Str folded, Lang lang, SignalCount *out)
{
    bool inside = false; /* of a word */

    for (size_t at = 0; at < folded.len; at++) {
        unsigned char c = (unsigned char)folded.ptr[at];
        if (c >= 0x80 && c < 0xC0)
            continue;
        bool word = is_word_byte(folded, at);
        if (c >= 0xE2 || (word && !inside))
            count_at(signals, folded, at, lang, out);
        inside = word;
        if (word && c < 0x80) /* no word begins inside another */
            at = scan_plain(folded, at) - 1;
    }
}
