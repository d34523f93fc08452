#include "diff/words.h"

#include <assert.h>
#include <string.h>

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "diff/particle.h"

/* Finds the next closing string and remembers it, so that text full of openings
 * that never close is still read in linear time. */
typedef struct Closer {
    Str what;
    size_t next; /* STR_NONE: none behind `from` */
    size_t from;
    bool known;
} Closer;

typedef struct Scanner {
    Str text;
    size_t at;
    BlockKind kind;
    unsigned open; /* marks of emphasis that are open, one bit a kind and length */
    Closer paren, angle, comment;
    WordIds *ids;
    Arena *arena;
    TokenList *out;
} Scanner;

static size_t closer_find(Closer *c, Str text, size_t at)
{
    if (!c->known || at < c->from || (c->next != STR_NONE && c->next < at)) {
        c->next = str_find(text, c->what, at);
        c->from = at;
        c->known = true;
    }
    return c->next;
}

static unsigned char byte_at(const Scanner *s, size_t at)
{
    return at < s->text.len ? (unsigned char)s->text.ptr[at] : '\0';
}

static bool is_space_at(const Scanner *s, size_t at)
{
    unsigned char c = byte_at(s, at);

    if (c < 0x80)
        return at < s->text.len && (c == ' ' || (c >= '\t' && c <= '\r'));
    uint32_t cp;
    utf8_decode(s->text, at, &cp);
    return cp != UTF8_BAD && unicode_is_space(cp);
}

static bool is_ascii_alnum(unsigned char c)
{
    return scan_is_plain((char)c);
}

static bool is_ascii_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_ascii_punct(unsigned char c)
{
    return c > ' ' && c < 0x7F && !is_ascii_alnum(c);
}

static bool is_hangul_syllable(uint32_t cp)
{
    return cp >= 0xAC00 && cp <= 0xD7A3;
}

static bool is_cjk(uint32_t cp)
{
    return cp >= 0x2E80 && !is_hangul_syllable(cp) &&
           (unicode_is_han(cp) || unicode_is_kana(cp));
}

/* A letter or digit of a script that is written in words. */
static bool is_word_char(uint32_t cp)
{
    if (cp < 0x80)
        return is_ascii_alnum((unsigned char)cp);
    if (is_hangul_syllable(cp))
        return true;
    if (cp == UTF8_BAD || is_cjk(cp))
        return false;
    return unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp);
}

static bool is_word_at(const Scanner *s, size_t at)
{
    uint32_t cp;

    if (at >= s->text.len)
        return false;
    utf8_decode(s->text, at, &cp);
    return is_word_char(cp);
}

/* Bytes of a joiner inside a word at `at`, or 0: "don't", "ninety-five", "3.5",
 * "10:30", "snake_case", "mina@example.com". */
static size_t joiner_length(const Scanner *s, size_t at)
{
    unsigned char c = byte_at(s, at);
    size_t length = 0;

    if (c <= ' ')
        return 0;
    bool digits =
        is_ascii_digit(byte_at(s, at - 1)) && is_ascii_digit(byte_at(s, at + 1));
    if (c == '\'' || c == '-' || c == '_' || c == '.' || c == '@')
        length = 1;
    else if ((c == ',' || c == ':') && digits)
        length = 1;
    else if (c >= 0x80 && str_starts(str_slice(s->text, at, s->text.len), STR("’")))
        length = strlen("’");
    return length && is_word_at(s, at + length) ? length : 0;
}

static void scan_word(Scanner *s)
{
    for (;;) {
        uint32_t cp;
        while (s->at < s->text.len && scan_is_plain(s->text.ptr[s->at]))
            s->at++;
        if (s->at >= s->text.len)
            return;
        size_t length = utf8_decode(s->text, s->at, &cp);
        if (!is_word_char(cp))
            length = joiner_length(s, s->at);
        if (length == 0)
            return;
        s->at += length;
    }
}

/* The rest of a URL whose scheme was just read. */
static void scan_url(Scanner *s)
{
    size_t start = s->at;

    while (s->at < s->text.len && byte_at(s, s->at) < 0x80 && !is_space_at(s, s->at) &&
           !strchr("<>\"`|*", byte_at(s, s->at)))
        s->at++;
    while (s->at > start && strchr(".,;:!?)]'_", byte_at(s, s->at - 1)))
        s->at--;
}

static void scan_cjk(Scanner *s)
{
    uint32_t cp;

    s->at += utf8_decode(s->text, s->at, &cp);
    while (s->at < s->text.len) {
        size_t length = utf8_decode(s->text, s->at, &cp);
        if (cp < 0x80 || cp == UTF8_BAD || !unicode_is_mark(cp))
            return;
        s->at += length;
    }
}

/* A comment, a tag or an autolink, whole; false when it never closes. */
static bool scan_angle(Scanner *s)
{
    Str rest = str_slice(s->text, s->at, s->text.len);
    bool comment = str_starts(rest, STR("<!--"));
    unsigned char c = byte_at(s, s->at + 1);

    if (!comment && c != '/' && (!is_ascii_alnum(c) || is_ascii_digit(c)))
        return false;
    size_t close = closer_find(comment ? &s->comment : &s->angle, s->text, s->at + 1);
    if (close == STR_NONE)
        return false;
    s->at = close + (comment ? 3 : 1);
    return true;
}

