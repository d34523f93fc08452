#include "app/model_checks.h"

#include "app/check_setup.h"
#include "base/message.h"

void model_checks_of(Session *s, Str path, Arena *arena, Model *m)
{
    DocumentRef ref = {0};
    Error ignored = {0};

    arena_reset(arena);
    bool known = path.len > 0 && session_document(s, path, arena, &ref, &ignored);
    session_check_options(s, known ? &ref : NULL, arena, &m->check);
    m->ed.derived.stale = m->ed.derived.valid;
}

void model_checks(Session *s, Arena *arena, Model *m)
{
    model_checks_of(s, m->ed.open ? strbuf_view(&m->ed.path) : (Str){0}, arena, m);
}

bool model_checks_stale(EffectType type)
{
    return type == EFFECT_OPEN || type == EFFECT_RELOAD || type == EFFECT_SAVE ||
           type == EFFECT_WRITE || type == EFFECT_RESTORE_DO || type == EFFECT_INIT ||
           type == EFFECT_ASK || type == EFFECT_REPLY || type == EFFECT_CLOSE ||
           type == EFFECT_ANCHOR || type == EFFECT_ACCEPT || type == EFFECT_UNDO_REVIEW;
}

void model_left_out(Session *s, Model *m)
{
    const Error *left_out =
        s->workspace_error.code ? &s->workspace_error : &s->settings_error;

    if (left_out->code == ERR_NONE)
        return;
    model_say(m, _("Settings are left out: %s"), left_out->message);
    m->notice_bad = true;
    s->settings_told = true;
}
