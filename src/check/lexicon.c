#include "check/lexicon.h"

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/lexicon_table.h"

const LexiconSet *lexicon_set_builtin(Lang lang)
{
    return (int)lang < LEXICON_LANGS ? &lexicon_table[lang] : NULL;
}

bool own_lexicon_build(const LexiconRows *rows, Lang lang, Arena *arena,
                       OwnLexicon *out, Error *err)
{
    const LexiconSet *base = lexicon_set_builtin(lang);

    *out = (OwnLexicon){0};
    if (!lexicon_set_build(rows, arena, &out->set, err))
        return false;
    if (base)
        out->replaced = lexicon_set_replaces(&out->set, base, arena);
    return true;
}

Lexicon lexicon_of(Lang lang, const OwnLexicon *own)
{
    return (Lexicon){.lang = lang,
                     .lists = LEXICON_ALL,
                     .base = lexicon_set_builtin(lang),
                     .own = own ? &own->set : NULL,
                     .replaced = own ? own->replaced : NULL};
}

bool lexicon_is_empty(const Lexicon *lexicon)
{
    return !lexicon->base && !lexicon->own;
}

bool lexicon_parse(Str tsv, Lang lang, Arena *arena, Lexicon *out, Error *err)
{
    LexiconRows rows = {0};
    LexiconSet *set = ARENA_NEW(arena, LexiconSet);

    if (!lexicon_rows_parse(tsv, LIST_PLACEHOLDER, lang, arena, &rows, err) ||
        !lexicon_set_build(&rows, arena, set, err))
        return false;
    *out = (Lexicon){.lang = lang, .lists = LEXICON_ALL, .own = set};
    return true;
}

const Lexicon *lexicon_find(const char *name, Lang lang, Arena *arena)
{
    LexiconList list;

    if (!lexicon_set_builtin(lang) || !lexicon_list_parse(str_from(name), &list))
        return NULL;
    Lexicon *lexicon = ARENA_NEW(arena, Lexicon);
    *lexicon = lexicon_of(lang, NULL);
    lexicon->lists = (uint32_t)1 << list;
    return lexicon;
}

/* -- the walk -------------------------------------------------------------- */

/* Further from the start of its token no star before it reaches. */
enum { INNER_REACH = LEXICON_STAR_REACH * UTF8_MAX };

typedef struct Off {
    Range range;
    size_t next; /* of the same list, from 1; 0: the last */
} Off;

typedef struct Walk {
    const Lexicon *lexicon;
    Str prose;
    Arena *arena;
    LexiconHit *hits; /* row NULL: a longer one won */
    size_t count, cap;
    size_t last[LIST_COUNT];    /* hit of each list, from 1; 0: none yet */
    uint16_t order[LIST_COUNT]; /* of that hit's row */
    Off *off;
    size_t off_count, off_cap;
    size_t off_first[LIST_COUNT], off_last[LIST_COUNT]; /* from 1 */
} Walk;

static void add_off(Walk *w, LexiconList list, Range range)
{
    w->off = arena_grow(w->arena, w->off, w->off_count, &w->off_cap, sizeof *w->off);
    w->off[w->off_count++] = (Off){.range = range};
    if (w->off_last[list])
        w->off[w->off_last[list] - 1].next = w->off_count;
    else
        w->off_first[list] = w->off_count;
    w->off_last[list] = w->off_count;
}

/* Of two hits of a list that overlap the longer one stays, of equal ones the one of
 * the first row. */
