#include "app/document_move.h"

#include <unistd.h>

#include "app/check_setup.h"
#include "app/deck_file.h"
#include "app/exercise_file.h"
#include "app/keep_place.h"
#include "app/owed.h"
#include "app/own_file.h"
#include "app/read_mark.h"
#include "app/review_files.h"
#include "base/file.h"
#include "base/message.h"
#include "check/baseline.h"
#include "doc/frontmatter_set.h"
#include "repo/names.h"
#include "store/lease.h"

/* -- looking ---------------------------------------------------------------------- */

/* Somebody who types would write the file again under its old name. */
static bool nobody_has_it(Session *s, const DocumentRef *ref, Arena *arena, Error *err)
{
    KeepPlace place;
    Lease *lease = NULL;
    LeaseHolder holder = {0};

    keep_place(s, ref, arena, &place);
    if (place.lease_folder.len == 0)
        return true;
    const LeaseHolder me = {.process = place.process, .since = session_now()};
    switch (
        lease_take(place.lease_folder, place.name, &me, arena, &lease, &holder, NULL)) {
    case LEASE_TAKEN:
        lease_end(lease);
        return true;
    case LEASE_FAILED:
        return true;
    case LEASE_HELD:
        break;
    }
    if (holder.person.len > 0)
        error_set(err, ERR_STATE, _("%.*s has \"%.*s\" open"), STR_ARG(holder.person),
                  STR_ARG(ref->name));
    else
        error_set(err, ERR_STATE, _("somebody has \"%.*s\" open"), STR_ARG(ref->name));
    return error_hint(err, _("Close it there first"));
}

static bool find_target(const DocumentRef *from, Str name, Arena *arena,
                        DocumentRef *out, Error *err)
{
    size_t slash = str_rfind_byte(name, '/');
    Str base = slash == STR_NONE ? name : str_slice(name, slash + 1, name.len);
    Str folder =
        slash == STR_NONE ? path_folder(from->relative) : str_slice(name, 0, slash);
    Str up = path_folder(from->path), file;

    if (str_ends(base, STR(".md")))
        base.len -= 3;
    if (!workspace_new_name(base, arena, &file, err))
        return false;
    /* The path to open: as far up as the old one goes. */
    for (Str rest = path_folder(from->relative);
         rest.len > 0 && !str_eq(rest, STR(".")); rest = path_folder(rest))
        up = str_eq(up, STR(".")) ? STR("..") : path_join(arena, up, STR(".."));
    bool top = folder.len == 0 || str_eq(folder, STR("."));
    out->relative = top ? file : path_join(arena, folder, file);
    out->path = slash == STR_NONE ? path_join(arena, path_folder(from->path), file)
                                  : path_join(arena, up, out->relative);
    if (str_starts(out->path, STR("./")))
        out->path = str_slice(out->path, 2, out->path.len);
    out->path = arena_str(arena, out->path);
    out->name = str_slice(out->relative, 0, out->relative.len - 3);
    if (str_eq(out->relative, from->relative))
        return error_set(err, ERR_USAGE, _("\"%.*s\" has that name already"),
                         STR_ARG(from->name));
    if (file_kind(out->path.ptr) != FILE_NONE)
        return error_set(err, ERR_STATE, _("\"%s\" exists already"), out->path.ptr);
    return true;
}

static void add_change(DocumentMove *m, CommitChange change, Arena *arena)
{
    m->threads = arena_grow(arena, m->threads, m->thread_count, &m->thread_cap,
                            sizeof *m->threads);
    m->threads[m->thread_count++] = change;
}

static bool exists(Session *s, Str path, Arena *arena)
{
    return file_kind(path_join(arena, s->workspace.root, path).ptr) != FILE_NONE;
}

/* A file leaves its place; where the document has a new name it gets one, too. */
static void move_file(DocumentMove *m, Str from, Str to, Str bytes, Arena *arena)
{
    add_change(m, (CommitChange){.path = from, .removed = true}, arena);
    if (m->to.path.len > 0)
        add_change(m, (CommitChange){.path = to, .bytes = bytes}, arena);
}

