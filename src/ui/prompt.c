#include "ui/prompt.h"

#include "base/message.h"
#include "ui/ask.h"
#include "ui/checks.h"
#include "ui/cmd.h"
#include "ui/command.h"
#include "ui/deck_view.h"
#include "ui/elsewhere.h"
#include "ui/exercise_view.h"
#include "ui/find.h"
#include "ui/five_view.h"
#include "ui/history.h"
#include "ui/interview_box.h"
#include "ui/keymap.h"
#include "ui/merging.h"
#include "ui/readying.h"
#include "ui/reviewing.h"
#include "ui/spelling.h"
#include "ui/workshop.h"

/* A letter of the menu; any other key of the screen works as without the menu. */
static void menu_letter(Model *m, const Key *key, Effect *out)
{
    if (key->code != KEYCODE_CHAR || (key->mods & MOD_CTRL)) {
        CommandId id = keymap_find(m->keys, m->view, key);
        if (id != CMD_NONE)
            prompt_run(m, id, out);
        return;
    }
    uint32_t cp = key_latin(key->cp);
    if (cp == '/') {
        prompt_close(m);
        prompt_open(m, PROMPT_PALETTE);
        return;
    }
    cp = cp == '_' ? ' ' : cp; /* as the menu prints it */
    const Command *c = cp < 0x80 ? command_by_letter(m->view, (char)cp) : NULL;
    if (!c) {
        model_say(m, _("No command has that letter here."));
        return;
    }
    prompt_run(m, c->id, out);
}

/* One key a person; in the Korean layout the letter under it. */
static bool choose_person(const Key *key, size_t count, size_t *index)
{
    if (key->code != KEYCODE_CHAR || key->mods)
        return false;
    uint32_t cp = key_latin(key->cp);
    for (*index = 0; *index < count && prompt_who_letter(*index); ++*index)
        if ((uint32_t)prompt_who_letter(*index) == cp)
            return true;
    return false;
}

static bool choose_number(const Key *key, size_t count, size_t *index)
{
    if (key->code != KEYCODE_CHAR || key->mods || key->cp < '1' || key->cp > '9')
        return false;
    *index = key->cp - '1';
    return *index < count;
}

static void tick_person(Model *m)
{
    if (m->prompt.selected >= m->person_count)
        return;
    m->people[m->prompt.selected].here = !m->people[m->prompt.selected].here;
    m->prompt.ticked = true;
}

static bool list_motion(Prompt *p, const Key *key, size_t count)
{
    size_t page = 10;

    switch (key->code) {
    case KEYCODE_UP:
        p->selected = p->selected > 0 ? p->selected - 1 : count ? count - 1 : 0;
        return true;
    case KEYCODE_DOWN:
        p->selected = p->selected + 1 < count ? p->selected + 1 : 0;
        return true;
    case KEYCODE_PAGE_UP:
        p->selected = p->selected > page ? p->selected - page : 0;
        return true;
    case KEYCODE_PAGE_DOWN:
        p->selected = p->selected + page < count ? p->selected + page
                      : count                    ? count - 1
                                                 : 0;
        return true;
    default:
        return false;
    }
}

static void box_key(Model *m, const Key *key, Effect *out)
{
    size_t items[PROMPT_ITEMS_MAX];
    size_t count = prompt_items(m, items);
    size_t number;
    PromptType type = m->prompt.type;
    bool typing = type == PROMPT_PALETTE || type == PROMPT_SECTIONS;

    if (list_motion(&m->prompt, key, count) ||
        (type == PROMPT_SPELL && spelling_box_key(m, key, out)))
        return;
    if (key->code == KEYCODE_ENTER) {
        if (m->prompt.selected < count)
            prompt_choose(m, items[m->prompt.selected], out);
        return;
    }
    if (type == PROMPT_MENU) {
        menu_letter(m, key, out);
    } else if (typing) {
        if (field_key(&m->typed[type], key))
            m->prompt.selected = 0;
    } else if (type == PROMPT_WHO && key->code == KEYCODE_CHAR && key->cp == ' ') {
        tick_person(m);
    } else if (type == PROMPT_WHO) {
        if (choose_person(key, count, &number))
            prompt_choose(m, items[number], out);
    } else if (choose_number(key, count, &number)) {
        prompt_choose(m, items[number], out);
    }
}

static void note_key(Model *m, const Key *key, Effect *out)
{
    bool save = key->code == KEYCODE_ENTER ||
                (key->code == KEYCODE_CHAR && key->cp == 's' && key->mods == MOD_CTRL);

    if (!save) {
        field_key(&m->typed[PROMPT_NOTE], key);
        return;
    }
    prompt_close(m);
    m->after_save = EFFECT_NONE;
    file_save_effect(m, field_view(&m->typed[PROMPT_NOTE]), out);
}

static void name_key(Model *m, const Key *key, Effect *out)
{
    if (key->code != KEYCODE_ENTER) {
        field_key(&m->typed[PROMPT_NAME], key);
        return;
    }
    if (str_is_blank(field_view(&m->typed[PROMPT_NAME]))) {
        model_say(m, _("Type a name. It signs the revisions."));
        return;
    }
    prompt_close(m);
    if (!m->save_waiting && prompt_saves_first(m, field_view(&m->typed[PROMPT_NAME]))) {
        m->after_save = EFFECT_ADD_PERSON;
        file_save_effect(m, (Str){0}, out);
        return;
    }
    file_add_person(m, out);
}

