#include "repo/left_out.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "repo/git.h"

enum { LIST_MAX = 16 << 20 };

bool repo_cut_below(const Repo *repo, const char *commit)
{
    Arena arena = {0};
    StrBuf list = {0};
    Str path = path_join(&arena, str_from(repo->common), STR("shallow")), rest, line;
    bool found = false;

    if (file_read(path.ptr, LIST_MAX, &list, NULL)) {
        rest = strbuf_view(&list);
        while (!found && str_next_line(&rest, &line))
            found = str_eq(str_trim(line), str_from(commit));
    }
    strbuf_deinit(&list);
    arena_deinit(&arena);
    return found;
}

/* A remote that promised to give what is missing: "remote.NAME.promisor". */
static bool is_promise(const git_config_entry *entry)
{
    Str name = str_from(entry->name);
    int yes = 0;

    if (str_eq_nocase(name, STR("extensions.partialclone")))
        return true;
    return str_starts(name, STR("remote.")) && str_ends(name, STR(".promisor")) &&
           git_config_parse_bool(&yes, entry->value) == 0 && yes;
}

bool repo_is_partial(Repo *repo)
{
    git_config *config = NULL;
    git_config_iterator *entries = NULL;
    git_config_entry *entry = NULL;
    bool partial = false;

    if (git_repository_config_snapshot(&config, repo->git) == 0 &&
        git_config_iterator_new(&entries, config) == 0)
        while (!partial && git_config_next(&entry, entries) == 0)
            partial = is_promise(entry);
    git_config_iterator_free(entries);
    git_config_free(config);
    return partial;
}

static bool is_sparse(const Repo *repo)
{
    Arena arena = {0};
    Str path = path_join(&arena, str_from(repo->folder), STR("info/sparse-checkout"));
    bool sparse = file_kind(path.ptr) != FILE_NONE;

    arena_deinit(&arena);
    return sparse;
}

static bool is_kept_out(const git_index_entry *entry)
{
    return entry && (entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

bool repo_is_sparse_at(Repo *repo, Str path)
{
    git_index *index = NULL;
    size_t at = 0;
    bool found = false;

    if (!is_sparse(repo) || git_repository_index(&index, repo->git) < 0 ||
        git_index_read(index, 0) < 0) {
        git_index_free(index);
        return false;
    }
    char *name = mem_str(path), *below = mem_alloc(path.len + 2);
    snprintf(below, path.len + 2, "%s/", name);
    found = is_kept_out(git_index_get_bypath(index, name, 0));
    if (!found && git_index_find_prefix(&at, index, below) == 0)
        for (size_t i = at; !found; i++) {
            const git_index_entry *entry = git_index_get_byindex(index, i);
            if (!entry || strncmp(entry->path, below, path.len + 1) != 0)
                break;
            found = is_kept_out(entry);
        }
    mem_free(name);
    mem_free(below);
    git_index_free(index);
    return found;
}
