#include "app/keep_place.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/hash.h"

/* The document's name in its workspace; a linked work tree has another file of the same
 * name than the main one, and both share their private folder. */
static Str name_of(const Workspace *w, const DocumentRef *ref, Str path, Arena *arena)
{
    char digits[65];

    if (ref->relative.len == 0 || w->private_.len == 0)
        return path;
    if (str_eq(w->git, path_join(arena, w->root, STR(".git"))))
        return arena_str(arena, ref->name);
    hash_hex(hash_sha256(w->root), 8, digits);
    return arena_printf(arena, "%.*s@%s", STR_ARG(ref->name), digits);
}

static void add_journals(KeepPlace *out, Str home, Arena *arena)
{
    if (home.len > 0)
        out->journal_folders[out->journal_count++] =
            path_join(arena, home, STR("journal"));
}

/* A folder of the system that is gone after the next start: better than none. */
static Str runtime_folder(Arena *arena)
{
    Str folder = str_from(getenv("XDG_RUNTIME_DIR"));

    return str_starts(folder, STR("/")) ? path_join(arena, folder, STR("prfaq"))
                                        : (Str){0};
}

void keep_place(const Session *s, const DocumentRef *ref, Arena *arena, KeepPlace *out)
{
    const Workspace *w = &s->workspace;
    bool inside = w->private_.len > 0 && (!ref || ref->relative.len > 0);
    Str home = inside ? w->private_ : w->state_home;

    *out = (KeepPlace){.inside = inside};
    process_here(arena, &out->process);
    if (ref) {
        out->path = arena_str(arena, ref->path);
        (void)path_real(ref->path.ptr, arena, &out->path, NULL);
        out->name = name_of(w, ref, out->path, arena);
    }
    if (inside)
        add_journals(out, w->private_, arena);
    add_journals(out, w->state_home, arena);
    add_journals(out, runtime_folder(arena), arena);
    if (home.len == 0)
        return;
    out->lease_folder = path_join(arena, home, STR("lease"));
    out->owed_folder = path_join(arena, home, STR("owed"));
    out->aside_folder = path_join(arena, home, STR("aside"));
}
