#include "ui/derive.h"

#include <stdlib.h>

#include "ui/pinned.h"

bool derive_needed(const Model *m)
{
    const Editor *ed = &m->ed;
    return ed->open && (!ed->derived.valid || ed->derived.stale ||
                        ed->derived.version != text_version(ed->text));
}

bool derive_is_long(const Model *m)
{
    return text_len(m->ed.text) > DERIVE_AT_ONCE_MAX;
}

size_t derived_offset(const Editor *ed, size_t offset)
{
    size_t len = text_len(ed->text);

    if (offset >= ed->edit_at && ed->edit_shift != 0) {
        long moved = (long)offset + ed->edit_shift;
        offset = moved < (long)ed->edit_at ? ed->edit_at : (size_t)moved;
    }
    return offset > len ? len : offset;
}

size_t derived_source(const Editor *ed, size_t offset)
{
    size_t len = ed->derived.doc.bytes.len;

    if (offset > ed->edit_at && ed->edit_shift != 0) {
        long moved = (long)offset - ed->edit_shift;
        offset = moved < (long)ed->edit_at ? ed->edit_at : (size_t)moved;
    }
    return offset > len ? len : offset;
}

/* An empty section: the second line behind its mark, so that a blank line stands
 * above and, in a new document, below. */
static size_t empty_place(Str bytes, Range part)
{
    Str text = str_range(bytes, part);
    size_t end = str_trim_end(text).len;
    size_t lines = 0;

    for (size_t i = end; i < text.len; i++)
        lines += text.ptr[i] == '\n';
    size_t first = str_find_byte(text, '\n', end);
    if (first == STR_NONE)
        return part.end;
    bool roomy = lines >= 3 || (lines == 2 && part.end == bytes.len);
    return part.start + (roomy ? str_find_byte(text, '\n', first + 1) : first) + 1;
}

/* Where one goes on writing: the section's first words. */
static size_t writing_place(Str bytes, const Part *part)
{
    Str body = str_range(bytes, part->body);

    if (str_is_blank(body))
        return empty_place(bytes, part->range);
    return part->body.start + (body.len - str_trim(body).len) -
           (body.len - str_trim_end(body).len);
}

static size_t answer_place(Str bytes, const Question *q)
{
    Str answer = str_range(bytes, q->answer);
    size_t len = str_trim_end(answer).len;
    Str pair = str_trim_end(str_range(bytes, q->range));

    /* Nothing after "A." yet: behind it. */
    return len > 0 ? q->answer.start + len : q->range.start + pair.len;
}

static void find_stops(Derived *d)
{
    const Document *doc = &d->doc;
    Stop *stops = arena_array(&d->arena, doc->part_count + doc->question_count + 1,
                              sizeof *stops);
    size_t n = 0;

    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *p = &doc->parts[i];
        if (p->question_count == 0)
            stops[n++] = (Stop){.part = i,
                                .question = NO_INDEX,
                                .start = p->range.start,
                                .caret = writing_place(doc->bytes, p)};
        for (size_t q = 0; q < p->question_count; q++) {
            const Question *question = &doc->questions[p->first_question + q];
            size_t start = q == 0 ? p->range.start : question->range.start;
            stops[n++] = (Stop){.part = i,
                                .question = p->first_question + q,
                                .start = start,
                                .caret = answer_place(doc->bytes, question)};
        }
    }
    d->stops = stops;
    d->stop_count = n;
}

typedef struct Placed {
    size_t start, finding;
} Placed;

static int compare_places(const void *a, const void *b)
{
    const Placed *left = a, *right = b;

    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return left->finding < right->finding ? -1 : left->finding > right->finding;
}

static void find_issues(Derived *d)
{
    const Findings *all = &d->findings;
    Placed *placed = arena_array(&d->arena, all->count + 1, sizeof *placed);
    size_t *issues = arena_array(&d->arena, all->count + 1, sizeof *issues);
    size_t n = 0;

    for (size_t i = 0; i < all->count; i++)
        if (derived_is_issue(&all->items[i]))
            placed[n++] = (Placed){all->items[i].range.start, i};
    qsort(placed, n, sizeof *placed, compare_places);
    for (size_t i = 0; i < n; i++)
        issues[i] = placed[i].finding;
    d->issues = issues;
    d->issue_count = n;
}

static void measure_parts(Derived *d)
{
    int *lengths = arena_array(&d->arena, d->doc.part_count + 1, sizeof *lengths);

    for (size_t i = 0; i < d->doc.part_count; i++)
        lengths[i] = (int)part_length(&d->doc, &d->doc.parts[i]);
    d->lengths = lengths;
}

int derived_length(const Derived *d, const Part *part)
{
    return d->lengths[part - d->doc.parts];
}

void derive_bytes(Str bytes, const Library *lib, const CheckOptions *check,
                  Derived *out)
{
    Str own = arena_str(&out->arena, bytes);

    document_read(own, lib, &out->arena, &out->doc);
    check_measure(&out->doc, lib, check, &out->arena, &out->findings, &out->measures);
    find_issues(out);
    find_stops(out);
    measure_parts(out);
    pinned_find(check, out);
    out->words = (int)document_words(&out->doc);
    out->valid = true;
    out->stale = false;
}

static void count_base(Editor *ed)
{
    if (!ed->base_is_text || !ed->derived.valid ||
        ed->derived.version != ed->base_version)
        return;
    ed->base_words = ed->derived.words;
    ed->base_is_text = false;
}

static void is_of_the_text(Editor *ed)
{
    ed->derived.version = text_version(ed->text);
    ed->edit_at = ed->derived.doc.bytes.len;
    ed->edit_shift = 0;
    count_base(ed);
}

