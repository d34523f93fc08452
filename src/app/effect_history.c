/* Revisions, and pages for others. */
#include "app/effect_kinds.h"

#include "app/ask_file.h"
#include "app/history_slices.h"
#include "app/merge_task.h"
#include "app/service.h"
#include "app/writer.h"
#include "base/file.h"
#include "base/message.h"

enum { SLICE_MS = 8 };

void effect_walk_end(Effects *e)
{
    revisions_free(e->walk);
    e->walk = NULL;
    e->walked = (Str){0};
    arena_reset(&e->walk_arena);
}

static bool walk_begin(Effects *e, const DocumentRef *ref)
{
    Repo *repo = NULL;
    Error ignored = {0};

    if (e->walk && str_eq(e->walked, ref->relative))
        return true;
    effect_walk_end(e);
    e->walked = arena_str(&e->walk_arena, ref->relative);
    return session_repo(e->session, &repo, &ignored) &&
           revisions_open(repo, e->walked, &e->walk, &ignored);
}

bool effect_history_known(Effects *e, const Effect *effect, const DocumentRef *ref,
                          Msg *msg)
{
    /* What cannot be read is told of by who asks for it. */
    if (ref->relative.len == 0 || !walk_begin(e, ref) ||
        revisions_more(e->walk, SLICE_MS)) {
        effect_walk_end(e);
        return true;
    }
    *msg = (Msg){
        .type = MSG_LATER, .effect = effect->type, .total = revisions_seen(e->walk)};
    return false;
}

Msg effect_base(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Revision *revision = ARENA_NEW(&e->reply, Revision);
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    size_t count = 0;
    Writer writer = {0};
    Error err = {0};
    Msg later;

    if (!effect_document(e, effect->path, &ref, &err))
        return effect_failed(effect, &err);
    if (!effect_history_known(e, effect, &ref, &later))
        return later;
    if (!service_last_revision(e->session, &ref, &e->reply, revision, &count, &err))
        return effect_failed(effect, &err);
    Error ignored = {0};
    writer_find(e->session, &e->reply, &writer, &ignored);
    Msg msg = {.type = MSG_BASE, .who = writer.person.name};
    msg.text = ask_file_read(e->session, ref.name, writer.person.name, &e->reply);
    look_note(e->session, &e->last);
    if (count == 0)
        return msg;
    if (!service_revision(e->session, &ref, (Str){0}, &e->reply, revision, doc, &err))
        return effect_failed(effect, &err);
    msg.revisions = revision;
    msg.revision_count = 1;
    msg.before = doc->bytes;
    return msg;
}

Msg effect_history(Effects *e, const Effect *effect)
{
    Msg msg = {0};
    Error err = {0};

    return history_slices_begin(e->session, effect, &e->reply, &e->history, &msg, &err)
               ? msg
               : effect_failed(effect, &err);
}

Msg effect_history_more(Effects *e, const Effect *effect)
{
    Msg msg = {0};
    Error err = {0};

    if (!e->history)
        return (Msg){.type = MSG_HISTORY_MORE, .complete = true};
    if (history_slices_more(e->session, e->history, effect, &e->reply, &msg, &err))
        return msg;
    /* What cannot be read is not asked for again. */
    HistoryRow *row = ARENA_NEW(&e->reply, HistoryRow);
    return (Msg){.type =
                     effect->number == UINT64_MAX ? MSG_HISTORY_MORE : MSG_HISTORY_ROW,
                 .row = effect->number,
                 .history = row,
                 .complete = true};
}

Msg effect_history_open(Effects *e, const Effect *effect)
{
    Msg msg = {.type = MSG_DONE};
    Error err = {0};

    return !e->history || history_slices_open(e->history, effect->number, &e->reply,
                                              &msg, &err)
               ? msg
               : effect_failed(effect, &err);
}

Msg effect_history_trend(Effects *e, const Effect *effect)
{
    HistoryTrend *trend = ARENA_NEW(&e->reply, HistoryTrend);

    *trend = (HistoryTrend){.done = true};
    if (e->history)
        history_slices_trend(e->session, e->history, effect, &e->reply, trend);
    return (Msg){.type = MSG_HISTORY_TREND, .trend = trend};
}

