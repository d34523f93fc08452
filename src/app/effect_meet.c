/* A meeting about the open document. Nothing of it is kept here: each effect reads what
 * was said from its private file, so that a program killed at any time has lost no more
 * than the line under way. */
#include "app/effect_kinds.h"
#include "app/meet_task.h"
#include "base/file.h"
#include "base/message.h"

enum { NOTES_BYTES = 16 << 20 };

/* What is read is a revision; words typed since are in none. */
static bool may_begin(const Effect *effect, const MeetTask *t, Error *err)
{
    if (!effect->on || t->begun)
        return true;
    error_set(err, ERR_STATE, _("%.*s has words that are in no revision"),
              STR_ARG(t->ref.name));
    return error_hint(err, _("What is read together is a revision: prfaq save %.*s"),
                      STR_ARG(t->ref.name));
}

/* The meeting as it stands, and who might be in it. */
static Msg state_of(Effects *e, const Effect *effect, MeetTask *t)
{
    StrBuf said = {0};
    Msg people = effect_people(e, effect);
    Msg msg = {.type = MSG_MEET,
               .effect = effect->type,
               .from = effect->from,
               .name = t->ref.name,
               .bytes = t->doc.bytes,
               .number = (uint64_t)t->revision.number,
               .complete = t->begun,
               .people = people.people,
               .person_count = people.person_count};

    meet_print(&t->meet, &said);
    msg.text = arena_str(&e->reply, strbuf_view(&said));
    strbuf_deinit(&said);
    return msg;
}

static bool take_notes(Effects *e, Str path, MeetTask *t, Error *err)
{
    StrBuf bytes = {0};
    Str name = arena_str(&e->reply, path);
    bool ok = file_read(name.ptr, NOTES_BYTES, &bytes, err) &&
              meet_import(t, arena_str(&e->reply, strbuf_view(&bytes)), name, &e->reply,
                          err) &&
              meet_keep(e->session, t, err);

    strbuf_deinit(&bytes);
    return ok;
}

static Msg decided(Effects *e, const Effect *effect, const MeetTask *t,
                   const MeetDone *done)
{
    OpenDocument now = {0};
    Error err = {0};
    StrBuf text = {0};

    if (!service_read(e->session, &t->ref, &e->reply, &now, &err))
        return effect_failed(effect, &err);
    message_addf(&text, _("Decided: %s. The minutes: %.*s"),
                 outcome_words(meet_outcome(&t->meet)), STR_ARG(done->path));
    Msg msg = {.type = MSG_MEET,
               .effect = effect->type,
               .from = MEET_END,
               .bytes = now.bytes,
               .complete = done->staged,
               .revisions = &done->save.revision,
               .revision_count = done->staged && done->save.revision.number > 0,
               .text = arena_str(&e->reply, strbuf_view(&text))};
    strbuf_deinit(&text);
    return msg;
}

static Msg end(Effects *e, const Effect *effect, MeetTask *t)
{
    MeetDone *done = ARENA_NEW(&e->reply, MeetDone);
    Error err = {0};

    t->typed = effect->on;
    if (!meet_decide(e->session, t, &e->reply, done, &err))
        return effect_failed(effect, &err);
    return decided(e, effect, t, done);
}

static Msg on_task(Effects *e, const Effect *effect, MeetTask *t)
{
    Error err = {0};
    bool ok = true;

    switch (effect->from) {
    case MEET_END:
        return end(e, effect, t);
    case MEET_IMPORT:
        ok = take_notes(e, effect->name, t, &err);
        break;
    default:
        ok = may_begin(effect, t, &err);
        break;
    }
    return ok ? state_of(e, effect, t) : effect_failed(effect, &err);
}

Msg effect_meet(Effects *e, const Effect *effect)
{
    MeetTask task = {0};
    DocumentRef ref = {0};
    Error err = {0};

    if (!effect_document(e, effect->path, &ref, &err))
        return effect_failed(effect, &err);
    if (effect->from == MEET_KEEP)
        return meet_keep_said(e->session, &ref, effect->bytes, &err)
                   ? (Msg){.type = MSG_DONE}
                   : effect_failed(effect, &err);
    if (!meet_open_ref(e->session, &ref, false, &e->reply, &task, &err))
        return effect_failed(effect, &err);
    Msg msg = on_task(e, effect, &task);
    meet_close(&task);
    return msg;
}
