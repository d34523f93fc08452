/* The words reached a file or a revision, or did not. */
#include "ui/receive_kinds.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/elsewhere.h"
#include "ui/outside.h"
#include "ui/readying.h"
#include "ui/recover.h"

static void after_save(Model *m, Effect *out)
{
    EffectType next = m->after_save;

    m->after_save = EFFECT_NONE;
    if (next == EFFECT_WHO)
        file_hand_over(m, out);
    else if (next == EFFECT_ADD_PERSON)
        file_add_person(m, out);
    else if (next == EFFECT_RECOVERED)
        recover_saved(m, out);
    else if (next == EFFECT_KEEP) /* the answers of an interview are in the file */
        *out = (Effect){.type = EFFECT_KEEP, .path = strbuf_view(&m->ed.path)};
    else if (next == EFFECT_QUIT && m->hung_up)
        *out = (Effect){.type = EFFECT_QUIT, .status = m->end_status};
    else if (next == EFFECT_QUIT)
        file_leave(m, out);
}

static void saved(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;

    strbuf_set(&ed->disk, msg->bytes);
    ed->disk_version = text_version(ed->text);
    outside_begin(ed);
    ed->outside = OUTSIDE_SAME;
    ed->saved = msg->now;
    ed->kept = (Moment){0};
    ed->wrote = ed->not_kept = ed->unwritable.set = false;
    if (msg->revision_count) {
        strbuf_set(&ed->base, msg->bytes);
        ed->based = true;
        ed->revision = msg->revisions[0].number;
        derive_base(m);
    }
    if (msg->who.len > 0)
        strbuf_set(&m->who, msg->who);
    ready_box_done(m);
    m->merged[0] = '\0';
    if (m->save_noted)
        field_set(&m->typed[PROMPT_NOTE], (Str){0});
    if (!msg->quiet) /* nobody asked for it: row 1 says that it is saved */
        model_say(m, "%.*s", STR_ARG(msg->text));
    after_save(m, out);
}

static void written(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;

    if (msg->path.len > 0) { /* a new file beside the document */
        strbuf_set(&ed->path, msg->path);
        strbuf_set(&ed->name, msg->name);
        ed->based = false;
        ed->base_asked = false;
        model_say(m, _("Your words are in %.*s now. The other file was left alone."),
                  STR_ARG(msg->path));
    }
    outside_keep_start(ed);
    strbuf_set(&ed->disk, msg->bytes);
    ed->disk_version = text_version(ed->text);
    ed->wrote = true;
    ed->unwritable.set = false;
    ed->outside = OUTSIDE_SAME;
    if (msg->text.len > 0)
        model_say(m, "%.*s", STR_ARG(msg->text));
    if (!msg->quiet)
        after_save(m, out);
}

static bool is_of_file(const Msg *msg)
{
    return (msg->effect == EFFECT_SAVE || msg->effect == EFFECT_WRITE) &&
           (msg->error.code == ERR_IO || msg->error.code == ERR_NOT_FOUND);
}

static void failed(Model *m, const Msg *msg, Effect *out)
{
    EffectType then = m->after_save;

    /* Its revision was asked for while the file is away: the line below says so. */
    if (msg->effect == EFFECT_BASE && msg->error.code == ERR_NOT_FOUND) {
        m->ed.outside = OUTSIDE_GONE;
        m->changes_wanted = false;
        return;
    }
    if (msg->quiet && is_of_file(msg)) { /* one types: a line says so, no box */
        m->ed.unwritable.set = true;
        return;
    }
    model_say_error(m, &msg->error);
    if (msg->quiet || msg->effect == EFFECT_PUT)
        return; /* the words are in the journal; the box asks for another place */
    m->after_save = EFFECT_NONE;
    m->save_waiting = false;
    m->go_first = false;
    m->changes_wanted = false;
    m->look_then = VIEW_HOME;
    m->open_view = VIEW_WRITE;
    m->open_box = PROMPT_NONE;
    if (msg->effect == EFFECT_CREATE)
        m->prompt.selected = 2; /* the name is what can be wrong */
    if (m->hung_up && !m->beside_tried)
        file_write_beside(m, out);
    else if (m->hung_up || (msg->effect == EFFECT_OPEN && m->started_with_document))
        *out = (Effect){.type = EFFECT_QUIT, .status = (int)msg->error.code};
    else if (is_of_file(msg) && then != EFFECT_RECOVERED)
        elsewhere_ask(m, msg, then);
}

/* The file is not the one that was read. */
static void refused(Model *m, const Msg *msg, Effect *out)
{
    if (!msg->quiet)
        m->after_save = EFFECT_NONE;
    if (m->hung_up)
        file_write_beside(m, out);
    else
        outside_refused(m, msg, !msg->quiet);
}

bool receive_writing(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_FAILED:
        failed(m, msg, out);
        return true;
    case MSG_CHANGED_OUTSIDE:
        refused(m, msg, out);
        return true;
    case MSG_SAVED:
        saved(m, msg, out);
        return true;
    case MSG_WRITTEN:
        written(m, msg, out);
        return true;
    case MSG_PLACE:
        elsewhere_proposed(m, msg);
        return true;
    case MSG_PUT:
        elsewhere_written(m, msg);
        return true;
    case MSG_LOOKED:
        outside_looked(m, msg);
        return true;
    case MSG_EXPORTED:
        model_say(m, _("Written: %.*s. Open it in a browser to read or print it."),
                  STR_ARG(msg->path));
        return true;
    default:
        return false;
    }
}
