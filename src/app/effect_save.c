/* The words go to a file, and to a revision. */
#include "app/effect_kinds.h"

#include "app/elsewhere.h"
#include "app/merge_task.h"
#include "app/service.h"
#include "app/writer.h"
#include "base/file.h"
#include "base/message.h"
#include "store/turns.h"

/* Is the file still the one that was read? One that is gone is written anew only
 * when that is known: nothing was seen. */
static bool unchanged_outside(Effects *e, const Effect *effect, Str *now, Error *err)
{
    StrBuf bytes = {0};
    Str path = arena_str(&e->reply, effect->path);

    if (file_kind(path.ptr) == FILE_NONE) {
        *now = (Str){0};
        return effect->seen.len == 0;
    }
    if (!file_read(path.ptr, FILE_MAX, &bytes, err)) {
        strbuf_deinit(&bytes);
        return false;
    }
    *now = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return str_eq(*now, effect->seen) || str_eq(*now, effect->bytes);
}

static bool guard_outside(Effects *e, const Effect *effect, Msg *answer)
{
    Error err = {0};
    Str now = {0};

    if (unchanged_outside(e, effect, &now, &err))
        return true;
    *answer = err.code ? effect_failed(effect, &err)
                       : (Msg){.type = MSG_CHANGED_OUTSIDE,
                               .effect = effect->type,
                               .quiet = effect->quiet,
                               .gone = !now.ptr,
                               .bytes = now};
    return false;
}

/* May the file be written: is it ours still, and is it still what was read? */
bool effect_guard_file(Effects *e, const Effect *effect, Msg *answer)
{
    Error err = {0};

    if (keep_may_write(e->keep, &err))
        return guard_outside(e, effect, answer);
    *answer = (Msg){.type = MSG_TAKEN_OVER, .quiet = effect->quiet, .error = err};
    return false;
}

static Str said_of_save(Effects *e, const SaveResult *result, Str signed_by)
{
    StrBuf text = {0};

    switch (result->outcome) {
    case SAVE_NOTHING_NEW:
        strbuf_addz(&text,
                    _("Nothing new: the last revision has these words already."));
        break;
    case SAVE_FILE_ONLY:
        strbuf_addz(&text, _("The file is saved. It is in no workspace, so no revision "
                             "is kept."));
        break;
    case SAVE_REVISION:
        if (signed_by.len > 0)
            message_addf(&text, _("Saved revision %d, signed %.*s who typed it: %.*s"),
                         result->revision.number, STR_ARG(signed_by),
                         STR_ARG(result->summary));
        else
            message_addf(&text, _("Saved revision %d: %.*s"), result->revision.number,
                         STR_ARG(result->summary));
        if (result->detached)
            strbuf_addz(&text, _(" (on no branch: ask a git person to keep it)"));
        break;
    }
    Str said = arena_str(&e->reply, strbuf_view(&text));
    strbuf_deinit(&text);
    return said;
}

/* The file was deleted, and the person wants it in the same place again: it must be
 * there before it can have a revision. */
static bool write_missing(Effects *e, const Effect *effect, Error *err)
{
    Str path = arena_str(&e->reply, effect->path);

    return effect->seen.len > 0 || file_kind(path.ptr) != FILE_NONE ||
           file_create(path.ptr, effect->bytes, err);
}

/* Who types now; else the one whose words are saved. */
bool effect_typist(Effects *e, const Effect *effect, Writer *out, Error *err)
{
    if (!writer_find(e->session, &e->reply, out, err))
        return false;
    return effect->person.len == 0 || str_eq(effect->person, out->person.name) ||
           writer_named(e->session, effect->person, &e->reply, out, err);
}

/* Who typed, how much, when last: for the box that asks who types next. */
static void note_turn(Effects *e, const SaveResult *result)
{
    if (result->outcome == SAVE_REVISION)
        (void)turns_note(e->session->workspace.private_, result->revision.author.name,
                         result->added, session_now(), NULL);
}

