#include "repo/local.h"

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"

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

bool repo_local_unset(Repo *repo, const char *key, Error *err)
{
    git_config *config = NULL;

    if (!open_local(repo, &config, err))
        return false;
    int rc = git_config_delete_entry(config, key);
    git_config_free(config);
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
