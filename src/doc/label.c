#include "doc/label.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* No label is nearly as long; what is longer is a sentence. */
enum { LABEL_BYTES_MAX = 400 };

static uint32_t cp_at(Str s, size_t at)
{
    uint32_t cp = 0;

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return cp;
}

static bool is_word(uint32_t cp)
{
    /* Circled and dingbat numbers are numbering, not words. */
    if ((cp >= 0x2460 && cp <= 0x24FF) || (cp >= 0x2776 && cp <= 0x2793))
        return false;
    return unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp);
}

/* The forms of one sign that keyboards and word processors produce. */
static uint32_t plain_sign(uint32_t cp)
{
    switch (cp) {
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
        return '\'';
    case 0xFF1A: /* ： */
        return ':';
    case 0xFF08: /* （ */
        return '(';
    case 0xFF09: /* ） */
        return ')';
    case 0xFF0F: /* ／ */
        return '/';
    case 0xFF06: /* ＆ */
        return '&';
    default:
        return unicode_is_space(cp) ? ' ' : unicode_fold(cp);
    }
}

/* NFC, folded, signs made plain, white space single and none around a slash. */
static void fold_label(Str text, StrBuf *out)
{
    StrBuf nfc = {0};
    Str s = text;
    uint32_t cp = 0;

    if (!unicode_is_nfc(text)) {
        unicode_nfc(text, &nfc);
        s = strbuf_view(&nfc);
    }
    strbuf_reserve(out, s.len);
    for (size_t at = 0; at < s.len;) {
        at += utf8_decode(s, at, &cp);
        if (cp == UTF8_BAD)
            continue;
        uint32_t sign = plain_sign(cp);
        bool after_space = out->len > 0 && out->ptr[out->len - 1] == ' ';
        bool after_slash = out->len > 0 && out->ptr[out->len - 1] == '/';
        if (sign == ' ' && (after_space || after_slash || out->len == 0))
            continue;
        if (sign == '/' && after_space)
            strbuf_truncate(out, out->len - 1);
        if (sign < 0x80)
            strbuf_addc(out, (char)sign);
        else
            utf8_append(out, sign);
    }
    strbuf_deinit(&nfc);
}

/* Without anything but letters and digits at its ends: marks of Markdown,
 * bullets, circled numbers, emoji, brackets, a closing colon. */
static Str trim_signs(Str s)
{
    while (s.len > 0 && !is_word(cp_at(s, 0))) {
        uint32_t cp = 0;
        size_t len = utf8_decode(s, 0, &cp);
        s = str_slice(s, len, s.len);
    }
    while (s.len > 0) {
        size_t last = utf8_before(s, s.len);
        if (is_word(cp_at(s, last)))
            break;
        s = str_slice(s, 0, last);
    }
    return s;
}

static size_t digits_end(Str s, size_t at)
{
    while (at < s.len && ((s.ptr[at] >= '0' && s.ptr[at] <= '9') ||
                          (s.ptr[at] == '.' && at > 0 && at + 1 < s.len &&
                           s.ptr[at + 1] >= '0' && s.ptr[at + 1] <= '9')))
        at++;
    return at;
}

/* Without "1.", "2)", "3.1:", "Section 2 —" or "Part 3" in front. A number that
 * only a space parts from its word may belong to it: "5 customer questions". */
static Str trim_number(Str s)
{
    static const char *const words[] = {"section ", "part ", "chapter "};
    size_t at = 0;
    bool named = false;

    for (size_t i = 0; i < sizeof words / sizeof words[0] && !named; i++) {
        named = str_starts(s, str_from(words[i]));
        at = named ? str_from(words[i]).len : 0;
    }
    size_t end = digits_end(s, at);
    if (end == at || end == s.len)
        return s;
    uint32_t next = cp_at(s, end);
    if (is_word(next) || (next == ' ' && !named))
        return s;
    return trim_signs(str_slice(s, end, s.len));
}

static Str trim_article(Str s)
{
    static const char *const articles[] = {"the ", "a ", "an "};

    for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++)
        if (str_starts(s, str_from(articles[i])))
            return str_slice(s, str_from(articles[i]).len, s.len);
    return s;
}

