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

bool service_documents_below(Session *s, Str folder, bool all, Arena *arena,
                             const Str **out, size_t *count, size_t *found, Error *err)
{
    DocumentFilter filter = {all ? NULL : holds_document, s};

    return folder_documents(folder, &filter, arena, out, count, found, err);
}