static void add_hit(Walk *w, const LexiconSet *set, const LexiconEntry *entry,
                    Range range)
{
    LexiconHit *before =
        w->last[entry->list] ? &w->hits[w->last[entry->list] - 1] : NULL;

    if (before && range.start < before->range.end) {
        size_t len = range.end - range.start;
        size_t before_len = before->range.end - before->range.start;
        bool earlier =
            range.start == before->range.start && entry->order < w->order[entry->list];
        if (len < before_len || (len == before_len && !earlier))
            return;
        before->row = NULL;
    }
    LexiconRow *row = ARENA_NEW(w->arena, LexiconRow);
    *row = lexicon_set_row(set, entry);
    w->hits = arena_grow(w->arena, w->hits, w->count, &w->cap, sizeof *w->hits);
    w->hits[w->count++] = (LexiconHit){range, row};
    w->last[entry->list] = w->count;
    w->order[entry->list] = entry->order;
}

/* The terms of a node, tried at the start of a token. */
static void try_node(Walk *w, const LexiconSet *set, const LexiconNode *node, size_t at)
{
    const Lexicon *lexicon = w->lexicon;

    for (size_t i = node->first_entry; i < node->first_entry + node->entry_count; i++) {
        const LexiconEntry *entry = &set->entries[i];
        bool replaced = set == lexicon->base && lexicon->replaced &&
                        (lexicon->replaced[i / 64] >> i % 64 & 1);
        if (replaced || !(lexicon->lists >> entry->list & 1))
            continue;
        LexiconTerm term = lexicon_set_term(set, entry, lexicon->lang);
        size_t end = lexicon_term_at(&term, w->prose, at);
        if (end == STR_NONE || end == at)
            continue;
        if (entry->level == LEVEL_OFF)
            add_off(w, (LexiconList)entry->list, (Range){at, end});
        else
            add_hit(w, set, entry, (Range){at, end});
    }
}

/* The folded code point at `at`, which is not an ASCII letter or digit; a run of white
 * space counts as one space. */
static size_t read_other(Str s, size_t at, uint32_t *cp)
{
    at += utf8_decode(s, at, cp);
    if (!unicode_is_space(*cp)) {
        *cp = unicode_fold(*cp);
        return at;
    }
    *cp = ' ';
    while (at < s.len && s.ptr[at] == ' ')
        at++;
    return at;
}

/* Down the tree along the letters from `at` on. */
static void walk_down(Walk *w, const LexiconSet *set, const LexiconNode *node,
                      size_t at, size_t token)
{
    Str s = w->prose;

    while (node->child_count && at < s.len) {
        uint32_t cp = (unsigned char)s.ptr[at];
        if (unicode_plain[cp]) {
            cp = unicode_fold(cp);
            at++;
        } else {
            at = read_other(s, at, &cp);
        }
        if (!lexicon_node_may_have(node, cp))
            return;
        node = lexicon_set_child(set, node, cp);
        if (!node)
            return;
        if (node->entry_count)
            try_node(w, set, node, token);
    }
}

/* The terms that begin with a token. */
static void walk_root(Walk *w, const LexiconSet *set, size_t at)
{
    const LexiconNode *first = lexicon_set_first(set, (unsigned char)w->prose.ptr[at]);

    if (!first) {
        walk_down(w, set, &set->nodes[LEXICON_ROOT], at, at);
        return;
    }
    if (first->entry_count)
        try_node(w, set, first, at);
    walk_down(w, set, first, at + 1, at);
}

static bool begins_inner(const LexiconSet *set, uint32_t cp)
{
    return set->inner[cp % 256 / 64] >> cp % 64 & 1;
}

/* Most code points are Latin letters or Hangul. */
static bool is_token(Lang lang, uint32_t cp)
{
    if ((cp | 0x20) - 'a' < 26 || cp - '0' < 10 || cp - 0xAC00 < 0x2BA4)
        return true;
    return lexicon_is_token(lang, cp);
}

static bool has_inner(const LexiconSet *set)
{
    return set && set->nodes[LEXICON_INNER].child_count > 0;
}

/* May a term begin with the token at `at`? Of ASCII letters and digits that is told by
 * the word; behind them may be more letters of it, beyond ASCII. */