/* Up to a colon, a dash or a parenthesis. */
static Str trim_gloss(Str s)
{
    uint32_t cp = 0;

    for (size_t at = 0, next = 0; at < s.len; at = next) {
        next = at + utf8_decode(s, at, &cp);
        bool dash = cp == 0x2014 || cp == 0x2013 || cp == 0x2015 ||
                    str_starts(str_slice(s, at, s.len), STR(" - ")) ||
                    str_starts(str_slice(s, at, s.len), STR("--"));
        if (at > 0 && (dash || cp == ':' || cp == '('))
            return trim_signs(str_slice(s, 0, at));
    }
    return s;
}

static Str trim_paragraph(Str s)
{
    static const char *const tails[] = {" paragraph", " paragraphs"};

    for (size_t i = 0; i < sizeof tails / sizeof tails[0]; i++)
        if (str_ends(s, str_from(tails[i])))
            return str_slice(s, 0, s.len - str_from(tails[i]).len);
    return s;
}

static LabelRole role_of(Str name, PartKind *kind)
{
    if (str_eq(name, STR("document-title")))
        return LABEL_DOCUMENT_TITLE;
    if (str_eq(name, STR("press-release")))
        return LABEL_PRESS_RELEASE;
    if (str_eq(name, STR("release-marker")))
        return LABEL_RELEASE_MARKER;
    bool known = part_kind_parse(name, kind);
    assert(known);
    return LABEL_PART;
}

static int compare_labels(const void *a, const void *b)
{
    const Label *left = a, *right = b;
    int order = str_cmp(left->text, right->text);

    if (order)
        return order;
    /* Equal texts keep the order of the file: they lie in one buffer. */
    return (left->text.ptr > right->text.ptr) - (left->text.ptr < right->text.ptr);
}

static size_t drop_repeated(Label *labels, size_t count)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++)
        if (kept == 0 || !str_eq(labels[kept - 1].text, labels[i].text))
            labels[kept++] = labels[i];
    return kept;
}

enum { COLUMN_PART, COLUMN_LANG, COLUMN_LABEL };

const Label *labels_parse(Str tsv, Arena *arena, size_t *count)
{
    Label *labels = NULL;
    size_t used = 0, cap = 0;
    TsvRow row = {0};
    StrBuf one = {0};
    /* The labels are a part of the file, and it is in NFC: they fit. */
    char *room = arena_alloc(arena, tsv.len + 1);
    char *end = room + tsv.len;

    tsv_next(&tsv, &row);
    while (tsv_next(&tsv, &row)) {
        labels = arena_grow(arena, labels, used, &cap, sizeof *labels);
        Label *label = &labels[used++];
        bool known = lang_parse(row.fields[COLUMN_LANG], &label->lang);
        assert(known);
        label->role = role_of(row.fields[COLUMN_PART], &label->kind);
        strbuf_clear(&one);
        fold_label(row.fields[COLUMN_LABEL], &one);
        Str text = trim_article(trim_signs(strbuf_view(&one)));
        assert(text.len > 0 && text.len <= (size_t)(end - room));
        memcpy(room, text.ptr, text.len);
        label->text = (Str){room, text.len};
        room += text.len;
    }
    strbuf_deinit(&one);
    if (used > 1)
        qsort(labels, used, sizeof *labels, compare_labels);
    *count = drop_repeated(labels, used);
    return labels;
}

static const Label *find_exact(const Label *labels, size_t count, Str text)
{
    size_t low = 0, high = count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = str_cmp(text, labels[middle].text);
        if (order == 0)
            return &labels[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const Label *label_find(const Label *labels, size_t count, Str text)
{
    StrBuf folded = {0};

    if (text.len > LABEL_BYTES_MAX)
        return NULL;
    fold_label(text, &folded);
    /* From the whole to less and less of it, so that a label of the list that
     * holds a number or a gloss itself is found as it stands. */
    Str s = trim_signs(strbuf_view(&folded));
    const Label *found = find_exact(labels, count, trim_article(s));
    s = trim_article(trim_number(s));
    if (!found)
        found = find_exact(labels, count, s);
    s = trim_gloss(s);
    if (!found)
        found = find_exact(labels, count, s);
    if (!found)
        found = find_exact(labels, count, trim_paragraph(s));
    strbuf_deinit(&folded);
    return found;
}
