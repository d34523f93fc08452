/* Finding the work tree without libgit2, and the places that follow from it.
 * A repository that cannot be used is found all the same, so that nobody takes
 * the place for one without revisions; repo_open() says what is wrong with it. */
#include "store/workspace.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "base/file.h"

enum { GIT_FILE_MAX = 8192 };

/* The first line of a small file, or the empty string. */
static Str read_line(Str path, Arena *arena)
{
    StrBuf bytes = {0};
    Str rest, line = {0};

    if (file_read(path.ptr, GIT_FILE_MAX, &bytes, NULL)) {
        rest = strbuf_view(&bytes);
        if (str_next_line(&rest, &line))
            line = arena_str(arena, str_trim_end(line));
    }
    strbuf_deinit(&bytes);
    return line;
}

static bool is_git_folder(Str folder, Arena *arena)
{
    return file_kind(path_join(arena, folder, STR("HEAD")).ptr) != FILE_NONE;
}

static bool is_bare(Str folder, Arena *arena)
{
    return is_git_folder(folder, arena) &&
           file_kind(path_join(arena, folder, STR("objects")).ptr) == FILE_FOLDER &&
           file_kind(path_join(arena, folder, STR("refs")).ptr) == FILE_FOLDER;
}

/* "gitdir: ../main/.git/worktrees/x", relative to where the file is. */
static bool follow_git_file(Str file, Str folder, Arena *arena, Str *git)
{
    Str line = read_line(file, arena), prefix = STR("gitdir: ");

    if (!str_starts(line, prefix))
        return false;
    *git = path_join(arena, folder, str_slice(line, prefix.len, line.len));
    return is_git_folder(*git, arena);
}

/* What a linked work tree shares with the main one: ".git" itself. */
static Str common_folder(Str git, Arena *arena)
{
    Str line = read_line(path_join(arena, git, STR("commondir")), arena);
    return line.len ? path_join(arena, git, line) : git;
}

typedef enum Git { GIT_NONE, GIT_FOUND, GIT_UNUSABLE } Git;

/* As git does, a folder ".git" that is no repository is passed by, but a file of
 * that name must lead to one. */
static Git find_git(Str folder, Arena *arena, Str *git)
{
    Str dot_git = path_join(arena, folder, STR(".git"));

    switch (file_kind(dot_git.ptr)) {
    case FILE_FOLDER:
        *git = dot_git;
        if (is_git_folder(dot_git, arena))
            return GIT_FOUND;
        break;
    case FILE_REGULAR:
        return follow_git_file(dot_git, folder, arena, git) ? GIT_FOUND : GIT_UNUSABLE;
    default:
        break;
    }
    return is_bare(folder, arena) ? GIT_UNUSABLE : GIT_NONE;
}

static Str real_or_same(Str path, Arena *arena)
{
    Str real = path;

    (void)path_real(path.ptr, arena, &real, NULL);
    return real;
}

/* Upwards, but as git does not into another file system. */
static void find_root(Str from, Arena *arena, Workspace *out)
{
    struct stat first, here;
    Str at = from, git;

    if (stat(from.ptr, &first) != 0)
        return;
    for (;;) {
        Git found = find_git(at, arena, &git);
        if (found != GIT_NONE)
            out->root = at;
        if (found == GIT_FOUND) {
            out->git = real_or_same(common_folder(git, arena), arena);
            out->private_ = path_join(arena, out->git, STR("prfaq"));
        }
        out->bare = found == GIT_UNUSABLE && is_bare(at, arena);
        if (found != GIT_NONE)
            return;
        Str up = arena_str(arena, path_folder(at));
        if (up.len >= at.len || stat(up.ptr, &here) != 0 || here.st_dev != first.st_dev)
            return;
        at = up;
    }
}

/* XDG says that a path which is not absolute does not count. */
static Str base_folder(const char *variable, Str below_home, Arena *arena)
{
    Str folder = str_from(getenv(variable)), home = str_from(getenv("HOME"));

    if (!str_starts(folder, STR("/"))) {
        if (!str_starts(home, STR("/")))
            return (Str){0};
        folder = path_join(arena, home, below_home);
    }
    return path_join(arena, folder, STR("prfaq"));
}

void workspace_find(const char *from, Arena *arena, Workspace *out)
{
    Str folder = arena_str(arena, str_from(*from ? from : "."));

    *out = (Workspace){0};
    if (file_kind(folder.ptr) != FILE_FOLDER)
        folder = arena_str(arena, path_folder(folder));
    if (path_real(folder.ptr, arena, &folder, NULL))
        find_root(folder, arena, out);
    out->config_home = base_folder("XDG_CONFIG_HOME", STR(".config"), arena);
    out->state_home = base_folder("XDG_STATE_HOME", STR(".local/state"), arena);
    out->data_home = base_folder("XDG_DATA_HOME", STR(".local/share"), arena);
}