static inline bool may_begin(const LexiconSet *set, Str prose, Range word)
{
    unsigned char c = (unsigned char)prose.ptr[word.start];

    if (c >= 0x80)
        return true;
    if (word.end == word.start)
        return lexicon_set_first(set, c) != NULL;
    if (word.end < prose.len && (unsigned char)prose.ptr[word.end] >= 0x80)
        return true;
    return lexicon_words_may_begin(&set->words, prose, word);
}

/*   word  the ASCII letters and digits that the token begins with; may be empty */
static inline void begin_token(Walk *w, Range word)
{
    const LexiconSet *base = w->lexicon->base, *own = w->lexicon->own;

    if (base && may_begin(base, w->prose, word))
        walk_root(w, base, word.start);
    if (own && may_begin(own, w->prose, word))
        walk_root(w, own, word.start);
}

/* The terms that begin with a star, at a letter of a token. */
static void begin_inner(Walk *w, size_t token, size_t at, uint32_t cp)
{
    const LexiconSet *sets[] = {w->lexicon->base, w->lexicon->own};

    for (int i = 0; i < 2; i++)
        if (sets[i] && begins_inner(sets[i], unicode_fold(cp)))
            walk_down(w, sets[i], &sets[i]->nodes[LEXICON_INNER], at, token);
}

static void walk(Walk *w)
{
    Lang lang = w->lexicon->lang;
    bool inner = has_inner(w->lexicon->base) || has_inner(w->lexicon->own);
    bool inside = false; /* the code point before belongs to a token */
    size_t token = 0;    /* where the token began */
    uint32_t cp = 0;

    for (size_t at = 0; at < w->prose.len;) {
        if (w->prose.ptr[at] == ' ') { /* no term begins with it */
            inside = false;
            at++;
            continue;
        }
        Range word = {at, scan_plain(w->prose, at)};
        bool plain = word.end > at;
        size_t step = 1;
        cp = (unsigned char)w->prose.ptr[at];
        if (!plain)
            step = utf8_decode(w->prose, at, &cp);
        bool in_token = plain || is_token(lang, cp);
        bool begins = !(inside && in_token) &&
                      !(lang == LANG_KO && lexicon_follows_comma(lang, w->prose, at));
        if (begins) {
            token = at;
            begin_token(w, word);
        }
        if (inner && at - token <= INNER_REACH)
            begin_inner(w, token, at, cp);
        inside = in_token;
        at = !inner && plain ? word.end : at + step;
    }
}

/* Hits and exceptions are both in order of their starts. */
static size_t settle(Walk *w)
{
    size_t kept = 0, reach[LIST_COUNT] = {0};
    size_t *next = w->off_first;

    for (size_t i = 0; i < w->count; i++) {
        LexiconHit hit = w->hits[i];
        if (!hit.row)
            continue;
        LexiconList list = hit.row->list;
        while (next[list] && w->off[next[list] - 1].range.start < hit.range.end) {
            const Off *off = &w->off[next[list] - 1];
            if (off->range.end > reach[list])
                reach[list] = off->range.end;
            next[list] = off->next;
        }
        if (reach[list] <= hit.range.start)
            w->hits[kept++] = hit;
    }
    return kept;
}

void lexicon_match(const Lexicon *lexicon, Str prose, Arena *arena,
                   const LexiconHit **out, size_t *count)
{
    Walk w = {.lexicon = lexicon, .prose = prose, .arena = arena};

    walk(&w);
    *count = settle(&w);
    *out = w.hits;
}

bool lexicon_in(const Lexicon *lexicon, Str prose, Arena *arena)
{
    const LexiconHit *hits;
    size_t count;

    lexicon_match(lexicon, prose, arena, &hits, &count);
    return count > 0;
}

Range lexicon_literal(const LexiconHit *hit, Lang lang, Str prose)
{
    LexiconTerm term = {.text = hit->row->term,
                        .lang = lang,
                        .match = hit->row->match,
                        .case_sensitive = hit->row->case_sensitive};
    return lexicon_term_literal(&term, prose, hit->range);
}
