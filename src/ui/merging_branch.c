/* The draft of a branch, or of another revision, put into the text (ux S11). */
#include <string.h>

#include "base/message.h"
#include "diff/conflict_marks.h"
#include "diff/merge_choices.h"
#include "diff/wording.h"
#include "ui/cmd.h"
#include "ui/merging.h"

void cmd_merge(Model *m, Effect *out)
{
    if (merging_marks(m) > 0) {
        merging_ask_for(m, (Str){0}, out);
        return;
    }
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
    merging_ask_for(m, name, out);
}

void merging_ask_for(Model *m, Str name, Effect *out)
{
    *out = (Effect){.type = EFFECT_MERGE,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .name = name};
}

size_t merging_marks(const Model *m)
{
    StrBuf sides[THREE_COUNT] = {{0}};
    size_t count = conflict_marks_read(text_view(m->ed.text), sides);

    for (int x = 0; x < THREE_COUNT; x++)
        strbuf_deinit(&sides[x]);
    return count;
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
}

void merging_receive(Model *m, const Msg *msg, Effect *out)
{
    Merging *g = &m->merging;
    bool own = msg->merge == MERGE_FROM_REVISION;
    const Str texts[THREE_COUNT] = {
        msg->before, own ? text_view(m->ed.text) : msg->mine, msg->after};

    if (!m->ed.open || !str_eq(msg->path, strbuf_view(&m->ed.path)))
        return;
    field_set(&m->typed[PROMPT_MERGE], (Str){0});
    merging_begin_with(m, texts, msg->name);
    strbuf_set(&g->commit, msg->who);
    g->kept_on = true;
    g->from = msg->merge;
    merge_choices_read(&g->merge, msg->bytes, &g->arena, g->choices);
    merging_refresh(m);
    if (g->merge.conflict_count == 0)
        merging_done(m, out);
    else
        merging_show(m);
}

void merging_keep(Model *m, Effect *out)
{
    Merging *g = &m->merging;

    if (!g->open || !g->kept_on || out->type != EFFECT_NONE)
        return;
    strbuf_clear(&g->kept);
    merge_choices_write(&g->merge, g->choices, &g->kept);
    *out = (Effect){.type = EFFECT_CHOICES,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&g->kept)};
}

/* What follows when the words are in the text. */
static void end(Model *m, MergeFrom from, Str who, Str commit, Effect *out)
{
    switch (from) {
    case MERGE_FROM_REVISION:
        save_merged(m, who, commit, out);
        break;
    case MERGE_FROM_GIT:
        file_write_effect(m, out);
        out->type = EFFECT_SETTLE;
        break;
    case MERGE_FROM_MARKS: /* the choices are no longer needed */
        *out = (Effect){.type = EFFECT_CHOICES, .path = strbuf_view(&m->ed.path)};
        break;
    }
}

void merging_done(Model *m, Effect *out)
{
    Merging *g = &m->merging;
    bool kept_on = g->kept_on;
    MergeFrom from = g->from;
    Arena names = {0};
    Str who = arena_str(&names, strbuf_view(&g->who));
    Str commit = arena_str(&names, strbuf_view(&g->commit));

    merging_finish(m);
    if (kept_on && !g->open)
        end(m, from, who, commit, out);
    arena_deinit(&names);
}
