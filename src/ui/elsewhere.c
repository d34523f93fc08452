#include "ui/elsewhere.h"

#include "base/message.h"
#include "ui/cmd.h"

void elsewhere_ask(Model *m, const Msg *msg, EffectType then)
{
    Unwritable *u = &m->ed.unwritable;

    u->set = true;
    u->effect = msg->effect;
    u->then = then;
    strbuf_set(&u->reason, strbuf_view(&m->notice));
    strbuf_set(&u->kept, msg->text);
    prompt_open(m, PROMPT_FAILED);
}

const char *elsewhere_notice(const Editor *ed)
{
    if (!ed->unwritable.set)
        return NULL;
    if (ed->not_kept)
        return _("The file cannot be written, your words are only in memory; ^S asks "
                 "what to do.");
    return _("The file cannot be written now. Your words are kept; ^S asks what to "
             "do.");
}

/* -- choosing ----------------------------------------------------------------- */

static void try_again(Model *m, Effect *out)
{
    const Unwritable *u = &m->ed.unwritable;
    Str note = m->save_noted ? field_view(&m->typed[PROMPT_NOTE]) : (Str){0};

    m->after_save = u->then;
    if (u->effect == EFFECT_WRITE)
        file_write_effect(m, out);
    else
        file_save_effect(m, note, out);
}

static bool in_file(const Model *m)
{
    return !editor_unwritten(&m->ed);
}

static void write_on(Model *m)
{
    const Unwritable *u = &m->ed.unwritable;

    if (u->kept.len > 0)
        model_say(m, _("Your words are kept in %.*s."), STR_ARG(strbuf_view(&u->kept)));
    else if (in_file(m))
        model_say(m, _("The file has your words, no revision has them yet."));
    else
        model_say(m, _("No place could be written: your words are only in memory."));
}

/* Only where the words are somewhere on a disk. */
static void close_unsaved(Model *m, Effect *out)
{
    const Unwritable *u = &m->ed.unwritable;

    if (u->kept.len > 0 || in_file(m) || u->copied == text_version(m->ed.text)) {
        file_leave(m, out);
        return;
    }
    model_say(m, _("Not closed: your words are only in memory. Write them to another "
                   "place first."));
    prompt_open(m, PROMPT_FAILED);
}

void elsewhere_choose(Model *m, size_t index, Effect *out)
{
    enum { AGAIN, ANOTHER_PLACE, WRITE_ON };

    prompt_close(m);
    switch (index) {
    case AGAIN:
        try_again(m, out);
        break;
    case ANOTHER_PLACE:
        elsewhere_propose(m, out);
        break;
    case WRITE_ON:
        write_on(m);
        break;
    default:
        close_unsaved(m, out);
        break;
    }
}

/* -- another place ------------------------------------------------------------ */

void elsewhere_propose(Model *m, Effect *out)
{
    *out = (Effect){.type = EFFECT_PLACE, .path = strbuf_view(&m->ed.path)};
}

void elsewhere_proposed(Model *m, const Msg *msg)
{
    field_set(&m->typed[PROMPT_ELSEWHERE], msg->path);
    prompt_open(m, PROMPT_ELSEWHERE);
}

void elsewhere_key(Model *m, const Key *key, Effect *out)
{
    Field *field = &m->typed[PROMPT_ELSEWHERE];

    if (key->code != KEYCODE_ENTER) {
        field_key(field, key);
        return;
    }
    if (str_is_blank(field_view(field))) {
        model_say(m, _("Type where to write, such as ~/lantern.md."));
        return;
    }
    *out = (Effect){.type = EFFECT_PUT,
                    .path = field_view(field),
                    .name = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text)};
}

void elsewhere_written(Model *m, const Msg *msg)
{
    m->ed.unwritable.copied = text_version(m->ed.text);
    prompt_close(m);
    model_say(m, _("A copy is in %.*s. The document is not saved; ^S tries again."),
              STR_ARG(msg->path));
}
