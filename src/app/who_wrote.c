#include "app/who_wrote.h"

#include "base/message.h"

struct WhoWrote {
    Session *session;
    Arena arena;
    DocumentRef ref;
    Str text;
    int number;
    Revisions *revisions;
    Authors *authors;
};

bool who_wrote_begin(Session *s, const DocumentRef *ref, Str text, int number,
                     WhoWrote **out, Error *err)
{
    Repo *repo = NULL;

    *out = NULL;
    if (ref->relative.len == 0) {
        error_set(err, ERR_NOT_FOUND,
                  _("\"%s\" is in no workspace: it has no revisions"), ref->path.ptr);
        return error_hint(err, _("Make its folder a workspace with: prfaq init"));
    }
    WhoWrote *w = mem_alloc(sizeof *w);
    w->session = s;
    w->ref = (DocumentRef){.name = arena_str(&w->arena, ref->name),
                           .path = arena_str(&w->arena, ref->path),
                           .relative = arena_str(&w->arena, ref->relative)};
    w->text = arena_str(&w->arena, text);
    w->number = number;
    if (!session_repo(s, &repo, err) ||
        !revisions_open(repo, w->ref.relative, &w->revisions, err)) {
        who_wrote_free(w);
        return false;
    }
    *out = w;
    return true;
}

void who_wrote_free(WhoWrote *w)
{
    if (!w)
        return;
    authors_free(w->authors);
    revisions_free(w->revisions);
    arena_deinit(&w->arena);
    mem_free(w);
}

size_t who_wrote_seen(const WhoWrote *w)
{
    return w->authors ? authors_seen(w->authors) : revisions_seen(w->revisions);
}

size_t who_wrote_total(const WhoWrote *w)
{
    return w->authors ? authors_total(w->authors) : 0;
}

/* -- what was found out -------------------------------------------------------------
 */

static bool find_revision(void *context, uint32_t number, Arena *arena, Revision *out)
{
    WhoWrote *w = context;
    Error ignored = {0};
    size_t index = revisions_index(w->revisions, (int)number);

    return revisions_get(w->revisions, index, arena, out, &ignored);
}

static bool report(WhoWrote *w, Wrote **out, Error *err)
{
    AuthoredText known = authors_text(w->authors);
    Wrote *wrote = mem_alloc(sizeof *wrote);
    OpenDocument doc;
    Authorship by = known.by;
    Str text = arena_str(&wrote->arena, w->number > 0 ? known.bytes : w->text);
    bool same = str_eq(text, known.bytes);

    if (!service_read_bytes(w->session, &w->ref, text, &wrote->arena, &doc, err)) {
        wrote_free(wrote);
        return false;
    }
    if (!same)
        authorship_next(&known, text, WROTE_UNSAVED, doc.doc.lang, &wrote->arena, &by);
    wrote_make(&doc.doc, &by, find_revision, w, wrote);
    wrote->revision = same ? authors_number(w->authors) : 0;
    *out = wrote;
    return true;
}

static bool no_revision(const WhoWrote *w, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("%.*s has no revision yet"), STR_ARG(w->ref.name));
    return error_hint(err, _("Keep one with: prfaq save %.*s"), STR_ARG(w->ref.name));
}

/* Sentences end in other places in other languages. */
static Lang lang_of(WhoWrote *w)
{
    Arena scratch = {0};
    OpenDocument doc;
    Lang lang = LANG_EN;

    if (service_read_bytes(w->session, &w->ref, w->text, &scratch, &doc, NULL))
        lang = doc.doc.lang;
    arena_deinit(&scratch);
    return lang;
}

bool who_wrote_more(WhoWrote *w, int ms, Wrote **out, Error *err)
{
    bool done = false;

    *out = NULL;
    if (!w->authors) {
        if (!revisions_more(w->revisions, ms))
            return true;
        if (revisions_count(w->revisions) == 0)
            return no_revision(w, err);
        if (!authors_open(w->session, w->revisions, w->ref.relative, w->number,
                          lang_of(w), &w->authors, err))
            return false;
    }
    if (!authors_more(w->authors, ms, &done, err))
        return false;
    return !done || report(w, out, err);
}
