#include "repo/merge.h"

#include "base/message.h"
#include "repo/git.h"

static void take_bases(const git_oidarray *bases, MergeSides *out)
{
    if (bases->count == 0)
        return;
    git_oid_tostr(out->base, sizeof out->base, &bases->ids[0]);
    for (size_t i = 1; i < bases->count && out->more_count < MERGE_BASES_MAX; i++)
        git_oid_tostr(out->more[out->more_count++], REPO_ID_MAX + 1, &bases->ids[i]);
}

bool repo_merge_sides(Repo *repo, Str rev, MergeSides *out, Error *err)
{
    git_oid theirs, head;
    git_oidarray bases = {0};

    *out = (MergeSides){0};
    if (!revision_resolve(repo, rev, &theirs, err) ||
        !revision_resolve(repo, STR("HEAD"), &head, err))
        return false;
    git_oid_tostr(out->theirs, sizeof out->theirs, &theirs);
    int rc = git_merge_bases(&bases, repo->git, &head, &theirs);
    if (rc < 0 && rc != GIT_ENOTFOUND)
        return git_failed(err, _("cannot find what both have in common"));
    if (rc == 0)
        take_bases(&bases, out);
    out->contained = rc == 0 && git_oid_equal(&bases.ids[0], &theirs);
    git_oidarray_dispose(&bases);
    return true;
}

bool repo_common(Repo *repo, const char *a, const char *b, char out[REPO_ID_MAX + 1])
{
    git_oid one, two, base;
    bool found = git_oid_fromstr(&one, a) == 0 && git_oid_fromstr(&two, b) == 0 &&
                 git_merge_base(&base, repo->git, &one, &two) == 0;

    out[0] = '\0';
    if (found)
        git_oid_tostr(out, REPO_ID_MAX + 1, &base);
    return found;
}

static bool tree_of(Repo *repo, const char *hex, git_tree **out, Error *err)
{
    git_oid id;
    git_commit *commit = NULL;
    int rc = git_oid_fromstr(&id, hex);

    if (rc == 0)
        rc = git_commit_lookup(&commit, repo->git, &id);
    if (rc == 0)
        rc = git_commit_tree(out, commit);
    git_commit_free(commit);
    return rc == 0 || git_failed(err, _("a revision cannot be read"));
}

/* Is what the delta says of theirs so in our tree too? */
static bool is_so_here(git_tree *ours, const git_diff_delta *delta)
{
    git_tree_entry *entry = NULL;
    bool there = git_tree_entry_bypath(&entry, ours, delta->new_file.path) == 0;
    bool same =
        delta->status == GIT_DELTA_DELETED
            ? !there
            : there && git_oid_equal(git_tree_entry_id(entry), &delta->new_file.id);

    git_tree_entry_free(entry);
    return same;
}

bool repo_merge_others(Repo *repo, const MergeSides *sides, Str path, size_t *count,
                       Error *err)
{
    git_tree *base = NULL, *theirs = NULL, *ours = NULL;
    git_diff *diff = NULL;
    char head[REPO_ID_MAX + 1];
    bool ok = false;

    *count = 0;
    repo_last(repo, head);
    if ((sides->base[0] && !tree_of(repo, sides->base, &base, err)) ||
        !tree_of(repo, sides->theirs, &theirs, err) || !tree_of(repo, head, &ours, err))
        goto out;
    if (git_diff_tree_to_tree(&diff, repo->git, base, theirs, NULL) < 0) {
        git_failed(err, _("a revision cannot be read"));
        goto out;
    }
    for (size_t i = 0; i < git_diff_num_deltas(diff); i++) {
        const git_diff_delta *delta = git_diff_get_delta(diff, i);
        *count +=
            !str_eq(str_from(delta->new_file.path), path) && !is_so_here(ours, delta);
    }
    ok = true;
out:
    git_diff_free(diff);
    git_tree_free(base);
    git_tree_free(theirs);
    git_tree_free(ours);
    return ok;
}

static bool read_stage(Repo *repo, const git_index_entry *entry, StrBuf *out,
                       Error *err)
{
    strbuf_clear(out);
    return !entry || object_read(repo, &entry->id, GIT_OBJECT_BLOB, out, err);
}

bool repo_unmerged(Repo *repo, Str path, StrBuf sides[3], bool *found, Error *err)
{
    const git_index_entry *base = NULL, *ours = NULL, *theirs = NULL;
    git_index *index = NULL;
    char *name = mem_str(path);
    bool ok = true;

    *found = false;
    if (git_repository_index(&index, repo->git) == 0 && git_index_read(index, 0) == 0)
        *found = git_index_conflict_get(&base, &ours, &theirs, index, name) == 0;
    if (*found)
        ok = read_stage(repo, base, &sides[0], err) &&
             read_stage(repo, ours, &sides[1], err) &&
             read_stage(repo, theirs, &sides[2], err);
    git_index_free(index);
    mem_free(name);
    return ok;
}

bool repo_settle(Repo *repo, Str path, Error *err)
{
    git_index *index = NULL;
    char *name = mem_str(path);
    bool ok = git_repository_index(&index, repo->git) == 0 &&
              git_index_read(index, 0) == 0 && git_index_add_bypath(index, name) == 0 &&
              git_index_write(index) == 0;

    git_index_free(index);
    mem_free(name);
    return ok || git_failed(err, _("cannot tell git that the file is merged"));
}
