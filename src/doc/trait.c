#include "doc/trait.h"

#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/line.h"
#include "doc/mark.h"

enum {
    LEAD_BYTES = 48,        /* the first words of a paragraph */
    QUOTE_BYTES = 30,       /* shorter ones are names and terms … */
    SHORT_QUOTE_BYTES = 14, /* … where nobody says them */
    DATELINE_BYTES = 90,    /* place and date before the dash */
    DATELINE_WORDS = 12,
    DATE_ONLY_BYTES = 80,
    FACT_BYTES = 160, /* a line about the document */
    FACT_LABEL_BYTES = 40,
    ATTRIBUTION_BYTES = 200,
    TRAIT_BYTES = 16 * 1024, /* what a paragraph is shows in so much of it */
};

/* -- quotations ----------------------------------------------------------- */

/* clang-format off */
static const struct Pair {
    const char *open, *close;
} pairs[] = {
    {"\"", "\""}, {"“", "”"}, {"„", "“"}, {"「", "」"}, {"『", "』"}, {"«", "»"},
};
/* clang-format on */

enum { PAIR_COUNT = sizeof pairs / sizeof *pairs };

/* The pair that opens at `at`, or NULL. */
static const struct Pair *pair_at(Str s, size_t at)
{
    unsigned char c = (unsigned char)s.ptr[at];

    if (c != '"' && c != 0xE2 && c != 0xE3 && c != 0xC2)
        return NULL;
    for (size_t i = 0; i < PAIR_COUNT; i++)
        if (str_starts(str_slice(s, at, s.len), str_from(pairs[i].open)))
            return &pairs[i];
    return NULL;
}

typedef struct Quoted {
    size_t bytes; /* inside the marks */
    size_t longest;
    bool opens; /* the text begins with one */
} Quoted;

/* Cut `s` into the words inside quotation marks and those around them. A mark that
 * nothing closes quotes the rest. */
static Quoted split_quotes(Str s, StrBuf *inside, StrBuf *around)
{
    Quoted q = {0};
    size_t from = 0;

    for (size_t at = 0; at < s.len;) {
        const struct Pair *pair = pair_at(s, at);
        if (!pair) {
            at++;
            continue;
        }
        size_t start = at + strlen(pair->open);
        size_t end = str_find(s, str_from(pair->close), start);
        size_t next = end == STR_NONE ? s.len : end + strlen(pair->close);
        end = end == STR_NONE ? s.len : end;
        strbuf_add(around, str_slice(s, from, at));
        strbuf_addc(around, ' ');
        strbuf_add(inside, str_slice(s, start, end));
        strbuf_addc(inside, ' ');
        q.opens = q.opens || at == 0;
        q.bytes += end - start;
        q.longest = end - start > q.longest ? end - start : q.longest;
        from = at = next;
    }
    strbuf_add(around, str_slice(s, from, s.len));
    return q;
}

static void read_quote(const DocumentReader *r, Str words, Trait *t)
{
    StrBuf inside = {0}, around = {0};
    Quoted q = split_quotes(words, &inside, &around);
    const Signals *signals = &r->lib->signals;
    Lang lang = r->doc->lang;

    if (q.longest >= QUOTE_BYTES ||
        (q.longest >= SHORT_QUOTE_BYTES && q.bytes * 5 >= words.len &&
         t->signals.of[SIGNAL_SAY] > 0) ||
        (q.opens && (q.bytes * 2 > words.len || t->signals.of[SIGNAL_SAY] > 0))) {
        signals_count(signals, strbuf_view(&around), lang, &t->speech);
        signals_count(signals, strbuf_view(&inside), lang, &t->quoted);
        bool spoken = t->speech.of[SIGNAL_SAY] > 0;
        t->opens_quoted = q.opens;
        t->quote =
            q.opens || (spoken && q.bytes * 5 >= words.len) || q.bytes * 2 >= words.len;
    }
    strbuf_deinit(&inside);
    strbuf_deinit(&around);
}

