#include "ui/receive.h"
#include "ui/exercise_view.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/confirm.h"
#include "ui/derive.h"
#include "ui/interview_box.h"
#include "ui/receive_kinds.h"
#include "ui/recover.h"
#include "ui/spelling.h"
#include "ui/workshop.h"

/* What became of the journal and of the lease (app/keep.h). */
static bool kept(Model *m, const Msg *msg, Effect *out)
{
    Editor *ed = &m->ed;

    switch (msg->type) {
    case MSG_KEPT:
        ed->kept = m->now;
        ed->not_kept = false;
        return true;
    case MSG_NOT_KEPT:
        ed->not_kept = true;
        model_say_error(m, &msg->error);
        return true;
    case MSG_TAKEN_OVER:
        ed->lost_lease = true;
        m->after_save = EFFECT_NONE; /* what was asked for waits for the answer */
        model_say_error(m, &msg->error);
        if (m->hung_up)
            file_write_beside(m, out);
        return true;
    case MSG_LEASE:
        ed->lost_lease = false;
        model_say(m, _("You write in the document again. ^S saves."));
        return true;
    case MSG_RECOVERED:
        recover_next(m, msg->recovered, out);
        return true;
    default:
        return false;
    }
}

/* Other programs: the spelling, the clipboard, an editor. */
static bool helped(Model *m, const Msg *msg)
{
    switch (msg->type) {
    case MSG_SPELLING:
        spelling_start(m, msg);
        return true;
    case MSG_SPELLED:
        spelling_answers(m, msg);
        return true;
    case MSG_WORD_ADDED:
        spelling_accept(&m->spelling, msg->name);
        model_say(m, _("\"%.*s\" is a word of the workspace now."), STR_ARG(msg->name));
        return true;
    case MSG_ANSWERS:
        interview_box_open(m, msg);
        return true;
    case MSG_EDITED:
        editor_edited(m, msg);
        return true;
    case MSG_COPIED:
        clip_copied(m, msg);
        return true;
    default:
        return false;
    }
}

void receive(Model *m, const Msg *msg, Effect *out)
{
    if (receive_restore(m, msg, out) || receive_review(m, msg, out) ||
        receive_deck(m, msg, out) || receive_five(m, msg, out) ||
        receive_meet(m, msg, out) || receive_exercise(m, msg, out) ||
        receive_opening(m, msg, out) || receive_authors(m, msg) ||
        receive_writing(m, msg, out) || receive_list(m, msg, out) ||
        kept(m, msg, out) || helped(m, msg))
        return;
    if (msg->type == MSG_WORKSHOP) {
        workshop_receive(m, msg);
        exercise_begin(m);
    } else if (msg->type == MSG_NEED_NAME) {
        m->save_waiting = true;
        prompt_open(m, PROMPT_NAME);
    } else if (msg->type == MSG_DERIVED && derive_take(m, msg->number, msg->derived)) {
        confirm_offer(m);
    }
}
