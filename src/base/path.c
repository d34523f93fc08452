#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/message.h"

static Str without_final_slashes(Str path)
{
    while (path.len > 1 && path.ptr[path.len - 1] == '/')
        path.len--;
    return path;
}

Str path_base(Str path)
{
    path = without_final_slashes(path);
    size_t slash = str_rfind_byte(path, '/');
    return slash == STR_NONE || path.len == 1 ? path
                                              : str_slice(path, slash + 1, path.len);
}

Str path_folder(Str path)
{
    path = without_final_slashes(path);
    size_t slash = str_rfind_byte(path, '/');
    if (slash == STR_NONE)
        return STR(".");
    return without_final_slashes(str_slice(path, 0, slash ? slash : 1));
}

Str path_join(Arena *arena, Str folder, Str name)
{
    if (folder.len == 0 || str_eq(folder, STR(".")) || str_starts(name, STR("/")))
        return arena_str(arena, name);
    if (folder.ptr[folder.len - 1] == '/')
        folder.len--;
    return arena_printf(arena, "%.*s/%.*s", STR_ARG(folder), STR_ARG(name));
}

bool path_real(const char *path, Arena *arena, Str *out, Error *err)
{
    char *real = realpath(path, NULL);

    if (real) {
        *out = arena_str(arena, str_from(real));
        free(real);
        return true;
    }
    if (errno != ENOENT || *path == '\0')
        return error_errno(err, _("cannot find \"%s\""), path);
    Str folder = arena_str(arena, path_folder(str_from(path)));
    real = realpath(folder.ptr, NULL);
    if (!real)
        return error_errno(err, _("cannot find \"%s\""), path);
    *out = arena_printf(arena, "%s/%.*s", strcmp(real, "/") == 0 ? "" : real,
                        STR_ARG(path_base(str_from(path))));
    free(real);
    return true;
}

static bool sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    bool ok = fsync(fd) == 0;
    close(fd);
    return ok;
}

/* Make one folder and sync the one it is in. */
static bool make_one(const char *path, mode_t mode, Error *err)
{
    struct stat st;

    if (mkdir(path, mode) != 0) {
        int code = errno;
        if (code == EEXIST && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
            return true;
        errno = code;
        return error_errno(err, _("cannot make the folder \"%s\""), path);
    }
    Str up = path_folder(str_from(path));
    char *parent = mem_str(up);
    bool ok = sync_folder(parent);
    if (!ok)
        error_errno(err, _("cannot make the folder \"%s\""), path);
    mem_free(parent);
    return ok;
}

bool folder_make(const char *path, unsigned mode, Error *err)
{
    char *part = mem_strdup(path);
    size_t len = strlen(part);
    bool ok = true;

    while (len > 1 && part[len - 1] == '/')
        part[--len] = '\0';
    if (file_kind(part) != FILE_FOLDER) {
        for (size_t i = 1; ok && i < len; i++) {
            if (part[i] != '/' || part[i - 1] == '/')
                continue;
            part[i] = '\0';
            if (file_kind(part) != FILE_FOLDER)
                ok = make_one(part, (mode_t)mode, err);
            part[i] = '/';
        }
        ok = ok && make_one(part, (mode_t)mode, err);
    }
    mem_free(part);
    return ok;
}

/* Folders still to be entered: a stack, because nesting is the file system's to
 * choose. Entries of one folder are pushed last name first. */
typedef struct Walk {
    const char *root;
    Arena arena; /* the paths */
    Str *pending;
    size_t count, cap;
} Walk;

static int later_name_first(const void *a, const void *b)
{
    return str_cmp(*(const Str *)b, *(const Str *)a);
}

static const char *full_path(Walk *w, Str path)
{
    if (path.len == 0)
        return w->root;
    return arena_printf(&w->arena, "%s/%.*s", w->root, STR_ARG(path)).ptr;
}

static bool push_entries(Walk *w, Str folder)
{
    size_t first = w->count;
    int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (folder.len ? O_NOFOLLOW : 0);
    int fd = open(full_path(w, folder), flags);
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);

    if (!dir) {
        int code = errno;
        if (fd >= 0)
            close(fd);
        errno = code;
        return false;
    }
    for (struct dirent *e = readdir(dir); e; e = readdir(dir)) {
        if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, "..") ||
            !strcmp(e->d_name, ".git"))
            continue;
        w->pending =
            arena_grow(&w->arena, w->pending, w->count, &w->cap, sizeof *w->pending);
        w->pending[w->count++] = path_join(&w->arena, folder, str_from(e->d_name));
    }
    closedir(dir);
    if (w->count > first + 1)
        qsort(w->pending + first, w->count - first, sizeof *w->pending,
              later_name_first);
    return true;
}

bool folder_walk(const char *root, FolderVisit *visit, void *ctx, Error *err)
{
    Walk w = {.root = root};
    bool ok = push_entries(&w, (Str){0});

    if (!ok)
        error_errno(err, _("cannot read the folder \"%s\""), root);
    while (ok && w.count > 0) {
        Str path = w.pending[--w.count];
        struct stat st;
        if (lstat(full_path(&w, path), &st) != 0)
            continue; /* gone since it was listed */
        FileKind kind = S_ISREG(st.st_mode)   ? FILE_REGULAR
                        : S_ISDIR(st.st_mode) ? FILE_FOLDER
                                              : FILE_OTHER;
        bool go_on = visit(ctx, path.ptr, kind);
        if (!go_on && kind != FILE_FOLDER)
            break;
        /* A folder that cannot be read has nothing for us. */
        if (go_on && kind == FILE_FOLDER)
            (void)push_entries(&w, path);
    }
    arena_deinit(&w.arena);
    return ok;
}
