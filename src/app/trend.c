#include "app/trend.h"

#include "diff/hidden.h"

/* -- findings ---------------------------------------------------------------------- */

size_t trend_numbers(size_t revisions, size_t room, int *numbers)
{
    size_t count = revisions < room ? revisions : room;

    if (count > TREND_MOST)
        count = TREND_MOST;
    for (size_t i = 0; i < count; i++)
        numbers[i] =
            count == 1 ? (int)revisions : (int)(1 + i * (revisions - 1) / (count - 1));
    return count;
}

/* The document at an index of the chronicle; of one that is longer than `most`, only
 * how long it is. */
static bool read_at(Session *s, const Chronicle *c, size_t index, size_t most,
                    Arena *arena, OpenDocument *out)
{
    StrBuf bytes = {0};
    Revision revision;
    bool ok = revisions_get(c->revisions, index, arena, &revision, NULL) &&
              history_bytes(s->repo, &revision, &bytes, NULL);

    *out = (OpenDocument){.bytes.len = bytes.len};
    ok = ok && (most == 0 || bytes.len <= most) &&
         service_read_bytes(s, c->ref, arena_str(arena, strbuf_view(&bytes)), arena,
                            out, NULL);

    strbuf_deinit(&bytes);
    return ok;
}

TrendPoint trend_point(Session *s, const Chronicle *c, int number, size_t most)
{
    TrendPoint point = {.number = number, .errors = -1, .warnings = -1};
    Arena arena = {0};
    OpenDocument doc = {0};
    Findings findings;
    size_t index = revisions_index(c->revisions, number);

    if (index != NO_REVISION && read_at(s, c, index, most, &arena, &doc)) {
        service_check(s, &doc, &arena, &findings);
        point.errors = findings.errors;
        point.warnings = findings.warnings;
    }
    point.too_long = most > 0 && doc.bytes.len > most;
    arena_deinit(&arena);
    return point;
}

/* -- sections that nobody touched -------------------------------------------------- */

/* Between two places of the line of revisions: at `from` it has no words yet. */
typedef struct Candidate {
    Str id, title, words;
    PartKind kind;
    size_t from, to; /* the first draft is behind `from`, at `to` or before it */
    bool done, kept;
} Candidate;

struct UntouchedSearch {
    Arena arena;
    Session *session;
    const Chronicle *chronicle;
    uint32_t *line; /* numbers, oldest first: what each changed is before it */
    size_t length;
    Candidate *parts;
    size_t count;
    bool began, checking;
    Untouched *items;
    size_t item_count;
};

UntouchedSearch *untouched_new(Session *s, const Chronicle *c)
{
    UntouchedSearch *u = mem_alloc(sizeof *u);

    u->session = s;
    u->chronicle = c;
    return u;
}

void untouched_free(UntouchedSearch *u)
{
    if (!u)
        return;
    Arena arena = u->arena;
    arena_deinit(&arena);
    mem_free(u);
}

static void draw_line(UntouchedSearch *u)
{
    Revisions *r = u->chronicle->revisions;
    size_t index = 0, room = revisions_count(r);
    RevisionRecord record;
    int number = 0;

    u->line = arena_array(&u->arena, room + 1, sizeof *u->line);
    while (u->length < room && index != NO_REVISION &&
           revisions_record(r, index, &record, &number) && number > 0) {
        u->line[u->length++] = (uint32_t)number;
        index =
            record.previous ? revisions_index(r, (int)record.previous) : NO_REVISION;
    }
    for (size_t i = 0; i < u->length / 2; i++) {
        uint32_t swap = u->line[i];
        u->line[i] = u->line[u->length - 1 - i];
        u->line[u->length - 1 - i] = swap;
    }
}

/* The words of a section with single spaces, without the marks that prfaq hides. */
static Str words_of(const Document *doc, const Part *part, Arena *arena)
{
    StrBuf out = {0};
    Str rest = hidden_left_out(str_range(doc->bytes, part->body), arena), line;

    while (str_next_line(&rest, &line)) {
        Str words = str_trim(line);
        if (words.len > 0 &&
            !(str_starts(words, STR("<!--")) && str_ends(words, STR("-->"))))
            strbuf_addf(&out, "%s%.*s", out.len ? " " : "", STR_ARG(words));
    }
    Str all = arena_str(arena, strbuf_view(&out));
    strbuf_deinit(&out);
    return all;
}

/* The questions that a template asks are no words of its writer. */
static bool is_written(const Document *doc, const Part *part, Arena *scratch)
{
    size_t index = (size_t)(part - doc->parts);
    bool asks = false;

    for (size_t i = 0; i < doc->question_count; i++) {
        const Question *q = &doc->questions[i];
        if (q->part == index && q->answered)
            return true;
        asks = asks || q->part == index;
    }
    return !asks && words_of(doc, part, scratch).len > 0;
}

static const Part *find_part(const Document *doc, const Candidate *c)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *part = &doc->parts[i];
        if (c->id.len > 0 ? str_eq(part->id, c->id)
                          : part->kind == c->kind && str_eq(part->title, c->title))
            return part;
    }
    return NULL;
}