static bool read_threads(Session *s, DocumentMove *m, Arena *arena, Error *err)
{
    ThreadFiles files;
    StrBuf bytes = {0};
    bool ok = true;

    thread_files_read(s->workspace.root, m->from.name, arena, &files);
    for (size_t i = 0; ok && i < files.count; i++) {
        Str path = path_join(arena, s->workspace.root, files.paths[i]);
        strbuf_clear(&bytes);
        ok = file_read(path.ptr, FILE_MAX, &bytes, err);
        Str to = arena_printf(arena, "%s/%.*s/%.*s", REVIEWS_PATH, STR_ARG(m->to.name),
                              STR_ARG(path_base(files.paths[i])));
        move_file(m, files.paths[i], to, arena_str(arena, strbuf_view(&bytes)), arena);
    }
    m->review_count = files.count;
    strbuf_deinit(&bytes);
    return ok;
}

/* What was done with its deck, in exercises, with the five questions. */
static bool read_notes(Session *s, DocumentMove *m, Arena *arena, Error *err)
{
    static const struct {
        const char *folder, *suffix;
    } kinds[] = {{DECK_PATH, ".tsv"}, {EXERCISE_PATH, ".tsv"}, {".prfaq/five", ".md"}};
    StrBuf bytes = {0};
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof kinds / sizeof *kinds; i++) {
        Str from = arena_printf(arena, "%s/%.*s%s", kinds[i].folder,
                                STR_ARG(m->from.name), kinds[i].suffix);
        Str to = arena_printf(arena, "%s/%.*s%s", kinds[i].folder, STR_ARG(m->to.name),
                              kinds[i].suffix);
        if (!exists(s, from, arena) || (m->to.path.len > 0 && exists(s, to, arena)))
            continue; /* of an older document of that name: nothing is written over */
        strbuf_clear(&bytes);
        ok = own_file_read(s, from, &bytes, err);
        move_file(m, from, to, arena_str(arena, strbuf_view(&bytes)), arena);
    }
    strbuf_deinit(&bytes);
    return ok;
}

/* What stands behind the name of a document in that of its minutes: nothing, or "-2" of
 * the second meeting of a day. */
static bool minutes_tail(Str stem, Str name, Str *tail)
{
    *tail = str_slice(stem, name.len, stem.len);
    if (!str_starts(stem, name) || (tail->len > 0 && !str_starts(*tail, STR("-"))))
        return false;
    for (size_t i = 1; i < tail->len; i++)
        if (tail->ptr[i] < '0' || tail->ptr[i] > '9')
            return false;
    return tail->len != 1;
}

/* Minutes say what they are about: in their front matter, and by their name. */
static void rename_minutes(Session *s, Str path, Str bytes, DocumentMove *m,
                           Arena *arena)
{
    Metadata meta;
    StrBuf text = {0};
    size_t day = sizeof MEETINGS_PATH + STR("2027-03-02-").len;
    Str tail = {0};
    bool named =
        path.len > day && minutes_tail(str_slice(path, day, path.len - STR(".md").len),
                                       m->from.name, &tail);
    Str to = named ? arena_printf(arena, "%.*s%.*s%.*s.md", (int)day, path.ptr,
                                  STR_ARG(m->to.name), STR_ARG(tail))
                   : path;

    if (frontmatter_read(bytes, arena, &meta, NULL) &&
        metadata_get(&meta, "document").len > 0)
        frontmatter_set(bytes, &meta, "document", m->to.name, &text);
    else
        strbuf_set(&text, bytes);
    if (named && !exists(s, to, arena)) /* else they stay as they are */
        move_file(m, path, to, arena_str(arena, strbuf_view(&text)), arena);
    strbuf_deinit(&text);
}

