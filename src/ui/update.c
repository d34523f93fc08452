#include "ui/update.h"

#include "base/message.h"
#include "ui/ask.h"
#include "ui/authors.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/confirm.h"
#include "ui/deck_view.h"
#include "ui/derive.h"
#include "ui/exercise_view.h"
#include "ui/find.h"
#include "ui/history.h"
#include "ui/keymap.h"
#include "ui/layout.h"
#include "ui/list.h"
#include "ui/meet_view.h"
#include "ui/outside.h"
#include "ui/page.h"
#include "ui/prompt.h"
#include "ui/receive.h"
#include "ui/reviewing.h"
#include "ui/spelling.h"
#include "ui/tutorial.h"
#include "ui/typing.h"
#include "ui/workshop.h"

enum { SHORT_REST_MS = 10 }; /* what else can wait for a moment without input */

static void write_key(Model *m, const Key *key, Effect *out)
{
    CommandId id = keymap_find(m->keys, VIEW_WRITE, key);
    if (id != CMD_NONE) {
        command_run(m, id, out);
        return;
    }
    if (editor_key(m, key))
        return;
    if (key->code == KEYCODE_CHAR && (key->mods & MOD_ALT)) {
        uint32_t cp = key_latin(key->cp);
        const Command *c = cp < 0x80 ? command_by_letter(VIEW_WRITE, (char)cp) : NULL;
        if (c)
            command_run(m, c->id, out);
    }
}

/* A line is typed: letters are no commands. */
static void meet_key(Model *m, const Key *key, Effect *out)
{
    CommandId id = keymap_find(m->keys, VIEW_MEET, key);

    if (id != CMD_NONE)
        command_run(m, id, out);
    else
        meet_view_key(m, key, out);
}

static void read_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_PASTE) {
        model_say(m, _("Pasted text here: nothing was done with it."));
        return;
    }
    if (search_key(m, key) || review_pick_key(m, key))
        return;
    CommandId id = keymap_find(m->keys, m->view, key);
    if (id == CMD_NONE && key->code == KEYCODE_CHAR && (key->mods & MOD_ALT)) {
        uint32_t cp = key_latin(key->cp);
        const Command *c = cp < 0x80 ? command_by_letter(m->view, (char)cp) : NULL;
        id = c ? c->id : CMD_NONE;
    }
    if (id != CMD_NONE) {
        command_run(m, id, out);
        return;
    }
    CommandId written = keymap_find(m->keys, VIEW_WRITE, key);
    if (written == CMD_UNDO || written == CMD_REDO)
        model_say(m, _("Undo is for the text; nothing on this screen is undone."));
    else
        list_key(m, key, out);
}

static void key(Model *m, const Key *k, Effect *out)
{
    if (k->code == KEYCODE_FOCUS_IN) /* one was elsewhere, at the file perhaps */
        outside_look(m, out);
    if (k->code == KEYCODE_FOCUS_IN || k->code == KEYCODE_FOCUS_OUT ||
        k->code == KEYCODE_NONE)
        return;
    if (k->code == KEYCODE_MOUSE) {
        editor_mouse(m, k, out);
        return;
    }
    strbuf_clear(&m->notice);
    m->notice_bad = false;
    if (k->code == KEYCODE_BAD) {
        model_say(m, _("A byte that is no UTF-8 came from the keyboard and was left "
                       "out. Is the terminal set to UTF-8?"));
        return;
    }
    if (m->prompt.type != PROMPT_NONE)
        prompt_key(m, k, out);
    else if (m->view == VIEW_WRITE)
        write_key(m, k, out);
    else if (m->view == VIEW_MEET)
        meet_key(m, k, out);
    else
        read_key(m, k, out);
}

/* The terminal goes and no journal works: the words are written to the file if it is
 * still the one that was read, else beside it. */
static void hang_up(Model *m, const Msg *msg, Effect *out)
{
    m->end_status = msg->status;
    if (editor_unwritten(&m->ed) && !m->hung_up) {
        m->after_save = EFFECT_QUIT;
        m->hung_up = true;
        file_write_effect(m, out);
        return;
    }
    *out = (Effect){.type = EFFECT_QUIT, .status = msg->status};
}

/* The keys have rested: the file gets the words, if it is ours to write. */
static void pause_typing(Model *m, Effect *out)
{
    const Editor *ed = &m->ed;

    if (!editor_unwritten(ed) || ed->read_only || ed->lost_lease)
        return;
    file_write_effect(m, out);
    out->quiet = true;
}

void update_refuse_change(Model *m, uint64_t version, size_t caret)
{
    Editor *ed = &m->ed;
    size_t ignored;

    if (text_version(ed->text) == version)
        return;
    while (text_version(ed->text) != version && text_undo(ed->text, &ignored))
        continue;
    ed->caret = caret;
    ed->anchor = NO_INDEX;
    ed->marking = false;
    ed->edit_at = text_len(ed->text);
    ed->edit_shift = 0;
    model_say(m, _("It is only read here; ^S asks again. %s."),
              strbuf_cstr(&ed->holder));
}

