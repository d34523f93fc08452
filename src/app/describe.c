#include "app/describe.h"

#include "app/recovery.h"
#include "app/review_files.h"
#include "app/review_load.h"
#include "app/service.h"
#include "app/writer.h"
#include "base/message.h"

/* Words that a crash left behind, beside the rows of their documents. */
static void add_recovered(Session *s, DocumentEntry *rows, size_t count, Arena *arena)
{
    const Recovered *items = NULL;
    size_t found = 0;

    recovery_list(s, NULL, arena, &items, &found);
    for (size_t i = found; i-- > 0;) { /* the newest ones last */
        for (size_t k = 0; k < count; k++) {
            if (items[i].state != RECOVERED_CRASH ||
                !str_eq(rows[k].name, items[i].words.head.document))
                continue;
            rows[k].recovered = items[i].words.last;
            rows[k].recovered_who = items[i].words.person;
            rows[k].recovered_place = items[i].words.place;
        }
    }
}

Msg describe_list(Session *s, Arena *arena)
{
    const DocumentRef *refs = NULL;
    size_t count = 0, archived = 0;
    Writer writer = {0};
    Error err = {0};

    if (s->workspace.root.len == 0)
        return (Msg){.type = MSG_DOCUMENTS};
    if (!service_documents_apart(s, arena, &refs, &count, &archived, &err))
        return (Msg){.type = MSG_FAILED, .effect = EFFECT_LIST, .error = err};
    Error ignored = {0};
    writer_find(s, arena, &writer, &ignored);
    DocumentEntry *rows = arena_array(arena, count + 1, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = (DocumentEntry){.path = refs[i].path,
                                  .name = refs[i].name,
                                  .archived = i >= count - archived};
    add_recovered(s, rows, count, arena);
    return (Msg){.type = MSG_DOCUMENTS,
                 .workspace = true,
                 .documents = rows,
                 .document_count = count,
                 .who = writer.person.name};
}

static void count_done(const Document *doc, DocumentEntry *row)
{
    for (size_t i = 0; i < doc->part_count; i++) {
        const Part *p = &doc->parts[i];
        if (p->region == REGION_PR) {
            row->pr_total++;
            row->pr_done += !part_is_empty(doc, p);
        }
    }
    for (size_t i = 0; i < doc->question_count; i++) {
        const Question *q = &doc->questions[i];
        bool internal = q->audience == REGION_FAQ_INTERNAL;
        *(internal ? &row->internal_total : &row->external_total) += 1;
        *(internal ? &row->internal_done : &row->external_done) += q->answered;
    }
}

/* The first thing to fix, else the first to look at, else what comes after. */
static Str next_step(const Findings *f, Arena *arena)
{
    if (f->errors + f->warnings > 0)
        return arena_str(arena, f->items[0].message);
    return str_from(_("Nothing to fix: ready for review."));
}

static void add_revision(Session *s, const DocumentRef *ref, Arena *arena,
                         DocumentEntry *row)
{
    Revision last;
    size_t count;
    Error ignored = {0};

    if (!service_last_revision(s, ref, arena, &last, &count, &ignored))
        return;
    row->revision = last.number;
    row->who = last.author.name;
    row->time = last.time;
}

/* "Jun changed 3 sections (+112 -40 words)". */
static void add_since(const Review *r, Arena *arena, DocumentEntry *row)
{
    const Redline *d = &r->redline;
    StrBuf text = {0};

    row->open = r->open;
    for (size_t i = 0; i < r->count; i++)
        row->overdue += r->entries[i].overdue;
    bool known = r->since == SINCE_READ || r->since == SINCE_WROTE;
    if (!known || r->by.len == 0 || d->parts_changed == 0)
        return;
    unsigned long parts = (unsigned long)d->parts_changed;
    if (r->by_others > 0)
        message_addf(
            &text,
            ngettext("%.*s and %d more changed %d section (+%d -%d words)",
                     "%.*s and %d more changed %d sections (+%d -%d words)", parts),
            STR_ARG(r->by), r->by_others, d->parts_changed, d->added, d->removed);
    else
        message_addf(&text,
                     ngettext("%.*s changed %d section (+%d -%d words)",
                              "%.*s changed %d sections (+%d -%d words)", parts),
                     STR_ARG(r->by), d->parts_changed, d->added, d->removed);
    row->since = arena_str(arena, strbuf_view(&text));
    strbuf_deinit(&text);
}

static void find_since(Session *s, const DocumentRef *ref, Arena *arena,
                       DocumentEntry *row)
{
    const ReviewRequest request = {.ref = ref};
    Review *review = NULL;
    Error ignored = {0};

    if (ref->relative.len == 0 || !review_load(s, &request, &review, &ignored))
        return;
    add_since(review, arena, row);
    review_free(review);
}

static void add_decision(Session *s, const DocumentRef *ref, Arena *arena,
                         DocumentEntry *row)
{
    MeetingFiles files;
    StrBuf reason = {0};

    if (!str_eq(row->stage, STR("decided")))
        return;
    meeting_files_read(s->workspace.root, arena, &files);
    const Meeting *last = meeting_last(files.items, files.count, ref->name);
    if (!last)
        return;
    row->decision = str_from(outcome_words(last->outcome));
    meeting_say_reason(last, &reason);
    row->reason = arena_str(arena, strbuf_view(&reason));
    strbuf_deinit(&reason);
}

Msg describe_document(Session *s, Str path, Arena *arena)
{
    DocumentRef ref = {0};
    OpenDocument *doc = ARENA_NEW(arena, OpenDocument);
    DocumentEntry *row = ARENA_NEW(arena, DocumentEntry);
    Findings findings = {0};
    Error err = {0};
    Msg msg = {.type = MSG_DESCRIBED, .documents = row, .document_count = 1};

    row->path = path;
    row->described = true;
    if (!session_document(s, path, arena, &ref, &err) ||
        !service_read(s, &ref, arena, doc, &err)) {
        row->problem = arena_str(arena, str_from(err.message));
        return msg;
    }
    row->title = doc->doc.title;
    row->stage = metadata_get(&doc->doc.meta, "stage");
    row->words = (int)document_words(&doc->doc);
    service_check(s, doc, arena, &findings);
    row->errors = findings.errors;
    row->warnings = findings.warnings;
    row->next_step = next_step(&findings, arena);
    count_done(&doc->doc, row);
    add_revision(s, &ref, arena, row);
    find_since(s, &ref, arena, row);
    add_decision(s, &ref, arena, row);
    return msg;
}
