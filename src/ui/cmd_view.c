#include "base/message.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/find.h"
#include "ui/prompt.h"
#include "ui/recover.h"
#include "ui/reviewing.h"

void prompt_open(Model *m, PromptType type)
{
    m->prompt.type = type;
    m->prompt.selected = 0;
    m->prompt.top = 0;
    m->prompt.ticked = false;
    m->prompt.back = PROMPT_NONE;
    m->typed[type].fresh = false;
    if (type == PROMPT_NEW) {
        m->prompt.template_at = prompt_template_index(m, STR("prfaq"));
        m->prompt.lang = message_lang();
        m->prompt.selected = 2; /* the name; template and language have defaults */
    }
    if (type == PROMPT_PALETTE || type == PROMPT_MENU)
        field_set(&m->typed[PROMPT_PALETTE], (Str){0});
}

void prompt_close(Model *m)
{
    m->prompt.type = PROMPT_NONE;
}

void cmd_preview(Model *m, Effect *out)
{
    if (m->view == VIEW_PREVIEW) {
        model_back(m);
        return;
    }
    if (m->view == VIEW_HOME) {
        cmd_write(m, out);
        if (out->type == EFFECT_OPEN)
            m->open_view = VIEW_PREVIEW;
        return;
    }
    view_preview(m);
}

void view_preview(Model *m)
{
    m->page.valid = false;
    m->follow_caret = true;
    model_go(m, VIEW_PREVIEW);
}

void cmd_figures(Model *m, Effect *out)
{
    (void)out;
    if (derive_needed(m))
        derive(m);
    m->top[VIEW_FIGURES] = 0;
    m->page.valid = false;
    model_go(m, VIEW_FIGURES);
}

void cmd_menu(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_MENU);
}

void cmd_palette(Model *m, Effect *out)
{
    (void)out;
    prompt_open(m, PROMPT_PALETTE);
}

void cmd_help(Model *m, Effect *out)
{
    (void)out;
    if (m->view == VIEW_HELP) {
        model_back(m);
        return;
    }
    if (m->ed.open && derive_needed(m))
        derive(m);
    m->top[VIEW_HELP] = 0;
    m->page.valid = false;
    model_go(m, VIEW_HELP);
}

void cmd_marks(Model *m, Effect *out)
{
    (void)out;
    m->ed.marks = !m->ed.marks;
    model_say(m, m->ed.marks ? _("Hidden marks and document details are shown.")
                             : _("Marks and document details are hidden again."));
}

void cmd_redraw(Model *m, Effect *out)
{
    (void)m;
    *out = (Effect){.type = EFFECT_REDRAW};
}

void cmd_suspend(Model *m, Effect *out)
{
    (void)m;
    *out = (Effect){.type = EFFECT_SUSPEND};
}

void cmd_back(Model *m, Effect *out)
{
    /* Esc closes the top thing: first a search, or what leaves checks out of the list.
     */
    if (search_is_on(m)) {
        search_end(m);
        return;
    }
    if (m->view == VIEW_CHECKS && checks_show_all(m))
        return;
    if (m->view == VIEW_REVIEW && m->review.pick.start < m->review.pick.end) {
        m->review.pick = (Range){0, 0};
        m->page.valid = false;
        return;
    }
    if (review_leave(m, out))
        return;
    if (m->view == VIEW_RECOVER) {
        recover_later(m);
        return;
    }
    if (m->view == VIEW_HOME ||
        (m->depth == 0 && m->view != VIEW_WRITE && !m->ed.open)) {
        *out = (Effect){.type = EFFECT_QUIT};
        return;
    }
    model_back(m);
    if (m->view == VIEW_HOME && m->ed.open) {
        m->view = VIEW_WRITE;
        cmd_close(m, out);
    }
}
