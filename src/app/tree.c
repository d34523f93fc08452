#include "app/tree.h"

#include <unistd.h>

#include "base/file.h"

typedef struct Tree {
    Arena *arena;
    Str root;
    Str *paths;
    size_t count, cap, files;
} Tree;

static bool note_path(void *ctx, const char *path, FileKind kind)
{
    Tree *t = ctx;

    t->paths = arena_grow(t->arena, t->paths, t->count, &t->cap, sizeof *t->paths);
    t->paths[t->count++] = path_join(t->arena, t->root, str_from(path));
    t->files += kind != FILE_FOLDER;
    return true;
}

size_t tree_clear(Str folder, bool remove, Arena *arena)
{
    Tree t = {.arena = arena, .root = arena_str(arena, folder)};

    if (folder.len == 0 || file_kind(t.root.ptr) != FILE_FOLDER)
        return 0;
    (void)folder_walk(t.root.ptr, note_path, &t, NULL);
    while (remove && t.count > 0) { /* what is in a folder comes behind it */
        const char *path = t.paths[--t.count].ptr;
        if (unlink(path) != 0)
            (void)rmdir(path);
    }
    if (remove)
        (void)rmdir(t.root.ptr);
    return t.files;
}