/* The sections of the last revision that have words. */
static void begin(UntouchedSearch *u)
{
    OpenDocument *doc = ARENA_NEW(&u->arena, OpenDocument);

    draw_line(u);
    if (u->length < 2 || !read_at(u->session, u->chronicle, 0, 0, &u->arena, doc)) {
        u->length = 0;
        return;
    }
    u->parts = arena_array(&u->arena, doc->doc.part_count + 1, sizeof *u->parts);
    u->items = arena_array(&u->arena, doc->doc.part_count + 1, sizeof *u->items);
    for (size_t i = 0; i < doc->doc.part_count; i++) {
        const Part *part = &doc->doc.parts[i];
        if (is_written(&doc->doc, part, &u->arena) && part->title.len > 0)
            u->parts[u->count++] =
                (Candidate){.id = part->id,
                            .title = part->title,
                            .words = words_of(&doc->doc, part, &u->arena),
                            .kind = part->kind,
                            .to = u->length - 1};
    }
}

/* Each candidate learns from a document, whichever it was read for. */
static void learn(UntouchedSearch *u, size_t at, const Document *doc, Arena *scratch)
{
    for (size_t i = 0; i < u->count; i++) {
        Candidate *c = &u->parts[i];
        if (c->done || at < c->from || at >= c->to)
            continue;
        const Part *part = doc ? find_part(doc, c) : NULL;
        if (part && is_written(doc, part, scratch))
            c->to = at;
        else
            c->from = at + 1;
    }
}

static bool saves_on(const UntouchedSearch *u, size_t older)
{
    Revisions *r = u->chronicle->revisions;
    SavedOnce a, b;

    return chronicle_saved(u->chronicle, revisions_index(r, (int)u->line[older]), &a) &&
           chronicle_saved(u->chronicle, revisions_index(r, (int)u->line[older + 1]),
                           &b) &&
           sitting_goes_on(&b, &a);
}

/* What was written in the same sitting belongs to the first draft. */
static void finish_draft(const UntouchedSearch *u, Candidate *c)
{
    while (c->to + 1 < u->length && saves_on(u, c->to))
        c->to++;
    c->from = c->to; /* nothing is left to look for */
}

/* The first drafts are found: which of them still stand? */
static bool compare_next(UntouchedSearch *u)
{
    size_t at = u->length;
    Arena scratch = {0};
    OpenDocument doc;

    for (size_t i = 0; i < u->count && at == u->length; i++)
        if (!u->parts[i].done)
            at = u->parts[i].to;
    if (at == u->length)
        return true;
    Revisions *r = u->chronicle->revisions;
    bool ok = read_at(u->session, u->chronicle, revisions_index(r, (int)u->line[at]), 0,
                      &scratch, &doc);
    for (size_t i = 0; i < u->count; i++) {
        Candidate *c = &u->parts[i];
        if (c->done || c->to != at)
            continue;
        const Part *part = ok ? find_part(&doc.doc, c) : NULL;
        c->done = true;
        c->kept = part && at + 1 < u->length &&
                  str_eq(words_of(&doc.doc, part, &scratch), c->words);
    }
    arena_deinit(&scratch);
    return false;
}

static void collect(UntouchedSearch *u)
{
    for (size_t i = 0; i < u->count; i++)
        if (u->parts[i].kept)
            u->items[u->item_count++] = (Untouched){u->parts[i].id, u->parts[i].title,
                                                    (int)u->line[u->parts[i].to]};
    u->count = 0;
}

bool untouched_step(UntouchedSearch *u)
{
    Arena scratch = {0};
    OpenDocument doc;
    size_t at = 0, i = 0;

    if (!u->began) {
        u->began = true;
        begin(u);
        return u->length == 0;
    }
    while (i < u->count && u->parts[i].from >= u->parts[i].to)
        i++;
    if (i < u->count) {
        at = u->parts[i].from + (u->parts[i].to - u->parts[i].from) / 2;
        size_t index = revisions_index(u->chronicle->revisions, (int)u->line[at]);
        bool ok = read_at(u->session, u->chronicle, index, 0, &scratch, &doc);
        learn(u, at, ok ? &doc.doc : NULL, &scratch);
        arena_deinit(&scratch);
        return false;
    }
    if (!u->checking) {
        u->checking = true;
        for (size_t k = 0; k < u->count; k++)
            finish_draft(u, &u->parts[k]);
        return false;
    }
    if (!compare_next(u))
        return false;
    collect(u);
    return true;
}

const Untouched *untouched_items(const UntouchedSearch *u, size_t *count)
{
    *count = u->item_count;
    return u->items;
}

void untouched_titles(const UntouchedSearch *u, StrBuf *out)
{
    for (size_t i = 0; i < u->item_count; i++)
        strbuf_addf(out, "%s%.*s", i ? ", " : "", STR_ARG(u->items[i].title));
}
