#include "check/lexicon_term.h"

#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "check/korean.h"

enum { PARTICLES_BYTES = 64 }; /* no chain of particles is as long */

bool lexicon_is_inner(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_digit(cp) || unicode_is_mark(cp);
}

bool lexicon_is_token(Lang lang, uint32_t cp)
{
    if (lang == LANG_KO)
        return lexicon_is_inner(cp) || cp == '&' || cp == '%' || cp == 0x25CB ||
               cp == 0x25EF;
    return lexicon_is_inner(cp) || cp == '-';
}

static bool is_digit_byte(Str s, size_t at)
{
    return at < s.len && s.ptr[at] >= '0' && s.ptr[at] <= '9';
}

bool lexicon_follows_comma(Lang lang, Str s, size_t at)
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
    return !lexicon_is_token(lang, before) || !lexicon_is_token(lang, cp);
}

static size_t token_end(Lang lang, Str s, size_t at)
{
    uint32_t cp;

    while (at < s.len) {
        size_t step = utf8_decode(s, at, &cp);
        bool comma =
            cp == ',' && at > 0 && is_digit_byte(s, at - 1) && is_digit_byte(s, at + 1);
        if (!lexicon_is_token(lang, cp) && !(lang == LANG_KO && comma))
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

static bool is_space(uint32_t cp)
{
    return unicode_is_space(cp);
}

/* The letters of `piece` read from `at`: where they end, or STR_NONE. */
static size_t match_literal(const LexiconTerm *term, Str piece, Str s, size_t at)
{
    uint32_t wanted, cp;

    for (size_t i = 0; i < piece.len;) {
        if (at >= s.len)
            return STR_NONE;
        i += utf8_decode(piece, i, &wanted);
        at += utf8_decode(s, at, &cp);
        if (cp != wanted && (term->case_sensitive || unicode_fold(cp) != wanted))
            return STR_NONE;
    }
    return at;
}

static size_t piece_end(Str term, size_t from, char stop)
{
    while (from < term.len && term.ptr[from] != stop && term.ptr[from] != ' ')
        from++;
    return from;
}

/* A literal piece at `at` or at most LEXICON_STAR_REACH letters later; *start is where.
 */
static size_t match_after_star(const LexiconTerm *term, Str piece, Str s, size_t at,
                               size_t *start)
{
    uint32_t cp;

    for (int reach = 0; reach <= LEXICON_STAR_REACH; reach++) {
        size_t end = match_literal(term, piece, s, at);
        *start = at;
        if (end != STR_NONE || at >= s.len)
            return end;
        size_t step = utf8_decode(s, at, &cp);
        if (!lexicon_is_inner(cp))
            return STR_NONE;
        at += step;
    }
    return STR_NONE;
}

typedef struct Reading {
    Str prose;
    bool any;      /* has a literal piece been read? */
    Range literal; /* from the first to the last of them */
} Reading;

/* One token of the term, text[from..to), at `at`; the last may take particles. */
static size_t match_token(const LexiconTerm *term, Range token, Reading *r, size_t at)
{
    Str s = r->prose;
    size_t from = token.start;
    bool star = false, last = token.end == term->text.len;

    if (token.end == from + 1 && term->text.ptr[from] == '*') {
        size_t end = token_end(term->lang, s, at);
        return end > at ? end : STR_NONE;
    }
    while (from < token.end) {
        if (term->text.ptr[from] == '*') {
            star = true;
            from++;
            continue;
        }
        size_t start = at, next = piece_end(term->text, from, '*');
        Str piece = str_slice(term->text, from, next);
        at = star ? match_after_star(term, piece, s, at, &start)
                  : match_literal(term, piece, s, at);
        if (at == STR_NONE)
            return STR_NONE;
        r->literal = (Range){r->any ? r->literal.start : start, at};
        r->any = true;
        star = false;
        from = next;
    }
    if (star)
        return skip_while(s, at, lexicon_is_inner);
    if (ends_token(term->lang, s, at))
        return at;
    if (!last || term->lang != LANG_KO || term->match == MATCH_WORD)
        return STR_NONE;
    size_t end = token_end(term->lang, str_slice(s, 0, at + PARTICLES_BYTES), at);
    bool whole = end == s.len || end + UTF8_MAX <= at + PARTICLES_BYTES;
    return whole && korean_particles(str_slice(s, at, end)) ? end : STR_NONE;
}

static size_t read_term(const LexiconTerm *term, Reading *r, size_t at)
{
    for (size_t from = 0; from < term->text.len;) {
        size_t to = piece_end(term->text, from, ' ');
        at = match_token(term, (Range){from, to}, r, at);
        if (at == STR_NONE || to == term->text.len)
            return at;
        size_t next = skip_while(r->prose, at, is_space);
        if (next == at || next >= r->prose.len)
            return STR_NONE;
        at = next;
        from = to + 1;
    }
    return STR_NONE;
}

/* `at`, where no token goes on there; else STR_NONE. */
static size_t word_end(Lang lang, Str prose, size_t at)
{
    uint32_t cp = ' ';

    if (at < prose.len)
        utf8_decode(prose, at, &cp);
    return lexicon_is_token(lang, cp) ? STR_NONE : at;
}

/* What a look at the bytes of a term tells. */
typedef enum Look {
    LOOK_NO,   /* it does not stand there */
    LOOK_YES,  /* its bytes do, up to the end of its last letter or digit */
    LOOK_STAR, /* up to its last star, behind a letter or digit */
    LOOK_READ, /* it is to be read */
} Look;

static bool is_same_letter(const LexiconTerm *term, char wanted, char c)
{
    return c == wanted ||
           (!term->case_sensitive && (char)unicode_fold((unsigned char)c) == wanted);
}

/* One space, and behind it something else that is ASCII. */
static bool is_one_space(Str s, size_t at)
{
    return s.ptr[at] == ' ' && at + 1 < s.len && s.ptr[at + 1] > ' ';
}

/* Most terms are plain words with single spaces between them, and so is most prose;
 * most are known by their first bytes not to be there. */
static Look look_at(const LexiconTerm *term, Str prose, size_t at)
{
    Str text = term->text;
    size_t i = 0;

    for (; i < text.len && text.ptr[i] != '*'; i++) {
        if (at + i >= prose.len)
            return term->lang == LANG_KO ? LOOK_READ : LOOK_NO;
        char wanted = text.ptr[i], c = prose.ptr[at + i];
        if ((wanted | c) & 0x80)
            return LOOK_READ;
        if (wanted == ' ') {
            if (term->lang == LANG_KO || !is_one_space(prose, at + i))
                return LOOK_READ;
        } else if (!is_same_letter(term, wanted, c)) {
            return LOOK_NO;
        }
    }
    if (i == 0 || !scan_is_plain(text.ptr[i - 1]))
        return LOOK_READ;
    if (i == text.len) /* in Korean particles may follow */
        return term->lang == LANG_KO ? LOOK_READ : LOOK_YES;
    return i + 1 == text.len ? LOOK_STAR : LOOK_READ;
}

size_t lexicon_term_at(const LexiconTerm *term, Str prose, size_t at)
{
    Reading r = {.prose = prose};

    switch (look_at(term, prose, at)) {
    case LOOK_NO:
        return STR_NONE;
    case LOOK_YES:
        return word_end(term->lang, prose, at + term->text.len);
    case LOOK_STAR:
        at = scan_plain(prose, at + term->text.len - 1);
        return skip_while(prose, at, lexicon_is_inner);
    case LOOK_READ:
        break;
    }
    return read_term(term, &r, at);
}

Range lexicon_term_literal(const LexiconTerm *term, Str prose, Range hit)
{
    Reading r = {.prose = prose};
    size_t end = read_term(term, &r, hit.start);
    return end != STR_NONE && r.any ? r.literal : hit;
}
