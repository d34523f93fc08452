#include "app/own_file.h"

#include <unistd.h>

#include "base/file.h"

enum { OWN_FILE_MAX = 4 << 20 };

static const char *full_path(Session *s, Str path)
{
    return path_join(&s->arena, s->workspace.root, path).ptr;
}

bool own_file_read(Session *s, Str path, StrBuf *out, Error *err)
{
    const char *full = full_path(s, path);

    return file_kind(full) == FILE_NONE || file_read(full, OWN_FILE_MAX, out, err);
}

static bool write_file(Session *s, const char *full, bool exists, Str bytes, Error *err)
{
    Str folder = arena_str(&s->arena, path_folder(str_from(full)));

    if (exists)
        return file_replace(full, bytes, err);
    return folder_make(folder.ptr, 0777, err) && file_create(full, bytes, err);
}

static bool commit(Session *s, Str path, Str bytes, const Writer *writer, Str message,
                   Error *err)
{
    Repo *repo = NULL;
    Revision revision;
    const CommitRequest request = {
        .path = path,
        .bytes = bytes,
        .message = message,
        .author = writer->person,
        .time = session_now(),
    };

    return session_repo(s, &repo, err) && repo_commit(repo, &request, &revision, err);
}

bool own_file_change(Session *s, Str path, Str bytes, const Writer *writer, Str message,
                     Error *err)
{
    const char *full = full_path(s, path);
    bool exists = file_kind(full) != FILE_NONE;
    StrBuf before = {0};
    bool ok =
        own_file_read(s, path, &before, err) && write_file(s, full, exists, bytes, err);

    if (ok && !commit(s, path, bytes, writer, message, err)) {
        /* What is in no revision shall not look as if it were. */
        if (exists)
            file_replace(full, strbuf_view(&before), NULL);
        else
            unlink(full);
        ok = false;
    }
    strbuf_deinit(&before);
    return ok;
}
