/* What the chosen row of a box does. */
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/confirm.h"
#include "ui/deck_view.h"
#include "ui/elsewhere.h"
#include "ui/five_view.h"
#include "ui/outside.h"
#include "ui/prompt.h"
#include "ui/spelling.h"
#include "ui/workshop.h"

void prompt_run(Model *m, size_t id, Effect *out)
{
    prompt_close(m);
    command_run(m, (CommandId)id, out);
}

static void close_choice(Model *m, size_t index, Effect *out)
{
    prompt_close(m);
    m->after_save = EFFECT_QUIT;
    if (index == 0)
        file_save_effect(m, (Str){0}, out);
    else
        file_write_effect(m, out);
}

/* Read, take over, leave. */
static void held_choice(Model *m, size_t index, Effect *out)
{
    prompt_close(m);
    if (index == 1) {
        m->open_view = m->view;
        *out = (Effect){
            .type = EFFECT_OPEN, .path = strbuf_view(&m->ed.path), .take_over = true};
    } else if (index == 2) {
        file_leave(m, out);
    }
}

static void lost_choice(Model *m, size_t index, Effect *out)
{
    prompt_close(m);
    if (index == 1)
        *out = (Effect){.type = EFFECT_TAKE_OVER, .path = strbuf_view(&m->ed.path)};
    else if (index == 2)
        file_leave(m, out);
}

static void export_choice(Model *m, size_t index, Effect *out)
{
    static const char *const formats[] = {"html", "md", "txt"};

    prompt_close(m);
    *out = (Effect){.type = EFFECT_EXPORT,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = text_view(m->ed.text),
                    .name = str_from(formats[index])};
}

bool prompt_saves_first(const Model *m, Str next)
{
    return (m->view == VIEW_WRITE || m->view == VIEW_FIVE ||
            m->view == VIEW_EXERCISE) &&
           m->ed.tracked && editor_unsaved(&m->ed) && m->who.len > 0 &&
           !str_eq(strbuf_view(&m->who), str_trim(next));
}

static void hand_over(Model *m, size_t index, Effect *out)
{
    if (index >= m->person_count) {
        prompt_close(m);
        field_set(&m->typed[PROMPT_NAME], (Str){0});
        prompt_open(m, PROMPT_NAME);
        return;
    }
    prompt_close(m);
    strbuf_clear(&m->next_who);
    strbuf_add(&m->next_who, m->people[index].name);
    if (prompt_saves_first(m, strbuf_view(&m->next_who))) {
        m->after_save = EFFECT_WHO;
        file_save_effect(m, (Str){0}, out);
        return;
    }
    file_hand_over(m, out);
}

static void run_item(Model *m, size_t item, Effect *out)
{
    prompt_run(m, (CommandId)item, out);
}

static void go_section(Model *m, size_t item, Effect *out)
{
    (void)out;
    prompt_close(m);
    editor_go_stop(m, item);
}

static void five_first(Model *m, size_t item, Effect *out)
{
    prompt_close(m);
    if (item == 0)
        five_open(m, out);
}

static void card_changed(Model *m, size_t item, Effect *out)
{
    deck_changed(m, item == 0 ? CHANGED_YES : CHANGED_NO, out);
}

static void card_role(Model *m, size_t item, Effect *out)
{
    (void)out;
    deck_choose_role(m, item);
}

static void section_kind(Model *m, size_t item, Effect *out)
{
    (void)out;
    confirm_choose_kind(m, item);
}

void prompt_choose(Model *m, size_t item, Effect *out)
{
    static void (*const choices[PROMPT_COUNT])(Model *, size_t, Effect *) = {
        [PROMPT_MENU] = run_item,
        [PROMPT_PALETTE] = run_item,
        [PROMPT_SECTIONS] = go_section,
        [PROMPT_WHO] = hand_over,
        [PROMPT_CLOSE] = close_choice,
        [PROMPT_CLOSE_FILE] = close_choice,
        [PROMPT_OUTSIDE] = outside_choose,
        [PROMPT_GONE] = gone_choose,
        [PROMPT_FAILED] = elsewhere_choose,
        [PROMPT_EXPORT] = export_choice,
        [PROMPT_HELD] = held_choice,
        [PROMPT_LOST] = lost_choice,
        [PROMPT_SPELL] = spelling_choose,
        [PROMPT_FIVE_REVEAL] = five_choose,
        [PROMPT_FIVE_KEEP] = five_choose,
        [PROMPT_FIVE_FIRST] = five_first,
        [PROMPT_CARD_CHANGED] = card_changed,
        [PROMPT_CARD_ROLE] = card_role,
        [PROMPT_TIMER] = workshop_choose,
        [PROMPT_KIND] = section_kind,
    };

    if (choices[m->prompt.type])
        choices[m->prompt.type](m, item, out);
}
