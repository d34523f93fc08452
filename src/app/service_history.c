#include "app/service.h"
#include "base/message.h"
#include "diff/conflict_marks.h"
#include "repo/left_out.h"
#include "repo/names.h"

enum { SLICE_MS = 100 };

bool service_revisions(Session *s, const DocumentRef *ref, Revisions **out, Error *err)
{
    Repo *repo = NULL;
    bool told = false;

    *out = NULL;
    if (ref->relative.len == 0)
        return true;
    if (!session_repo(s, &repo, err) || !revisions_open(repo, ref->relative, out, err))
        return false;
    while (!revisions_more(*out, s->waiting ? SLICE_MS : 0)) {
        s->waiting(revisions_seen(*out));
        told = true;
    }
    if (told)
        s->waiting(0);
    return true;
}

bool service_history(Session *s, const DocumentRef *ref, Arena *arena, History *out,
                     Error *err)
{
    Revisions *r = NULL;

    *out = (History){0};
    bool ok = service_revisions(s, ref, &r, err) &&
              (!r || history_read(s->repo, ref->relative, arena, out, err));
    revisions_free(r);
    return ok;
}

bool service_last_revision(Session *s, const DocumentRef *ref, Arena *arena,
                           Revision *out, size_t *count, Error *err)
{
    Revisions *r = NULL;

    *out = (Revision){0};
    *count = 0;
    bool ok = service_revisions(s, ref, &r, err);
    if (ok && r && revisions_count(r) > 0) {
        *count = revisions_count(r);
        ok = revisions_get(r, 0, arena, out, err);
    }
    revisions_free(r);
    return ok;
}

bool service_revision_before(Revisions *r, size_t index, Arena *arena, Revision *out)
{
    RevisionRecord record;
    int number;

    if (!revisions_record(r, index, &record, &number) || record.previous == 0)
        return false;
    size_t before = revisions_index(r, (int)record.previous);
    return before != NO_REVISION && revisions_get(r, before, arena, out, NULL);
}

static bool no_revision(const DocumentRef *ref, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("%.*s has no revision yet"), STR_ARG(ref->name));
    return error_hint(err, _("Keep one with: prfaq save %.*s"), STR_ARG(ref->name));
}

static bool outside(const DocumentRef *ref, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("\"%s\" is in no workspace: it has no revisions"),
              ref->path.ptr);
    return error_hint(err, _("Make its folder a workspace with: prfaq init"));
}

static bool read_revision(Session *s, const DocumentRef *ref, const Revision *revision,
                          Arena *arena, OpenDocument *out, Error *err)
{
    StrBuf bytes = {0};
    Repo *repo = NULL;
    bool ok = session_repo(s, &repo, err) &&
              history_bytes(repo, revision, &bytes, err) &&
              service_read_bytes(s, ref, arena_str(arena, strbuf_view(&bytes)), arena,
                                 out, err);

    strbuf_deinit(&bytes);
    return ok;
}

/* Revision by what people write, first by the name it was given; empty: the last one.
 */
static bool find_revision(Session *s, const DocumentRef *ref, Revisions *r, Str rev,
                          Arena *arena, Revision *out, Error *err)
{
    RevisionNames names;
    int number;

    if (!r || revisions_count(r) == 0)
        return no_revision(ref, err);
    if (rev.len == 0)
        return revisions_get(r, 0, arena, out, err);
    if (!str_to_int(rev, &number) &&
        names_read(s->repo, ref->name, arena, &names, NULL)) {
        const RevisionName *name = names_find(&names, rev);
        if (name)
            rev = str_from(name->commit);
    }
    return revisions_find(r, rev, arena, out, err);
}

bool service_revision(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                      Revision *out, OpenDocument *doc, Error *err)
{
    Revisions *r = NULL;

    if (ref->relative.len == 0)
        return outside(ref, err);
    bool ok = service_revisions(s, ref, &r, err) &&
              find_revision(s, ref, r, rev, arena, out, err) &&
              (!doc || read_revision(s, ref, out, arena, doc, err));
    revisions_free(r);
    return ok;
}

bool service_bytes_at(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                      Str *bytes, bool *found, Error *err)
{
    Repo *repo = NULL;
    Revisions *r = NULL;
    Revision revision;
    StrBuf text = {0};
    Error why = {0};

    *found = false;
    if (ref->path.len == 0) {
        error_set(err, ERR_USAGE, _("standard input has no revisions"));
        return error_hint(err, "%s", _("Name the file"));
    }
    if (ref->relative.len == 0)
        return outside(ref, err);
    if (!session_repo(s, &repo, err) || !repo_has_revision(repo, rev, err))
        return false;
    /* Digits are a number of this document; else most are found under their name. */
    int number = 0;
    *found =
        !str_to_int(rev, &number) && repo_read(repo, ref->relative, rev, &text, NULL);
    bool ok = *found || service_revisions(s, ref, &r, err);
    if (ok && !*found && revisions_count(r) > 0) {
        *found = revisions_find(r, rev, arena, &revision, &why);
        strbuf_clear(&text);
        ok = *found ? history_bytes(repo, &revision, &text, err)
                    : why.code == ERR_NOT_FOUND && number == 0;
        if (!ok && !*found && err)
            *err = why;
    }
    *bytes = arena_str(arena, strbuf_view(&text));
    strbuf_deinit(&text);
    revisions_free(r);
    return ok;
}

