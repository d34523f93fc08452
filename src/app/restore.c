#include "app/restore.h"

#include <string.h>

#include "app/keep_place.h"
#include "app/owed.h"
#include "base/file.h"
#include "base/message.h"
#include "diff/bring_back.h"

static void list_parts(Restore *r, Arena *arena)
{
    const Redline *redline = &r->redline;

    r->parts = arena_array(arena, redline->part_count + 1, sizeof *r->parts);
    r->part_count = redline->part_count;
    for (size_t i = 0; i < redline->part_count; i++) {
        const RedlinePart *p = &redline->parts[i];
        r->parts[i] = (RestorePart){.id = p->id,
                                    .title = p->title,
                                    .same = !p->changed,
                                    .added = p->added,
                                    .removed = p->removed};
        if (p->title.len == 0)
            r->parts[i].title = str_from(_("before the first section"));
    }
}

bool restore_begin(Session *s, const OpenDocument *now, Str rev, Arena *arena,
                   Restore *out, Error *err)
{
    size_t count = 0;
    Revision last;

    *out = (Restore){.now = *now, .scope = RESTORE_WHOLE, .block = NO_INDEX};
    if (!service_revision(s, &now->ref, rev, arena, &out->revision, &out->then, err) ||
        !service_last_revision(s, &now->ref, arena, &last, &count, err))
        return false;
    redline_make(&out->now.doc, &out->then.doc, arena, &out->redline);
    out->next = (int)count + 1;
    list_parts(out, arena);
    return true;
}

static bool is_part(const Restore *r, size_t i, Str name)
{
    const RedlinePart *p = &r->redline.parts[i];
    const Document *doc = p->new_part != NO_INDEX ? &r->then.doc : &r->now.doc;
    size_t at = p->new_part != NO_INDEX ? p->new_part : p->old_part;

    return str_eq(p->id, name) || str_eq_nocase(p->title, name) ||
           (at != NO_INDEX &&
            str_eq(str_from(part_kind_name(doc->parts[at].kind)), name));
}

static bool no_part(const Restore *r, Str name, Error *err)
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

bool restore_choose(Restore *r, const Str *parts, size_t count, Error *err)
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

static void build(Restore *r, Arena *arena)
{
    StrBuf out = {0}, said = {0};
    bool *wanted = arena_array(arena, r->part_count + 1, sizeof *wanted);

    for (size_t i = 0; i < r->part_count; i++) {
        wanted[i] = r->parts[i].wanted;
        if (wanted[i] && r->scope == RESTORE_PARTS)
            strbuf_addf(&said, "%s%.*s", said.len ? ", " : "",
                        STR_ARG(r->parts[i].title));
    }
    switch (r->scope) {
    case RESTORE_WHOLE:
        strbuf_add(&out, r->then.bytes);
        break;
    case RESTORE_PARTS:
        bring_back_parts(&r->redline, &r->now.doc, &r->then.doc, wanted, &out);
        break;
    case RESTORE_CHANGE:
        bring_back_block(&r->redline, &r->now.doc, &r->then.doc, r->block, &out);
        break;
    }
    r->bytes = arena_str(arena, strbuf_view(&out));
    r->parts_said = arena_str(arena, strbuf_view(&said));
    strbuf_deinit(&out);
    strbuf_deinit(&said);
}

/* Open questions with their place now and then. */
static void look_at_threads(Session *s, Restore *r, const OpenDocument *after,
                            Arena *arena)
{
    ReviewThreads before, later;
    RestoreThread *items;
    size_t count = 0;

    review_threads_read(s, &r->now, arena, &before);
    review_threads_read(s, after, arena, &later);
    items = arena_array(arena, before.count + 1, sizeof *items);
    for (size_t i = 0; i < before.count && i < later.count; i++) {
        const ReviewThread *a = &before.items[i], *b = &later.items[i];
        if (a->thread.resolved || a->about == ABOUT_DOCUMENT ||
            (a->place.state == ANCHOR_LOST && b->place.state == ANCHOR_LOST))
            continue;
        items[count++] = (RestoreThread){a->label, a->place.state, b->place.state};
    }
    r->threads = items;
    r->thread_count = count;
}

static bool is_unsaved(Session *s, const Restore *r, bool *out, Error *err)
{
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_NEW;

    if (!session_repo(s, &repo, err) ||
        !repo_compare(repo, r->now.ref.relative, r->now.bytes, &state, err))
        return false;
    *out = state != REPO_FILE_SAME;
    return true;
}

bool restore_look(Session *s, Restore *r, Arena *arena, Error *err)
{
    OpenDocument *after = ARENA_NEW(arena, OpenDocument);
    Redline changes;

    build(r, arena);
    r->nothing = str_eq(r->bytes, r->now.bytes);
    if (!service_read_bytes(s, &r->now.ref, r->bytes, arena, after, err) ||
        !is_unsaved(s, r, &r->unsaved, err))
        return false;
    redline_make(&r->now.doc, &after->doc, arena, &changes);
    r->added = changes.added;
    r->removed = changes.removed;
    look_at_threads(s, r, after, arena);
    return true;
}

size_t restore_lost(const Restore *r)
{
    size_t count = 0;

    for (size_t i = 0; i < r->thread_count; i++)
        count += r->threads[i].after == ANCHOR_LOST;
    return count;
}

/* -- doing it -------------------------------------------------------------------- */

static void say_note(const Restore *r, StrBuf *out)
{
    StrBuf which = {0};

    if (r->revision.number > 0)
        message_addf(&which, _("revision %d"), r->revision.number);
    else
        strbuf_addf(&which, "%.12s", r->revision.commit);
    if (r->scope == RESTORE_CHANGE)
        message_addf(out, _("One change restored from %s"), strbuf_cstr(&which));
    else if (r->parts_said.len > 0)
        message_addf(out, _("%s restored from %s"), r->parts_said.ptr,
                     strbuf_cstr(&which));
    else
        message_addf(out, _("Restored from %s"), strbuf_cstr(&which));
    strbuf_deinit(&which);
}

/* Words in no revision first get one, under the name of who typed them. */
static bool keep_words(Session *s, const Restore *r, Arena *arena, Restored *out,
                       Error *err)
{
    const DocumentRef *ref = &r->now.ref;
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

bool restore_do(Session *s, const Restore *r, Arena *arena, Restored *out, Error *err)
{
    const DocumentRef *ref = &r->now.ref;
    StrBuf note = {0};

    *out = (Restored){0};
    if (r->unsaved && !keep_words(s, r, arena, out, err))
        return false;
    if (!service_rewrite(ref, r->now.bytes, r->bytes, err))
        return false;
    say_note(r, &note);
    const SaveRequest request = {
        .ref = ref, .bytes = r->bytes, .from_file = true, .note = strbuf_view(&note)};
    bool ok = service_save(s, &request, arena, &out->result, err);
    if (!ok) /* what is in no revision shall not look as if it were */
        (void)service_rewrite(ref, r->bytes, r->now.bytes, NULL);
    strbuf_deinit(&note);
    return ok;
}
