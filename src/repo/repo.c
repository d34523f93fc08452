#include "repo/repo.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"
#include "repo/git.h"
#include "repo/stored.h"

const char *repo_root(const Repo *repo)
{
    return repo->root;
}

const char *repo_private(const Repo *repo)
{
    return repo->private_;
}

bool repo_relative(const Repo *repo, const char *path, Arena *arena, Str *out,
                   Error *err)
{
    Str folder = {0}, root = str_from(repo->root);
    Str up = arena_str(arena, path_folder(str_from(path)));

    /* The last part stays as it is: a link in the work tree is a file of its own
     * for git. */
    if (!path_real(up.ptr, arena, &folder, err))
        return false;
    Str full = path_join(arena, folder, path_base(str_from(path)));
    size_t skip = root.len > 1 ? root.len + 1 : root.len;
    if (!str_starts(full, root) || full.len <= skip || full.ptr[skip - 1] != '/')
        return error_set(err, ERR_USAGE, _("\"%s\" is outside the repository \"%s\""),
                         path, repo->root);
    *out = str_slice(full, skip, full.len);
    return git_path_ok(*out, err);
}

static bool config_text(git_config *config, const char *key, Arena *arena, Str *out)
{
    git_buf value = {0};
    bool found = git_config_get_string_buf(&value, config, key) == 0;

    if (found)
        *out = arena_str(arena, str_trim((Str){value.ptr, value.size}));
    git_buf_dispose(&value);
    return found && out->len > 0;
}

bool repo_identity(Repo *repo, Arena *arena, Person *out)
{
    git_config *config = NULL;
    Person person = {0};

    if (git_repository_config_snapshot(&config, repo->git) < 0)
        return false;
    bool found = (config_text(config, "author.name", arena, &person.name) ||
                  config_text(config, "user.name", arena, &person.name)) &&
                 (config_text(config, "author.email", arena, &person.email) ||
                  config_text(config, "user.email", arena, &person.email));
    git_config_free(config);
    if (found)
        *out = person;
    return found;
}

bool repo_hooks_folder(Repo *repo, Arena *arena, Str *out, bool *configured, Error *err)
{
    git_config *config = NULL;
    git_buf path = {0};

    if (git_repository_config_snapshot(&config, repo->git) < 0)
        return git_failed(err, _("cannot read the settings of git"));
    *configured =
        git_config_get_path(&path, config, "core.hooksPath") == 0 && path.size;
    if (*configured) /* a relative one counts from where hooks run */
        *out = path_join(arena, str_from(repo->root), (Str){path.ptr, path.size});
    else
        *out = path_join(arena, str_from(repo->common), STR("hooks"));
    git_buf_dispose(&path);
    git_config_free(config);
    return true;
}

/* Follow HEAD to the name a new commit moves. A branch that is a symbolic
 * reference itself is followed too, but not for ever. */
static bool follow_head(Repo *repo, Arena *arena, Head *out, Error *err)
{
    const char *what = _("cannot read where the repository stands");
    Str name = STR("HEAD");

    for (int i = 0; i < 5; i++) {
        git_reference *ref = NULL;
        int rc = git_reference_lookup(&ref, repo->git, name.ptr);
        if (rc == GIT_ENOTFOUND && i > 0) {
            out->unborn = true;
            out->reference = name;
            return true;
        }
        if (rc < 0)
            return git_failed(err, what);
        const char *target = git_reference_symbolic_target(ref);
        if (target) {
            name = arena_str(arena, str_from(target));
        } else {
            out->detached = i == 0;
            out->reference = name;
            out->id = *git_reference_target(ref);
        }
        git_reference_free(ref);
        if (!target)
            return true;
    }
    return error_set(err, ERR_IO, "%s", what);
}

bool head_read(Repo *repo, Arena *arena, Head *out, Error *err)
{
    *out = (Head){0};
    return follow_head(repo, arena, out, err);
}

bool repo_state(Repo *repo, Arena *arena, RepoState *out, Error *err)
{
    Head head;

    if (!head_read(repo, arena, &head, err))
        return false;
    *out = (RepoState){.unborn = head.unborn, .detached = head.detached};
    Str prefix = STR("refs/heads/");
    if (str_starts(head.reference, prefix))
        out->branch = str_slice(head.reference, prefix.len, head.reference.len);
    return true;
}

static bool no_such_revision(Str rev, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("there is no revision \"%.*s\""), STR_ARG(rev));
    return error_hint(err, _("see all of them with: prfaq log DOC"));
}

/* A branch, a tag or the beginning of a hash, without reading the object. */
static bool resolve_base(Repo *repo, const char *name, git_oid *out)
{
    git_reference *ref = NULL, *direct = NULL;
    git_oid prefix;
    size_t len = strlen(name);
    bool found = git_reference_dwim(&ref, repo->git, name) == 0 &&
                 git_reference_resolve(&direct, ref) == 0;

    if (found)
        *out = *git_reference_target(direct);
    else
        found = len >= GIT_OID_MINPREFIXLEN && len <= GIT_OID_HEXSZ &&
                git_oid_fromstrn(&prefix, name, len) == 0 &&
                git_odb_exists_prefix(out, repo->odb, &prefix, len) == 0;
    git_reference_free(direct);
    git_reference_free(ref);
    return found;
}