static bool side_of(Session *s, const DocumentRef *ref, const Revision *revision,
                    Arena *arena, Side *out, Error *err)
{
    *out = (Side){.revision = *revision};
    return read_revision(s, ref, revision, arena, &out->document, err);
}

/* What was there before the first revision. */
static bool empty_side(Session *s, const DocumentRef *ref, Arena *arena, Side *out,
                       Error *err)
{
    *out = (Side){0};
    return service_read_bytes(s, ref, STR(""), arena, &out->document, err);
}

bool service_between(Session *s, const DocumentRef *ref, const Revision *from,
                     const Revision *to, Arena *arena, Comparison *out, Error *err)
{
    bool ok = from ? side_of(s, ref, from, arena, &out->before, err)
                   : empty_side(s, ref, arena, &out->before, err);

    if (!ok || !side_of(s, ref, to, arena, &out->after, err) ||
        !service_this_side(s, &out->after.document, arena, &out->after.conflicts, err))
        return false;
    redline_make(&out->before.document.doc, &out->after.document.doc, arena,
                 &out->redline);
    return true;
}

static bool is_saved(Session *s, const DocumentRef *ref, Str bytes, bool *out,
                     Error *err)
{
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;

    if (!session_repo(s, &repo, err) ||
        !repo_compare(repo, ref->relative, bytes, &state, err))
        return false;
    *out = state == REPO_FILE_SAME;
    return true;
}

bool service_is_cut(Session *s, Revisions *r)
{
    Arena arena = {0};
    size_t count = revisions_count(r);
    Revision first;
    bool cut = count > 0 && revisions_get(r, count - 1, &arena, &first, NULL) &&
               repo_cut_below(s->repo, first.commit);

    arena_deinit(&arena);
    return cut;
}

bool service_this_side(Session *s, OpenDocument *doc, Arena *arena, size_t *conflicts,
                       Error *err)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    const DocumentRef ref = doc->ref;

    *conflicts = str_find(doc->bytes, STR("<<<<<<<"), 0) == STR_NONE
                     ? 0
                     : conflict_marks_read(doc->bytes, sides);
    bool ok =
        *conflicts == 0 ||
        service_read_bytes(s, &ref, arena_str(arena, strbuf_view(&sides[THREE_MINE])),
                           arena, doc, err);
    for (int i = 0; i < THREE_COUNT; i++)
        strbuf_deinit(&sides[i]);
    return ok;
}

/* What the last revision changed. */
static bool last_two(Session *s, const DocumentRef *ref, Revisions *r, Arena *arena,
                     Comparison *out, Error *err)
{
    Revision from, to;
    bool has_from = service_revision_before(r, 0, arena, &from);

    return revisions_get(r, 0, arena, &to, err) &&
           service_between(s, ref, has_from ? &from : NULL, &to, arena, out, err);
}

/* From the revision `a`, or the last one, to words that may not be saved. */
static bool to_words(Session *s, const DocumentRef *ref, Revisions *r, Str a,
                     Arena *arena, Comparison *out, Error *err)
{
    Revision from;
    bool saved = false;

    if (!is_saved(s, ref, out->after.document.bytes, &saved, err))
        return false;
    if (a.len == 0 && saved)
        return last_two(s, ref, r, arena, out, err);
    if (!find_revision(s, ref, r, a, arena, &from, err) ||
        !side_of(s, ref, &from, arena, &out->before, err))
        return false;
    out->after.unsaved = !saved;
    if ((saved && !revisions_get(r, 0, arena, &out->after.revision, err)) ||
        !service_this_side(s, &out->after.document, arena, &out->after.conflicts, err))
        return false;
    redline_make(&out->before.document.doc, &out->after.document.doc, arena,
                 &out->redline);
    return true;
}

static bool revisions_needed(Session *s, const DocumentRef *ref, Revisions **out,
                             Error *err)
{
    if (ref->relative.len == 0)
        return outside(ref, err);
    if (!service_revisions(s, ref, out, err))
        return false;
    return revisions_count(*out) > 0 || no_revision(ref, err);
}

static bool compare(Session *s, const DocumentRef *ref, Revisions *r, Str a, Str b,
                    Arena *arena, Comparison *out, Error *err)
{
    Revision from, to;

    if (b.len > 0)
        return find_revision(s, ref, r, a, arena, &from, err) &&
               find_revision(s, ref, r, b, arena, &to, err) &&
               service_between(s, ref, &from, &to, arena, out, err);
    return service_read(s, ref, arena, &out->after.document, err) &&
           to_words(s, ref, r, a, arena, out, err);
}

bool service_compare(Session *s, const DocumentRef *ref, Str a, Str b, Arena *arena,
                     Comparison *out, Error *err)
{
    Revisions *r = NULL;

    *out = (Comparison){0};
    bool ok =
        revisions_needed(s, ref, &r, err) && compare(s, ref, r, a, b, arena, out, err);
    revisions_free(r);
    return ok;
}

bool service_compare_text(Session *s, const DocumentRef *ref, Str text, Arena *arena,
                          Comparison *out, Error *err)
{
    Revisions *r = NULL;

    *out = (Comparison){0};
    bool ok = revisions_needed(s, ref, &r, err) &&
              service_read_bytes(s, ref, arena_str(arena, text), arena,
                                 &out->after.document, err) &&
              to_words(s, ref, r, STR(""), arena, out, err);
    revisions_free(r);
    return ok;
}
