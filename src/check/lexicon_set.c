#include "check/lexicon_set.h"

#include <stdlib.h>

#include "base/message.h"
#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"

/* Columns of a list. */
enum { COLUMN_TERM, COLUMN_LEVEL, COLUMN_ADVICE, COLUMN_NOTE, COLUMN_MATCH };
enum { COLUMN_REPLACE = COLUMN_MATCH + 1 };

enum { FIELD_BYTES_MAX = 4096 };

static const char *const list_names[LIST_COUNT] = {
    [LIST_PLACEHOLDER] = "placeholder",
    [LIST_INFLATED] = "inflated",
    [LIST_FUTURE] = "future",
    [LIST_EVASIVE] = "evasive",
    [LIST_TRANSLATIONESE] = "translationese",
    [LIST_HYPE] = "hype",
    [LIST_WEASEL] = "weasel",
    [LIST_HEDGE] = "hedge",
    [LIST_JARGON] = "jargon",
    [LIST_SLOGAN] = "slogan",
    [LIST_COMPANY_FIRST] = "company-first",
    [LIST_TECHNOLOGY_FIRST] = "technology-first",
    [LIST_COMPETITOR_FIRST] = "competitor-first",
    [LIST_CLAIM] = "claim",
    [LIST_CONTRAST] = "contrast",
    [LIST_CUSTOMER] = "customer",
    [LIST_FORECAST] = "forecast",
    [LIST_SOLUTION_NOUN] = "solution-noun",
    [LIST_UNKNOWN] = "unknown",
    [LIST_ACRONYMS_ALLOW] = "acronyms-allow",
};

const char *lexicon_list_name(LexiconList list)
{
    return list_names[list];
}

bool lexicon_list_parse(Str name, LexiconList *out)
{
    for (int i = 0; i < LIST_COUNT; i++) {
        if (str_eq(name, str_from(list_names[i]))) {
            *out = (LexiconList)i;
            return true;
        }
    }
    return false;
}

static bool all_capitals(Str term)
{
    bool letter = false;

    for (size_t at = 0; at < term.len; at++) {
        char c = term.ptr[at];
        if (c >= 'a' && c <= 'z')
            return false;
        letter = letter || (c >= 'A' && c <= 'Z');
    }
    return letter;
}

static void read_notes(Str notes, LexiconRow *row)
{
    Str note;

    while (str_next_field(&notes, ';', &note)) {
        note = str_trim(note);
        row->only_release = row->only_release || str_eq(note, STR("scope=pr"));
        row->only_first = row->only_first || str_eq(note, STR("scope=first"));
        row->case_sensitive = row->case_sensitive || str_eq(note, STR("case"));
        row->never_quoted = row->never_quoted || str_eq(note, STR("quote=ok"));
    }
}

static bool match_parse(Str name, LexiconMatch *out)
{
    static const char *const names[] = {"word", "particle", "phrase"};

    for (int i = 0; i < 3; i++) {
        if (str_eq(name, str_from(names[i]))) {
            *out = (LexiconMatch)i;
            return true;
        }
    }
    return false;
}

/* The term as it is compared: NFC, folded, one space for white space. */
static void settle_term(LexiconRow *row, Lang lang, Arena *arena)
{
    StrBuf nfc = {0}, term = {0};
    uint32_t cp;
    char bytes[UTF8_MAX];

    /* In Korean text a Latin term in capitals is an abbreviation or a blank, and
     * the same letters in lower case are another word. */
    if (lang == LANG_KO && all_capitals(row->term))
        row->case_sensitive = true;
    unicode_nfc(str_trim(row->term), &nfc);
    Str text = strbuf_view(&nfc);
    for (size_t at = 0; at < text.len;) {
        at += utf8_decode(text, at, &cp);
        bool space = unicode_is_space(cp);
        if (space && str_ends(strbuf_view(&term), STR(" ")))
            continue;
        cp = space ? ' ' : row->case_sensitive ? cp : unicode_fold(cp);
        strbuf_add(&term, (Str){bytes, utf8_write(cp, bytes)});
    }
    row->term = arena_str(arena, strbuf_view(&term));
    strbuf_deinit(&nfc);
    strbuf_deinit(&term);
}

/* A term is found by its first letters: "* fruit" has none. */
static bool term_can_be_found(Str term)
{
    size_t at = 0;

    while (at < term.len && term.ptr[at] == '*')
        at++;
    return at < term.len && term.ptr[at] != ' ' && term.len <= FIELD_BYTES_MAX;
}

