#include "repo/local.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"

enum { CONFIG_MAX = 4 << 20 };

static bool open_local(Repo *repo, git_config **out, Error *err)
{
    git_config *all = NULL;
    int rc = git_repository_config(&all, repo->git);

    if (rc == 0)
        rc = git_config_open_level(out, all, GIT_CONFIG_LEVEL_LOCAL);
    git_config_free(all);
    return rc == 0 || git_failed(err, _("cannot read the settings of git"));
}

bool repo_local_get(Repo *repo, const char *key, Arena *arena, Str *out, Error *err)
{
    git_config *config = NULL;
    git_buf value = {0};

    *out = (Str){0};
    if (!open_local(repo, &config, err))
        return false;
    int rc = git_config_get_string_buf(&value, config, key);
    if (rc == 0)
        *out = arena_str(arena, (Str){value.ptr, value.size});
    git_buf_dispose(&value);
    git_config_free(config);
    return rc == 0 || rc == GIT_ENOTFOUND ||
           git_failed(err, _("cannot read the settings of git"));
}

bool repo_local_set(Repo *repo, const char *key, const char *value, Error *err)
{
    git_config *config = NULL;

    if (!open_local(repo, &config, err))
        return false;
    int rc = git_config_set_string(config, key, value);
    git_config_free(config);
    return rc == 0 || git_failed(err, _("cannot change the settings of git"));
}

/* '[diff "prfaq"]' of "diff.prfaq.command". */
static void header_of(const char *key, StrBuf *out)
{
    Str name = str_from(key);
    size_t first = str_find_byte(name, '.', 0), last = str_rfind_byte(name, '.');

    strbuf_addf(out, "[%.*s", STR_ARG(str_slice(name, 0, first)));
    if (last > first)
        strbuf_addf(out, " \"%.*s\"", STR_ARG(str_slice(name, first + 1, last)));
    strbuf_addc(out, ']');
}

/* The settings without that header where nothing stands below it; libgit2 leaves it
 * behind when the last setting goes. */
static bool leave_out_empty(Str text, Str header, StrBuf *out)
{
    Str rest = text, line;
    bool found = false;

    while (rest.len > 0) {
        size_t start = text.len - rest.len;
        (void)str_next_line(&rest, &line);
        Str below = str_trim(rest);
        if (str_eq(str_trim(line), header) && (below.len == 0 || below.ptr[0] == '['))
            found = true;
        else
            strbuf_add(out, str_slice(text, start, text.len - rest.len));
    }
    return found;
}

static bool write_locked(const char *path, const char *lock, Str bytes)
{
    struct stat st;
    bool plain = lstat(path, &st) == 0 && S_ISREG(st.st_mode);
    int fd = plain ? open(lock, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
    bool ok = false;

    if (fd < 0)
        return false;
    FILE *file = fdopen(fd, "w");
    if (!file)
        close(fd);
    else
        ok = fwrite(bytes.ptr, 1, bytes.len, file) == bytes.len && fflush(file) == 0 &&
             fchmod(fd, st.st_mode & 07777) == 0 && fsync(fd) == 0;
    ok = file && fclose(file) == 0 && ok && rename(lock, path) == 0;
    if (!ok)
        (void)unlink(lock);
    return ok;
}

/* A header of nothing harms nobody: not being able to remove it is no failure. */
static void remove_empty_header(const Repo *repo, const char *key)
{
    Arena arena = {0};
    StrBuf header = {0}, old = {0}, new = {0};
    Str path = path_join(&arena, str_from(repo->common), STR("config"));
    Str lock = path_join(&arena, str_from(repo->common), STR("config.lock"));

    header_of(key, &header);
    if (file_read(path.ptr, CONFIG_MAX, &old, NULL) &&
        leave_out_empty(strbuf_view(&old), strbuf_view(&header), &new))
        (void)write_locked(path.ptr, lock.ptr, strbuf_view(&new));
    strbuf_deinit(&header);
    strbuf_deinit(&old);
    strbuf_deinit(&new);
    arena_deinit(&arena);
}

bool repo_local_unset(Repo *repo, const char *key, Error *err)
{
    git_config *config = NULL;

    if (!open_local(repo, &config, err))
        return false;
    int rc = git_config_delete_entry(config, key);
    git_config_free(config);
    if (rc == 0)
        remove_empty_header(repo, key);
    return rc == 0 || rc == GIT_ENOTFOUND ||
           git_failed(err, _("cannot change the settings of git"));
}

bool repo_attribute(Repo *repo, Str path, const char *name, Arena *arena, Str *out,
                    Error *err)
{
    const char *value = NULL;
    Str copy = arena_str(arena, path);

    *out = (Str){0};
    (void)git_attr_cache_flush(repo->git);
    if (git_attr_get(&value, repo->git, GIT_ATTR_CHECK_FILE_THEN_INDEX, copy.ptr,
                     name) < 0)
        return git_failed(err, _("cannot read the attributes of git"));
    switch (git_attr_value(value)) {
    case GIT_ATTR_VALUE_STRING:
        *out = arena_str(arena, str_from(value));
        break;
    case GIT_ATTR_VALUE_FALSE:
        *out = STR("-");
        break;
    case GIT_ATTR_VALUE_TRUE:
        *out = STR("+");
        break;
    case GIT_ATTR_VALUE_UNSPECIFIED:
        break;
    }
    return true;
}

Str repo_attributes_file(const Repo *repo, Arena *arena)
{
    return path_join(arena, str_from(repo->common), STR("info/attributes"));
}
