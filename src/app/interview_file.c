#include "app/interview_file.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"

enum { ANSWERS_MAX = 4 << 20, NAME_DIGITS = 32 };

/* Of a workspace and a name in it, or of the file; empty without a home. */
static Str path_of(const Session *s, const DocumentRef *ref, Arena *arena)
{
    const Workspace *w = &s->workspace;
    bool inside = w->private_.len > 0 && ref->relative.len > 0;
    Str home = inside ? w->private_ : w->state_home, whole = ref->path;
    char digits[65];

    if (home.len == 0)
        return (Str){0};
    (void)path_real(ref->path.ptr, arena, &whole, NULL);
    hash_hex(hash_sha256(whole), NAME_DIGITS, digits);
    return arena_printf(arena, "%.*s/interview/%s", STR_ARG(home), digits);
}

bool interview_file_read(const Session *s, const DocumentRef *ref, StrBuf *out,
                         Error *err)
{
    Arena arena = {0};
    Str path = path_of(s, ref, &arena);
    bool none = path.len == 0 || file_kind(path.ptr) == FILE_NONE;
    bool ok = none || file_read(path.ptr, ANSWERS_MAX, out, err);

    arena_deinit(&arena);
    return ok;
}

bool interview_file_write(const Session *s, const DocumentRef *ref, Str bytes,
                          Error *err)
{
    Arena arena = {0};
    Str path = path_of(s, ref, &arena);
    bool ok = true;

    if (path.len == 0)
        ok = bytes.len == 0 ||
             error_set(err, ERR_IO, _("there is no home folder to keep answers in"));
    else if (bytes.len > 0)
        ok = file_write_private(path.ptr, bytes, err);
    else if (unlink(path.ptr) != 0 && errno != ENOENT)
        ok = error_errno(err, _("cannot remove \"%s\""), path.ptr);
    arena_deinit(&arena);
    return ok;
}