static void silence_key(Model *m, const Key *key)
{
    if (key->code == KEYCODE_ENTER)
        check_silence(m);
    else
        field_key(&m->typed[PROMPT_SILENCE], key);
}

static void own_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_ENTER)
        merging_own(m, out);
    else
        field_key(&m->typed[PROMPT_OWN], key);
}

static void merge_key(Model *m, const Key *key, Effect *out)
{
    if (key->code == KEYCODE_ENTER)
        merging_ask(m, out);
    else
        field_key(&m->typed[PROMPT_MERGE], key);
}

static void filter_key(Model *m, const Key *key)
{
    if (key->code == KEYCODE_ENTER || key->code == KEYCODE_DOWN)
        prompt_close(m);
    else if (field_key(&m->typed[PROMPT_FILTER], key))
        m->checks.valid = false;
}

/* Esc: the box closes; what was typed in it is kept. */
static void escape(Model *m, Effect *out)
{
    bool was_name = m->prompt.type == PROMPT_NAME && m->save_waiting;
    bool room_changed = m->prompt.type == PROMPT_WHO && m->prompt.ticked;
    PromptType back = m->prompt.type == PROMPT_SILENCE ? m->prompt.back : PROMPT_NONE;
    bool filter = m->prompt.type == PROMPT_FILTER;
    bool place = m->prompt.type == PROMPT_PLACE;

    if (m->prompt.type == PROMPT_REPLACING)
        replace_stop(m);
    if (m->prompt.type == PROMPT_SEARCH)
        search_end(m);
    if (m->prompt.type == PROMPT_INTERVIEW)
        interview_box_stop(m, out);
    if (m->prompt.type == PROMPT_ASK)
        ask_put_aside(m, out);
    if (m->prompt.type == PROMPT_FIVE)
        five_stop(m, out);
    if (m->prompt.type == PROMPT_EXERCISE)
        exercise_stop(m, out);
    if (m->prompt.type == PROMPT_CARD_CHANGED)
        deck_changed(m, CHANGED_NOT_SAID, out);
    /* The menu has the commands for what is selected: it goes with the menu. */
    if (m->prompt.type == PROMPT_MENU && m->view == VIEW_WRITE) {
        m->ed.anchor = NO_INDEX;
        m->ed.marking = false;
    }
    prompt_close(m);
    if (place)
        review_move_stop(m);
    if (back == PROMPT_CHECK)
        prompt_open(m, PROMPT_CHECK);
    if (filter)
        checks_show_all(m);
    if (room_changed && m->who.len > 0) {
        strbuf_clear(&m->next_who);
        strbuf_add(&m->next_who, strbuf_view(&m->who));
        file_hand_over(m, out); /* the same person types on */
    }
    if (was_name) {
        m->save_waiting = false;
        m->after_save = EFFECT_NONE;
        model_say(m, _("Not saved as a revision: nobody signed it. ^S asks again."));
    }
}

/* What a box does with a key; those without an effect change the model alone. */
typedef struct BoxKeys {
    void (*asks)(Model *m, const Key *key, Effect *out);
    void (*changes)(Model *m, const Key *key);
} BoxKeys;

static const BoxKeys box_keys[PROMPT_COUNT] = {
    [PROMPT_FIND] = {.asks = find_key},
    [PROMPT_REPLACE] = {.changes = replace_what_key},
    [PROMPT_WITH] = {.changes = replace_with_key},
    [PROMPT_REPLACING] = {.changes = replace_ask_key},
    [PROMPT_SEARCH] = {.changes = search_box_key},
    [PROMPT_CHECK] = {.asks = check_box_key},
    [PROMPT_SILENCE] = {.changes = silence_key},
    [PROMPT_FILTER] = {.changes = filter_key},
    [PROMPT_OWN] = {.asks = own_key},
    [PROMPT_MERGE] = {.asks = merge_key},
    [PROMPT_ASK] = {.asks = ask_box_key},
    [PROMPT_CLOSING] = {.asks = closing_key},
    [PROMPT_PLACE] = {.asks = review_move_key},
    [PROMPT_EXERCISE] = {.asks = exercise_key},
    [PROMPT_FIVE] = {.asks = five_key},
    [PROMPT_CARD_ANSWER] = {.asks = deck_field_key},
    [PROMPT_CARD_SKIP] = {.asks = deck_field_key},
    [PROMPT_READY] = {.asks = ready_box_key},
    [PROMPT_INTERVIEW] = {.asks = interview_box_key},
    [PROMPT_GOAL] = {.changes = workshop_goal_key},
    [PROMPT_LINE] = {.changes = go_line_key},
    [PROMPT_REVISION] = {.asks = name_revision_key},
    [PROMPT_NOTE] = {.asks = note_key},
    [PROMPT_NAME] = {.asks = name_key},
    [PROMPT_ELSEWHERE] = {.asks = elsewhere_key},
    [PROMPT_NEW] = {.asks = prompt_new_key},
};

void prompt_key(Model *m, const Key *key, Effect *out)
{
    const BoxKeys *keys = &box_keys[m->prompt.type];

    if (key->code == KEYCODE_ESCAPE)
        escape(m, out);
    else if (keys->asks)
        keys->asks(m, key, out);
    else if (keys->changes)
        keys->changes(m, key);
    else
        box_key(m, key, out);
}
