#include "ui/update.h"

#include "base/message.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/confirm.h"
#include "ui/derive.h"
#include "ui/keymap.h"
#include "ui/layout.h"
#include "ui/list.h"
#include "ui/page.h"
#include "ui/prompt.h"
#include "ui/receive.h"

enum {
    TYPING_REST_MS = 200, /* the text is read anew when nobody typed for so long */
    SHORT_REST_MS = 10,   /* what else can wait for a moment without input */
};

static void write_key(Model *m, const Key *key, Effect *out)
{
    Editor *ed = &m->ed;

    /* Esc closes the top thing: a selection, then it opens the menu. */
    if (key->code == KEYCODE_ESCAPE && ed->anchor != NO_INDEX) {
        ed->anchor = NO_INDEX;
        ed->marking = false;
        return;
    }
    CommandId id = keymap_find(VIEW_WRITE, key);
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

static void read_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_PASTE) {
        model_say(m, _("Pasted text here: nothing was done with it."));
        return;
    }
    CommandId id = keymap_find(m->view, key);
    if (id == CMD_NONE && key->code == KEYCODE_CHAR && (key->mods & MOD_ALT)) {
        uint32_t cp = key_latin(key->cp);
        const Command *c = cp < 0x80 ? command_by_letter(m->view, (char)cp) : NULL;
        id = c ? c->id : CMD_NONE;
    }
    if (id != CMD_NONE)
        command_run(m, id, out);
    else
        list_key(m, key, out);
}

static void key(Model *m, const Key *k, Effect *out)
{
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
    else
        read_key(m, k, out);
}

/* The words must not be lost when the terminal goes: they are written to the
 * file if it is still the one that was read. */
static void hang_up(Model *m, Effect *out)
{
    if (editor_unwritten(&m->ed)) {
        m->after_save = EFFECT_QUIT;
        m->hung_up = true;
        file_write_effect(m, out);
        return;
    }
    *out = (Effect){.type = EFFECT_QUIT, .status = 129};
}

static void idle(Model *m, Effect *out)
{
    if (derive_needed(m)) {
        derive(m);
        confirm_offer(m);
        return;
    }
    if (m->ed.open && m->ed.tracked && !m->ed.based && !m->ed.base_asked) {
        m->ed.base_asked = true;
        *out = (Effect){.type = EFFECT_BASE, .path = strbuf_view(&m->ed.path)};
        return;
    }
    if (m->view != VIEW_HOME)
        return;
    for (size_t i = 0; i < m->home.count; i++) {
        if (!m->home.documents[i].described) {
            *out = (Effect){.type = EFFECT_DESCRIBE, .path = m->home.documents[i].path};
            return;
        }
    }
}

int update_idle_ms(const Model *m)
{
    const Editor *ed = &m->ed;

    /* While words are being typed a finding about half of them would be noise. */
    if (derive_needed(m))
        return ed->derived.valid ? TYPING_REST_MS : SHORT_REST_MS;
    if (ed->open && ed->tracked && !ed->based && !ed->base_asked)
        return SHORT_REST_MS;
    for (size_t i = 0; m->view == VIEW_HOME && i < m->home.count; i++)
        if (!m->home.documents[i].described)
            return SHORT_REST_MS;
    return -1;
}

Effect update(Model *m, const Msg *msg)
{
    Effect out = {0};

    if (msg->now.seconds)
        m->now = msg->now;
    switch (msg->type) {
    case MSG_START:
        if (!m->started_with_document)
            out = (Effect){.type = EFFECT_LIST};
        break;
    case MSG_KEY:
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
        hang_up(m, &out);
        break;
    case MSG_DONE:
    case MSG_RESUMED:
        break;
    default:
        receive(m, msg, &out);
        break;
    }
    if (m->ed.open)
        layout_settle(&m->ed);
    if (m->ed.open && m->view == VIEW_WRITE)
        layout_scroll(&m->ed, editor_text_width(m), editor_text_height(m));
    checks_refresh(m);
    page_refresh(m);
    return out;
}
