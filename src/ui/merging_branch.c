/* The draft of a branch, or of another revision, put into the text (ux S11). */
#include <string.h>

#include "base/message.h"
#include "diff/merge_choices.h"
#include "diff/wording.h"
#include "ui/cmd.h"
#include "ui/merging.h"

void cmd_merge(Model *m, Effect *out)
{
    (void)out;
    if (editor_unwritten(&m->ed)) {
        model_say(m, _("Some words are in no revision yet. ^S saves them first."));
        return;
    }
    prompt_open(m, PROMPT_MERGE);
}

void merging_ask(Model *m, Effect *out)
{
    Str name = str_trim(field_view(&m->typed[PROMPT_MERGE]));

    prompt_close(m);
    if (name.len == 0)
        return;
    *out = (Effect){.type = EFFECT_MERGE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .name = name};
}

/* A revision with both for parents, where theirs is taken whole. */
static void save_merged(Model *m, Str who, Str commit, Effect *out)
{
    StrBuf note = {0};

    memset(m->merged, 0, sizeof m->merged);
    if (commit.len < sizeof m->merged)
        memcpy(m->merged, commit.ptr, commit.len);
    message_addf(&note, wording_of(message_lang())->merged, who.ptr);
    field_set(&m->typed[PROMPT_NOTE], strbuf_view(&note));
    strbuf_deinit(&note);
    file_save_effect(m, field_view(&m->typed[PROMPT_NOTE]), out);
    out->merged = m->merged[0] ? m->merged : NULL;
}

void merging_receive(Model *m, const Msg *msg, Effect *out)
{
    Merging *g = &m->merging;

    if (!m->ed.open || !str_eq(msg->path, strbuf_view(&m->ed.path)))
        return;
    field_set(&m->typed[PROMPT_MERGE], (Str){0});
    merging_begin(m, msg->before, msg->after, msg->name);
    if (!g->open) { /* nothing is to be decided, and it is put together */
        save_merged(m, msg->name, msg->who, out);
        return;
    }
    strbuf_clear(&g->commit);
    strbuf_add(&g->commit, msg->who);
    g->branch = true;
    merge_choices_read(&g->merge, msg->bytes, &g->arena, g->choices);
    merging_refresh(m);
}

void merging_keep(Model *m, Effect *out)
{
    Merging *g = &m->merging;

    if (!g->open || !g->branch || out->type != EFFECT_NONE)
        return;
    strbuf_clear(&g->kept);
    merge_choices_write(&g->merge, g->choices, &g->kept);
    *out = (Effect){.type = EFFECT_CHOICES,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&g->kept)};
}

void merging_done(Model *m, Effect *out)
{
    Merging *g = &m->merging;
    bool branch = g->branch;
    Arena names = {0};
    Str who = arena_str(&names, strbuf_view(&g->who));
    Str commit = arena_str(&names, strbuf_view(&g->commit));

    merging_finish(m);
    if (branch && !g->open)
        save_merged(m, who, commit, out);
    arena_deinit(&names);
}
