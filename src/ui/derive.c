#include "ui/derive.h"

bool derive_needed(const Model *m)
{
    const Editor *ed = &m->ed;
    return ed->open &&
           (!ed->derived.valid || ed->derived.version != text_version(ed->text));
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

void derive(Model *m)
{
    Editor *ed = &m->ed;
    Derived *d = &ed->derived;

    arena_reset(&d->arena);
    Str bytes = arena_str(&d->arena, text_view(ed->text));
    document_read(bytes, m->lib, &d->arena, &d->doc);
    check_run(&d->doc, m->lib, &m->check, &d->arena, &d->findings);
    find_stops(d);
    measure_parts(d);
    d->words = (int)document_words(&d->doc);
    d->version = text_version(ed->text);
    d->valid = true;
    ed->edit_at = bytes.len;
    ed->edit_shift = 0;
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
    if (!ed->derived.valid)
        return 0;
    return (size_t)(ed->derived.findings.errors + ed->derived.findings.warnings);
}

bool derived_is_issue(const Finding *f)
{
    return f->level >= LEVEL_WARNING && !f->silenced;
}

size_t derived_finding_at(const Editor *ed, size_t offset)
{
    const Findings *all = &ed->derived.findings;
    size_t at = derived_source(ed, offset);
    size_t stop = derived_stop_at(ed, offset);
    size_t in_part = NO_INDEX, first = NO_INDEX;

    if (!ed->derived.valid)
        return NO_INDEX;
    size_t part = stop == NO_INDEX ? NO_INDEX : ed->derived.stops[stop].part;
    for (size_t i = 0; i < all->count; i++) {
        const Finding *f = &all->items[i];
        if (!derived_is_issue(f))
            continue;
        if (f->range.start <= at && at <= f->range.end && f->range.start < f->range.end)
            return i;
        if (in_part == NO_INDEX && part != NO_INDEX && f->part == part)
            in_part = i;
        if (first == NO_INDEX)
            first = i;
    }
    return in_part != NO_INDEX ? in_part : first;
}
