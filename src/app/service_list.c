#include "app/review_files.h"
#include "app/review_threads.h"
#include "app/service.h"
#include "base/message.h"

static void count_answers(const Document *doc, ListedDocument *out)
{
    out->questions = (int)doc->question_count;
    for (size_t i = 0; i < doc->question_count; i++)
        out->answered += doc->questions[i].answered;
}

static void describe(Session *s, const OpenDocument *open, Arena *keep,
                     ListedDocument *out)
{
    Arena scratch = {0};
    Findings findings = {0};
    const Document *doc = &open->doc;
    Str stage = metadata_get(&doc->meta, "stage");

    service_check(s, open, &scratch, &findings);
    out->readable = true;
    out->title = arena_str(keep, doc->title);
    out->template_id = arena_str(keep, metadata_get(&doc->meta, "template"));
    out->stage = stage.len > 0 ? arena_str(keep, stage) : STR("draft");
    out->said = arena_str(keep, metadata_get(&doc->meta, "decision"));
    out->lang = doc->lang;
    out->words = document_words(doc) > 0 ? (int)document_words(doc) : 0;
    out->errors = findings.errors;
    out->warnings = findings.warnings;
    out->archived = service_is_archived(&doc->meta);
    count_answers(doc, out);
    arena_deinit(&scratch);
}

/* When it began, and who has changed it since. */
static void find_revisions(Session *s, const DocumentRef *ref, Arena *arena,
                           ListedDocument *out)
{
    Revisions *r = NULL;
    Revision first, last;

    if (!service_revisions(s, ref, &r, NULL) || !r)
        return;
    size_t count = revisions_count(r);
    if (count > 0 && revisions_get(r, 0, arena, &last, NULL) &&
        revisions_get(r, count - 1, arena, &first, NULL)) {
        out->revisions = (int)count;
        out->last_author = last.author;
        out->last_time = last.time;
        out->first_time = first.time;
    }
    revisions_free(r);
}

static void find_state(Session *s, const DocumentRef *ref, Str bytes, Arena *arena,
                       ListedDocument *out)
{
    static const DocumentState states[] = {
        [REPO_FILE_NEW] = DOCUMENT_NEW,
        [REPO_FILE_SAME] = DOCUMENT_SAVED,
        [REPO_FILE_CHANGED] = DOCUMENT_CHANGED,
    };
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;

    if (!session_repo(s, &repo, NULL) ||
        !repo_compare(repo, ref->relative, bytes, &state, NULL))
        return;
    out->state = states[state];
    find_revisions(s, ref, arena, out);
}

static void count_threads(Session *s, const OpenDocument *open, ListedDocument *out)
{
    Arena scratch = {0};
    ReviewThreads threads;

    review_threads_read(s, open, &scratch, &threads);
    for (size_t i = 0; i < threads.count; i++) {
        out->open += !threads.items[i].thread.resolved;
        out->overdue += threads.items[i].overdue;
    }
    arena_deinit(&scratch);
}

static void look_at(Session *s, const DocumentRef *ref, const MeetingFiles *meetings,
                    ListScope scope, Arena *keep, ListedDocument *out)
{
    Arena scratch = {0};
    OpenDocument open = {0};
    const Meeting *last = meeting_last(meetings->items, meetings->count, ref->name);

    *out = (ListedDocument){.ref = *ref};
    if (last)
        out->decision = *last;
    if (service_read(s, ref, &scratch, &open, &out->error)) {
        describe(s, &open, keep, out);
        find_state(s, ref, open.bytes, keep, out);
        if (scope == LIST_PORTFOLIO)
            count_threads(s, &open, out);
    }
    arena_deinit(&scratch);
}

bool service_list(Session *s, ListScope scope, Arena *arena, const ListedDocument **out,
                  size_t *count, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t ref_count = 0;
    MeetingFiles meetings;

    *out = NULL;
    *count = 0;
    if (!service_documents(s, scope == LIST_ALL, arena, &refs, &ref_count, err))
        return false;
    meeting_files_read(s->workspace.root, arena, &meetings);
    ListedDocument *all = arena_array(arena, ref_count, sizeof *all);
    ListedDocument *list = arena_array(arena, ref_count, sizeof *list);
    for (size_t i = 0; i < ref_count; i++) {
        look_at(s, &refs[i], &meetings, scope, arena, &all[i]);
        if (!all[i].archived)
            list[(*count)++] = all[i];
    }
    for (size_t i = 0; i < ref_count && scope != LIST_DOCUMENTS; i++)
        if (all[i].archived)
            list[(*count)++] = all[i];
    *out = list;
    return true;
}
