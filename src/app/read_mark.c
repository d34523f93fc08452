#include "app/read_mark.h"

#include <stdio.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/message.h"
#include "store/private.h"
#include "store/records.h"

enum { MARK_MAX = 64 << 10, PERSON_DIGITS = 16 };

Str read_marks_folder(const Session *s, Arena *arena)
{
    return s->workspace.private_.len > 0
               ? path_join(arena, s->workspace.private_, STR("read"))
               : (Str){0};
}

static Str path_of(Str folder, Str document, Str person, Arena *arena)
{
    char digits[65];

    hash_hex(hash_sha256(person), PERSON_DIGITS, digits);
    return arena_printf(arena, "%.*s/%.*s~%s", STR_ARG(folder),
                        STR_ARG(private_name(document, arena)), digits);
}

bool read_mark_find(const Session *s, Str document, Str person, Arena *arena,
                    ReadMark *out)
{
    Str folder = read_marks_folder(s, arena);
    StrBuf bytes = {0};

    *out = (ReadMark){0};
    if (folder.len == 0)
        return false;
    Str path = path_of(folder, document, person, arena);
    bool ok = file_kind(path.ptr) == FILE_REGULAR &&
              file_read(path.ptr, MARK_MAX, &bytes, NULL);
    Str fields = strbuf_view(&bytes);
    if (ok) {
        out->commit = arena_str(arena, records_field(fields, "commit", arena));
        out->revision = (int)records_number(fields, "revision");
        ok = out->commit.len > 0 &&
             moment_parse_iso(records_field(fields, "time", arena), &out->time);
    }
    strbuf_deinit(&bytes);
    return ok;
}

bool read_mark_set(const Session *s, Str document, Str person, const Revision *revision,
                   Error *err)
{
    Arena arena = {0};
    StrBuf bytes = {0}, time = {0};
    Str folder = read_marks_folder(s, &arena);
    bool ok = folder.len > 0 || session_need_workspace(s, err);

    if (ok && folder.len > 0) {
        moment_iso8601(session_now(), &time);
        records_add_field("document", document, &bytes);
        records_add_field("person", person, &bytes);
        records_add_field("commit", str_from(revision->commit), &bytes);
        records_add_number("revision", revision->number, &bytes);
        records_add_field("time", strbuf_view(&time), &bytes);
        ok = file_write_private(path_of(folder, document, person, &arena).ptr,
                                strbuf_view(&bytes), err);
    }
    strbuf_deinit(&bytes);
    strbuf_deinit(&time);
    arena_deinit(&arena);
    return ok;
}

static bool rename_in(Str folder, Str from, Str to, Error *err)
{
    Arena arena = {0};
    Str prefix = arena_printf(&arena, "%.*s~", STR_ARG(private_name(from, &arena)));
    size_t count = 0;
    const Str *names = private_list(folder, (Str){0}, &arena, &count);
    bool ok = true;

    for (size_t i = 0; i < count && ok; i++) {
        if (!str_starts(names[i], prefix))
            continue;
        Str old = path_join(&arena, folder, names[i]);
        Str rest = str_slice(names[i], prefix.len - 1, names[i].len);
        Str now = arena_printf(&arena, "%.*s/%.*s%.*s", STR_ARG(folder),
                               STR_ARG(private_name(to, &arena)), STR_ARG(rest));
        if (rename(old.ptr, now.ptr) != 0)
            ok = error_errno(err, _("cannot rename \"%s\""), old.ptr);
    }
    arena_deinit(&arena);
    return ok;
}

bool read_marks_rename(const Session *s, Str from, Str to, Error *err)
{
    static const char *const folders[] = {"read", "ask"};
    Arena arena = {0};
    bool ok = true;

    for (size_t i = 0; s->workspace.private_.len > 0 && i < 2 && ok; i++)
        ok = rename_in(path_join(&arena, s->workspace.private_, str_from(folders[i])),
                       from, to, err);
    arena_deinit(&arena);
    return ok;
}