static bool row_parse(const TsvRow *fields, LexiconRow *row, Error *err)
{
    *row = (LexiconRow){
        .term = fields->fields[COLUMN_TERM],
        .advice = utf8_cut(fields->fields[COLUMN_ADVICE], FIELD_BYTES_MAX),
        .replace = utf8_cut(fields->fields[COLUMN_REPLACE], FIELD_BYTES_MAX)};
    if (!level_parse(fields->fields[COLUMN_LEVEL], &row->level))
        return error_set(err, ERR_INVALID, _("line %d: this level is not known"),
                         fields->line);
    if (!match_parse(fields->fields[COLUMN_MATCH], &row->match))
        return error_set(err, ERR_INVALID, _("line %d: this way to match is not known"),
                         fields->line);
    if (!term_can_be_found(str_trim(row->term)))
        return error_set(err, ERR_INVALID,
                         _("line %d: a term begins with letters of its own"),
                         fields->line);
    read_notes(fields->fields[COLUMN_NOTE], row);
    return true;
}

static LexiconRow *next_row(LexiconRows *rows, Arena *arena)
{
    rows->items =
        arena_grow(arena, rows->items, rows->count, &rows->cap, sizeof *rows->items);
    return &rows->items[rows->count++];
}

bool lexicon_rows_parse(Str tsv, LexiconList list, Lang lang, Arena *arena,
                        LexiconRows *rows, Error *err)
{
    size_t before = rows->count;
    TsvRow fields = {0};

    tsv_next(&tsv, &fields);
    while (tsv_next(&tsv, &fields)) {
        LexiconRow row;
        if (str_is_blank(fields.fields[COLUMN_TERM]))
            continue;
        if (!row_parse(&fields, &row, err)) {
            rows->count = before;
            return false;
        }
        row.list = list;
        settle_term(&row, lang, arena);
        *next_row(rows, arena) = row;
    }
    return true;
}

void lexicon_rows_add_words(Str words, LexiconList list, Lang lang, Arena *arena,
                            LexiconRows *rows)
{
    Str word;

    while (str_next_field(&words, ',', &word)) {
        word = str_trim(word);
        if (!term_can_be_found(word))
            continue;
        bool phrase = str_find_byte(word, ' ', 0) != STR_NONE;
        LexiconRow row = {.term = word,
                          .list = list,
                          .level = LEVEL_INFO,
                          .match = phrase            ? MATCH_PHRASE
                                   : lang == LANG_KO ? MATCH_PARTICLE
                                                     : MATCH_WORD};
        settle_term(&row, lang, arena);
        *next_row(rows, arena) = row;
    }
}

/* -- building -------------------------------------------------------------- */

typedef struct Keyed {
    const LexiconRow *row;
    const uint32_t *key; /* folded letters up to the first star behind the start */
    size_t key_len;
    bool inner;
    size_t order;
} Keyed;

static Keyed key_of(const LexiconRow *row, size_t order, Arena *arena)
{
    size_t at = 0;
    uint32_t *key = arena_array(arena, row->term.len, sizeof *key);
    Keyed keyed = {.row = row, .key = key, .order = order};

    while (at < row->term.len && row->term.ptr[at] == '*')
        at++;
    keyed.inner = at > 0;
    while (at < row->term.len && row->term.ptr[at] != '*') {
        at += utf8_decode(row->term, at, &key[keyed.key_len]);
        key[keyed.key_len] = unicode_fold(key[keyed.key_len]);
        keyed.key_len++;
    }
    return keyed;
}

static int compare_keys(const void *a, const void *b)
{
    const Keyed *left = a, *right = b;

    if (left->inner != right->inner)
        return left->inner ? 1 : -1;
    for (size_t i = 0; i < left->key_len && i < right->key_len; i++)
        if (left->key[i] != right->key[i])
            return left->key[i] < right->key[i] ? -1 : 1;
    if (left->key_len != right->key_len)
        return left->key_len < right->key_len ? -1 : 1;
    return left->order < right->order ? -1 : 1;
}

/* Advice repeats from row to row: it is looked for at the pool's end. */
static uint32_t pool_add(StrBuf *pool, Str text)
{
    enum { NEAR = 512 };
    size_t from = pool->len > NEAR ? pool->len - NEAR : 0;
    size_t there = text.len ? str_find(strbuf_view(pool), text, from) : 0;

    if (there != STR_NONE)
        return (uint32_t)there;
    strbuf_add(pool, text);
    return (uint32_t)(pool->len - text.len);
}