/* "~3", "^" and "^2" behind a name, by hand: see git.h for why. */
static bool follow_suffix(Repo *repo, Str suffix, git_oid *id)
{
    while (suffix.len > 0) {
        char sign = suffix.ptr[0];
        size_t end = 1;
        int number = 1;
        while (end < suffix.len && suffix.ptr[end] >= '0' && suffix.ptr[end] <= '9')
            end++;
        if ((sign != '~' && sign != '^') ||
            (end > 1 && !str_to_int(str_slice(suffix, 1, end), &number)))
            return false;
        int steps = sign == '~' ? number : number > 0;
        size_t parent = sign == '~' || number == 0 ? 0 : (size_t)number - 1;
        for (int i = 0; i < steps; i++) {
            Arena arena = {0};
            Commit commit;
            bool ok = commit_read(repo, id, &arena, &commit, NULL) &&
                      parent < commit.parent_count;
            if (ok)
                *id = commit.parents[parent];
            arena_deinit(&arena);
            if (!ok)
                return false;
        }
        suffix = str_slice(suffix, end, suffix.len);
    }
    return true;
}

static bool is_whole(Repo *repo, const git_oid *id, git_object_t type)
{
    StrBuf bytes = {0};
    bool ok = object_read(repo, id, type, &bytes, NULL);

    strbuf_deinit(&bytes);
    return ok;
}

/* Everything else git understands: annotated tags, "main@{yesterday}", ":/text". */
static bool resolve_by_git(Repo *repo, const char *rev, git_oid *out)
{
    git_object *object = NULL, *commit = NULL;
    bool found = git_revparse_single(&object, repo->git, rev) == 0 &&
                 git_object_peel(&commit, object, GIT_OBJECT_COMMIT) == 0;

    if (found)
        *out = *git_object_id(commit);
    git_object_free(commit);
    git_object_free(object);
    return found;
}

static bool resolve_head(Repo *repo, git_oid *out, Error *err)
{
    Arena arena = {0};
    Head head;
    bool ok = head_read(repo, &arena, &head, err);

    if (ok && head.unborn)
        ok = error_set(err, ERR_NOT_FOUND, _("nothing was saved yet"));
    *out = head.id;
    arena_deinit(&arena);
    return ok;
}

void repo_last(Repo *repo, char out[REPO_ID_MAX + 1])
{
    git_oid id;
    Error ignored = {0};

    out[0] = '\0';
    if (resolve_head(repo, &id, &ignored))
        git_oid_tostr(out, REPO_ID_MAX + 1, &id);
}

bool revision_resolve(Repo *repo, Str rev, git_oid *out, Error *err)
{
    size_t end = 0;

    if (rev.len == 0 || str_eq(rev, STR("HEAD")))
        return resolve_head(repo, out, err);
    if (str_find_byte(rev, '\0', 0) != STR_NONE)
        return no_such_revision(rev, err);
    while (end < rev.len && rev.ptr[end] != '~' && rev.ptr[end] != '^')
        end++;
    char *whole = mem_str(rev), *base = mem_str(str_slice(rev, 0, end));
    git_oid id;
    bool known = resolve_base(repo, base, &id);
    bool found = false;
    if (known && is_whole(repo, &id, GIT_OBJECT_COMMIT)) {
        found = follow_suffix(repo, str_slice(rev, end, rev.len), &id) &&
                is_whole(repo, &id, GIT_OBJECT_COMMIT);
        *out = id;
    } else if (!known || is_whole(repo, &id, GIT_OBJECT_TAG)) {
        found = resolve_by_git(repo, whole, out);
    }
    mem_free(whole);
    mem_free(base);
    return found || no_such_revision(rev, err);
}

static bool is_file(const TreeEntry *entry)
{
    return entry->found && (entry->mode & 0170000) == 0100000;
}

/* The file's entry at a commit. */
static bool find_file(Repo *repo, const git_oid *commit_id, Str path, TreeEntry *out,
                      Error *err)
{
    Arena arena = {0};
    Commit commit;
    bool ok = commit_read(repo, commit_id, &arena, &commit, err) &&
              tree_find(repo, &commit.tree, path, out, err);

    arena_deinit(&arena);
    return ok;
}

bool repo_read(Repo *repo, Str path, Str rev, StrBuf *out, Error *err)
{
    git_oid id;
    TreeEntry entry;

    if (!revision_resolve(repo, rev, &id, err) ||
        !find_file(repo, &id, path, &entry, err))
        return false;
    if (!is_file(&entry))
        return rev.len ? error_set(err, ERR_NOT_FOUND,
                                   _("\"%.*s\" is not in revision \"%.*s\""),
                                   STR_ARG(path), STR_ARG(rev))
                       : error_set(err, ERR_NOT_FOUND, _("\"%.*s\" was never saved"),
                                   STR_ARG(path));
    return object_read(repo, &entry.id, GIT_OBJECT_BLOB, out, err);
}

bool repo_has_revision(Repo *repo, Str rev, Error *err)
{
    git_oid id;
    int number = 0;

    return str_to_int(rev, &number) || revision_resolve(repo, rev, &id, err);
}

bool repo_compare(Repo *repo, Str path, Str bytes, RepoFile *out, Error *err)
{
    Arena arena = {0};
    Head head;
    TreeEntry entry = {0};
    git_oid id;
    StrBuf turned = {0};
    bool ok = head_read(repo, &arena, &head, err) &&
              (head.unborn || find_file(repo, &head.id, path, &entry, err));

    if (ok && is_file(&entry) && stored_turned(repo, path, bytes, &head, &turned))
        bytes = strbuf_view(&turned);
    if (ok &&
        git_odb_hash(&id, bytes.len ? bytes.ptr : "", bytes.len, GIT_OBJECT_BLOB) < 0)
        ok = git_failed(err, _("cannot compare with the last revision"));
    strbuf_deinit(&turned);
    if (ok)
        *out = !is_file(&entry)                ? REPO_FILE_NEW
               : git_oid_equal(&entry.id, &id) ? REPO_FILE_SAME
                                               : REPO_FILE_CHANGED;
    arena_deinit(&arena);
    return ok;
}