static void scan_sign(Scanner *s)
{
    unsigned char c = byte_at(s, s->at);

    if (c >= 0x80) {
        s->at = grapheme_next(s->text, s->at);
        return;
    }
    if (c == '\\' && is_ascii_punct(byte_at(s, s->at + 1))) {
        s->at += 2;
        return;
    }
    s->at++;
    while (c != '|' && c != '\\' && is_ascii_punct(c) && byte_at(s, s->at) == c)
        s->at++;
}

/* Money signs and percent signs belong to their number. */
static size_t money_length(const Scanner *s)
{
    unsigned char c = byte_at(s, s->at);
    uint32_t cp = c;
    size_t length = 1;

    if (c >= 0x80)
        length = utf8_decode(s->text, s->at, &cp);
    else if (c != '$' && c != '#')
        return 0;
    if (c >= 0x80 && cp != 0x20AC && cp != 0xA3 && cp != 0x20A9 && cp != 0xA5)
        return 0; /* euro, pound, won, yen */
    return is_ascii_digit(byte_at(s, s->at + length)) ? length : 0;
}

/* One word or sign without the marks around it. */
static void scan_core(Scanner *s, Token *token)
{
    uint32_t cp;

    if (byte_at(s, s->at) == '<' && scan_angle(s))
        return;
    s->at += money_length(s);
    utf8_decode(s->text, s->at, &cp);
    if (is_cjk(cp)) {
        scan_cjk(s);
        token->word = token->cjk = true;
    } else if (is_word_char(cp)) {
        scan_word(s);
        token->word = true;
        if (byte_at(s, s->at) == ':' && byte_at(s, s->at + 1) == '/')
            scan_url(s);
        else if (byte_at(s, s->at) == '%' && is_ascii_digit(byte_at(s, s->at - 1)))
            s->at++;
    } else {
        scan_sign(s);
    }
}

/* Length of a run of one emphasis mark at `at`, and its bit in `open`. */
static size_t emphasis_length(const Scanner *s, size_t at, unsigned *bit)
{
    unsigned char c = byte_at(s, at);
    size_t length = 0;

    if (c != '*' && c != '_' && c != '~' && c != '`')
        return 0;
    while (byte_at(s, at + length) == c)
        length++;
    unsigned mark = c == '*' ? 0 : c == '_' ? 1 : c == '~' ? 2 : 3;
    *bit = 1u << (mark * 3 + (length < 3 ? (unsigned)length - 1 : 2));
    return length;
}

static bool ends_at(const Scanner *s, size_t at)
{
    return at >= s->text.len || is_space_at(s, at);
}

static void scan_opening_marks(Scanner *s)
{
    for (;;) {
        unsigned bit = 0;
        size_t length = emphasis_length(s, s->at, &bit);
        if (length && !ends_at(s, s->at + length))
            s->open |= bit;
        else if (byte_at(s, s->at) == '[')
            length = 1;
        else if (byte_at(s, s->at) == '!' && byte_at(s, s->at + 1) == '[')
            length = 2;
        else
            return;
        if (ends_at(s, s->at + length))
            return;
        s->at += length;
    }
}

/* "](https://example.com)" or "][reference]", with one pair of parentheses. */
static void scan_destination(Scanner *s)
{
    size_t close = closer_find(&s->paren, s->text, s->at);

    if (close == STR_NONE)
        return;
    size_t inner = str_find_byte(str_slice(s->text, 0, close), '(', s->at + 1);
    s->at = close + 1;
    if (inner != STR_NONE && byte_at(s, s->at) == ')')
        s->at++;
}

static void scan_closing_marks(Scanner *s)
{
    for (;;) {
        unsigned bit = 0;
        size_t length = emphasis_length(s, s->at, &bit);
        if (length && (s->open & bit || ends_at(s, s->at + length))) {
            s->open &= ~bit;
            s->at += length;
        } else if (byte_at(s, s->at) == ']') {
            s->at++;
            if (byte_at(s, s->at) == '(')
                scan_destination(s);
        } else {
            return;
        }
    }
}

/* Moves over white space; only in tables and HTML does a line break count. */
static Gap scan_gap(Scanner *s)
{
    Gap gap = GAP_NONE;
    bool line_counts = s->kind == BLOCK_TABLE || s->kind == BLOCK_HTML;

    while (s->at < s->text.len && is_space_at(s, s->at)) {
        uint32_t cp;
        if (byte_at(s, s->at) == '\n' && line_counts)
            gap = GAP_LINE;
        else if (gap == GAP_NONE)
            gap = GAP_SPACE;
        s->at += utf8_decode(s->text, s->at, &cp);
    }
    return gap;
}

