#include "store/adopted.h"

#include "base/file.h"

enum { ADOPTED_BYTES_MAX = 8 << 20 };

typedef struct Note {
    Str path; /* of the file; empty: there is no place for one */
    Str name; /* of the document in it */
    StrBuf text;
} Note;

static bool note_open(const Workspace *w, const DocumentRef *ref, Arena *arena,
                      Note *out, Error *err)
{
    bool inside = w->private_.len > 0 && ref->relative.len > 0;
    Str folder = inside ? w->private_ : w->state_home;
    Error why = {0};

    *out = (Note){.name = ref->relative};
    if (folder.len == 0)
        return true;
    if (!inside && !path_real(ref->path.ptr, arena, &out->name, err))
        return false;
    if (str_find_byte(out->name, '\t', 0) != STR_NONE ||
        str_find_byte(out->name, '\n', 0) != STR_NONE)
        return true;
    out->path = path_join(arena, folder, STR("adopted"));
    if (file_read(out->path.ptr, ADOPTED_BYTES_MAX, &out->text, &why) ||
        why.code == ERR_NOT_FOUND)
        return true;
    *err = why;
    return false;
}

/* The id of a line about the document; false for any other line. */
static bool is_about(const Note *n, Str line, Str *id)
{
    size_t tab = str_find_byte(line, '\t', 0);

    if (tab == STR_NONE || tab == 0 ||
        !str_eq(str_slice(line, tab + 1, line.len), n->name))
        return false;
    *id = str_slice(line, 0, tab);
    return true;
}

bool adopted_load(const Workspace *w, const DocumentRef *ref, Arena *arena,
                  const Str **ids, size_t *count, Error *err)
{
    Note n = {0};
    Str *found = NULL, line, id;
    size_t used = 0, cap = 0;
    bool ok = note_open(w, ref, arena, &n, err);
    Str rest = strbuf_view(&n.text);

    while (ok && str_next_field(&rest, '\n', &line)) {
        if (!is_about(&n, line, &id))
            continue;
        found = arena_grow(arena, found, used, &cap, sizeof *found);
        found[used++] = arena_str(arena, id);
    }
    *ids = found;
    *count = used;
    strbuf_deinit(&n.text);
    return ok;
}

/* What is told of other documents, then `ids`. */
static bool note_write(const Note *n, const Str *ids, size_t count, bool keep,
                       Error *err)
{
    StrBuf text = {0};
    Str rest = strbuf_view(&n->text), line, id;

    while (str_next_field(&rest, '\n', &line))
        if (line.len > 0 && (keep || !is_about(n, line, &id)))
            strbuf_addf(&text, "%.*s\n", STR_ARG(line));
    for (size_t i = 0; i < count; i++)
        strbuf_addf(&text, "%.*s\t%.*s\n", STR_ARG(ids[i]), STR_ARG(n->name));
    bool ok = file_write_private(n->path.ptr, strbuf_view(&text), err);
    strbuf_deinit(&text);
    return ok;
}

static bool change(const Workspace *w, const DocumentRef *ref, const Str *ids,
                   size_t count, bool keep, Error *err)
{
    Arena arena = {0};
    Note n = {0};
    bool ok = note_open(w, ref, &arena, &n, err);

    if (ok && n.path.len > 0 && (count > 0 || n.text.len > 0))
        ok = note_write(&n, ids, count, keep, err);
    strbuf_deinit(&n.text);
    arena_deinit(&arena);
    return ok;
}

bool adopted_add(const Workspace *w, const DocumentRef *ref, const Str *ids,
                 size_t count, Error *err)
{
    return count == 0 || change(w, ref, ids, count, true, err);
}

bool adopted_forget(const Workspace *w, const DocumentRef *ref, Error *err)
{
    return change(w, ref, NULL, 0, false, err);
}
