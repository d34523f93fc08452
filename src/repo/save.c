/* repo_commit(): a revision that other people's work, a full disk, a power cut
 * or a kill -9 cannot spoil. The objects, the new index and the new value of the
 * branch are written under git's locks and synced together; then the branch moves,
 * is read back, and the index gets its place. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/message.h"
#include "base/utf8.h"
#include "repo/git.h"
#include "repo/index.h"
#include "repo/reference.h"
#include "repo/saving.h"
#include "repo/stored.h"

static bool person_ok(const Person *who, Error *err)
{
    const Str fields[] = {who->name, who->email};

    for (int i = 0; i < 2; i++) {
        Str s = fields[i];
        bool ok = !str_is_blank(s) && utf8_valid(s, NULL);
        for (size_t at = 0; ok && at < s.len; at++)
            ok = (unsigned char)s.ptr[at] >= 0x20 && s.ptr[at] != 0x7f &&
                 s.ptr[at] != '<' && s.ptr[at] != '>';
        if (!ok)
            return error_set(err, ERR_USAGE,
                             _("\"%.*s\" cannot be a name or an e-mail on a revision"),
                             STR_ARG(s));
    }
    return true;
}

static bool request_ok(const CommitRequest *request, Error *err)
{
    if (!git_path_ok(request->path, err) || !person_ok(&request->author, err))
        return false;
    for (size_t i = 0; i < request->with_count; i++)
        if (!person_ok(&request->with[i], err))
            return false;
    for (size_t i = 0; i < request->other_count; i++)
        if (!git_path_ok(request->others[i].path, err))
            return false;
    if (request->bytes.len > FILE_MAX)
        return error_set(err, ERR_IO, _("\"%.*s\" is larger than %zu MiB"),
                         STR_ARG(request->path), FILE_MAX >> 20);
    if (str_is_blank(request->message) || !utf8_valid(request->message, NULL) ||
        str_find_byte(request->message, '\0', 0) != STR_NONE)
        return error_set(err, ERR_USAGE, _("the note of a revision must be text"));
    return true;
}

/* What git is in the middle of: committing over it would lose the other side. */
bool repo_at_rest(Repo *repo, Error *err)
{
    switch (git_repository_state(repo->git)) {
    case GIT_REPOSITORY_STATE_NONE:
        return true;
    case GIT_REPOSITORY_STATE_MERGE:
        error_set(err, ERR_STATE, _("git is in the middle of a merge"));
        return error_hint(err, _("finish it with \"git merge --continue\" or leave it "
                                 "with \"git merge --abort\", then save again"));
    case GIT_REPOSITORY_STATE_REVERT:
    case GIT_REPOSITORY_STATE_REVERT_SEQUENCE:
        error_set(err, ERR_STATE, _("git is in the middle of a revert"));
        return error_hint(err, _("finish it with \"git revert --continue\" or leave it "
                                 "with \"git revert --abort\", then save again"));
    case GIT_REPOSITORY_STATE_CHERRYPICK:
    case GIT_REPOSITORY_STATE_CHERRYPICK_SEQUENCE:
        error_set(err, ERR_STATE, _("git is in the middle of a cherry-pick"));
        return error_hint(err,
                          _("finish it with \"git cherry-pick --continue\" or leave it "
                            "with \"git cherry-pick --abort\", then save again"));
    case GIT_REPOSITORY_STATE_BISECT:
        error_set(err, ERR_STATE, _("git is in the middle of a bisect"));
        return error_hint(err, _("end it with \"git bisect reset\", then save again"));
    default:
        error_set(err, ERR_STATE, _("git is in the middle of a rebase"));
        return error_hint(err, _("finish it with \"git rebase --continue\" or leave it "
                                 "with \"git rebase --abort\", then save again"));
    }
}

static bool no_link(Repo *repo, Str path, Error *err)
{
    StrBuf full = {0};
    struct stat st;

    strbuf_addf(&full, "%s/%.*s", repo->root, STR_ARG(path));
    bool link = lstat(strbuf_cstr(&full), &st) == 0 && S_ISLNK(st.st_mode);
    strbuf_deinit(&full);
    if (!link)
        return true;
    error_set(err, ERR_STATE, _("\"%.*s\" is a link: it has no revisions of its own"),
              STR_ARG(path));
    return error_hint(err, _("save the file it points to"));
}

