/* Revisions, and pages for others. */
#include "app/effect_kinds.h"

#include "app/service.h"
#include "app/writer.h"
#include "base/file.h"

Msg effect_base(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Revision *revision = ARENA_NEW(&e->reply, Revision);
    OpenDocument *doc = ARENA_NEW(&e->reply, OpenDocument);
    size_t count = 0;
    Writer writer = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !service_last_revision(e->session, &ref, &e->reply, revision, &count, &err))
        return effect_failed(effect, &err);
    Error ignored = {0};
    writer_find(e->session, &e->reply, &writer, &ignored);
    Msg msg = {.type = MSG_BASE, .who = writer.person.name};
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
    DocumentRef ref = {0};
    History list = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !service_history(e->session, &ref, &e->reply, &list, &err))
        return effect_failed(effect, &err);
    return (Msg){
        .type = MSG_HISTORY, .revisions = list.items, .revision_count = list.count};
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

Msg effect_compare(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Error err = {0};
    Msg msg = {.type = MSG_COMPARED, .from = effect->from, .to = effect->to};

    if (!effect_document(e, effect->path, &ref, &err) ||
        !side_bytes(e, effect, &ref, effect->from, &msg.before, &err) ||
        !side_bytes(e, effect, &ref, effect->to, &msg.after, &err))
        return effect_failed(effect, &err);
    return msg;
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