static LexiconEntry entry_of(const Keyed *keyed, StrBuf *pool)
{
    const LexiconRow *row = keyed->row;

    return (LexiconEntry){
        .term = pool_add(pool, row->term),
        .advice = pool_add(pool, row->advice),
        .replace = pool_add(pool, row->replace),
        .term_len = (uint16_t)row->term.len,
        .advice_len = (uint16_t)row->advice.len,
        .replace_len = (uint16_t)row->replace.len,
        .order = (uint16_t)keyed->order,
        .list = (uint8_t)row->list,
        .level = (uint8_t)row->level,
        .match = (uint8_t)row->match,
        .flags = (uint8_t)((row->case_sensitive ? ENTRY_CASE : 0) |
                           (row->only_release ? ENTRY_RELEASE : 0) |
                           (row->only_first ? ENTRY_FIRST : 0) |
                           (row->never_quoted ? ENTRY_QUOTED : 0)),
    };
}

/* The tree in the order of its levels: node i stands for the rows [lo, hi), which
 * agree in their first `depth` letters. */
typedef struct Span {
    size_t lo, hi, depth;
} Span;

typedef struct Tree {
    LexiconNode *nodes;
    Span *spans;
    size_t count, node_cap, span_cap;
} Tree;

static void add_node(Tree *tree, Arena *arena, uint32_t cp, Span span)
{
    tree->nodes = arena_grow(arena, tree->nodes, tree->count, &tree->node_cap,
                             sizeof *tree->nodes);
    tree->spans = arena_grow(arena, tree->spans, tree->count, &tree->span_cap,
                             sizeof *tree->spans);
    tree->nodes[tree->count] = (LexiconNode){.cp = cp};
    tree->spans[tree->count++] = span;
}

static void split_node(Tree *tree, Arena *arena, const Keyed *keyed, size_t node)
{
    Span span = tree->spans[node];
    size_t from = span.lo;
    bool alone = span.hi - span.lo == 1 && span.depth > 0;

    while (from < span.hi && (alone || keyed[from].key_len == span.depth))
        from++;
    tree->nodes[node].first_entry = (uint32_t)span.lo;
    tree->nodes[node].entry_count = (uint16_t)(from - span.lo);
    tree->nodes[node].first_child = (uint32_t)tree->count;
    while (from < span.hi) {
        uint32_t cp = keyed[from].key[span.depth];
        size_t to = from;
        while (to < span.hi && keyed[to].key[span.depth] == cp)
            to++;
        add_node(tree, arena, cp, (Span){from, to, span.depth + 1});
        tree->nodes[node].child_count++;
        tree->nodes[node].letters |= (uint64_t)1 << cp % 64;
        from = to;
    }
}

static void build_tree(const Keyed *keyed, size_t count, Arena *arena, LexiconSet *out)
{
    Tree tree = {0};
    size_t outer = 0;

    while (outer < count && !keyed[outer].inner)
        outer++;
    add_node(&tree, arena, 0, (Span){0, outer, 0});
    add_node(&tree, arena, 0, (Span){outer, count, 0});
    for (size_t i = 0; i < tree.count; i++)
        split_node(&tree, arena, keyed, i);
    const LexiconNode *root = &tree.nodes[LEXICON_ROOT];
    for (size_t i = 0; i < root->child_count; i++) {
        uint32_t cp = tree.nodes[root->first_child + i].cp;
        if (cp < sizeof out->first)
            out->first[cp] = (uint8_t)(i + 1);
    }
    const LexiconNode *inner = &tree.nodes[LEXICON_INNER];
    for (size_t i = 0; i < inner->child_count; i++) {
        uint32_t cp = tree.nodes[inner->first_child + i].cp;
        out->inner[cp % 256 / 64] |= (uint64_t)1 << cp % 64;
    }
    out->nodes = tree.nodes;
    out->node_count = tree.count;
}

static void build_words(const LexiconRows *rows, Arena *arena, LexiconSet *out)
{
    uint64_t *words = arena_array(arena, LEXICON_WORD_BITS / 64, sizeof *words);

    for (size_t i = 0; i < rows->count; i++)
        lexicon_words_add(words, &out->words.stems, rows->items[i].term);
    out->words.bits = words;
}

