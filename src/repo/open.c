/* Starting libgit2, finding a repository, and saying why one cannot be used.
 *
 * GIT_* variables are not read, by libgit2 neither: a hook of git sets GIT_DIR
 * and GIT_INDEX_FILE, and a revision must land in the repository the document
 * is in. git's own settings are found as git finds them: /etc/gitconfig,
 * $XDG_CONFIG_HOME/git/config or ~/.config/git/config, ~/.gitconfig; what is
 * not there is left out, so HOME may be missing. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"

static bool start_libgit2(Error *err)
{
    static bool started;
    /* What our commits cannot harm: settings per work tree; "never delete an
     * object"; objects that are fetched when needed. */
    static const char *allowed[] = {"worktreeconfig", "preciousobjects",
                                    "partialclone"};

    if (started)
        return true;
    /* Each object is asked for once, so that a cache only costs memory. Loose
     * ones are verified by object_read(), packed ones by zlib's checksum; hashing
     * those again is a third of the time of a long history. */
    if (git_libgit2_init() < 0)
        return git_failed(err, _("git's library cannot be started"));
    if (git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1) < 0 ||
        git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 1) < 0 ||
        git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0) < 0 ||
        git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0) < 0 ||
        git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, allowed,
                         sizeof allowed / sizeof *allowed) < 0)
        return git_failed(err, _("git's library cannot be started"));
    started = true;
    return true;
}

/* The folder a search starts in: `path`, or what holds it. */
static Str start_folder(const char *path, Arena *arena)
{
    if (file_kind(path) == FILE_FOLDER)
        return arena_str(arena, str_from(path));
    return arena_str(arena, path_folder(str_from(path)));
}

/* The nearest folder upwards with a ".git", for the words of a refusal; empty
 * when there is none. */
static Str nearest_git(Str folder, Arena *arena)
{
    Str at = folder;

    (void)path_real(folder.ptr, arena, &at, NULL);
    for (;;) {
        FileKind kind = file_kind(path_join(arena, at, STR(".git")).ptr);
        if (kind == FILE_FOLDER || kind == FILE_REGULAR)
            return at;
        Str up = arena_str(arena, path_folder(at));
        if (up.len >= at.len)
            return (Str){0};
        at = up;
    }
}

/* What libgit2 says when it will not open a repository, in the words of what can
 * be done. Its return code is -1 for most of them, so the message decides. */
static bool refuse(int rc, Str folder, Arena *arena, Error *err)
{
    const git_error *last = git_error_last();
    const char *said = last && last->message ? last->message : "";
    Str where = nearest_git(folder, arena);
    bool broken = rc == GIT_ENOTFOUND && where.len > 0;

    if (where.len == 0)
        where = folder;
    if (rc == GIT_EOWNER || strstr(said, "safe.directory")) {
        error_set(err, ERR_STATE, _("the repository \"%s\" belongs to somebody else"),
                  where.ptr);
        return error_hint(
            err,
            _("if you trust it, run: git config --global --add safe.directory \"%s\""),
            where.ptr);
    }
    if (broken) {
        error_set(err, ERR_STATE, _("the \".git\" in \"%s\" leads to no repository"),
                  where.ptr);
        return error_hint(err, _("see what git says: git status"));
    }
    if (rc == GIT_ENOTFOUND) {
        error_set(err, ERR_NOT_FOUND, _("\"%s\" is in no git repository"), folder.ptr);
        return error_hint(err, _("make one with: prfaq init"));
    }
    if (strstr(said, "objectformat")) {
        error_set(err, ERR_STATE, _("the repository \"%s\" uses SHA-256 names"),
                  where.ptr);
        return error_hint(err, _("prfaq works in a repository made with: git init "
                                 "--object-format=sha1"));
    }
    if (strstr(said, "refstorage")) {
        error_set(err, ERR_STATE, _("the repository \"%s\" uses the reftable format"),
                  where.ptr);
        return error_hint(err,
                          _("convert it with: git refs migrate --ref-format=files"));
    }
    if (strstr(said, "unsupported"))
        error_set(err, ERR_STATE, _("the repository \"%s\" needs a newer prfaq: %s"),
                  where.ptr, said);
    else
        error_set(err, ERR_IO, _("cannot open the repository \"%s\": %s"), where.ptr,
                  said);
    return error_hint(err, _("see what git says: git status"));
}

/* Real path without the final '/'. */
static char *plain_path(const char *path, Arena *arena)
{
    Str real = str_from(path);

    (void)path_real(path, arena, &real, NULL);
    while (real.len > 1 && real.ptr[real.len - 1] == '/')
        real.len--;
    return mem_str(real);
}

static bool refuse_bare(const git_repository *git, Error *err)
{
    const char *path = git_repository_path(git);

    error_set(err, ERR_STATE, _("the repository \"%s\" is bare: it has no files"),
              path);
    return error_hint(err, _("work in a clone of it: git clone \"%s\""), path);
}

static bool fill(Repo *repo, Arena *arena, Error *err)
{
    if (git_repository_is_bare(repo->git))
        return refuse_bare(repo->git, err);
    if (git_repository_odb(&repo->odb, repo->git) < 0)
        return git_failed(err, _("cannot open the repository"));
    repo->root = plain_path(git_repository_workdir(repo->git), arena);
    repo->folder = plain_path(git_repository_path(repo->git), arena);
    repo->common = plain_path(git_repository_commondir(repo->git), arena);
    repo->private_ = mem_str(path_join(arena, str_from(repo->common), STR("prfaq")));
    return true;
}

bool repo_open(const char *path, Repo **out, Error *err)
{
    Arena arena = {0};
    Repo *repo = mem_alloc(sizeof *repo);
    bool ok = false;

    *out = NULL;
    if (start_libgit2(err)) {
        Str folder = start_folder(path, &arena);
        int rc = git_repository_open_ext(&repo->git, folder.ptr, 0, NULL);
        ok = rc == 0 ? fill(repo, &arena, err) : refuse(rc, folder, &arena, err);
    }
    if (ok)
        *out = repo;
    else
        repo_free(repo);
    arena_deinit(&arena);
    return ok;
}

void repo_free(Repo *repo)
{
    if (!repo)
        return;
    objects_forget(repo);
    git_odb_free(repo->odb);
    git_repository_free(repo->git);
    mem_free(repo->root);
    mem_free(repo->folder);
    mem_free(repo->common);
    mem_free(repo->private_);
    mem_free(repo);
}

static bool make_repository(const char *path, Error *err)
{
    git_repository *git = NULL;
    git_repository_init_options options;

    if (git_repository_init_options_init(&options,
                                         GIT_REPOSITORY_INIT_OPTIONS_VERSION) < 0)
        return git_failed(err, _("git's library cannot be started"));
    options.flags = GIT_REPOSITORY_INIT_NO_REINIT;
    options.initial_head = "main";
    int rc = git_repository_init_ext(&git, path, &options);
    git_repository_free(git);
    if (rc < 0) {
        char what[1024];
        snprintf(what, sizeof what, _("cannot make a repository in \"%s\""), path);
        return git_failed(err, what);
    }
    return true;
}

bool repo_init(const char *path, bool *created, Error *err)
{
    Repo *repo = NULL;
    Error why = {0};

    *created = false;
    if (!folder_make(path, 0777, err))
        return false;
    if (repo_open(path, &repo, &why)) {
        repo_free(repo);
        return true;
    }
    if (why.code != ERR_NOT_FOUND) {
        *err = why;
        return false;
    }
    *created = make_repository(path, err);
    return *created;
}