void trait_around(Str words, StrBuf *out)
{
    StrBuf inside = {0};

    split_quotes(words, &inside, out);
    strbuf_deinit(&inside);
}

/* -- form ----------------------------------------------------------------- */

static bool is_dash(Str s, size_t at, size_t *size)
{
    Str rest = str_slice(s, at, s.len);

    *size = 3;
    if (str_starts(rest, STR("—")) || str_starts(rest, STR("–")) ||
        str_starts(rest, STR("―")) || str_starts(rest, STR(" - ")))
        return true;
    *size = 2;
    return str_starts(rest, STR("--"));
}

static bool is_strong(Str bytes, const BlockText *text)
{
    BoldRun bold;

    if (!mark_bold(bytes, text->lines, text->count, &bold) ||
        bold.last_line + 1 != text->count)
        return false;
    Str tail =
        str_trim(str_slice(bytes, bold.outside.end, text->lines[text->count - 1].end));
    return tail.len == 0 || str_eq(tail, STR("\\")) || str_eq(tail, STR(".")) ||
           str_eq(tail, STR(":"));
}

/* "*all of it*", over any number of lines, with nothing slanted inside. */
static bool is_slanted(Str s)
{
    s = str_trim(s);
    if (s.len < 3 || (s.ptr[0] != '*' && s.ptr[0] != '_') ||
        s.ptr[s.len - 1] != s.ptr[0])
        return false;
    Str mark = str_slice(s, 0, 1);
    return s.ptr[1] != mark.ptr[0] && !line_is_space(s.ptr[1]) &&
           str_find(s, mark, 1) == s.len - 1;
}

/* "**Lantern** is": a name in bold, then its verb. */
static bool has_bold_subject(Str bytes, const BlockText *text)
{
    BoldRun bold;

    if (!mark_bold(bytes, text->lines, text->count, &bold) || bold.last_line > 0 ||
        bold.inside.end <= bold.inside.start)
        return false;
    Str rest = str_slice(bytes, bold.outside.end, text->lines[0].end);
    uint32_t cp = 0;
    char last = bytes.ptr[bold.inside.end - 1];
    if (last == '.' || last == ':' || !str_starts(rest, STR(" ")) || rest.len < 2)
        return false;
    utf8_decode(rest, 1, &cp);
    return unicode_is_letter(cp) && !unicode_is_upper(cp);
}

/* -- datelines ------------------------------------------------------------ */

typedef struct Words {
    int count, lower; /* words, and those that begin with a small letter */
    int digits;       /* four in a row at least, or a date of digits */
    bool comma;
} Words;

/* Small words inside the names of places and dates. */
static bool is_small(Str word)
{
    return word.len <= 2 || str_eq(word, STR("and")) || str_eq(word, STR("the")) ||
           str_eq(word, STR("the")) || str_eq(word, STR("des")) ||
           str_eq(word, STR("del"));
}

static Words words_in(Str s)
{
    Words w = {0};

    for (size_t at = 0; at < s.len;) {
        uint32_t cp = 0;
        size_t start = at, digits = 0;
        while (at < s.len) {
            size_t size = utf8_decode(s, at, &cp);
            if (!unicode_is_letter(cp) && !unicode_is_digit(cp))
                break;
            digits += unicode_is_digit(cp);
            at += size;
        }
        if (at == start) {
            w.comma = w.comma || cp == ',' || cp == 0x3001;
            at += utf8_decode(s, at, &cp);
            continue;
        }
        utf8_decode(s, start, &cp);
        w.count++;
        w.digits += digits >= 4;
        w.lower += unicode_is_letter(cp) && !unicode_is_upper(cp) &&
                   unicode_is_letter(cp) && cp < 0x1100 &&
                   !is_small(str_slice(s, start, at));
    }
    return w;
}

