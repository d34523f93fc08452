/* A document is read, or made. */
#include "app/effect_kinds.h"

#include "app/service.h"
#include "base/file.h"
#include "store/people.h"

/* Before libgit2 is started: the person chosen for this clone, from a small
 * file. Git's own name is looked up with the last revision. */
static Str chosen_writer(Effects *e)
{
    Who who = {0};
    Error ignored = {0};

    if (e->session->workspace.root.len == 0 ||
        !who_load(e->session->workspace.private_, &e->reply, &who, &ignored))
        return (Str){0};
    return who.name;
}

static Msg read_document(Effects *e, const Effect *effect, DocumentRef *ref)
{
    StrBuf bytes = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, ref, &err))
        return effect_failed(effect, &err);
    Str full = arena_str(&e->reply, ref->path);
    bool ok = file_read(full.ptr, FILE_MAX, &bytes, &err) &&
              service_bytes_ok(ref, strbuf_view(&bytes), &err);
    Str copy = arena_str(&e->reply, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    if (!ok)
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_OPENED,
                 .path = full,
                 .name = ref->name.len ? ref->name : path_base(full),
                 .bytes = copy,
                 .who = chosen_writer(e),
                 .tracked = ref->relative.len > 0};
}

Msg effect_read(Effects *e, const Effect *effect, DocumentRef *ref)
{
    arena_reset(&e->reply);
    return read_document(e, effect, ref);
}

Msg effect_open(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Msg msg = effect_read(e, effect, &ref);

    if (msg.type == MSG_OPENED)
        keep_open(e->keep, &ref, &e->reply, effect->take_over, &msg);
    return msg;
}

Msg effect_reload(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    Msg msg = read_document(e, effect, &ref);

    if (msg.type == MSG_OPENED)
        msg.type = MSG_RELOADED;
    msg.effect = EFFECT_RELOAD;
    return msg;
}

Msg effect_create(Effects *e, const Effect *effect)
{
    const DraftRequest *draft = &effect->draft;
    NewDocument request = {.name = draft->name,
                           .template_id = draft->template_id,
                           .lang = draft->lang,
                           .answers = {.title = draft->title,
                                       .customer = draft->customer,
                                       .product = draft->product,
                                       .origin = draft->origin}};
    DocumentRef ref = {0};
    Error err = {0};

    if (!service_new(e->session, &request, &e->reply, &ref, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_CREATED, .path = ref.path, .name = ref.name};
}