/* One save under way. */
typedef struct Save {
    Repo *repo;
    const CommitRequest *request;
    Arena arena;
    Str bytes; /* of the document from now on */
    Head head;
    git_oid parent_tree;
    TreeEntry file;       /* mode and id of the document from now on */
    IndexChange *changes; /* that, and the others of the request */
    git_oid commit;
    bool unchanged;
} Save;

/* The state of the branch, and what the document's entry will be there. */
static bool read_base(Save *s, Error *err)
{
    Commit parent;
    TreeEntry old = {0};

    if (!head_read(s->repo, &s->arena, &s->head, err))
        return false;
    if (!s->head.unborn) {
        if (!commit_read(s->repo, &s->head.id, &s->arena, &parent, err) ||
            !tree_find(s->repo, &parent.tree, s->request->path, &old, err))
            return false;
        s->parent_tree = parent.tree;
    }
    s->file.found = !s->request->removed;
    s->file.mode = old.found && old.mode == GIT_FILEMODE_BLOB_EXECUTABLE
                       ? GIT_FILEMODE_BLOB_EXECUTABLE
                       : GIT_FILEMODE_BLOB;
    s->unchanged = !s->request->removed && s->request->other_count == 0 && old.found &&
                   old.mode == s->file.mode && git_oid_equal(&old.id, &s->file.id);
    s->changes[0] = (IndexChange){s->request->path, s->file, s->bytes};
    return true;
}

static bool write_commit(Save *s, Error *err)
{
    StrBuf bytes = {0};
    git_oid tree;
    bool unborn = s->head.unborn;
    bool ok = tree_put(s->repo, unborn ? NULL : &s->parent_tree, s->request->path,
                       &s->file, &tree, err);

    for (size_t i = 1; ok && i <= s->request->other_count; i++) {
        const git_oid base = tree;
        ok = tree_put(s->repo, &base, s->changes[i].path, &s->changes[i].blob, &tree,
                      err);
    }

    if (ok) {
        commit_format(&tree, unborn ? NULL : &s->head.id, s->request, &bytes);
        ok = object_write(s->repo, GIT_OBJECT_COMMIT, strbuf_view(&bytes), &s->commit,
                          err);
    }
    strbuf_deinit(&bytes);
    return ok;
}

static bool points_to_commit(Save *s)
{
    git_oid now;
    return git_reference_name_to_id(&now, s->repo->git, s->head.reference.ptr) == 0 &&
           git_oid_equal(&now, &s->commit);
}

static bool ref_locked(const Save *s, Error *err)
{
    const char *folder = s->head.detached ? s->repo->folder : s->repo->common;

    error_set(err, ERR_STATE,
              _("another program holds the branch: \"%s/%s.lock\" exists"), folder,
              s->head.reference.ptr);
    return error_hint(err,
                      _("if no git is running, remove that file, then save again"));
}

typedef enum Move { MOVE_DONE, MOVE_UNSYNCED, MOVE_AGAIN, MOVE_FAILED } Move;

/* What the reflog says. */
static Str logged(Save *s)
{
    Str message = str_trim(s->request->message);
    size_t end = str_find_byte(message, '\n', 0);
    Str subject = str_trim_end(str_slice(message, 0, end));

    return arena_printf(&s->arena,
                        s->head.unborn ? "commit (initial): %.*s" : "commit: %.*s",
                        STR_ARG(subject));
}

static Move moves_on(Error *err)
{
    error_set(err, ERR_STATE, _("the branch keeps moving: nothing was saved"));
    error_hint(err, _("save again when the other program has ended"));
    return MOVE_AGAIN;
}

/* The objects, and what else has to be on the disk before the branch moves. */
static bool sync_all(Save *s, IndexUpdate *index, int lock, Error *err)
{
    int also[2] = {index_unsynced(index), lock};
    size_t first = also[0] < 0, count = lock < 0 ? 1 : 2;
    bool ok = objects_sync(s->repo, also + first, count - first, err);

    index_synced(index, also[0], ok);
    return ok;
}

/* Compare-and-swap, then read back: an error after the rename (the sync of the
 * folder) means that the revision is there all the same. */
