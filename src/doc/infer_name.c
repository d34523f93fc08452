/* infer_name.c: what the product of a release is called. */
#include <string.h>

#include "base/unicode.h"
#include "base/utf8.h"
#include "doc/infer_state.h"

enum {
    CANDIDATES_MAX = 48,
    CANDIDATE_BYTES = 48,   /* of a name in quotation marks */
    BODY_BYTES = 32 * 1024, /* in which names are looked for */
    TITLE_WORDS = 8,
};

typedef struct Candidate {
    Str text;
    bool title;  /* a word of the document's title */
    bool quoted; /* it stands in quotation marks */
    bool common; /* another one is marked as the name: it is a word */
} Candidate;

typedef struct Naming {
    Infer *f;
    Candidate items[CANDIDATES_MAX];
    size_t count;
    StrBuf body;   /* what is behind the opening */
    StrBuf folded; /* in small letters */
} Naming;

static uint32_t cp_at(Str s, size_t at)
{
    uint32_t cp = ' ';

    if (at < s.len)
        utf8_decode(s, at, &cp);
    return cp;
}

static bool is_inner(uint32_t cp)
{
    return unicode_is_letter(cp) || unicode_is_digit(cp) || cp == '-';
}

/* Scripts that write words without capitals, and tie particles to them. */
static bool is_uncased(uint32_t cp)
{
    return cp >= 0x1100;
}

/* -- candidates ----------------------------------------------------------- */

static void add_candidate(Naming *n, Str text, bool title, bool quoted)
{
    if (n->count == CANDIDATES_MAX || text.len < 3)
        return;
    for (size_t i = 0; i < n->count; i++)
        if (str_eq(n->items[i].text, text)) {
            n->items[i].quoted = n->items[i].quoted || quoted;
            return;
        }
    n->items[n->count++] = (Candidate){.text = text, .title = title, .quoted = quoted};
}

static const char *const particles[] = {
    "에서", "으로", "이", "가", "은", "는", "을", "를", "의", "와", "과",
    "로",   "도",   "에", "が", "は", "を", "の", "で", "と", "に", "も",
};

static Str without_particle(Str word)
{
    for (size_t i = 0; i < sizeof particles / sizeof *particles; i++) {
        Str particle = str_from(particles[i]);
        if (word.len >= particle.len + 6 && str_ends(word, particle))
            return str_slice(word, 0, word.len - particle.len);
    }
    return word;
}

static void add_words(Naming *n, Str words, bool title)
{
    size_t most = title ? TITLE_WORDS : CANDIDATES_MAX;

    for (size_t at = 0; at < words.len && most > 0;) {
        size_t start = at;
        uint32_t first = cp_at(words, at), cp = first;
        while (at < words.len && is_inner(cp = cp_at(words, at)) &&
               is_uncased(cp) == is_uncased(first))
            at += utf8_decode(words, at, &cp);
        if (at == start) {
            at += utf8_decode(words, at, &cp);
            continue;
        }
        Str word = str_slice(words, start, at);
        if (is_uncased(first))
            word = without_particle(word);
        else if (!unicode_is_upper(first) && (!title || start > 0))
            continue;
        add_candidate(n, word, title, false);
        most--;
    }
}

static void add_quoted(Naming *n, Str words)
{
    static const char *const pairs[][2] = {
        {"'", "'"},   {"\"", "\""}, {"‘", "’"},   {"“", "”"},   {"「", "」"},
        {"『", "』"}, {"«", "»"},   {"《", "》"}, {"**", "**"}, {"„", "“"},
    };

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        Str open = str_from(pairs[i][0]), close = str_from(pairs[i][1]);
        for (size_t at = str_find(words, open, 0); at != STR_NONE;
             at = str_find(words, open, at)) {
            at += open.len;
            size_t end = str_find(words, close, at);
            if (end == STR_NONE)
                break;
            if (end - at <= CANDIDATE_BYTES)
                add_candidate(n, str_trim(str_slice(words, at, end)), false, true);
            at = end + close.len;
        }
    }
}

/* -- choosing ------------------------------------------------------------- */

typedef struct Uses {
    size_t all;
    size_t inside; /* not at the start of a sentence */
    size_t begun;  /* paragraphs that begin with it */
} Uses;

static bool begins_line(Str s, size_t at)
{
    while (at > 0 && (strchr(" *_\"'", s.ptr[at - 1]) || (s.ptr[at - 1] & 0x80))) {
        /* Quotation marks of three bytes. */
        size_t mark = utf8_before(s, at);
        if ((s.ptr[at - 1] & 0x80) && is_inner(cp_at(s, mark)))
            return false;
        at = mark;
    }
    return at == 0 || s.ptr[at - 1] == '\n';
}

