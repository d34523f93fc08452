#include "app/elsewhere.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

enum { NAMES_MAX = 99 };

static Str home(void)
{
    Str folder = str_from(getenv("HOME"));

    return str_starts(folder, STR("/")) ? folder : (Str){0};
}

static bool can_write(Str folder, Arena *arena)
{
    return folder.len > 0 && access(arena_str(arena, folder).ptr, W_OK | X_OK) == 0;
}

/* Where the fault is not. */
static Str choose_folder(Str document, Arena *arena)
{
    Str temporary = str_from(getenv("TMPDIR"));
    const Str folders[] = {home(), temporary, STR("/tmp")};
    Str here = path_folder(document);

    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (!str_eq(folders[i], here) && can_write(folders[i], arena))
            return folders[i];
    return home().len > 0 ? home() : STR("/tmp");
}

Str elsewhere_place(Str document, Arena *arena)
{
    Str folder = choose_folder(document, arena), stem = path_base(document);

    if (str_ends(stem, STR(".md")))
        stem.len -= 3;
    Str path = path_join(arena, folder, arena_printf(arena, "%.*s.md", STR_ARG(stem)));
    for (int i = 2; file_kind(path.ptr) != FILE_NONE && i <= NAMES_MAX; i++)
        path = path_join(arena, folder,
                         arena_printf(arena, "%.*s-%d.md", STR_ARG(stem), i));
    return path;
}

bool elsewhere_write(Str typed, Str document, Str bytes, Arena *arena, Str *path,
                     Error *err)
{
    Str name = str_trim(typed);

    if (str_starts(name, STR("~/")) && home().len > 0)
        name = path_join(arena, home(), str_slice(name, 2, name.len));
    name = arena_str(arena, name);
    if (file_kind(name.ptr) == FILE_FOLDER)
        name = path_join(arena, name, path_base(document));
    if (!file_create(name.ptr, bytes, err))
        return false;
    Error ignored = {0};
    if (!path_real(name.ptr, arena, path, &ignored))
        *path = name;
    return true;
}