static Move move_by_library(Save *s, IndexUpdate *index, Error *err)
{
    git_reference *ref = NULL;
    Str log = logged(s);

    if (!write_commit(s, err) || !sync_all(s, index, -1, err))
        return MOVE_FAILED;
    int rc = git_reference_create_matching(&ref, s->repo->git, s->head.reference.ptr,
                                           &s->commit, 1, &s->head.id, log.ptr);
    git_reference_free(ref);
    if (points_to_commit(s))
        return rc == 0 ? MOVE_DONE : MOVE_UNSYNCED;
    if (rc == GIT_ELOCKED) {
        ref_locked(s, err);
        return MOVE_AGAIN;
    }
    if (rc == GIT_EMODIFIED || rc == GIT_EEXISTS)
        return moves_on(err);
    git_failed(err, _("the revision cannot be recorded"));
    return MOVE_FAILED;
}

static Move move_locked(Save *s, IndexUpdate *index, ReferenceMove *ref, Error *err)
{
    const CommitRequest *request = s->request;

    if (!write_commit(s, err) || !reference_write(ref, &s->commit, err) ||
        !sync_all(s, index, ref->fd, err))
        return MOVE_FAILED;
    ReferenceEnd end =
        reference_move(ref, &request->author, request->time, logged(s), err);
    if (end != REFERENCE_FAILED && points_to_commit(s))
        return end == REFERENCE_DONE ? MOVE_DONE : MOVE_UNSYNCED;
    if (end != REFERENCE_FAILED)
        error_set(err, ERR_IO, "%s", _("the revision cannot be recorded"));
    return MOVE_FAILED;
}

static Move move_branch(Save *s, IndexUpdate *index, Error *err)
{
    ReferenceMove ref;
    Move move = MOVE_AGAIN;

    switch (reference_lock(s->repo, &s->head, &s->arena, &ref)) {
    case REFERENCE_ODD:
        return move_by_library(s, index, err);
    case REFERENCE_BUSY:
        ref_locked(s, err);
        break;
    case REFERENCE_MOVED:
        moves_on(err);
        break;
    case REFERENCE_LOCKED:
        move = move_locked(s, index, &ref, err);
        break;
    }
    reference_unlock(&ref);
    return move;
}

static bool not_merged(const Save *s, Error *err)
{
    error_set(err, ERR_STATE, _("\"%.*s\" has versions that are not merged yet"),
              STR_ARG(s->request->path));
    return error_hint(err, _("settle them with: git add \"%.*s\""),
                      STR_ARG(s->request->path));
}

/* Build on top of whatever is last and move the branch. The index is prepared
 * once, for the entry stays the same. */
static Move save_once(Save *s, IndexUpdate *index, CommitNotes *notes, Error *why)
{
    if (!read_base(s, why))
        return MOVE_FAILED;
    if (!index->asked)
        index_prepare_all(s->repo, s->changes, s->request->other_count + 1, index);
    if (index->conflict) {
        not_merged(s, why);
        return MOVE_FAILED;
    }
    if (s->unchanged && !s->request->merged) {
        notes->nothing_new = true;
        s->commit = s->head.id;
        return MOVE_DONE;
    }
    return move_branch(s, index, why);
}

/* Again when somebody was faster. */
static bool save_on_top(Save *s, IndexUpdate *index, CommitNotes *notes, Error *err)
{
    int64_t start = saving_clock_ms();
    Error why = {0};
    Move move = save_once(s, index, notes, &why);

    for (int attempt = 0;
         move == MOVE_AGAIN && saving_wait(start, SAVING_WAIT_MS, attempt); attempt++)
        move = save_once(s, index, notes, &why);
    notes->not_synced = move == MOVE_UNSYNCED;
    if (move == MOVE_DONE || move == MOVE_UNSYNCED)
        return true;
    if (err)
        *err = why;
    return false;
}

static void describe(const Save *s, Revision *out)
{
    const CommitRequest *request = s->request;
    Str message = str_trim(request->message);
    size_t end = str_find_byte(message, '\n', 0);

    *out = (Revision){
        .author = request->author,
        .with = request->with,
        .with_count = request->with_count,
        .time = request->time,
        .subject = str_trim_end(str_slice(message, 0, end)),
        .body =
            end == STR_NONE ? (Str){0} : str_trim(str_slice(message, end, message.len)),
    };
    git_oid_tostr(out->commit, sizeof out->commit, &s->commit);
    git_oid_tostr(out->blob, sizeof out->blob, &s->file.id);
}

