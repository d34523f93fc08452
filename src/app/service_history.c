#include "app/service.h"
#include "base/message.h"

bool service_history(Session *s, const DocumentRef *ref, Arena *arena, History *out,
                     Error *err)
{
    Repo *repo = NULL;

    *out = (History){0};
    if (ref->relative.len == 0)
        return true;
    return session_repo(s, &repo, err) &&
           history_read(repo, ref->relative, arena, out, err);
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

/* Revision by what people write; empty: the last one. */
static bool find_revision(Session *s, const DocumentRef *ref, const History *history,
                          Str rev, Arena *arena, Revision *out, Error *err)
{
    Repo *repo = NULL;

    if (history->count == 0)
        return no_revision(ref, err);
    if (rev.len == 0) {
        *out = history->items[0];
        return true;
    }
    return session_repo(s, &repo, err) &&
           history_find(repo, history, ref->relative, rev, arena, out, err);
}

bool service_revision(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                      Revision *out, OpenDocument *doc, Error *err)
{
    History history = {0};

    if (ref->relative.len == 0)
        return outside(ref, err);
    return service_history(s, ref, arena, &history, err) &&
           find_revision(s, ref, &history, rev, arena, out, err) &&
           (!doc || read_revision(s, ref, out, arena, doc, err));
}

bool service_bytes_at(Session *s, const DocumentRef *ref, Str rev, Arena *arena,
                      Str *bytes, bool *found, Error *err)
{
    Repo *repo = NULL;
    History history = {0};
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
    bool ok = *found || history_read(repo, ref->relative, arena, &history, err);
    if (ok && !*found && history.count > 0) {
        *found =
            history_find(repo, &history, ref->relative, rev, arena, &revision, &why);
        strbuf_clear(&text);
        ok = *found ? history_bytes(repo, &revision, &text, err)
                    : why.code == ERR_NOT_FOUND && number == 0;
        if (!ok && !*found && err)
            *err = why;
    }
    *bytes = arena_str(arena, strbuf_view(&text));
    strbuf_deinit(&text);
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

    if (!ok || !side_of(s, ref, to, arena, &out->after, err))
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

/* From the revision `a`, or the last one, to words that may not be saved. */
static bool to_words(Session *s, const DocumentRef *ref, const History *history, Str a,
                     Arena *arena, Comparison *out, Error *err)
{
    Revision from;
    bool saved = false;

    if (!is_saved(s, ref, out->after.document.bytes, &saved, err))
        return false;
    if (a.len == 0 && saved)
        return service_between(s, ref, history->count > 1 ? &history->items[1] : NULL,
                               &history->items[0], arena, out, err);
    if (!find_revision(s, ref, history, a, arena, &from, err) ||
        !side_of(s, ref, &from, arena, &out->before, err))
        return false;
    out->after.unsaved = !saved;
    if (saved)
        out->after.revision = history->items[0];
    redline_make(&out->before.document.doc, &out->after.document.doc, arena,
                 &out->redline);
    return true;
}

static bool history_needed(Session *s, const DocumentRef *ref, Arena *arena,
                           History *out, Error *err)
{
    if (ref->relative.len == 0)
        return outside(ref, err);
    if (!service_history(s, ref, arena, out, err))
        return false;
    return out->count > 0 || no_revision(ref, err);
}

bool service_compare(Session *s, const DocumentRef *ref, Str a, Str b, Arena *arena,
                     Comparison *out, Error *err)
{
    History history = {0};
    Revision from, to;

    *out = (Comparison){0};
    if (!history_needed(s, ref, arena, &history, err))
        return false;
    if (b.len > 0)
        return find_revision(s, ref, &history, a, arena, &from, err) &&
               find_revision(s, ref, &history, b, arena, &to, err) &&
               service_between(s, ref, &from, &to, arena, out, err);
    return service_read(s, ref, arena, &out->after.document, err) &&
           to_words(s, ref, &history, a, arena, out, err);
}

bool service_compare_text(Session *s, const DocumentRef *ref, Str text, Arena *arena,
                          Comparison *out, Error *err)
{
    History history = {0};

    *out = (Comparison){0};
    return history_needed(s, ref, arena, &history, err) &&
           service_read_bytes(s, ref, arena_str(arena, text), arena,
                              &out->after.document, err) &&
           to_words(s, ref, &history, STR(""), arena, out, err);
}
