#include "app/own_pending.h"
#include "app/service.h"
#include "base/file.h"
#include "base/message.h"
#include "repo/merge.h"

/* Write the file unless it holds these bytes already, so that its time stamp
 * says when the words changed. */
static bool write_file(const char *path, Str bytes, SaveResult *out, Error *err)
{
    StrBuf old = {0};
    FileKind kind = file_kind(path);
    bool ok = true;

    if (kind == FILE_NONE)
        ok = file_create(path, bytes, err);
    else if (!file_read(path, FILE_MAX, &old, err))
        ok = false;
    else if (!str_eq(strbuf_view(&old), bytes))
        ok = file_replace(path, bytes, err);
    strbuf_deinit(&old);
    out->file_written = ok;
    return ok;
}

/* The document at the last revision; an empty one when it has none, or when its
 * old bytes were no text. */
static bool read_before(Session *s, Repo *repo, const SaveRequest *request,
                        RepoFile state, Arena *arena, OpenDocument *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok = state == REPO_FILE_NEW ||
              repo_read(repo, request->ref->relative, STR(""), &bytes, err);

    if (ok &&
        !service_read_bytes(s, request->ref, arena_str(arena, strbuf_view(&bytes)),
                            arena, out, NULL))
        ok = service_read_bytes(s, request->ref, STR(""), arena, out, err);
    strbuf_deinit(&bytes);
    return ok;
}

/* The note first, then what changed; without a note what changed. */
static void build_message(Str note, Str summary, Str because, StrBuf *out)
{
    strbuf_add(out, note.len > 0 ? note : summary);
    if (note.len == 0 && because.len > 0)
        strbuf_addf(out, " (%.*s)", STR_ARG(because));
    strbuf_addc(out, '\n');
    if (note.len == 0)
        return;
    strbuf_addc(out, '\n');
    strbuf_add(out, summary);
    strbuf_addc(out, '\n');
}

/* The number of the revision just made; 0 when the history cannot be read: the
 * revision is safe all the same. */
static void number_revision(Session *s, const DocumentRef *ref, Arena *arena,
                            Revision *revision)
{
    Revisions *r = NULL;
    Revision found;

    if (service_revisions(s, ref, &r, NULL) && r) {
        size_t index = revisions_of_commit(r, revision->commit);
        if (index != NO_REVISION && revisions_get(r, index, arena, &found, NULL))
            *revision = found;
    }
    revisions_free(r);
}

/* The document itself may be what git could not merge. */
static void hint_at_merge(Repo *repo, const DocumentRef *ref, Error *err)
{
    StrBuf sides[3] = {{0}};
    bool found = false;

    if (err && err->code == ERR_STATE &&
        repo_unmerged(repo, ref->relative, sides, &found, NULL) && found)
        error_hint(err, _("Put both drafts together with: prfaq merge %.*s"),
                   STR_ARG(ref->name));
    for (int i = 0; i < 3; i++)
        strbuf_deinit(&sides[i]);
}

static bool commit(Session *s, Repo *repo, const SaveRequest *request,
                   const Writer *writer, Arena *arena, SaveResult *out, Error *err)
{
    StrBuf message = {0};

    build_message(str_trim(request->note), out->summary, request->because, &message);
    const CommitRequest commit_request = {
        .path = request->ref->relative,
        .bytes = request->bytes,
        .message = strbuf_view(&message),
        .trailers = request->trailers,
        .author = writer->person,
        .with = writer->with,
        .with_count = writer->with_count,
        .time = session_now(),
        .from_file = request->from_file,
        .merged = request->merged,
        .notes = &out->notes,
    };
    bool ok = repo_commit(repo, &commit_request, &out->revision, err);
    strbuf_deinit(&message);
    if (!ok) {
        hint_at_merge(repo, request->ref, err);
        return false;
    }
    out->outcome = out->notes.nothing_new ? SAVE_NOTHING_NEW : SAVE_REVISION;
    number_revision(s, request->ref, arena, &out->revision);
    return true;
}

static void compare_with_last(const OpenDocument *before, const OpenDocument *after,
                              Arena *arena, SaveResult *out)
{
    Redline redline;
    StrBuf summary = {0};

    redline_make(&before->doc, &after->doc, arena, &redline);
    redline_summary(&redline, &before->doc, &after->doc, &summary);
    out->summary = arena_str(arena, strbuf_view(&summary));
    out->added = redline.added;
    out->removed = redline.removed;
    strbuf_deinit(&summary);
}

static bool save_revision(Session *s, const SaveRequest *request, Arena *arena,
                          SaveResult *out, Error *err)
{
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;
    RepoState head = {0};
    Writer writer = {0};
    OpenDocument before = {0};
    OpenDocument after = {0};

    if (!session_repo(s, &repo, err) ||
        !repo_compare(repo, request->ref->relative, request->bytes, &state, err))
        return false;
    if (state == REPO_FILE_SAME && !request->merged) {
        out->outcome = SAVE_NOTHING_NEW;
        return true;
    }
    out->first = state == REPO_FILE_NEW;
    if (request->writer)
        writer = *request->writer;
    else if (!writer_need(s, arena, &writer, err))
        return false;
    if (!repo_state(repo, arena, &head, err) ||
        !service_read_bytes(s, request->ref, request->bytes, arena, &after, err) ||
        !read_before(s, repo, request, state, arena, &before, err))
        return false;
    out->detached = head.detached;
    compare_with_last(&before, &after, arena, out);
    return commit(s, repo, request, &writer, arena, out, err);
}

bool service_save(Session *s, const SaveRequest *request, Arena *arena, SaveResult *out,
                  Error *err)
{
    *out = (SaveResult){0};
    if (!service_bytes_ok(request->ref, request->bytes, err))
        return false;
    own_pending_recover(s);
    if (request->from_file || request->revision_only)
        out->file_written = true;
    else if (!write_file(request->ref->path.ptr, request->bytes, out, err))
        return false;
    if (s->workspace.root.len == 0 || request->ref->relative.len == 0) {
        out->outcome = SAVE_FILE_ONLY;
        return true;
    }
    return save_revision(s, request, arena, out, err);
}