bool lexicon_set_build(const LexiconRows *rows, Arena *arena, LexiconSet *out,
                       Error *err)
{
    Keyed *keyed = arena_array(arena, rows->count, sizeof *keyed);
    LexiconEntry *entries = arena_array(arena, rows->count, sizeof *entries);
    StrBuf pool = {0};

    *out = (LexiconSet){0};
    if (rows->count > LEXICON_ROWS_MAX)
        return error_set(err, ERR_INVALID, _("the word lists hold too many rows"));
    for (size_t i = 0; i < rows->count; i++)
        keyed[i] = key_of(&rows->items[i], i, arena);
    if (rows->count > 1)
        qsort(keyed, rows->count, sizeof *keyed, compare_keys);
    for (size_t i = 0; i < rows->count; i++)
        entries[i] = entry_of(&keyed[i], &pool);
    build_tree(keyed, rows->count, arena, out);
    build_words(rows, arena, out);
    out->pool = arena_str(arena, strbuf_view(&pool)).ptr;
    out->pool_len = pool.len;
    out->entries = entries;
    out->entry_count = rows->count;
    strbuf_deinit(&pool);
    return true;
}

/* -- reading --------------------------------------------------------------- */

static Str pool_at(const LexiconSet *set, uint32_t at, uint16_t len)
{
    return (Str){set->pool + at, len};
}

LexiconTerm lexicon_set_term(const LexiconSet *set, const LexiconEntry *entry,
                             Lang lang)
{
    return (LexiconTerm){.text = pool_at(set, entry->term, entry->term_len),
                         .lang = lang,
                         .match = (LexiconMatch)entry->match,
                         .case_sensitive = (entry->flags & ENTRY_CASE) != 0};
}

LexiconRow lexicon_set_row(const LexiconSet *set, const LexiconEntry *entry)
{
    return (LexiconRow){.term = pool_at(set, entry->term, entry->term_len),
                        .list = (LexiconList)entry->list,
                        .level = (Level)entry->level,
                        .advice = pool_at(set, entry->advice, entry->advice_len),
                        .replace = pool_at(set, entry->replace, entry->replace_len),
                        .match = (LexiconMatch)entry->match,
                        .case_sensitive = (entry->flags & ENTRY_CASE) != 0,
                        .only_release = (entry->flags & ENTRY_RELEASE) != 0,
                        .only_first = (entry->flags & ENTRY_FIRST) != 0,
                        .never_quoted = (entry->flags & ENTRY_QUOTED) != 0};
}

const LexiconNode *lexicon_set_child(const LexiconSet *set, const LexiconNode *node,
                                     uint32_t cp)
{
    const LexiconNode *children = set->nodes + node->first_child;
    size_t low = 0, high = node->child_count;

    if (!lexicon_node_may_have(node, cp))
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (children[middle].cp == cp)
            return &children[middle];
        if (children[middle].cp < cp)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const LexiconNode *lexicon_set_first(const LexiconSet *set, unsigned char byte)
{
    size_t child = byte < 0x80 ? set->first[unicode_fold(byte)] : 0;

    return child ? &set->nodes[set->nodes[LEXICON_ROOT].first_child + child - 1] : NULL;
}

static int ascii_lower(char c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : (unsigned char)c;
}

/* A term and its list, for looking it up whatever its case. */
typedef struct TermKey {
    Str term;
    uint8_t list;
} TermKey;

static int compare_terms(const void *a, const void *b)
{
    const TermKey *left = a, *right = b;

    if (left->list != right->list)
        return left->list < right->list ? -1 : 1;
    if (left->term.len != right->term.len)
        return left->term.len < right->term.len ? -1 : 1;
    for (size_t i = 0; i < left->term.len; i++) {
        int l = ascii_lower(left->term.ptr[i]), r = ascii_lower(right->term.ptr[i]);
        if (l != r)
            return l < r ? -1 : 1;
    }
    return 0;
}

static TermKey term_key(const LexiconSet *set, size_t entry)
{
    const LexiconEntry *e = &set->entries[entry];
    return (TermKey){pool_at(set, e->term, e->term_len), e->list};
}

const uint64_t *lexicon_set_replaces(const LexiconSet *own, const LexiconSet *base,
                                     Arena *arena)
{
    uint64_t *bits = arena_array(arena, base->entry_count / 64 + 1, sizeof *bits);
    TermKey *keys = arena_array(arena, own->entry_count + 1, sizeof *keys);

    for (size_t i = 0; i < own->entry_count; i++)
        keys[i] = term_key(own, i);
    if (own->entry_count > 1)
        qsort(keys, own->entry_count, sizeof *keys, compare_terms);
    for (size_t i = 0; i < base->entry_count; i++) {
        TermKey key = term_key(base, i);
        if (own->entry_count > 0 &&
            bsearch(&key, keys, own->entry_count, sizeof key, compare_terms))
            bits[i / 64] |= (uint64_t)1 << i % 64;
    }
    return bits;
}
