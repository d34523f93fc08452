#include "repo/staged.h"

#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "repo/git.h"

enum {
    SIDES_MAX = 16, /* commits that a merge follows: more are not looked at */
    MERGE_HEAD_MAX = 64 << 10,
};

/* The tree of one commit, and the folder of it that was looked at last: the files of
 * an index come folder by folder. */
typedef struct Side {
    git_oid root;
    bool known; /* `folder` was looked at */
    Str folder;
    StrBuf tree; /* its bytes; empty when there is none */
} Side;

typedef struct Staging {
    Repo *repo;
    Arena *arena;
    Side sides[SIDES_MAX];
    size_t side_count;
    StagedFile *files;
    size_t count, cap;
} Staging;

static bool add_side(Staging *s, const git_oid *commit_id, Error *err)
{
    Commit commit;

    if (s->side_count == SIDES_MAX)
        return true;
    if (!commit_read(s->repo, commit_id, s->arena, &commit, err))
        return false;
    s->sides[s->side_count++].root = commit.tree;
    return true;
}

/* The commits that the next one follows. */
static bool find_sides(Staging *s, Error *err)
{
    Head head;
    StrBuf merged = {0};
    Str line;
    bool ok = head_read(s->repo, s->arena, &head, err);

    if (ok && !head.unborn)
        ok = add_side(s, &head.id, err);
    Str path = path_join(s->arena, str_from(s->repo->folder), STR("MERGE_HEAD"));
    if (ok && file_read(path.ptr, MERGE_HEAD_MAX, &merged, NULL)) {
        Str rest = strbuf_view(&merged);
        git_oid id;
        while (ok && str_next_line(&rest, &line))
            if (git_oid_fromstrn(&id, line.ptr, line.len) == 0)
                ok = add_side(s, &id, err);
    }
    strbuf_deinit(&merged);
    return ok;
}

static bool enter_folder(Repo *repo, Side *side, Str folder, Error *err)
{
    TreeEntry entry = {.found = true, .mode = GIT_FILEMODE_TREE, .id = side->root};

    if (side->known && str_eq(side->folder, folder))
        return true;
    strbuf_clear(&side->tree);
    side->folder = folder;
    side->known = true;
    if (folder.len > 0 && !tree_find(repo, &side->root, folder, &entry, err))
        return false;
    if (!entry.found || entry.mode != GIT_FILEMODE_TREE)
        return true;
    return object_read(repo, &entry.id, GIT_OBJECT_TREE, &side->tree, err);
}

/* Has the commit this very text under this name? */
static bool side_has(Repo *repo, Side *side, Str path, const git_oid *blob, bool *has,
                     Error *err)
{
    size_t slash = str_rfind_byte(path, '/');
    Str folder = str_slice(path, 0, slash == STR_NONE ? 0 : slash);
    Str own = str_slice(path, slash == STR_NONE ? 0 : slash + 1, path.len), name;
    TreeEntry entry;

    *has = false;
    if (!enter_folder(repo, side, folder, err))
        return false;
    Str rest = strbuf_view(&side->tree);
    while (tree_next(&rest, &name, &entry))
        if (str_eq(name, own)) {
            *has = git_oid_equal(&entry.id, blob);
            break;
        }
    return true;
}

static bool is_candidate(const git_index_entry *e)
{
    Str path = str_from(e->path);
    Str end = str_slice(path, path.len > 3 ? path.len - 3 : path.len, path.len);
    bool file = e->mode == GIT_FILEMODE_BLOB || e->mode == GIT_FILEMODE_BLOB_EXECUTABLE;
    bool ours = str_starts(path, STR(".prfaq/"));

    return file && !ours && GIT_INDEX_ENTRY_STAGE(e) == 0 &&
           str_eq_nocase(end, STR(".md"));
}

static bool add_entry(Staging *s, const git_index_entry *e, Error *err)
{
    StrBuf bytes = {0};
    Str path = arena_str(s->arena, str_from(e->path));

    for (size_t i = 0; i < s->side_count; i++) {
        bool has = false;
        if (!side_has(s->repo, &s->sides[i], path, &e->id, &has, err))
            return false;
        if (has)
            return true;
    }
    bool ok = object_read(s->repo, &e->id, GIT_OBJECT_BLOB, &bytes, err);
    if (ok) {
        s->files = arena_grow(s->arena, s->files, s->count, &s->cap, sizeof *s->files);
        s->files[s->count++] =
            (StagedFile){path, arena_str(s->arena, strbuf_view(&bytes))};
    }
    strbuf_deinit(&bytes);
    return ok;
}

bool repo_staged(Repo *repo, const char *index_path, Arena *arena,
                 const StagedFile **out, size_t *count, Error *err)
{
    Staging s = {.repo = repo, .arena = arena};
    git_index *index = NULL;
    Str own = path_join(arena, str_from(repo->folder), STR("index"));
    bool ok = false;

    if (git_index_open(&index, index_path ? index_path : own.ptr) < 0) {
        git_failed(err, _("cannot read what is staged in git"));
        goto out;
    }
    if (!find_sides(&s, err))
        goto out;
    for (size_t i = 0; i < git_index_entrycount(index); i++) {
        const git_index_entry *entry = git_index_get_byindex(index, i);
        if (is_candidate(entry) && !add_entry(&s, entry, err))
            goto out;
    }
    *out = s.files;
    *count = s.count;
    ok = true;
out:
    for (size_t i = 0; i < s.side_count; i++)
        strbuf_deinit(&s.sides[i].tree);
    git_index_free(index);
    return ok;
}
