#include <stdlib.h>
#include <string.h>

#include "app/service.h"
#include "base/file.h"
#include "repo/staged.h"

static DocumentRef ref_of(const Session *s, Str here, Str relative, Arena *arena)
{
    DocumentRef ref = {.relative = relative, .path = relative};

    if (!str_eq(here, s->workspace.root))
        ref.path = path_join(arena, s->workspace.root, relative);
    ref.name = arena_str(arena, str_slice(relative, 0, relative.len - strlen(".md")));
    return ref;
}

bool service_staged(Session *s, Arena *arena, const StagedDocument **out, size_t *count,
                    Error *err)
{
    Repo *repo = NULL;
    const StagedFile *files = NULL;
    size_t file_count = 0;
    Str here = {0};

    *count = 0;
    if (!session_repo(s, &repo, err) ||
        !repo_staged(repo, getenv("GIT_INDEX_FILE"), arena, &files, &file_count, err))
        return false;
    (void)path_real(".", arena, &here, NULL);
    StagedDocument *documents = arena_array(arena, file_count, sizeof *documents);
    for (size_t i = 0; i < file_count; i++)
        if (workspace_looks_at(files[i].path) &&
            service_holds_document(s, files[i].path, files[i].bytes))
            documents[(*count)++] =
                (StagedDocument){ref_of(s, here, files[i].path, arena), files[i].bytes};
    *out = documents;
    return true;
}
