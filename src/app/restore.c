#include "app/restore.h"

#include "app/keep_place.h"
#include "app/owed.h"
#include "base/message.h"
#include "review/review.h"

/* -- looking ---------------------------------------------------------------------- */

static bool is_unsaved(Session *s, const OpenDocument *now, bool *out, Error *err)
{
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;

    if (!session_repo(s, &repo, err) ||
        !repo_compare(repo, now->ref.relative, now->bytes, &state, err))
        return false;
    *out = state != REPO_FILE_SAME;
    return true;
}

static void list_threads(Session *s, const OpenDocument *now, Restoring *r)
{
    ReviewThreads threads;

    review_threads_read(s, now, &r->arena, &threads);
    r->threads = arena_array(&r->arena, threads.count + 1, sizeof *r->threads);
    for (size_t i = 0; i < threads.count; i++) {
        const Thread *t = &threads.items[i].thread;
        if (t->resolved || threads.items[i].about == ABOUT_DOCUMENT)
            continue;
        r->threads[r->thread_count++] =
            (RestoreThread){.label = threads.items[i].label,
                            .anchor = {t->selected_text, t->before, t->after, t->part},
                            .about_part = threads.items[i].about == ABOUT_PART};
    }
}

static bool begin(Session *s, const OpenDocument *now, Str rev, Restoring *r,
                  Error *err)
{
    OpenDocument *then = ARENA_NEW(&r->arena, OpenDocument);
    OpenDocument *copy = ARENA_NEW(&r->arena, OpenDocument);
    Revision last;
    size_t count = 0;

    if (!service_revision(s, &now->ref, rev, &r->arena, &r->revision, then, err) ||
        !service_last_revision(s, &now->ref, &r->arena, &last, &count, err) ||
        !service_read_bytes(s, &now->ref, arena_str(&r->arena, now->bytes), &r->arena,
                            copy, err) ||
        !is_unsaved(s, now, &r->unsaved, err))
        return false;
    r->now = copy->doc;
    r->then = then->doc;
    r->last = (int)count;
    list_threads(s, copy, r);
    restoring_begin(r);
    return true;
}

bool restore_begin(Session *s, const OpenDocument *now, Str rev, Restoring **out,
                   Error *err)
{
    Restoring *r = mem_alloc(sizeof *r);
    bool ok = begin(s, now, rev, r, err);

    *out = ok ? r : NULL;
    if (!ok)
        restoring_free(r);
    return ok;
}

/* -- choosing --------------------------------------------------------------------- */

static bool is_part(const Restoring *r, size_t i, Str name)
{
    const RedlinePart *p = &r->redline.parts[i];
    const Document *doc = p->new_part != NO_INDEX ? &r->then : &r->now;
    size_t at = p->new_part != NO_INDEX ? p->new_part : p->old_part;

    return str_eq(p->id, name) || str_eq_nocase(p->title, name) ||
           (at != NO_INDEX &&
            str_eq(str_from(part_kind_name(doc->parts[at].kind)), name));
}

static bool no_part(const Restoring *r, Str name, Error *err)
{
    StrBuf list = {0};

    for (size_t i = 0; i < r->part_count; i++)
        if (r->parts[i].id.len > 0)
            strbuf_addf(&list, "%s%.*s", list.len ? ", " : "", STR_ARG(r->parts[i].id));
    error_set(err, ERR_NOT_FOUND, _("there is no section \"%.*s\" in revision %d"),
              STR_ARG(name), r->revision.number);
    error_hint(err, _("Choose one of: %s"), strbuf_cstr(&list));
    strbuf_deinit(&list);
    return false;
}

bool restore_choose(Restoring *r, const Str *parts, size_t count, Error *err)
{
    r->scope = count > 0 ? RESTORE_PARTS : RESTORE_WHOLE;
    for (size_t k = 0; k < count; k++) {
        bool found = false;
        for (size_t i = 0; i < r->part_count && !found; i++)
            if (is_part(r, i, parts[k]))
                found = r->parts[i].wanted = true;
        if (!found)
            return no_part(r, parts[k], err);
    }
    return true;
}

bool restore_choose_change(Restoring *r, int number, const DocumentRef *ref, Error *err)
{
    size_t block = restoring_change(r, number);
    int count = review_changes(&r->redline, NO_INDEX);

    if (count == 0)
        return error_set(err, ERR_NOT_FOUND, _("the words are those of revision %d"),
                         r->revision.number);
    if (block == NO_INDEX) {
        error_set(err, ERR_NOT_FOUND,
                  ngettext("there is no change %d: revision %d differs in %d place",
                           "there is no change %d: revision %d differs in %d places",
                           (unsigned long)count),
                  number, r->revision.number, count);
        return error_hint(err, _("See them with: prfaq restore %.*s %d --dry-run"),
                          STR_ARG(ref->name), r->revision.number);
    }
    if (!restoring_alone(r, block)) {
        size_t part = review_part_at(&r->redline, block);
        error_set(err, ERR_STATE, _("change %d cannot come back alone"), number);
        return error_hint(err, _("Bring its section back: %.*s"),
                          STR_ARG(r->parts[part].title));
    }
    r->scope = RESTORE_CHANGE;
    r->block = block;
    return true;
}

/* -- doing it -------------------------------------------------------------------- */

/* Words in no revision first get one, under the name of who typed them. */
static bool keep_words(Session *s, const DocumentRef *ref, const Restoring *r,
                       Arena *arena, Restored *out, Error *err)
{
    const SaveRequest request = {.ref = ref, .bytes = r->now.bytes, .from_file = true};
    KeepPlace place;
    Owed owed = {0};
    SaveResult result;
    Str signed_by;

    keep_place(s, ref, arena, &place);
    if (place.inside)
        owed_find(&place, r->now.bytes, arena, &owed);
    if (!owed_save(s, &owed, &request, arena, &result, &signed_by, err))
        return false;
    if (place.inside)
        owed_drop(&place);
    out->kept = result.outcome == SAVE_REVISION;
    out->before = result.revision;
    return true;
}

bool restore_do(Session *s, const DocumentRef *ref, const Restoring *r, Arena *arena,
                Restored *out, Error *err)
{
    StrBuf note = {0};

    *out = (Restored){0};
    if (r->unsaved && !keep_words(s, ref, r, arena, out, err))
        return false;
    if (!service_rewrite(ref, r->now.bytes, r->bytes, err))
        return false;
    restoring_note(r, &note);
    const SaveRequest request = {
        .ref = ref, .bytes = r->bytes, .from_file = true, .note = strbuf_view(&note)};
    bool ok = service_save(s, &request, arena, &out->result, err);
    if (!ok) /* what is in no revision shall not look as if it were */
        (void)service_rewrite(ref, r->bytes, r->now.bytes, NULL);
    strbuf_deinit(&note);
    return ok;
}
