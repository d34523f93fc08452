#include "app/service.h"
#include "base/message.h"

static void count_answers(const Document *doc, ListedDocument *out)
{
    out->questions = (int)doc->question_count;
    for (size_t i = 0; i < doc->question_count; i++)
        out->answered += doc->questions[i].answered;
}

/* Decided with a no, or put off: out of sight unless asked for. */
static bool is_archived(const Metadata *meta)
{
    Str decision = metadata_get(meta, "decision");

    return str_eq(metadata_get(meta, "stage"), STR("decided")) &&
           (str_eq(decision, STR("no")) || str_eq(decision, STR("later")));
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
    out->lang = doc->lang;
    out->words = document_words(doc) > 0 ? (int)document_words(doc) : 0;
    out->errors = findings.errors;
    out->warnings = findings.warnings;
    out->archived = is_archived(&doc->meta);
    count_answers(doc, out);
    arena_deinit(&scratch);
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
    Revision last;
    size_t count;

    if (!session_repo(s, &repo, NULL) ||
        !repo_compare(repo, ref->relative, bytes, &state, NULL))
        return;
    out->state = states[state];
    if (!service_last_revision(s, ref, arena, &last, &count, NULL))
        return;
    out->revisions = (int)count;
    out->last_author = last.author;
    out->last_time = last.time;
}

static void look_at(Session *s, const DocumentRef *ref, Arena *keep,
                    ListedDocument *out)
{
    Arena scratch = {0};
    OpenDocument open = {0};

    *out = (ListedDocument){.ref = *ref};
    if (service_read(s, ref, &scratch, &open, &out->error)) {
        describe(s, &open, keep, out);
        find_state(s, ref, open.bytes, keep, out);
    }
    arena_deinit(&scratch);
}

bool service_list(Session *s, bool all, Arena *arena, const ListedDocument **out,
                  size_t *count, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t ref_count = 0;

    *out = NULL;
    *count = 0;
    if (!service_documents(s, all, arena, &refs, &ref_count, err))
        return false;
    ListedDocument *list = arena_array(arena, ref_count, sizeof *list);
    for (size_t i = 0; i < ref_count; i++) {
        look_at(s, &refs[i], arena, &list[*count]);
        if (all || !list[*count].archived)
            ++*count;
    }
    *out = list;
    return true;
}