/* Runs of dashes or equal signs are drawn in any length. */
static Str normal_form(Str text)
{
    if (text.len > 3 && (text.ptr[0] == '-' || text.ptr[0] == '=') &&
        memcmp(text.ptr, text.ptr + 1, text.len - 1) == 0)
        return str_slice(text, 0, 3);
    return text;
}

static void add_token(Scanner *s, Token token)
{
    TokenList *out = s->out;

    if (out->count == out->cap)
        out->items =
            arena_grow(s->arena, out->items, out->count, &out->cap, sizeof token);
    token.id = word_id(s->ids, normal_form(token.text));
    token.key = token.stem < token.text.len
                    ? word_id(s->ids, str_slice(token.text, 0, token.stem))
                    : token.id;
    out->items[out->count++] = token;
}

/* "- ", "* ", "12. ", "3) " at the start of an item: 0 when there is none. */
static size_t list_mark_length(Str text)
{
    size_t at = 0;

    while (at < text.len && at < 9 && is_ascii_digit((unsigned char)text.ptr[at]))
        at++;
    if (at < text.len && strchr(at ? ".)" : "-*+", text.ptr[at]) && text.ptr[at])
        at++;
    else
        return 0;
    return at == text.len || text.ptr[at] == ' ' || text.ptr[at] == '\t' ? at : 0;
}

/* A task box counts as a mark of the list: it is one token. */
static size_t task_box_length(Str text)
{
    bool box = text.len >= 3 && text.ptr[0] == '[' && text.ptr[2] == ']' &&
               strchr(" xX", text.ptr[1]) && text.ptr[1];
    return box ? 3 : 0;
}

static void scan_list_mark(Scanner *s)
{
    Str rest = str_slice(s->text, s->at, s->text.len);
    size_t length = list_mark_length(rest);

    if (length == 0)
        return;
    Str mark = str_slice(rest, 0, length);
    add_token(s, (Token){.text = mark, .stem = (uint32_t)length, .gap = GAP_LINE});
    /* Numbers follow from the order, so that one new item changes no other. */
    Token *token = &s->out->items[s->out->count - 1];
    token->id = token->key = word_id(s->ids, length > 1 ? STR("1.") : STR("-"));
    s->at += length;

    size_t after_mark = s->at;
    scan_gap(s);
    rest = str_slice(s->text, s->at, s->text.len);
    length = task_box_length(rest);
    if (length == 0) {
        s->at = after_mark;
        return;
    }
    Str box = str_slice(rest, 0, length);
    add_token(s, (Token){.text = box, .stem = (uint32_t)length, .gap = GAP_SPACE});
    s->at += length;
}

static void read_lines(Scanner *s)
{
    Str rest = s->text, line;

    while (str_next_line(&rest, &line)) {
        line = str_trim_end(line);
        if (line.len)
            add_token(s, (Token){.text = line,
                                 .stem = (uint32_t)line.len,
                                 .gap = GAP_LINE,
                                 .word = true});
    }
}

static void read_prose(Scanner *s)
{
    scan_gap(s);
    if (s->kind == BLOCK_ITEM)
        scan_list_mark(s);
    for (;;) {
        Token token = {.gap = scan_gap(s)};
        size_t start = s->at;
        if (start >= s->text.len)
            return;
        scan_opening_marks(s);
        size_t core = s->at;
        scan_core(s, &token);
        size_t core_end = s->at;
        scan_closing_marks(s);
        token.text = str_slice(s->text, start, s->at);
        token.stem = (uint32_t)token.text.len;
        if (token.word && !token.cjk && s->at == core_end &&
            byte_at(s, s->at - 1) >= 0x80)
            token.stem = (uint32_t)(core - start +
                                    particle_start(str_slice(s->text, core, core_end)));
        add_token(s, token);
    }
}

void words_reserve(size_t bytes, Arena *arena, TokenList *out)
{
    assert(out->count == 0);
    out->cap = bytes / 4 + 16; /* of most text, a token is more than 4 bytes */
    out->items = arena_room(arena, out->cap, sizeof *out->items);
}

void words_read(Str text, BlockKind kind, WordIds *ids, Arena *arena, TokenList *out)
{
    Scanner s = {.text = text,
                 .kind = kind,
                 .paren = {.what = STR(")")},
                 .angle = {.what = STR(">")},
                 .comment = {.what = STR("-->")},
                 .ids = ids,
                 .arena = arena,
                 .out = out};
    size_t first = out->count;

    assert(text.len < UINT32_MAX);
    if (kind == BLOCK_CODE)
        read_lines(&s);
    else
        read_prose(&s);
    if (out->count > first) {
        out->items[first].first = true;
        out->items[first].gap = GAP_LINE;
    }
}

int words_count(const Token *tokens, size_t count, Lang lang)
{
    bool characters = lang == LANG_JA || lang == LANG_ZH;
    int words = 0;

    for (size_t i = 0; i < count; i++) {
        bool goes_on = i > 0 && tokens[i].cjk && tokens[i - 1].cjk &&
                       tokens[i].gap == GAP_NONE && !characters;
        words += tokens[i].word && !goes_on;
    }
    return words;
}
