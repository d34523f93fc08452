#include "app/revision_facts.h"

#include <string.h>

#include "check/since.h"

/* "Problem, FAQ 3" of "Problem, FAQ 3: +31 −9 words". */
static Str parts_of(Str summary)
{
    size_t end = str_rfind_byte(summary, ':');

    return end == STR_NONE ? summary : str_slice(summary, 0, end);
}

static void compare_findings(Session *s, const DocumentRef *ref, const Comparison *c,
                             Arena *arena, RevisionFacts *out)
{
    OpenDocument old, new;
    Findings before, after, came;

    service_check_bytes(s, ref, c->before.document.bytes, arena, &old, &before);
    service_check_bytes(s, ref, c->after.document.bytes, arena, &new, &after);
    findings_since(&new.doc, &after, &old.doc, &before, arena, &came, &out->lost);
    out->gained = came.errors + came.warnings + came.infos;
}

void revision_facts(Session *s, const DocumentRef *ref, const Revision *before,
                    const Revision *to, bool findings, Arena *arena, RevisionFacts *out)
{
    Comparison *c = ARENA_NEW(arena, Comparison);
    StrBuf summary = {0};

    *out = (RevisionFacts){0};
    if (!service_between(s, ref, before, to, arena, c, &out->why))
        return;
    out->known = true;
    out->redline = c->redline;
    out->added = c->redline.added;
    out->removed = c->redline.removed;
    redline_summary(&c->redline, &c->before.document.doc, &c->after.document.doc,
                    &summary);
    out->summary = arena_str(arena, strbuf_view(&summary));
    out->parts = parts_of(out->summary);
    strbuf_deinit(&summary);
    if (findings)
        compare_findings(s, ref, c, arena, out);
}

bool chronicle_open(Session *s, const DocumentRef *ref, Arena *arena, Chronicle *out,
                    Error *err)
{
    *out = (Chronicle){.ref = ref};
    if (!service_revisions(s, ref, &out->revisions, err))
        return false;
    if (!out->revisions || names_read(s->repo, ref->name, arena, &out->names, err))
        return true;
    revisions_free(out->revisions);
    return false;
}

static bool is_named(const Chronicle *c, const RevisionRecord *record)
{
    char hex[2 * ID_SIZE + 1];

    if (c->names.count == 0)
        return false;
    record_id(record->commit, hex);
    return names_of(&c->names, hex).len > 0;
}

static bool read_once(const Chronicle *c, size_t index, SavedOnce *out)
{
    RevisionRecord record;
    int number;

    if (!revisions_record(c->revisions, index, &record, &number))
        return false;
    *out =
        (SavedOnce){record.author, record.time, record.noted || is_named(c, &record)};
    return true;
}

size_t chronicle_row(const Chronicle *c, size_t index)
{
    enum { MOST = 500 }; /* in one row */
    SavedOnce items[MOST];
    size_t count = 0;

    if (index == 0)
        return 1;
    while (count < MOST && read_once(c, index + count, &items[count])) {
        count++;
        if (count > 1 && !sitting_goes_on(&items[count - 2], &items[count - 1])) {
            count--;
            break;
        }
    }
    return count < SITTING_LEAST || items[0].stands_out ? 1 : count;
}

bool chronicle_stands_out(const Chronicle *c, const Revision *revision)
{
    return revision->note.len > 0 || names_of(&c->names, revision->commit).len > 0;
}

Str revision_said(const Chronicle *c, const Revision *revision,
                  const RevisionFacts *facts, Arena *arena)
{
    Str name = names_of(&c->names, revision->commit);
    Str said = name.len > 0 ? name : revision->note;

    if (said.len > 0)
        return arena_printf(arena, "\"%.*s\"", STR_ARG(said));
    if (facts->known && str_eq(revision->subject, facts->summary))
        return facts->parts;
    return revision->subject;
}
