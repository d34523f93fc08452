#include "ui/wrote.h"

#include <string.h>

#include "base/message.h"
#include "diff/hidden.h"
#include "text/word.h"

void wrote_free(Wrote *w)
{
    if (!w)
        return;
    Arena own = w->arena;
    arena_deinit(&own);
    mem_free(w);
}

const WroteRun *wrote_at(const Wrote *w, size_t offset)
{
    const WroteRun *found = w->run_count > 0 ? &w->runs[0] : NULL;

    for (size_t i = 0; i < w->run_count && w->runs[i].range.start <= offset; i++)
        found = &w->runs[i];
    return found;
}

void wrote_who(const Revision *revision, StrBuf *out)
{
    if (!revision) {
        strbuf_addz(out, _("not saved yet"));
        return;
    }
    if (revision->with_count == 0) {
        strbuf_add(out, revision->author.name);
        return;
    }
    StrBuf with = {0};
    for (size_t i = 0; i < revision->with_count; i++) {
        strbuf_addz(&with, i > 0 ? ", " : "");
        strbuf_add(&with, revision->with[i].name);
    }
    message_addf(out, _("%.*s with %s"), STR_ARG(revision->author.name),
                 strbuf_cstr(&with));
    strbuf_deinit(&with);
}

/* -- what was found out, as a value -------------------------------------------------
 */

typedef struct Maker {
    const Document *doc;
    const Authorship *by;
    WroteFind *find;
    void *context;
    Wrote *out;
    WroteRun *runs;
    size_t run_count, run_cap;
    WroteSection *sections;
    size_t section_count, section_cap;
    WrotePerson *people;
    size_t person_count, person_cap;
    Revision **revisions;
    size_t revision_count, revision_cap;
} Maker;

/* The revision of that number; each is read once. They are in order of number. */
static const Revision *revision_of(Maker *m, uint32_t number)
{
    size_t low = 0, high = m->revision_count;

    if (number == WROTE_UNSAVED || number == 0)
        return NULL;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->revisions[middle]->number < (int)number)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < m->revision_count && m->revisions[low]->number == (int)number)
        return m->revisions[low];
    Revision *revision = ARENA_NEW(&m->out->arena, Revision);
    if (!m->find(m->context, number, &m->out->arena, revision))
        *revision = (Revision){0};
    revision->number = (int)number;
    m->revisions = arena_grow(&m->out->arena, m->revisions, m->revision_count,
                              &m->revision_cap, sizeof(Revision *));
    memmove(m->revisions + low + 1, m->revisions + low,
            (m->revision_count - low) * sizeof *m->revisions);
    m->revisions[low] = revision;
    m->revision_count++;
    return revision;
}

static bool holds_word(Str text, Lang lang)
{
    size_t at = 0;
    Range word;

    return word_next(text, lang, &at, &word);
}

/* The white space around it is nobody's. */
static Range trimmed(Str text, Range r)
{
    Str words = str_trim(str_range(text, r));
    size_t start = words.len ? (size_t)(words.ptr - text.ptr) : r.start;

    return (Range){start, start + words.len};
}

static void add_section(Maker *m, size_t part)
{
    const Document *doc = m->doc;

    m->sections = arena_grow(&m->out->arena, m->sections, m->section_count,
                             &m->section_cap, sizeof *m->sections);
    WroteSection *section = &m->sections[m->section_count++];
    *section = (WroteSection){.first_run = m->run_count};
    if (part == NO_INDEX)
        return;
    section->id = arena_str(&m->out->arena, doc->parts[part].id);
    section->title = arena_str(&m->out->arena, doc->parts[part].title);
}

static void add_run(Maker *m, Range range, uint32_t revision, size_t block)
{
    m->runs =
        arena_grow(&m->out->arena, m->runs, m->run_count, &m->run_cap, sizeof *m->runs);
    m->runs[m->run_count++] = (WroteRun){.range = range,
                                         .revision = revision_of(m, revision),
                                         .section = m->section_count - 1,
                                         .block = block};
    m->sections[m->section_count - 1].run_count++;
}

