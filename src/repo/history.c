#include "repo/history.h"

#include <string.h>

#include "base/message.h"
#include "repo/git.h"
#include "repo/revisions.h"

bool history_newest(Revisions *r, size_t most, Arena *arena, History *out, Error *err)
{
    size_t count = revisions_count(r) < most ? revisions_count(r) : most;
    Revision *items = arena_array(arena, count + 1, sizeof *items);
    Str *paths = arena_array(arena, count + 1, sizeof *paths);
    RevisionRecord record;
    int number;

    for (size_t i = 0; i < count; i++) {
        if (!revisions_get(r, i, arena, &items[i], err) ||
            !revisions_record(r, i, &record, &number))
            return false;
        Str name = revisions_name(r, &record);
        bool same = i > 0 && str_eq(paths[i - 1], name);
        paths[i] = same ? paths[i - 1] : arena_str(arena, name);
    }
    *out = (History){.items = items, .paths = paths, .count = count};
    return true;
}

bool history_read(Repo *repo, Str path, Arena *arena, History *out, Error *err)
{
    Revisions *r = NULL;

    *out = (History){0};
    bool ok = revisions_open(repo, path, &r, err) && revisions_more(r, 0) &&
              history_newest(r, SIZE_MAX, arena, out, err);
    revisions_free(r);
    return ok;
}

static bool no_number(const History *h, Str rev, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("there is no revision %.*s"), STR_ARG(rev));
    if (h->count == 0)
        return error_hint(err, _("this document was never saved"));
    return error_hint(err,
                      ngettext("this document has %zu revision",
                               "this document has revisions 1 to %zu",
                               (unsigned long)h->count),
                      h->count);
}

static const Revision *by_commit(const History *h, const char *commit)
{
    for (size_t i = 0; i < h->count; i++)
        if (strcmp(h->items[i].commit, commit) == 0)
            return &h->items[i];
    return NULL;
}

static const Revision *by_blob(const History *h, const char *blob)
{
    for (size_t i = 0; i < h->count; i++)
        if (strcmp(h->items[i].blob, blob) == 0)
            return &h->items[i];
    return NULL;
}

/* The document in a commit, under its name of today or an older one. */
static bool find_in_commit(Repo *repo, const History *h, Str path, const Commit *commit,
                           TreeEntry *entry, Error *err)
{
    Str tried = path;

    if (!tree_find(repo, &commit->tree, path, entry, err))
        return false;
    for (size_t i = 0; i < h->count && !entry->found; i++) {
        if (str_eq(h->paths[i], tried))
            continue;
        tried = h->paths[i];
        if (!tree_find(repo, &commit->tree, tried, entry, err))
            return false;
    }
    return true;
}

/* A commit that changed other files: the revision that was current there. */
static bool find_by_git(Repo *repo, const History *h, Str path, Str rev, Arena *arena,
                        Revision *out, Error *err)
{
    git_oid id;
    Commit commit;
    TreeEntry entry = {0};
    char hex[GIT_OID_HEXSZ + 1];

    if (!revision_resolve(repo, rev, &id, err))
        return false;
    const Revision *known = by_commit(h, git_oid_tostr(hex, sizeof hex, &id));
    if (!known) {
        if (!commit_read(repo, &id, arena, &commit, err) ||
            !find_in_commit(repo, h, path, &commit, &entry, err))
            return false;
        if (!entry.found)
            return error_set(err, ERR_NOT_FOUND,
                             _("\"%.*s\" is not in revision \"%.*s\""), STR_ARG(path),
                             STR_ARG(rev));
        known = by_blob(h, git_oid_tostr(hex, sizeof hex, &entry.id));
    }
    if (known) {
        *out = *known;
        return true;
    }
    commit_revision(&id, &commit, arena, out);
    git_oid_tostr(out->blob, sizeof out->blob, &entry.id);
    return true;
}

bool history_find(Repo *repo, const History *h, Str path, Str rev, Arena *arena,
                  Revision *out, Error *err)
{
    int number = 0;

    if (str_to_int(rev, &number)) {
        if (number >= 1 && (size_t)number <= h->count) {
            *out = h->items[h->count - (size_t)number];
            return true;
        }
        /* Seven digits and more may be the beginning of a hash. */
        if (rev.len >= 7 && find_by_git(repo, h, path, rev, arena, out, err))
            return true;
        return no_number(h, rev, err);
    }
    return find_by_git(repo, h, path, rev, arena, out, err);
}

bool history_bytes(Repo *repo, const Revision *rev, StrBuf *out, Error *err)
{
    git_oid id;

    if (git_oid_fromstr(&id, rev->blob) < 0)
        return error_set(err, ERR_NOT_FOUND, _("this revision has no text"));
    return object_read(repo, &id, GIT_OBJECT_BLOB, out, err);
}