/* Is it the name of a place, a date, or both? `months`: of its words. */
static bool is_place_or_date(Str s, int months)
{
    Words w = words_in(s);

    if (w.count == 0 || w.count > DATELINE_WORDS)
        return false;
    if (months > 0 || w.digits > 0)
        return w.lower <= 3;
    return w.lower == 0 && w.count <= 6;
}

static int months_in(const DocumentReader *r, Str s)
{
    StrBuf folded = {0};
    SignalCount count = {0};

    signals_fold(s, &folded);
    signals_count(&r->lib->signals, strbuf_view(&folded), r->doc->lang, &count);
    strbuf_deinit(&folded);
    return count.of[SIGNAL_MONTH];
}

/* Without marks of emphasis and brackets at its ends. */
static Str bare(Str s)
{
    while (s.len > 0 && strchr("*_[]() \t\n", s.ptr[0]))
        s = str_slice(s, 1, s.len);
    while (s.len > 0 && strchr("*_[]() \t\n", s.ptr[s.len - 1]))
        s = str_slice(s, 0, s.len - 1);
    return s;
}

static void read_dateline(const DocumentReader *r, Str raw, Trait *t)
{
    Str s = bare(raw);
    size_t last = 0, size = 0;

    if (s.len <= DATE_ONLY_BYTES && !str_ends(s, STR(".")) && !str_ends(s, STR("。"))) {
        int months = months_in(r, s);
        Words w = words_in(s);
        t->date_only =
            is_place_or_date(s, months) && (w.digits > 0 || months > 0) && w.count <= 8;
    }
    /* The last dash whose words before it are still a place and a date. */
    for (size_t at = 1; at < s.len && at < DATELINE_BYTES && s.ptr[at] != '\n'; at++) {
        if (!is_dash(s, at, &size))
            continue;
        Str before = bare(str_slice(s, 0, at));
        if (is_place_or_date(before, months_in(r, before)))
            last = at + size;
        at += size - 1;
    }
    t->dash = last;
    t->dateline = last > 0 && !t->date_only && s.len > last + QUOTE_BYTES;
    if (!t->dateline && str_starts(raw, STR("*"))) {
        /* "**Sachse, TX, June 2026.** Today …" */
        size_t end = str_find(raw, STR("*"), 2);
        Str head = end == STR_NONE ? STR("") : bare(str_slice(raw, 0, end));
        Words w = words_in(head);
        t->dateline = head.len > 0 && head.len < DATELINE_BYTES && !t->date_only &&
                      raw.len > end + QUOTE_BYTES && (w.digits > 0 || w.comma) &&
                      is_place_or_date(head, months_in(r, head));
    }
}

/* -- facts about the document --------------------------------------------- */

/* "**Author:** Mina", "Author: Mina": the words before the colon, folded, are one
 * of the list. */
static bool is_fact(const DocumentReader *r, Range line)
{
    Str s = bare(str_range(r->doc->bytes, line));
    size_t colon = str_find_byte(s, ':', 0);
    size_t wide = str_find(s, STR("："), 0);
    StrBuf folded = {0};
    SignalCount count = {0};

    if (wide != STR_NONE && (colon == STR_NONE || wide < colon))
        colon = wide;
    if (s.len > FACT_BYTES || colon == STR_NONE || colon > FACT_LABEL_BYTES)
        return false;
    Str label = bare(str_slice(s, 0, colon));
    signals_fold(label, &folded);
    signals_count(&r->lib->signals, strbuf_view(&folded), r->doc->lang, &count);
    strbuf_deinit(&folded);
    return count.of[SIGNAL_META] > 0 && words_in(label).count <= 4;
}

static bool is_facts(const DocumentReader *r, const BlockText *text)
{
    size_t facts = 0, lines = 0;

    for (size_t i = 0; i < text->count; i++) {
        lines += !line_is_blank(r->doc->bytes, text->lines[i]);
        facts += is_fact(r, text->lines[i]);
    }
    return facts > 0 && facts * 2 >= lines;
}