/* Somebody who saved while we waited may have changed the file: older words must
 * not come after theirs. */
static bool read_again(Save *s, Error *err)
{
    StrBuf path = {0}, now = {0};
    const CommitRequest *request = s->request;

    s->bytes = request->bytes;
    if (!request->from_file)
        return true;
    strbuf_addf(&path, "%s/%.*s", s->repo->root, STR_ARG(request->path));
    bool ok = file_read(strbuf_cstr(&path), FILE_MAX, &now, err);
    bool text = utf8_valid(request->bytes, NULL);
    if (ok && text && !utf8_valid(strbuf_view(&now), NULL))
        ok = error_set(err, ERR_STATE, _("\"%.*s\" changed while it was being saved"),
                       STR_ARG(request->path));
    if (ok && !str_eq(strbuf_view(&now), request->bytes))
        s->bytes = arena_str(&s->arena, strbuf_view(&now));
    strbuf_deinit(&path);
    strbuf_deinit(&now);
    return ok;
}

/* One file as an object, as git would keep it. */
static bool write_file(Save *s, Str path, Str bytes, git_oid *id, Error *err)
{
    StrBuf turned = {0};
    bool differs = stored_turned(s->repo, path, bytes, &s->head, &turned);
    bool ok = object_write(s->repo, GIT_OBJECT_BLOB,
                           differs ? strbuf_view(&turned) : bytes, id, err);

    strbuf_deinit(&turned);
    return ok;
}

/* The documents as objects, before anything speaks of them. */
static bool write_files(Save *s, Error *err)
{
    const CommitRequest *request = s->request;

    s->changes = arena_array(&s->arena, request->other_count + 1, sizeof *s->changes);
    for (size_t i = 0; i < request->other_count; i++) {
        const CommitChange *other = &request->others[i];
        IndexChange *change = &s->changes[i + 1];
        *change = (IndexChange){.path = other->path, .bytes = other->bytes};
        if (other->removed)
            continue;
        change->blob = (TreeEntry){.found = true, .mode = GIT_FILEMODE_BLOB};
        if (!write_file(s, other->path, other->bytes, &change->blob.id, err))
            return false;
    }
    return request->removed || write_file(s, request->path, s->bytes, &s->file.id, err);
}

static bool save_locked(Save *s, CommitNotes *notes, Error *err)
{
    IndexUpdate index = {0};
    char *name = mem_str(s->request->author.name);
    char *email = mem_str(s->request->author.email);

    /* Who moved the branch, for the reflog. */
    (void)git_repository_set_ident(s->repo->git, name, email);
    bool ok = write_files(s, err) && save_on_top(s, &index, notes, err);
    if (ok)
        notes->index_behind = !index_commit(&index);
    index_release(&index);
    objects_forget(s->repo);
    mem_free(name);
    mem_free(email);
    return ok;
}

/* What a save that died has left to do, and what we are about to do. */
static bool take_over(Repo *repo, const Save *s, const Saving *saving)
{
    if (saving->cut)
        saving_mend_index(repo, str_from(saving->cut));
    saving_about(saving, s->head.reference, s->request->path);
    return true;
}

bool repo_commit(Repo *repo, const CommitRequest *request, Revision *out, Error *err)
{
    Save s = {.repo = repo, .request = request};
    CommitNotes notes = {0};
    Saving saving = {.fd = -1};
    bool ok = request_ok(request, err) && repo_at_rest(repo, err) &&
              no_link(repo, request->path, err) &&
              head_read(repo, &s.arena, &s.head, err) &&
              saving_begin(repo, s.head.reference, &saving, err) &&
              take_over(repo, &s, &saving) && read_again(&s, err) &&
              save_locked(&s, &notes, err);

    saving_end(&saving);
    if (ok) {
        describe(&s, out);
        if (request->notes)
            *request->notes = notes;
    }
    arena_deinit(&s.arena);
    return ok;
}
