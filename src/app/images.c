#include "app/images.h"

#include "base/file.h"

static bool is_below(Str path, Str folder)
{
    return str_starts(path, folder) && path.len > folder.len &&
           path.ptr[folder.len] == '/';
}

bool images_find(const Images *images, Str path, Arena *arena, Str *real)
{
    Str document = {0};

    if (images->document.len == 0 ||
        !path_real(images->document.ptr, arena, &document, NULL))
        return false;
    Str folder = arena_str(arena, path_folder(document));
    Str full = path_join(arena, folder, path);
    return path_real(full.ptr, arena, real, NULL) &&
           is_below(*real, images->root.len > 0 ? images->root : folder);
}