/* -- the whole ------------------------------------------------------------ */

static void join_lines(Str bytes, const BlockText *text, StrBuf *out)
{
    strbuf_clear(out);
    for (size_t i = 0; i < text->count && out->len < TRAIT_BYTES; i++) {
        if (i > 0)
            strbuf_addc(out, '\n');
        strbuf_add(out, utf8_cut(str_range(bytes, text->lines[i]), TRAIT_BYTES));
    }
}

static bool is_host(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '@';
}

/* "lantern.example", "hello@lantern.io", "https://…": in small letters. */
static bool has_address(Str words)
{
    static const char *const ends[] = {
        ".com", ".org", ".net", ".io", ".app", ".dev", ".ai", ".example",
        ".co",  ".kr",  ".jp",  ".de", ".fr",  ".es",  ".br", ".pt",
        ".cn",  ".ru",  ".eu",  ".uk", ".gov", ".edu", ".me",
    };

    if (str_find(words, STR("://"), 0) != STR_NONE ||
        str_find(words, STR("www."), 0) != STR_NONE)
        return true;
    for (size_t at = str_find_byte(words, '.', 1); at != STR_NONE;
         at = str_find_byte(words, '.', at + 1)) {
        Str rest = str_slice(words, at, words.len);
        if (!is_host(words.ptr[at - 1]) || rest.len < 2 || !is_host(rest.ptr[1]))
            continue;
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
            Str end = str_from(ends[i]);
            if (str_starts(rest, end) &&
                (rest.len == end.len || !is_host(rest.ptr[end.len])))
                return true;
        }
    }
    return false;
}

static bool is_attribution(Str raw)
{
    size_t size = 0;
    Str s = bare(raw);

    return s.len > 0 && s.len <= ATTRIBUTION_BYTES && is_dash(s, 0, &size);
}

static void count_in(const DocumentReader *r, Str s, SignalCount *out)
{
    StrBuf folded = {0};

    signals_fold(s, &folded);
    signals_count(&r->lib->signals, strbuf_view(&folded), r->doc->lang, out);
    strbuf_deinit(&folded);
}

/* A block quote without quotation marks whose last line says who spoke. */
static void read_signed(const DocumentReader *r, const BlockText *text, Trait *t)
{
    Range last = text->lines[text->count - 1];

    if (!is_attribution(str_range(r->doc->bytes, last)))
        return;
    t->quote = t->attribution = true;
    count_in(r, str_range(r->doc->bytes, last), &t->speech);
    t->quoted = t->signals;
}

void trait_read(const DocumentReader *r, size_t block, StrBuf *room, Trait *out)
{
    const BlockText *text = &r->texts[block];
    StrBuf folded = {0};

    *out = (Trait){0};
    if (text->count == 0)
        return;
    join_lines(r->doc->bytes, text, room);
    Str raw = strbuf_view(room);
    signals_fold(raw, &folded);
    Str words = str_trim(strbuf_view(&folded));
    signals_count(&r->lib->signals, words, r->doc->lang, &out->signals);
    signals_count(&r->lib->signals, utf8_cut(words, LEAD_BYTES), r->doc->lang,
                  &out->lead);
    out->length = words.len;
    out->strong = is_strong(r->doc->bytes, text);
    out->slanted = is_slanted(raw);
    out->bold_subject = has_bold_subject(r->doc->bytes, text);
    out->link = has_address(words);
    out->attribution = is_attribution(raw);
    read_quote(r, words, out);
    if (r->blocks[block].quoted && !out->quote && text->count > 1)
        read_signed(r, text, out);
    strbuf_deinit(&folded);
}

void trait_read_opening(const DocumentReader *r, size_t block, StrBuf *room, Trait *out)
{
    const BlockText *text = &r->texts[block];

    if (text->count == 0)
        return;
    join_lines(r->doc->bytes, text, room);
    out->facts = is_facts(r, text);
    read_dateline(r, strbuf_view(room), out);
}
