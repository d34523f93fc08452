/* Which Markdown files are documents. */
#include "app/service.h"
#include "doc/verdict.h"

/* A comment in code is no mark: the reader knows. */
static bool has_id(const Document *doc)
{
    for (size_t i = 0; i < doc->part_count; i++)
        if (doc->parts[i].found == FOUND_MARKER)
            return true;
    for (size_t i = 0; i < doc->question_count; i++)
        if (doc->questions[i].id.len > 0)
            return true;
    return false;
}

bool service_is_document(Session *s, const Document *doc, Str path)
{
    return workspace_has_template(doc->bytes) || has_id(doc) ||
           verdict_is_plain(doc, session_library(s), path);
}

bool service_holds_document(Session *s, Str path, Str bytes)
{
    Arena scratch = {0};
    Document doc;

    if (workspace_has_template(bytes))
        return true;
    if (!document_editable(bytes, NULL))
        return false;
    document_read(bytes, session_library(s), &scratch, &doc);
    bool is = service_is_document(s, &doc, path);
    arena_deinit(&scratch);
    return is;
}

static bool holds_document(void *ctx, Str path, Str text)
{
    return service_holds_document(ctx, path, text);
}

bool service_documents(Session *s, bool all, Arena *arena, const DocumentRef **out,
                       size_t *count, Error *err)
{
    DocumentFilter filter = {all ? NULL : holds_document, s};

    return workspace_list(&s->workspace, &filter, arena, out, count, err);
}

bool service_is_archived(const Metadata *meta)
{
    Str decision = metadata_get(meta, "decision");

    return str_eq(metadata_get(meta, "stage"), STR("decided")) &&
           (str_eq(decision, STR("no")) || str_eq(decision, STR("later")));
}

static bool holds_archived(Str text)
{
    Arena scratch = {0};
    Metadata meta;

    bool is =
        frontmatter_read(text, &scratch, &meta, NULL) && service_is_archived(&meta);
    arena_deinit(&scratch);
    return is;
}

/* What is archived, beside the files that are taken. */
typedef struct Sorting {
    Session *s;
    Arena *arena;
    bool *archived;
    size_t count, cap;
} Sorting;

static bool holds_sorted(void *ctx, Str path, Str text)
{
    Sorting *to = ctx;

    if (!service_holds_document(to->s, path, text))
        return false;
    to->archived =
        arena_grow(to->arena, to->archived, to->count, &to->cap, sizeof(bool));
    to->archived[to->count++] = holds_archived(text);
    return true;
}

bool service_documents_apart(Session *s, Arena *arena, const DocumentRef **out,
                             size_t *count, size_t *archived, Error *err)
{
    Sorting sorting = {.s = s, .arena = arena};
    const DocumentFilter filter = {holds_sorted, &sorting};
    const DocumentRef *found = NULL;
    size_t at = 0;

    if (!workspace_list(&s->workspace, &filter, arena, &found, count, err))
        return false;
    DocumentRef *sorted = arena_array(arena, *count, sizeof *sorted);
    for (int pass = 0; pass < 2; pass++) {
        size_t before = at;
        for (size_t i = 0; i < *count; i++)
            if (sorting.archived[i] == (pass == 1))
                sorted[at++] = found[i];
        *archived = at - before;
    }
    *out = sorted;
    return true;
}

bool service_documents_below(Session *s, Str folder, bool all, Arena *arena,
                             const Str **out, size_t *count, size_t *found, Error *err)
{
    DocumentFilter filter = {all ? NULL : holds_document, s};

    return folder_documents(folder, &filter, arena, out, count, found, err);
}