/* Minutes of a document that goes stay: they are about a decision. */
static bool read_minutes(Session *s, DocumentMove *m, Arena *arena, Error *err)
{
    MeetingFiles files;
    StrBuf bytes = {0};
    bool ok = true;

    if (m->to.path.len == 0)
        return true;
    meeting_files_read(s->workspace.root, arena, &files);
    for (size_t i = 0; ok && i < files.count; i++) {
        if (!str_eq(files.items[i].document, m->from.name))
            continue;
        strbuf_clear(&bytes);
        ok = own_file_read(s, files.items[i].place, &bytes, err);
        if (ok)
            rename_minutes(s, files.items[i].place,
                           arena_str(arena, strbuf_view(&bytes)), m, arena);
    }
    strbuf_deinit(&bytes);
    return ok;
}

/* What was accepted with the document goes with it. */
static bool read_baseline(Session *s, DocumentMove *m, Arena *arena, Error *err)
{
    StrBuf now = {0}, then = {0};
    bool ok = own_file_read(s, STR(BASELINE_PATH), &now, err);

    if (ok)
        m->accepted =
            baseline_rename(strbuf_view(&now), m->from.name, m->to.name, &then);
    m->baseline_now = arena_str(arena, strbuf_view(&now));
    m->baseline = arena_str(arena, strbuf_view(&then));
    strbuf_deinit(&now);
    strbuf_deinit(&then);
    return ok;
}

bool document_move_plan(Session *s, const OpenDocument *doc, Str name, Arena *arena,
                        DocumentMove *out, Error *err)
{
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;

    *out = (DocumentMove){.from = doc->ref, .bytes = doc->bytes};
    if (doc->ref.relative.len == 0) {
        error_set(err, ERR_NOT_FOUND, _("\"%.*s\" is in no workspace"),
                  STR_ARG(doc->ref.path));
        return error_hint(err, _("Make its folder a workspace with: prfaq init"));
    }
    if (!session_repo(s, &repo, err) || !repo_at_rest(repo, err) ||
        !repo_compare(repo, doc->ref.relative, doc->bytes, &state, err) ||
        !nobody_has_it(s, &doc->ref, arena, err))
        return false;
    out->tracked = state != REPO_FILE_NEW;
    if (name.len > 0 && !find_target(&doc->ref, name, arena, &out->to, err))
        return false;
    return read_threads(s, out, arena, err) && read_notes(s, out, arena, err) &&
           read_minutes(s, out, arena, err) && read_baseline(s, out, arena, err);
}

/* -- doing --------------------------------------------------------------------------
 */

static bool keep_words(Session *s, const DocumentMove *m, Arena *arena,
                       DocumentMoved *out, Error *err)
{
    const SaveRequest request = {.ref = &m->from, .bytes = m->bytes, .from_file = true};
    KeepPlace place;
    Owed owed = {0};
    SaveResult result;
    Str signed_by;

    keep_place(s, &m->from, arena, &place);
    owed_find(&place, m->bytes, arena, &owed);
    if (!owed_save(s, &owed, &request, arena, &result, &signed_by, err))
        return false;
    owed_drop(&place);
    out->kept = result.outcome == SAVE_REVISION;
    out->before = result.revision;
    return true;
}

static Str full_path(Session *s, Str path, Arena *arena)
{
    return path_join(arena, s->workspace.root, path);
}

/* The threads on the disk as the revision will have them: first what is new. */
static bool write_threads(Session *s, const DocumentMove *m, Arena *arena, Error *err)
{
    for (size_t i = 0; i < m->thread_count; i++) {
        const CommitChange *c = &m->threads[i];
        Str path = full_path(s, c->path, arena);
        Str folder = arena_str(arena, path_folder(path));
        if (!c->removed && (!folder_make(folder.ptr, 0777, err) ||
                            !file_create(path.ptr, c->bytes, err)))
            return false;
    }
    return true;
}