/* Signs are with the words before them, at the beginning with those behind. */
static void add_block(Maker *m, size_t block)
{
    Range all = m->doc->blocks[block].range, open = {all.start, all.start};
    uint32_t revision = 0;

    for (size_t i = 0; i < m->by->count && open.end < all.end; i++) {
        const AuthorRun *run = &m->by->runs[i];
        if (run->end <= open.end)
            continue;
        size_t end = run->end < all.end ? run->end : all.end;
        Str piece = str_range(m->out->text, (Range){open.end, end});
        bool words = holds_word(piece, m->out->lang);
        if (words && revision != 0 && revision != run->revision) {
            add_run(m, open, revision, block);
            open.start = open.end;
        }
        if (words)
            revision = run->revision;
        open.end = end;
    }
    if (revision != 0)
        add_run(m, open, revision, block);
}

static bool is_shown(const Document *doc, const Block *block)
{
    if (block->kind == BLOCK_HTML || block->kind == BLOCK_RULE)
        return false;
    if (block->question != NO_INDEX) {
        /* "A." alone */
        const Question *q = &doc->questions[block->question];
        if (block->range.start >= q->question.end &&
            (q->answer.start >= q->answer.end || block->range.end <= q->answer.start))
            return false;
    }
    if (block->part == NO_INDEX)
        return true;
    Range label = doc->parts[block->part].label;
    return label.start >= label.end || block->range.start < label.start ||
           block->range.end > label.end;
}

static void add_person(Maker *m, const WroteRun *run)
{
    Person person = run->revision ? run->revision->author : (Person){0};

    for (size_t i = 0; i < m->person_count; i++)
        if (str_eq(m->people[i].person.name, person.name) &&
            str_eq(m->people[i].person.email, person.email)) {
            m->people[i].count += run->count;
            return;
        }
    m->people = arena_grow(&m->out->arena, m->people, m->person_count, &m->person_cap,
                           sizeof *m->people);
    m->people[m->person_count++] = (WrotePerson){person, run->count};
}

static void finish_runs(Maker *m)
{
    bool chars = lang_counts_graphemes(m->out->lang);

    for (size_t i = 0; i < m->run_count; i++) {
        WroteRun *run = &m->runs[i];
        run->range = trimmed(m->out->text, run->range);
        run->words = arena_str(
            &m->out->arena,
            hidden_left_out(str_range(m->out->text, run->range), &m->out->arena));
        run->count = (int)(chars ? prose_length(run->words, m->out->lang)
                                 : word_count(run->words, m->out->lang));
        add_person(m, run);
    }
    for (size_t i = 1; i < m->person_count; i++)
        for (size_t k = i; k > 0 && m->people[k].count > m->people[k - 1].count; k--) {
            WrotePerson swap = m->people[k];
            m->people[k] = m->people[k - 1];
            m->people[k - 1] = swap;
        }
}

static void drop_empty_section(Maker *m)
{
    if (m->section_count > 0 && m->sections[m->section_count - 1].run_count == 0)
        m->section_count--;
}

static void make_runs(Maker *m)
{
    const Document *doc = m->doc;
    size_t part = NO_INDEX;

    for (size_t i = 0; i < doc->block_count; i++) {
        const Block *block = &doc->blocks[i];
        if (!is_shown(doc, block))
            continue;
        if (m->section_count == 0 || block->part != part) {
            part = block->part;
            drop_empty_section(m);
            add_section(m, part);
        }
        add_block(m, i);
    }
    drop_empty_section(m);
    finish_runs(m);
}

void wrote_make(const Document *doc, const Authorship *by, WroteFind *find,
                void *context, Wrote *out)
{
    Maker m = {.doc = doc, .by = by, .find = find, .context = context, .out = out};

    out->text = doc->bytes;
    out->lang = doc->lang;
    make_runs(&m);
    out->sections = m.sections;
    out->section_count = m.section_count;
    out->runs = m.runs;
    out->run_count = m.run_count;
    out->people = m.people;
    out->person_count = m.person_count;
}
