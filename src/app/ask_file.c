#include "app/ask_file.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "store/private.h"

enum { ASK_MAX = 1 << 20, PERSON_DIGITS = 16 };

/* Empty outside of a workspace. */
static Str path_of(const Session *s, Str document, Str person, Arena *arena)
{
    char digits[65];

    if (s->workspace.private_.len == 0)
        return (Str){0};
    hash_hex(hash_sha256(person), PERSON_DIGITS, digits);
    return arena_printf(arena, "%.*s/ask/%.*s~%s", STR_ARG(s->workspace.private_),
                        STR_ARG(private_name(document, arena)), digits);
}

Str ask_file_read(const Session *s, Str document, Str person, Arena *arena)
{
    Str path = path_of(s, document, person, arena), text = {0};
    StrBuf bytes = {0};

    if (path.len > 0 && file_kind(path.ptr) == FILE_REGULAR &&
        file_read(path.ptr, ASK_MAX, &bytes, NULL))
        text = arena_str(arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return text;
}

bool ask_file_write(const Session *s, Str document, Str person, Str bytes, Error *err)
{
    Arena arena = {0};
    Str path = path_of(s, document, person, &arena);
    bool ok = true;

    if (path.len > 0 && bytes.len > 0)
        ok = file_write_private(path.ptr, bytes, err);
    else if (path.len > 0 && unlink(path.ptr) != 0 && errno != ENOENT)
        ok = error_errno(err, _("cannot remove \"%s\""), path.ptr);
    arena_deinit(&arena);
    return ok;
}
