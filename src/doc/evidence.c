#include "doc/evidence.h"

#include "base/unicode.h"
#include "doc/inline.h"
#include "doc/inline_span.h"

enum { MARK_MAX = 128 }; /* bytes, with its brackets */

/* clang-format off */
static const struct Word {
    const char *text;
    EvidenceKind kind;
} words[] = {
    {"observed",       EVIDENCE_OBSERVED},
    {"reported",       EVIDENCE_REPORTED},
    {"counted",        EVIDENCE_COUNTED},
    {"assumption",     EVIDENCE_ASSUMPTION},
    {"unknown",        EVIDENCE_UNKNOWN},
    {"needs evidence", EVIDENCE_NEEDED},
    {"본 것",          EVIDENCE_OBSERVED},
    {"들은 것",        EVIDENCE_REPORTED},
    {"센 것",          EVIDENCE_COUNTED},
    {"가정",           EVIDENCE_ASSUMPTION},
    {"모름",           EVIDENCE_UNKNOWN},
    {"근거 필요",      EVIDENCE_NEEDED},
};
/* clang-format on */

static bool begins_detail(char c)
{
    return c == '@' || (c >= '0' && c <= '9');
}

/* "@mina" and "2027-03-01" among what follows the word. */
static void read_details(Str rest, Evidence *out)
{
    Str token;

    while (str_next_field(&rest, ' ', &token)) {
        while (str_ends(token, STR(",")) || str_ends(token, STR(";")))
            token.len--;
        if (token.len > 1 && token.ptr[0] == '@' && out->owner.len == 0)
            out->owner = str_slice(token, 1, token.len);
        Date date = {0};
        if (out->date.year == 0 && date_parse_iso(token, &date))
            out->date = date;
    }
}

static bool read_number(Str inside, Evidence *out)
{
    size_t gap = str_find_byte(inside, ' ', 0);

    if (!str_starts(inside, STR("n:")) || gap == STR_NONE || gap + 1 >= inside.len)
        return false;
    out->kind = EVIDENCE_NUMBER;
    out->label = str_slice(inside, 2, gap);
    out->value = str_trim(str_slice(inside, gap + 1, inside.len));
    return true;
}

/* How much of the text is the word, whatever the case, composed or not. */
static size_t word_length(Str inside, Str word)
{
    if (str_eq_nocase(str_slice(inside, 0, word.len), word))
        return word.len;
    return unicode_prefix(inside, word);
}

bool evidence_parse(Str inside, Evidence *out)
{
    *out = (Evidence){.range = out->range};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        size_t len = word_length(inside, str_from(words[i].text));
        if (len == 0)
            continue;
        Str rest = str_slice(inside, len, inside.len);
        if (rest.len > 0 &&
            (rest.len < 2 || rest.ptr[0] != ' ' || !begins_detail(rest.ptr[1])))
            continue;
        out->kind = words[i].kind;
        out->word = str_slice(inside, 0, len);
        read_details(rest, out);
        return true;
    }
    return read_number(inside, out);
}

typedef struct Reader {
    Str s;
    size_t start; /* of `s` in the file */
    Arena *arena;
    Evidence *items;
    size_t count, cap;
} Reader;

static void add_mark(Reader *r, size_t at, size_t end)
{
    Evidence mark = {.range = {r->start + at, r->start + end}};

    if (end < at + 2 || !evidence_parse(str_slice(r->s, at + 1, end - 1), &mark))
        return;
    r->items = arena_grow(r->arena, r->items, r->count, &r->cap, sizeof *r->items);
    r->items[r->count++] = mark;
}

/* What inline_read() masked or dropped as a mark is one; it knows about code. */
static void read_marks(Reader *r, const Inline *in)
{
    size_t mask = 0;
    Range words_of;

    for (size_t at = str_find_byte(r->s, '[', 0); at != STR_NONE;
         at = str_find_byte(r->s, '[', at + 1)) {
        while (mask < in->mask_count && in->masks[mask].end <= at)
            mask++;
        bool masked = mask < in->mask_count && in->masks[mask].start <= at;
        if (masked && in->masks[mask].start == at)
            add_mark(r, at, in->masks[mask].end);
        else if (!masked && in->acts[at] == INLINE_DROP)
            add_mark(r, at, span_quantity(r->s, at, &words_of));
    }
}

/* Most brackets are links; only a bracket that could be a mark is worth a look at
 * what stands around it. */
static bool may_hold_marks(Str s)
{
    Evidence mark = {0};

    for (size_t at = str_find_byte(s, '[', 0); at != STR_NONE;
         at = str_find_byte(s, '[', at + 1)) {
        size_t end = str_find_byte(str_slice(s, 0, at + MARK_MAX), ']', at);
        if (end != STR_NONE && evidence_parse(str_slice(s, at + 1, end), &mark))
            return true;
    }
    return false;
}

void evidence_of_block(Str bytes, Range block, Arena *arena, const Evidence **out,
                       size_t *count)
{
    Reader r = {.s = str_range(bytes, block), .start = block.start, .arena = arena};
    Inline in = {0};

    if (may_hold_marks(r.s)) {
        inline_read(r.s, arena, &in);
        read_marks(&r, &in);
    }
    *out = r.items;
    *count = r.count;
}