static bool begins_sentence(Str s, size_t at)
{
    while (at > 0 && strchr(" *_\"'\n", s.ptr[at - 1])) {
        if (s.ptr[at - 1] == '\n')
            return true;
        at--;
    }
    return at == 0 || strchr(".!?:", s.ptr[at - 1]) != NULL;
}

static bool is_word_at(Str s, size_t at, Str word)
{
    uint32_t before = at > 0 ? cp_at(s, utf8_before(s, at)) : ' ';
    uint32_t after = cp_at(s, at + word.len), first = cp_at(word, 0);

    if (is_uncased(first))
        return true;
    return (!is_inner(before) || is_uncased(before)) &&
           (!is_inner(after) || is_uncased(after));
}

static Uses uses_of(Str s, Str word)
{
    Uses u = {0};

    for (size_t at = str_find(s, word, 0); at != STR_NONE;
         at = str_find(s, word, at + word.len)) {
        if (!is_word_at(s, at, word))
            continue;
        u.all++;
        u.inside += !begins_sentence(s, at);
        u.begun += begins_line(s, at);
    }
    return u;
}

/* Named again, and not a word that the text uses as any other. */
static bool is_product(const Naming *n, const Candidate *c)
{
    Uses uses = uses_of(strbuf_view(&n->body), c->text);

    if (c->quoted)
        return uses.all > 0;
    if (is_uncased(cp_at(c->text, 0)))
        return uses.begun > 0 && uses.all > !c->title;
    if (uses.all < (c->title ? 1 : 2) || c->text.len < 3)
        return false;
    StrBuf small = {0};
    signals_fold(c->text, &small);
    Uses lower = uses_of(strbuf_view(&n->folded), strbuf_view(&small));
    strbuf_deinit(&small);
    size_t others = lower.all > uses.all ? lower.all - uses.all : 0;
    return others == 0 || ((uses.inside > 0 || c->title) && others < uses.all);
}

static void read_body(Naming *n)
{
    Infer *f = n->f;

    for (size_t i = f->body; i < f->end && n->body.len < BODY_BYTES; i++) {
        if (infer_block(f, i)->kind == BLOCK_CODE)
            continue;
        strbuf_add(&n->body, utf8_cut(infer_words(f, i), BODY_BYTES));
        strbuf_addc(&n->body, '\n');
    }
    signals_fold(strbuf_view(&n->body), &n->folded);
}

static void choose(Naming *n, bool quoted)
{
    Infer *f = n->f;

    for (size_t i = 0; i < n->count && f->name_count < INFER_NAMES_MAX; i++) {
        const Candidate *c = &n->items[i];
        if (c->quoted == quoted && !c->common && is_product(n, c))
            f->names[f->name_count++] = c->text;
    }
}

void infer_find_names(Infer *f)
{
    Naming n = {.f = f};

    if (f->title != NO_INDEX)
        add_words(&n, infer_words(f, f->title), true);
    for (size_t i = 0; i < f->count; i++)
        add_quoted(&n, utf8_cut(infer_words(f, f->guesses[i].block), BODY_BYTES));
    for (size_t i = 0; i < f->count; i++)
        add_words(&n, utf8_cut(infer_words(f, f->guesses[i].block), BODY_BYTES), false);
    read_body(&n);
    choose(&n, true);
    bool marked = f->name_count > 0;
    for (size_t i = 0; marked && i < n.count; i++)
        n.items[i].common = !n.items[i].quoted && is_uncased(cp_at(n.items[i].text, 0));
    choose(&n, false);
    strbuf_deinit(&n.body);
    strbuf_deinit(&n.folded);
}

/* -- asking --------------------------------------------------------------- */

static Str without_marks(Str s)
{
    static const char *const marks[] = {"“", "‘", "「", "『", "«", "《", "„"};

    for (bool found = true; found;) {
        found = false;
        while (s.len > 0 && strchr("*_`\"'[> ", s.ptr[0]))
            s = str_slice(s, 1, s.len);
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (str_starts(s, str_from(marks[i]))) {
                s = str_slice(s, str_from(marks[i]).len, s.len);
                found = true;
            }
    }
    return s;
}

bool infer_begins_with_name(const Infer *f, Str words)
{
    words = without_marks(words);
    for (size_t i = 0; i < f->name_count; i++)
        if (str_starts(words, f->names[i]) && is_word_at(words, 0, f->names[i]))
            return true;
    return false;
}

bool infer_names_product(const Infer *f, Str words)
{
    for (size_t i = 0; i < f->name_count; i++)
        if (uses_of(words, f->names[i]).all > 0)
            return true;
    return false;
}
