/* The index that a save which was killed left behind. */
#include <string.h>

#include "base/file.h"
#include "repo/index.h"
#include "repo/saving.h"

/* The entry of the path in the last revision, and in the one before it. */
static bool read_entries(Repo *repo, Str path, Arena *arena, TreeEntry *now,
                         TreeEntry *before)
{
    Head head;
    Commit commit, parent;

    if (!head_read(repo, arena, &head, NULL) || head.unborn ||
        !commit_read(repo, &head.id, arena, &commit, NULL) ||
        !tree_find(repo, &commit.tree, path, now, NULL) || !now->found)
        return false;
    return commit.parent_count == 0 ||
           (commit_read(repo, &commit.parents[0], arena, &parent, NULL) &&
            tree_find(repo, &parent.tree, path, before, NULL));
}

/* Does the index hold that entry, or none where there was none? */
static bool index_has(const Repo *repo, Str path, const TreeEntry *entry, Arena *arena)
{
    git_index *index = NULL;
    Str file = path_join(arena, str_from(repo->folder), STR("index"));

    if (git_index_open(&index, file.ptr) < 0)
        return false;
    const git_index_entry *held =
        git_index_get_bypath(index, arena_str(arena, path).ptr, 0);
    bool same = held ? entry->found && held->mode == entry->mode &&
                           git_oid_equal(&held->id, &entry->id)
                     : !entry->found;
    git_index_free(index);
    return same;
}

static bool same_entry(const TreeEntry *a, const TreeEntry *b)
{
    return a->found == b->found && a->mode == b->mode && git_oid_equal(&a->id, &b->id);
}

void saving_mend_index(Repo *repo, Str path)
{
    Arena arena = {0};
    TreeEntry now = {0}, before = {0};
    IndexUpdate index = {0};
    StrBuf bytes = {0};

    if (read_entries(repo, path, &arena, &now, &before) && !same_entry(&now, &before) &&
        index_has(repo, path, &before, &arena) &&
        object_read(repo, &now.id, GIT_OBJECT_BLOB, &bytes, NULL)) {
        index_prepare(repo, path, &now, strbuf_view(&bytes), &index);
        (void)index_commit(&index);
        index_release(&index);
    }
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
}

/* … and what another dead save has left to do is done, too. */
static bool take_turn(Repo *repo, Str reference, Saving *saving)
{
    if (!saving_begin(repo, reference, saving, NULL))
        return false;
    if (saving->cut)
        saving_mend_index(repo, str_from(saving->cut));
    return true;
}

void repo_settle_index(Repo *repo, Str path)
{
    Arena arena = {0};
    Head head;
    Saving saving = {.fd = -1};
    TreeEntry now = {0}, before = {0};
    IndexUpdate index = {0};
    StrBuf bytes = {0};

    if (head_read(repo, &arena, &head, NULL) && !head.unborn &&
        take_turn(repo, head.reference, &saving) &&
        read_entries(repo, path, &arena, &now, &before) &&
        !index_has(repo, path, &now, &arena) &&
        object_read(repo, &now.id, GIT_OBJECT_BLOB, &bytes, NULL)) {
        index_prepare(repo, path, &now, strbuf_view(&bytes), &index);
        (void)index_commit(&index);
        index_release(&index);
    }
    saving_end(&saving);
    strbuf_deinit(&bytes);
    arena_deinit(&arena);
}
