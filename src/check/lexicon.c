#include "check/lexicon.h"

#include <string.h>

#include "base/message.h"
#include "base/resource.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/korean.h"

/* Columns of a list. */
enum { COLUMN_TERM, COLUMN_LEVEL, COLUMN_ADVICE, COLUMN_NOTE, COLUMN_MATCH };
enum { COLUMN_REPLACE = COLUMN_MATCH + 1 };

enum {
    STAR_REACH = 64, /* code points a star inside a term may stand for */
    BUCKET_ANY = LEXICON_BUCKETS,
};

static bool all_capitals(Str term)
{
    bool letter = false;
    uint32_t cp = 0;

    for (size_t at = 0; at < term.len;) {
        at += utf8_decode(term, at, &cp);
        if (cp >= 'a' && cp <= 'z')
            return false;
        letter = letter || (cp >= 'A' && cp <= 'Z');
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

static void read_term(LexiconRow *row, Arena *arena)
{
    uint32_t *cps = arena_array(arena, row->term.len, sizeof *cps);
    size_t count = 0;

    for (size_t at = 0; at < row->term.len; count++) {
        at += utf8_decode(row->term, at, &cps[count]);
        if (!row->case_sensitive)
            cps[count] = unicode_fold(cps[count]);
    }
    row->cps = cps;
    row->cp_count = count;
    if (count > 1 && cps[0] != '*' && cps[1] != '*' && cps[1] != ' ')
        row->second = unicode_fold(cps[1]);
}

static bool row_parse(const TsvRow *fields, Lang lang, Arena *arena, LexiconRow *row,
                      Error *err)
{
    *row = (LexiconRow){.term = str_trim(fields->fields[COLUMN_TERM]),
                        .advice = fields->fields[COLUMN_ADVICE],
                        .replace = fields->fields[COLUMN_REPLACE]};
    if (!level_parse(fields->fields[COLUMN_LEVEL], &row->level))
        return error_set(err, ERR_INVALID, _("line %d: this level is not known"),
                         fields->line);
    if (!match_parse(fields->fields[COLUMN_MATCH], &row->match))
        return error_set(err, ERR_INVALID, _("line %d: this way to match is not known"),
                         fields->line);
    read_notes(fields->fields[COLUMN_NOTE], row);
    /* In Korean text a Latin term in capitals is an abbreviation or a blank, and
     * the same letters in lower case are another word. */
    if (lang == LANG_KO && all_capitals(row->term))
        row->case_sensitive = true;
    read_term(row, arena);
    return true;
}

static size_t bucket_of(uint32_t cp)
{
    return unicode_fold(cp) % LEXICON_BUCKETS;
}

static size_t row_bucket(const LexiconRow *row)
{
    return row->cps[0] == '*' ? BUCKET_ANY : bucket_of(row->cps[0]);
}

/* 0 stands for any letter. */
static uint64_t second_bits(uint32_t second)
{
    return second ? (uint64_t)1 << second % 64 : UINT64_MAX;
}

static void sort_into_buckets(const LexiconRow *rows, size_t count, Arena *arena,
                              Lexicon *out)
{
    LexiconRow *sorted = arena_array(arena, count, sizeof *sorted);
    size_t next[LEXICON_BUCKETS + 1];

    for (size_t i = 0; i < count; i++) {
        size_t bucket = row_bucket(&rows[i]);
        out->first[bucket + 1]++;
        out->seconds[bucket] |= second_bits(rows[i].second);
    }
    for (size_t b = 0; b <= LEXICON_BUCKETS; b++)
        out->first[b + 1] += out->first[b];
    memcpy(next, out->first, sizeof next);
    for (size_t i = 0; i < count; i++)
        sorted[next[row_bucket(&rows[i])]++] = rows[i];
    out->rows = sorted;
    out->count = count;
}

bool lexicon_parse(Str tsv, Lang lang, Arena *arena, Lexicon *out, Error *err)
{
    LexiconRow *rows = NULL;
    size_t count = 0, cap = 0;
    TsvRow fields = {0};

    tsv_next(&tsv, &fields);
    while (tsv_next(&tsv, &fields)) {
        if (str_is_blank(fields.fields[COLUMN_TERM]))
            continue;
        rows = arena_grow(arena, rows, count, &cap, sizeof *rows);
        if (!row_parse(&fields, lang, arena, &rows[count++], err))
            return false;
    }
    *out = (Lexicon){.lang = lang};
    sort_into_buckets(rows, count, arena, out);
    return true;
}

const Lexicon *lexicon_find(const char *name, Lang lang, Arena *arena)
{
    Str path = arena_printf(arena, "lexicon/%s/%s.tsv", lang_code(lang), name);
    Lexicon *lexicon = ARENA_NEW(arena, Lexicon);
    Str bytes;

    if (!resource_find(path, &bytes) ||
        !lexicon_parse(bytes, lang, arena, lexicon, NULL))
        return NULL;
    return lexicon;
}

/* What is read at a place: one code point, folded when the row asks for it. */
static size_t read_cp(const LexiconRow *row, Str s, size_t at, uint32_t *cp)
{
    size_t step = utf8_decode(s, at, cp);
    if (!row->case_sensitive)
        *cp = unicode_fold(*cp);
    return step;
}

static inline bool is_inner(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp);
}

/* Is the code point part of a token, so that no term begins or ends beside it? */
static inline bool is_token_cp(Lang lang, uint32_t cp)
{
    if (lang == LANG_KO)
        return is_inner(cp) || cp == '&' || cp == '%' || cp == 0x25CB || cp == 0x25EF;
    return is_inner(cp) || cp == '-';
}

static bool is_digit_byte(Str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

/* In Korean the comma of "6,000" belongs to its token. */
static bool follows_comma(Lang lang, Str s, size_t at)
{
    return lang == LANG_KO && at > 1 && s.ptr[at - 1] == ',' && is_digit_byte(s, at) &&
           is_digit_byte(s, at - 2);
}

static bool ends_token(Lang lang, Str s, size_t at)
{
    uint32_t cp, before;

    if (at >= s.len || at == 0)
        return true;
    utf8_decode(s, at, &cp);
    utf8_decode(s, utf8_before(s, at), &before);
    return !is_token_cp(lang, before) || !is_token_cp(lang, cp);
}

static size_t token_end(Lang lang, Str s, size_t at)
{
    uint32_t cp;

    while (at < s.len) {
        size_t step = utf8_decode(s, at, &cp);
        bool comma =
            cp == ',' && at > 0 && is_digit_byte(s, at - 1) && is_digit_byte(s, at + 1);
        if (!is_token_cp(lang, cp) && !(lang == LANG_KO && comma))
            break;
        at += step;
    }
    return at;
}

/* Behind the code points from `at` on that are of one kind. */
static size_t skip_while(Str s, size_t at, bool (*of_kind)(uint32_t cp))
{
    uint32_t cp;

    while (at < s.len) {
        size_t step = utf8_decode(s, at, &cp);
        if (!of_kind(cp))
            break;
        at += step;
    }
    return at;
}

static size_t inner_end(Str s, size_t at)
{
    return skip_while(s, at, is_inner);
}

static size_t skip_spaces(Str s, size_t at)
{
    return skip_while(s, at, unicode_is_space);
}

/* The code points term[from..to) read from `at`: where they end, or STR_NONE. */
static size_t match_literal(const LexiconRow *row, size_t from, size_t to, Str s,
                            size_t at)
{
    uint32_t cp;

    for (size_t i = from; i < to; i++) {
        if (at >= s.len)
            return STR_NONE;
        at += read_cp(row, s, at, &cp);
        if (cp != row->cps[i])
            return STR_NONE;
    }
    return at;
}

static size_t piece_end(const LexiconRow *row, size_t from, uint32_t stop)
{
    while (from < row->cp_count && row->cps[from] != stop && row->cps[from] != ' ')
        from++;
    return from;
}

/* A literal piece at `at` or, behind a star, at most STAR_REACH letters later. */
static size_t match_after_star(const LexiconRow *row, size_t from, size_t to, Str s,
                               size_t at)
{
    uint32_t cp;

    for (int reach = 0; reach <= STAR_REACH; reach++) {
        size_t end = match_literal(row, from, to, s, at);
        if (end != STR_NONE || at >= s.len)
            return end;
        size_t step = utf8_decode(s, at, &cp);
        if (!is_inner(cp))
            return STR_NONE;
        at += step;
    }
    return STR_NONE;
}

/* One token of the term, cps[from..to), at `at`. `last` allows particles. */
static size_t match_token(const Lexicon *lexicon, const LexiconRow *row, size_t from,
                          size_t to, Str s, size_t at, bool last)
{
    bool star = false;

    if (to == from + 1 && row->cps[from] == '*') {
        size_t end = token_end(lexicon->lang, s, at);
        return end > at ? end : STR_NONE;
    }
    while (from < to) {
        if (row->cps[from] == '*') {
            star = true;
            from++;
            continue;
        }
        size_t piece = piece_end(row, from, '*');
        at = star ? match_after_star(row, from, piece, s, at)
                  : match_literal(row, from, piece, s, at);
        if (at == STR_NONE)
            return STR_NONE;
        star = false;
        from = piece;
    }
    if (star)
        return inner_end(s, at);
    if (ends_token(lexicon->lang, s, at))
        return at;
    size_t end = token_end(lexicon->lang, s, at);
    bool particles = last && lexicon->lang == LANG_KO && row->match != MATCH_WORD &&
                     korean_particles(str_slice(s, at, end));
    return particles ? end : STR_NONE;
}

static size_t match_row(const Lexicon *lexicon, const LexiconRow *row, Str s, size_t at)
{
    for (size_t from = 0; from < row->cp_count;) {
        size_t to = piece_end(row, from, ' ');
        at = match_token(lexicon, row, from, to, s, at, to == row->cp_count);
        if (at == STR_NONE || to == row->cp_count)
            return at;
        size_t next = skip_spaces(s, at);
        if (next == at || next >= s.len)
            return STR_NONE;
        at = next;
        from = to + 1;
    }
    return STR_NONE;
}

typedef struct Hits {
    LexiconHit *hits;
    size_t count, cap;
    Range *off;
    size_t off_count, off_cap;
} Hits;

/* Of two hits that overlap the longer one stays, of equal ones the first. */
static void add_hit(Hits *found, Arena *arena, LexiconHit hit)
{
    if (found->count > 0) {
        LexiconHit *last = &found->hits[found->count - 1];
        if (hit.range.start < last->range.end) {
            if (hit.range.end - hit.range.start > last->range.end - last->range.start)
                *last = hit;
            return;
        }
    }
    found->hits =
        arena_grow(arena, found->hits, found->count, &found->cap, sizeof *found->hits);
    found->hits[found->count++] = hit;
}

static void add_off(Hits *found, Arena *arena, Range range)
{
    found->off = arena_grow(arena, found->off, found->off_count, &found->off_cap,
                            sizeof *found->off);
    found->off[found->off_count++] = range;
}

static uint32_t second_letter(Str s, size_t at)
{
    uint32_t cp = 0;

    at += utf8_decode(s, at, &cp);
    if (at >= s.len)
        return 0;
    utf8_decode(s, at, &cp);
    return unicode_fold(cp);
}

static void match_bucket(const Lexicon *lexicon, size_t bucket, Str s, size_t at,
                         Arena *arena, Hits *found)
{
    LexiconHit best = {0};
    uint32_t second = second_letter(s, at);

    if (!(lexicon->seconds[bucket] & second_bits(second)))
        return;
    for (size_t i = lexicon->first[bucket]; i < lexicon->first[bucket + 1]; i++) {
        const LexiconRow *row = &lexicon->rows[i];
        if (row->second && row->second != second)
            continue;
        size_t end = match_row(lexicon, row, s, at);
        if (end == STR_NONE || end == at)
            continue;
        if (row->level == LEVEL_OFF)
            add_off(found, arena, (Range){at, end});
        else if (end > best.range.end)
            best = (LexiconHit){{at, end}, row};
    }
    if (best.row)
        add_hit(found, arena, best);
}

/* Both lists are in order of their starts. */
static size_t drop_exceptions(Hits *found)
{
    size_t kept = 0, off = 0, reach = 0;

    for (size_t i = 0; i < found->count; i++) {
        Range r = found->hits[i].range;
        while (off < found->off_count && found->off[off].start < r.end) {
            if (found->off[off].end > reach)
                reach = found->off[off].end;
            off++;
        }
        if (reach <= r.start)
            found->hits[kept++] = found->hits[i];
    }
    return kept;
}

void lexicon_match(const Lexicon *lexicon, Str prose, Arena *arena,
                   const LexiconHit **out, size_t *count)
{
    Hits found = {0};
    bool inside = false; /* the code point before belongs to a token */
    uint32_t cp;

    for (size_t at = 0; at < prose.len;) {
        size_t step = utf8_decode(prose, at, &cp);
        bool token = is_token_cp(lexicon->lang, cp);
        if (cp != ' ' && !(inside && token) &&
            !follows_comma(lexicon->lang, prose, at)) {
            size_t bucket = bucket_of(cp);
            if (lexicon->seconds[bucket])
                match_bucket(lexicon, bucket, prose, at, arena, &found);
            if (lexicon->seconds[BUCKET_ANY])
                match_bucket(lexicon, BUCKET_ANY, prose, at, arena, &found);
        }
        inside = token;
        at += step;
        if (token)
            at = unicode_skip_plain(prose, at);
    }
    *count = drop_exceptions(&found);
    *out = found.hits;
}

bool lexicon_in(const Lexicon *lexicon, Str prose, Arena *arena)
{
    const LexiconHit *hits;
    size_t count;

    lexicon_match(lexicon, prose, arena, &hits, &count);
    return count > 0;
}