Msg effect_name(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Revision revision = {0};
    Writer writer = {0};
    Error err = {0};
    Str number = arena_printf(&e->reply, "%d", effect->from);

    if (!effect_document(e, effect->path, &ref, &err) ||
        !service_revision(e->session, &ref, number, &e->reply, &revision, NULL, &err) ||
        !writer_need(e->session, &e->reply, &writer, &err) ||
        !names_add(e->session->repo, ref.name, effect->name, revision.commit,
                   &writer.person, session_now(), &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_NAMED, .name = arena_str(&e->reply, effect->name)};
}

static bool side_bytes(Effects *e, const Effect *effect, const DocumentRef *ref,
                       int revision, Str *out, Error *err)
{
    if (revision == REVISION_NONE) {
        *out = (Str){0};
        return true;
    }
    if (revision == REVISION_UNSAVED) {
        *out = effect->bytes;
        return true;
    }
    Revision found = {0};
    OpenDocument doc = {0};
    Str number = arena_printf(&e->reply, "%d", revision);
    if (!service_revision(e->session, ref, number, &e->reply, &found, &doc, err))
        return false;
    *out = doc.bytes;
    return true;
}

/* The number of the revision that another one changed. */
static bool number_before(Effects *e, const DocumentRef *ref, int number, int *out,
                          Error *err)
{
    Revisions *r = NULL;
    Revision before;

    *out = REVISION_NONE;
    if (!service_revisions(e->session, ref, &r, err))
        return false;
    size_t index = r ? revisions_index(r, number) : NO_REVISION;
    if (index != NO_REVISION && service_revision_before(r, index, &e->reply, &before))
        *out = before.number;
    revisions_free(r);
    return true;
}

Msg effect_compare(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    Msg msg = {.type = MSG_COMPARED, .from = effect->from, .to = effect->to};

    if (!effect_document(e, effect->path, &ref, &err) ||
        (effect->from == REVISION_BEFORE &&
         !number_before(e, &ref, effect->to, &msg.from, &err)) ||
        !side_bytes(e, effect, &ref, msg.from, &msg.before, &err) ||
        !side_bytes(e, effect, &ref, effect->to, &msg.after, &err))
        return effect_failed(effect, &err);
    return msg;
}

Msg effect_merge(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    MergeTask *task = ARENA_NEW(&e->reply, MergeTask);
    StrBuf kept = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !merge_task_open(e->session, &ref, effect->name, &e->reply, task, &err))
        return effect_failed(effect, &err);
    if (!str_eq(task->file, effect->bytes)) {
        error_set(&err, ERR_STATE, _("%.*s holds words that are in no revision yet"),
                  STR_ARG(ref.name));
        return effect_failed(effect, &err);
    }
    (void)merge_kept_read(e->session, &ref, &kept);
    Msg msg = {.type = MSG_MERGE,
               .path = effect->path,
               .name = task->who,
               .before = task->texts[THREE_BASE],
               .mine = task->texts[THREE_MINE],
               .after = task->texts[THREE_THEIRS],
               .merge = task->from,
               .who = task->others == 0 ? str_from(task->sides.theirs) : (Str){0},
               .bytes = arena_str(&e->reply, strbuf_view(&kept))};
    strbuf_deinit(&kept);
    return msg;
}

Msg effect_choices(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !(effect->bytes.len > 0
              ? merge_kept_write(e->session, &ref, effect->bytes, &err)
              : merge_kept_forget(e->session, &ref, &err)))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_DONE};
}

enum { EXPORTS_MAX = 999 }; /* beside one document */

Msg effect_export(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    OpenDocument doc = {0};
    ExportFormat format = EXPORT_HTML;
    StrBuf out = {0};
    Error err = {0};

    if (!export_format_parse(effect->name, &format) ||
        !effect_document(e, effect->path, &ref, &err) ||
        !service_read_bytes(e->session, &ref, effect->bytes, &e->reply, &doc, &err))
        return effect_failed(effect, &err);
    service_export(e->session, &doc, format, false, NULL, &out);
    Str stem = effect->path;
    if (str_ends(stem, STR(".md")))
        stem.len -= 3;
    const char *suffix = format == EXPORT_MARKDOWN ? "-export" : "";
    Str path = arena_printf(&e->reply, "%.*s%s.%.*s", STR_ARG(stem), suffix,
                            STR_ARG(effect->name));
    /* A file that is there may be somebody's: the next free name is taken. */
    for (int i = 2; file_kind(path.ptr) != FILE_NONE && i <= EXPORTS_MAX; i++)
        path = arena_printf(&e->reply, "%.*s%s-%d.%.*s", STR_ARG(stem), suffix, i,
                            STR_ARG(effect->name));
    bool ok = file_create(path.ptr, strbuf_view(&out), &err);
    strbuf_deinit(&out);
    return ok ? (Msg){.type = MSG_EXPORTED, .path = path} : effect_failed(effect, &err);
}