static bool write_baseline(Session *s, const DocumentMove *m, bool back, Arena *arena,
                           Error *err)
{
    Str path = full_path(s, STR(BASELINE_PATH), arena);

    return m->accepted == 0 ||
           file_replace(path.ptr, back ? m->baseline_now : m->baseline, err);
}

/* What is left over once the revision is there, or what was new when it is not. */
static void drop_threads(Session *s, const DocumentMove *m, bool old, Arena *arena)
{
    for (size_t i = 0; i < m->thread_count; i++)
        if (m->threads[i].removed == old) {
            Str path = full_path(s, m->threads[i].path, arena);
            (void)unlink(path.ptr);
            (void)rmdir(arena_str(arena, path_folder(path)).ptr); /* when empty */
        }
}

static bool commit(Session *s, const DocumentMove *m, const Writer *writer,
                   Arena *arena, DocumentMoved *out, Error *err)
{
    bool moves = m->to.path.len > 0;
    CommitChange *others = arena_array(arena, m->thread_count + 2, sizeof *others);
    StrBuf message = {0};
    size_t count = 0;

    if (moves)
        message_addf(&message, _("%.*s renamed to %.*s"), STR_ARG(m->from.name),
                     STR_ARG(m->to.name));
    else
        message_addf(&message, _("%.*s removed"), STR_ARG(m->from.name));
    if (moves)
        others[count++] = (CommitChange){.path = m->from.relative, .removed = true};
    for (size_t i = 0; i < m->thread_count; i++)
        others[count++] = m->threads[i];
    if (m->accepted > 0)
        others[count++] =
            (CommitChange){.path = STR(BASELINE_PATH), .bytes = m->baseline};
    const CommitRequest request = {
        .path = moves ? m->to.relative : m->from.relative,
        .bytes = m->bytes,
        .removed = !moves,
        .message = strbuf_view(&message),
        .author = writer->person,
        .with = writer->with,
        .with_count = writer->with_count,
        .time = session_now(),
        .others = others,
        .other_count = count,
    };
    bool ok = repo_commit(s->repo, &request, &out->revision, err);
    out->has_revision = ok;
    strbuf_deinit(&message);
    return ok;
}

static bool put_new_file(const DocumentMove *m, Arena *arena, Error *err)
{
    Str folder = arena_str(arena, path_folder(m->to.path));

    return folder_make(folder.ptr, 0777, err) &&
           file_create(m->to.path.ptr, m->bytes, err);
}

static void number_revision(Session *s, const DocumentMove *m, Arena *arena,
                            DocumentMoved *out)
{
    Revision last;
    size_t count;

    if (service_last_revision(s, &m->to, arena, &last, &count, NULL) && count > 0)
        out->revision.number = last.number;
}

bool document_move_do(Session *s, const DocumentMove *m, Arena *arena,
                      DocumentMoved *out, Error *err)
{
    Writer writer;
    bool moves = m->to.path.len > 0;

    *out = (DocumentMoved){0};
    if (!writer_need(s, arena, &writer, err) ||
        (m->tracked && !keep_words(s, m, arena, out, err)))
        return false;
    if (moves && !put_new_file(m, arena, err))
        return false;
    bool commits = m->tracked || m->thread_count > 0 || m->accepted > 0;
    bool ok = write_threads(s, m, arena, err) &&
              write_baseline(s, m, false, arena, err) &&
              (!commits || commit(s, m, &writer, arena, out, err));
    if (!ok) {
        drop_threads(s, m, false, arena);
        (void)write_baseline(s, m, true, arena, NULL);
        if (moves)
            (void)unlink(m->to.path.ptr);
        return false;
    }
    (void)unlink(m->from.path.ptr);
    drop_threads(s, m, true, arena);
    if (moves) {
        Error ignored = {0};
        (void)names_move(s->repo, m->from.name, m->to.name, &writer.person,
                         session_now(), &ignored);
        (void)read_marks_rename(s, m->from.name, m->to.name, &ignored);
        number_revision(s, m, arena, out);
    }
    return true;
}