void derive(Model *m)
{
    Editor *ed = &m->ed;

    arena_reset(&ed->derived.arena);
    derive_bytes(text_view(ed->text), m->lib, &m->check, &ed->derived);
    is_of_the_text(ed);
}

void derive_ask(Model *m, Effect *out)
{
    Editor *ed = &m->ed;

    ed->reading = true;
    ed->reading_number++;
    ed->reading_version = text_version(ed->text);
    *out = (Effect){.type = EFFECT_DERIVE,
                    .bytes = text_view(ed->text),
                    .number = ed->reading_number,
                    .lib = m->lib,
                    .check = &m->check};
}

void derive_begun(Model *m, uint64_t number, Str bytes)
{
    Editor *ed = &m->ed;

    if (!ed->open || !str_eq(text_view(ed->text), bytes))
        return;
    ed->reading = true;
    ed->reading_number = number;
    ed->reading_version = text_version(ed->text);
}

bool derive_is_under_way(const Model *m)
{
    const Editor *ed = &m->ed;

    return ed->reading && !ed->derived.stale &&
           ed->reading_version == text_version(ed->text);
}

bool derive_take(Model *m, uint64_t number, Derived *derived)
{
    Editor *ed = &m->ed;

    if (number != ed->reading_number)
        return false; /* of an older text, or of another document */
    ed->reading = false;
    ed->derived.stale = ed->derived.valid && !derived; /* given up: ask again */
    if (!ed->open || !derived || ed->reading_version != text_version(ed->text))
        return false;
    arena_deinit(&ed->derived.arena);
    ed->derived = *derived;
    *derived = (Derived){0};
    is_of_the_text(ed);
    return true;
}

void derive_base(Model *m)
{
    Editor *ed = &m->ed;

    ed->base_is_text = true;
    ed->base_version = text_version(ed->text);
    if (derive_needed(m) && !derive_is_long(m))
        derive(m);
    count_base(ed);
}

size_t derived_stop_at(const Editor *ed, size_t offset)
{
    const Derived *d = &ed->derived;
    size_t at = derived_source(ed, offset);
    size_t found = NO_INDEX;

    for (size_t i = 0; d->valid && i < d->stop_count && d->stops[i].start <= at; i++)
        found = i;
    return found;
}

const Part *derived_part_at(const Editor *ed, size_t offset)
{
    size_t stop = derived_stop_at(ed, offset);
    return stop == NO_INDEX ? NULL
                            : &ed->derived.doc.parts[ed->derived.stops[stop].part];
}

size_t derived_issue_count(const Editor *ed)
{
    return ed->derived.valid ? ed->derived.issue_count : 0;
}

bool derived_is_issue(const Finding *f)
{
    return f->level >= LEVEL_WARNING && !f->silenced;
}

size_t derived_issue_from(const Editor *ed, size_t offset)
{
    const Derived *d = &ed->derived;
    size_t low = 0, high = d->issue_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const Finding *f = &d->findings.items[d->issues[middle]];
        if (derived_offset(ed, f->range.start) < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t derived_issue_order(const Derived *d, size_t finding)
{
    for (size_t i = 0; i < d->issue_count; i++)
        if (d->issues[i] == finding)
            return i;
    return NO_INDEX;
}

int derived_issue_number(const Derived *d, size_t finding, int *of)
{
    size_t part = d->findings.items[finding].part;
    int number = 0, count = 0;

    for (size_t i = 0; i < d->issue_count; i++) {
        if (d->findings.items[d->issues[i]].part != part)
            continue;
        count++;
        if (d->issues[i] == finding)
            number = count;
    }
    *of = count;
    return number;
}

static bool is_led_to(const Editor *ed, size_t offset)
{
    const IssueMark *mark = &ed->issue;

    return mark->set && mark->caret == offset && mark->version == ed->derived.version &&
           text_version(ed->text) == mark->version;
}

static size_t distance(const Finding *f, size_t at)
{
    if (at < f->range.start)
        return f->range.start - at;
    return at > f->range.end ? at - f->range.end : 0;
}

bool derived_is_under(const Editor *ed, size_t finding, size_t offset)
{
    const Finding *f = &ed->derived.findings.items[finding];

    if (is_led_to(ed, offset))
        return ed->issue.finding == finding;
    return f->range.start < f->range.end &&
           distance(f, derived_source(ed, offset)) == 0;
}

size_t derived_finding_at(const Editor *ed, size_t offset)
{
    const Derived *d = &ed->derived;
    size_t at = derived_source(ed, offset);
    size_t stop = derived_stop_at(ed, offset);
    size_t best = NO_INDEX, first = NO_INDEX, least = 0;

    if (!d->valid || d->issue_count == 0)
        return NO_INDEX;
    if (is_led_to(ed, offset))
        return ed->issue.finding;
    size_t part = stop == NO_INDEX ? NO_INDEX : d->stops[stop].part;
    for (size_t i = 0; i < d->issue_count; i++) {
        const Finding *f = &d->findings.items[d->issues[i]];
        /* The first of the document: the list of findings has the gravest first. */
        if (first == NO_INDEX || d->issues[i] < first)
            first = d->issues[i];
        size_t away = distance(f, at);
        bool under = away == 0 && f->range.start < f->range.end;
        if (!under && (part == NO_INDEX || f->part != part))
            continue;
        if (best == NO_INDEX || away < least) {
            best = d->issues[i];
            least = away;
        }
    }
    return best != NO_INDEX ? best : first;
}