static void idle(Model *m, Effect *out)
{
    if (ask_wants_keeping(m)) {
        ask_keep(m, out);
        return;
    }
    if (meet_view_wants_keeping(m)) {
        meet_view_keep(m, out);
        return;
    }
    if (derive_needed(m) && !derive_is_under_way(m)) {
        if (derive_is_long(m)) {
            m->ed.derived.stale = false;
            derive_ask(m, out);
        } else {
            derive(m);
            confirm_offer(m);
        }
        return;
    }
    if (m->ed.open && m->ed.tracked && !m->ed.based && !m->ed.base_asked) {
        m->ed.base_asked = true;
        *out = (Effect){.type = EFFECT_BASE, .path = strbuf_view(&m->ed.path)};
        return;
    }
    if (workshop_unknown(m)) {
        workshop_ask(m, out);
        return;
    }
    if (m->review_later) {
        review_ask_again(m, out);
        return;
    }
    if (exercise_waits(m)) {
        exercise_open(m, out);
        return;
    }
    if (authors_wait(m)) {
        *out = (Effect){.type = EFFECT_AUTHORS_MORE};
        return;
    }
    if (history_waits(m))
        history_idle(m, out);
    if (m->view != VIEW_HOME)
        return;
    for (size_t i = 0; i < m->home.count; i++) {
        if (!m->home.documents[i].described) {
            *out = (Effect){.type = EFFECT_DESCRIBE, .path = m->home.documents[i].path};
            return;
        }
    }
}

int update_tick_ms(const Model *m, int64_t now_ms)
{
    int workshop = workshop_wait_ms(m, now_ms), meet = meet_view_wait_ms(m, now_ms);

    return workshop < 0 || (meet >= 0 && meet < workshop) ? meet : workshop;
}

int update_idle_ms(const Model *m)
{
    const Editor *ed = &m->ed;

    if (ask_wants_keeping(m) || meet_view_wants_keeping(m))
        return TYPING_REST_MS;
    /* While words are being typed a finding about half of them would be noise. */
    if (derive_needed(m) && !derive_is_under_way(m))
        return ed->derived.valid ? TYPING_REST_MS : 0;
    if (ed->open && ed->tracked && !ed->based && !ed->base_asked)
        return m->walking ? 0 : SHORT_REST_MS;
    if (workshop_unknown(m))
        return SHORT_REST_MS;
    if (m->review_later || authors_wait(m) || history_waits(m) || exercise_waits(m))
        return 0;
    for (size_t i = 0; m->view == VIEW_HOME && i < m->home.count; i++)
        if (!m->home.documents[i].described)
            return SHORT_REST_MS;
    return -1;
}

/* The text is brought where it is seen, and what is drawn from it is made anew. */
static void settle(Model *m)
{
    if (m->ed.open) {
        projector_settle(m);
        layout_settle(&m->ed);
    }
    if (m->ed.open && m->view == VIEW_WRITE) {
        layout_scroll(&m->ed, editor_text_width(m), editor_text_height(m));
        if (m->typewriter)
            layout_centre(&m->ed, editor_text_width(m), editor_text_height(m));
    }
    checks_refresh(m);
    spelling_refresh(m);
    tutorial_look(m);
    deck_view_refresh(m);
    page_refresh(m);
    review_look_on(m);
}

Effect update(Model *m, const Msg *msg)
{
    Effect out = {0};
    Typing before = typing_of(m, msg);
    bool guarded = m->ed.open && m->ed.read_only && msg->type == MSG_KEY;
    uint64_t version = guarded ? text_version(m->ed.text) : 0;
    size_t caret = m->ed.caret;

    m->ed.only = (Range){0, 0}; /* keys go everywhere; what is shown follows */
    if (msg->now.seconds)
        m->now = msg->now;
    if (msg->clock_ms)
        m->clock_ms = msg->clock_ms;
    switch (msg->type) {
    case MSG_START:
        if (!m->started_with_document)
            out = (Effect){.type = EFFECT_LIST};
        break;
    case MSG_KEY:
        m->review_later = false;
        key(m, &msg->key, &out);
        break;
    case MSG_RESIZE:
        m->rows = msg->rows;
        m->cols = msg->cols;
        break;
    case MSG_IDLE:
        idle(m, &out);
        break;
    case MSG_HANGUP:
        hang_up(m, msg, &out);
        break;
    case MSG_PAUSE:
        pause_typing(m, &out);
        break;
    case MSG_RESUMED:
        outside_look(m, &out);
        break;
    case MSG_DONE:
        break;
    case MSG_TICK:
        workshop_tick(m, &out);
        break;
    default:
        receive(m, msg, &out);
        break;
    }
    if (out.type == EFFECT_NONE && m->workshop.changed)
        workshop_keep(m, &out);
    if (guarded)
        update_refuse_change(m, version, caret);
    settle(m);
    Typing now = typing_of(m, msg);
    m->redraw = typing_redraw(&before, &now);
    return out;
}