Msg effect_save(Effects *e, const Effect *effect)
{
    DocumentRef *ref = ARENA_NEW(&e->reply, DocumentRef);
    SaveResult *result = ARENA_NEW(&e->reply, SaveResult);
    Writer *writer = ARENA_NEW(&e->reply, Writer);
    Str signed_by = {0};
    Error err = {0};
    Msg answer = {0};

    if (!effect_guard_file(e, effect, &answer))
        return answer;
    if (!write_missing(e, effect, &err) || !effect_document(e, effect->path, ref, &err))
        return effect_failed(effect, &err);
    if (ref->relative.len > 0) {
        if (!effect_typist(e, effect, writer, &err))
            return effect_failed(effect, &err);
        if (writer->source == WRITER_NOBODY)
            return (Msg){.type = MSG_NEED_NAME, .effect = effect->type};
    }
    SaveRequest request = {.ref = ref,
                           .bytes = effect->bytes,
                           .note = effect->note,
                           .trailers = effect->trailers,
                           .writer = writer,
                           .merged = effect->merged};
    if (!owed_save(e->session, keep_owed(e->keep), &request, &e->reply, result,
                   &signed_by, &err))
        return effect_failed(effect, &err);
    keep_saved(e->keep);
    note_turn(e, result);
    if (effect->merged)
        (void)merge_kept_forget(e->session, ref, NULL);
    look_note(e->session, &e->last);
    return (Msg){.type = MSG_SAVED,
                 .quiet = effect->quiet,
                 .bytes = effect->bytes,
                 .revisions = &result->revision,
                 .revision_count = result->outcome == SAVE_REVISION,
                 .unchanged = result->outcome == SAVE_NOTHING_NEW,
                 .who = effect->person.len ? (Str){0} : writer->person.name,
                 .text = said_of_save(e, result, signed_by)};
}

/* "lantern.md" -> "lantern-mine.md", "lantern-mine-2.md", … */
static bool write_beside(Effects *e, const Effect *effect, Str *path, Error *err)
{
    Str stem = effect->path;

    if (str_ends(stem, STR(".md")))
        stem.len -= 3;
    for (int i = 1; i < 100; i++) {
        *path = i == 1 ? arena_printf(&e->reply, "%.*s-%.*s.md", STR_ARG(stem),
                                      STR_ARG(effect->name))
                       : arena_printf(&e->reply, "%.*s-%.*s-%d.md", STR_ARG(stem),
                                      STR_ARG(effect->name), i);
        if (file_create(path->ptr, effect->bytes, err))
            return true;
        if (err->code != ERR_STATE)
            return false;
    }
    return false;
}

Msg effect_write(Effects *e, const Effect *effect)
{
    Error err = {0};
    Msg answer = {0};
    Str path = {0};

    if (effect->name.len > 0) {
        if (!write_beside(e, effect, &path, &err))
            return effect_failed(effect, &err);
        return (Msg){.type = MSG_WRITTEN,
                     .path = path,
                     .name = path_base(path),
                     .bytes = effect->bytes};
    }
    if (!effect_guard_file(e, effect, &answer))
        return answer;
    Str full = arena_str(&e->reply, effect->path);
    if (!file_replace(full.ptr, effect->bytes, &err))
        return effect_failed(effect, &err);
    keep_wrote(e->keep, effect->bytes);
    return (Msg){.type = MSG_WRITTEN, .bytes = effect->bytes, .quiet = effect->quiet};
}

Msg effect_settle(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Repo *repo = NULL;
    Error err = {0};
    Msg answer = {0};
    Str full = arena_str(&e->reply, effect->path);

    if (!effect_guard_file(e, effect, &answer))
        return answer;
    if (!effect_document(e, effect->path, &ref, &err) ||
        !session_repo(e->session, &repo, &err) ||
        !file_replace(full.ptr, effect->bytes, &err) ||
        !repo_settle(repo, ref.relative, &err))
        return effect_failed(effect, &err);
    keep_wrote(e->keep, effect->bytes);
    (void)merge_kept_forget(e->session, &ref, NULL);
    StrBuf said = {0};
    message_addf(&said,
                 _("%.*s is merged, and git knows. When nothing else is left: git "
                   "commit"),
                 STR_ARG(ref.name));
    Str text = arena_str(&e->reply, strbuf_view(&said));
    strbuf_deinit(&said);
    return (Msg){.type = MSG_WRITTEN, .bytes = effect->bytes, .text = text};
}

/* The words somewhere else: the document stays what it is. */
Msg effect_put(Effects *e, const Effect *effect)
{
    Error err = {0};
    Str path = {0};

    return elsewhere_write(effect->path, effect->name, effect->bytes, &e->reply, &path,
                           &err)
               ? (Msg){.type = MSG_PUT, .path = path}
               : effect_failed(effect, &err);
}
