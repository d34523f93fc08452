#include "app/who_wrote.h"

#include <string.h>

#include "base/message.h"
#include "diff/hidden.h"
#include "text/word.h"

#define UNSAVED UINT32_MAX /* the number of words that are in no revision */

struct WhoWrote {
    Session *session;
    Arena arena;
    DocumentRef ref;
    Str text;
    int number;
    Revisions *revisions;
    Authors *authors;
};

bool who_wrote_begin(Session *s, const DocumentRef *ref, Str text, int number,
                     WhoWrote **out, Error *err)
{
    Repo *repo = NULL;

    *out = NULL;
    if (ref->relative.len == 0) {
        error_set(err, ERR_NOT_FOUND,
                  _("\"%s\" is in no workspace: it has no revisions"), ref->path.ptr);
        return error_hint(err, _("Make its folder a workspace with: prfaq init"));
    }
    WhoWrote *w = mem_alloc(sizeof *w);
    w->session = s;
    w->ref = (DocumentRef){.name = arena_str(&w->arena, ref->name),
                           .path = arena_str(&w->arena, ref->path),
                           .relative = arena_str(&w->arena, ref->relative)};
    w->text = arena_str(&w->arena, text);
    w->number = number;
    if (!session_repo(s, &repo, err) ||
        !revisions_open(repo, w->ref.relative, &w->revisions, err)) {
        who_wrote_free(w);
        return false;
    }
    *out = w;
    return true;
}

void who_wrote_free(WhoWrote *w)
{
    if (!w)
        return;
    authors_free(w->authors);
    revisions_free(w->revisions);
    arena_deinit(&w->arena);
    mem_free(w);
}

size_t who_wrote_seen(const WhoWrote *w)
{
    return w->authors ? authors_seen(w->authors) : revisions_seen(w->revisions);
}

size_t who_wrote_total(const WhoWrote *w)
{
    return w->authors ? authors_total(w->authors) : 0;
}

/* -- what was found out, as a value -------------------------------------------------
 */

typedef struct Maker {
    WhoWrote *from;
    Wrote *out;
    OpenDocument doc;
    Authorship by;
    WroteRun *runs;
    size_t run_count, run_cap;
    WroteSection *sections;
    size_t section_count, section_cap;
    WrotePerson *people;
    size_t person_count, person_cap;
    Revision **revisions;
    size_t revision_count, revision_cap;
} Maker;

/* The revision of that number; each is read once. */
static const Revision *revision_of(Maker *m, uint32_t number)
{
    if (number == UNSAVED || number == 0)
        return NULL;
    for (size_t i = 0; i < m->revision_count; i++)
        if (m->revisions[i]->number == (int)number)
            return m->revisions[i];
    Revision *revision = ARENA_NEW(&m->out->arena, Revision);
    Error ignored = {0};
    size_t index = revisions_index(m->from->revisions, (int)number);
    if (!revisions_get(m->from->revisions, index, &m->out->arena, revision, &ignored))
        *revision = (Revision){0};
    revision->number = (int)number;
    m->revisions = arena_grow(&m->out->arena, m->revisions, m->revision_count,
                              &m->revision_cap, sizeof(Revision *));
    m->revisions[m->revision_count++] = revision;
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
    const Document *doc = &m->doc.doc;

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
    Range all = m->doc.doc.blocks[block].range, open = {all.start, all.start};
    uint32_t revision = 0;

    for (size_t i = 0; i < m->by.count && open.end < all.end; i++) {
        const AuthorRun *run = &m->by.runs[i];
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

static void make(Maker *m)
{
    const Document *doc = &m->doc.doc;
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

static bool report(WhoWrote *w, Wrote **out, Error *err)
{
    AuthoredText known = authors_text(w->authors);
    Str text = w->number > 0 ? known.bytes : w->text;
    Wrote *wrote = mem_alloc(sizeof *wrote);
    Maker m = {.from = w, .out = wrote, .by = known.by};

    wrote->text = arena_str(&wrote->arena, text);
    bool same = str_eq(wrote->text, known.bytes);
    wrote->revision = same ? authors_number(w->authors) : 0;
    if (!service_read_bytes(w->session, &w->ref, wrote->text, &wrote->arena, &m.doc,
                            err)) {
        wrote_free(wrote);
        return false;
    }
    wrote->lang = m.doc.doc.lang;
    if (!same)
        authorship_next(&known, wrote->text, UNSAVED, wrote->lang, &wrote->arena,
                        &m.by);
    make(&m);
    wrote->sections = m.sections;
    wrote->section_count = m.section_count;
    wrote->runs = m.runs;
    wrote->run_count = m.run_count;
    wrote->people = m.people;
    wrote->person_count = m.person_count;
    *out = wrote;
    return true;
}

static bool no_revision(const WhoWrote *w, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("%.*s has no revision yet"), STR_ARG(w->ref.name));
    return error_hint(err, _("Keep one with: prfaq save %.*s"), STR_ARG(w->ref.name));
}

/* Sentences end in other places in other languages. */
static Lang lang_of(WhoWrote *w)
{
    Arena scratch = {0};
    OpenDocument doc;
    Lang lang = LANG_EN;

    if (service_read_bytes(w->session, &w->ref, w->text, &scratch, &doc, NULL))
        lang = doc.doc.lang;
    arena_deinit(&scratch);
    return lang;
}

bool who_wrote_more(WhoWrote *w, int ms, Wrote **out, Error *err)
{
    bool done = false;

    *out = NULL;
    if (!w->authors) {
        if (!revisions_more(w->revisions, ms))
            return true;
        if (revisions_count(w->revisions) == 0)
            return no_revision(w, err);
        if (!authors_open(w->session, w->revisions, w->ref.relative, w->number,
                          lang_of(w), &w->authors, err))
            return false;
    }
    if (!authors_more(w->authors, ms, &done, err))
        return false;
    return !done || report(w, out, err);
}
