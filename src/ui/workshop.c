#include "ui/workshop.h"

#include "base/message.h"
#include "ui/cmd.h"
#include "ui/derive.h"
#include "ui/exercise_view.h"

enum { MINUTE_MS = 60000 };

/* -- begin and end -------------------------------------------------------- */

bool workshop_unknown(const Model *m)
{
    return m->ed.open && m->ed.tracked && !m->workshop.asked;
}

void workshop_ask(Model *m, Effect *out)
{
    m->workshop.asked = true;
    *out = (Effect){.type = EFFECT_WORKSHOP, .path = strbuf_view(&m->ed.path)};
}

void workshop_forget_it(Model *m)
{
    Workshop *w = &m->workshop;
    bool seconds = w->seconds;

    arena_deinit(&w->arena);
    strbuf_deinit(&w->note);
    strbuf_deinit(&w->state);
    field_set(&m->typed[PROMPT_GOAL], (Str){0});
    *w = (Workshop){.seconds = seconds};
}

void workshop_receive(Model *m, const Msg *msg)
{
    Workshop *w = &m->workshop;
    Str *room = arena_array(&w->arena, msg->word_count + 1, sizeof *room);
    Error ignored = {0};

    if (msg->unchanged ||
        !agenda_parse(arena_str(&w->arena, msg->bytes), (Str){0}, &w->arena, &w->agenda,
                      &ignored) ||
        !timebox_read(&w->time, &w->agenda, msg->text, msg->since_ms))
        return;
    for (size_t i = 0; i < msg->word_count; i++)
        room[i] = arena_str(&w->arena, msg->words[i]);
    w->room = room;
    w->room_count = msg->word_count;
    w->goal_before = arena_str(&w->arena, msg->before);
    w->goal_after = arena_str(&w->arena, msg->after);
    w->on = true;
    w->saved_ms = w->read_ms = m->clock_ms;
    w->read_at = m->now;
    w->ended = workshop_up(m) ? w->time.at + 1 : 0;
}

/* -- the clock ------------------------------------------------------------ */

const AgendaBox *workshop_box(const Model *m)
{
    const Workshop *w = &m->workshop;

    return w->on && !timebox_through(&w->time) ? &w->agenda.boxes[w->time.at] : NULL;
}

bool workshop_up(const Model *m)
{
    return m->workshop.on && timebox_up(&m->workshop.time, m->clock_ms);
}

int workshop_wait_ms(const Model *m, int64_t now)
{
    const Workshop *w = &m->workshop;

    if (!workshop_box(m) || w->time.paused)
        return -1;
    if (timebox_up(&w->time, now) && w->ended != w->time.at + 1)
        return 0;
    /* From what is shown: that is of the last message. */
    int64_t passed = now > m->clock_ms ? now - m->clock_ms : 0;
    int64_t wake = timebox_wake_ms(&w->time, m->clock_ms, w->seconds) - passed;
    int64_t save = w->saved_ms + WORKSHOP_SAVE_MS - now;
    int64_t wait = wake < save ? wake : save;
    return wait > 0 ? (int)wait : 0;
}

/* Nothing that somebody is being asked waits for the answer with a save. */
static bool may_save(const Model *m)
{
    const Editor *ed = &m->ed;

    return ed->open && ed->tracked && !ed->read_only && !ed->lost_lease &&
           ed->outside == OUTSIDE_SAME && m->who.len > 0 && !m->save_waiting &&
           m->after_save == EFFECT_NONE && m->prompt.type != PROMPT_CLOSE &&
           m->view != VIEW_MERGE && m->view != VIEW_RECOVER;
}

/* A revision named after the item, without a word to whoever types. */
static void save_named(Model *m, Str title, Effect *out)
{
    Workshop *w = &m->workshop;

    w->saved_ms = m->clock_ms;
    if (!editor_unsaved(&m->ed) || !may_save(m))
        return;
    strbuf_set(&w->note, title);
    file_save_effect(m, strbuf_view(&w->note), out);
    m->save_noted = false; /* it is not the note of the box */
    out->quiet = true;
}

void workshop_tick(Model *m, Effect *out)
{
    Workshop *w = &m->workshop;
    const AgendaBox *box = workshop_box(m);

    if (!box || w->time.paused)
        return;
    bool end = workshop_up(m) && w->ended != w->time.at + 1;
    if (end)
        w->ended = w->time.at + 1;
    if (end || m->clock_ms - w->saved_ms >= WORKSHOP_SAVE_MS)
        save_named(m, box->title, out);
}

bool workshop_keep(Model *m, Effect *out)
{
    Workshop *w = &m->workshop;

    if (!w->on || !w->changed)
        return false;
    w->changed = false;
    strbuf_clear(&w->state);
    timebox_write(&w->time, m->clock_ms, &w->state);
    *out = (Effect){.type = EFFECT_KEEP_WORKSHOP,
                    .path = strbuf_view(&m->ed.path),
                    .bytes = strbuf_view(&w->state),
                    .name = w->goal_before,
                    .note = w->goal_after,
                    .quiet = true};
    return true;
}

/* -- what it says --------------------------------------------------------- */

void workshop_say_timer(const Model *m, StrBuf *out)
{
    if (m->workshop.on)
        timebox_say(&m->workshop.time, m->clock_ms, m->workshop.seconds, out);
}

void workshop_say_up(const Model *m, StrBuf *out)
{
    message_addf(out,
                 _("Time for \"%.*s\" is up. You can keep typing; nothing is locked."),
                 STR_ARG(workshop_box(m)->title));
}

static void say_behind(const Model *m, StrBuf *out)
{
    int behind = timebox_behind(&m->workshop.time, m->clock_ms);

    if (behind > 0)
        message_addf(out, _("The agenda is %d min behind."), behind);
    else if (behind < 0)
        message_addf(out, _("The agenda is %d min ahead."), -behind);
    else
        strbuf_addz(out, _("The agenda is on time."));
}

void workshop_say_next(const Model *m, StrBuf *out)
{
    const Workshop *w = &m->workshop;
    size_t next = w->time.at + 1;

    if (next >= w->agenda.count) {
        strbuf_addz(out, _("It was the last item. prfaq workshop stop takes it home."));
        return;
    }
    const AgendaBox *box = &w->agenda.boxes[next];
    Str who = agenda_starter(&w->agenda, next, w->room, w->room_count);
    message_addf(out, _("Next: \"%.*s\", %d min"), STR_ARG(box->title),
                 w->time.minutes[next]);
    if (who.len > 0)
        message_addf(out, _(", %.*s types"), STR_ARG(who));
    strbuf_addz(out, ". ");
    int left = (int)(w->agenda.count - next);
    int behind = timebox_behind(&w->time, m->clock_ms);
    if (behind > 0)
        message_addf(out, _("Agenda %d min behind, "), behind);
    message_addf(out, ngettext("%d item left.", "%d items left.", (unsigned long)left),
                 left);
}

/* The words of the section the item is about, else of the one the caret is in. */
static Str text_of_box(const Model *m, const AgendaBox *box)
{
    const Document *doc = &m->ed.derived.doc;
    const Part *part = derived_part_at(&m->ed, m->ed.caret);

    for (size_t i = 0; box->part.len > 0 && i < doc->part_count; i++)
        if (str_eq(doc->parts[i].id, box->part))
            part = &doc->parts[i];
    return part ? str_range(doc->bytes, part->body) : (Str){0};
}

void workshop_say_count(const Model *m, StrBuf *out)
{
    const AgendaBox *box = workshop_box(m);

    if (!box || box->kind != BOX_LIST || !m->ed.derived.valid)
        return;
    int items = exercise_is_item(box) ? (int)exercise_items(m, box)
                                      : agenda_items(text_of_box(m, box));
    if (box->wanted > 0)
        message_addf(out, _("%d of %d lines"), items, box->wanted);
    else
        message_addf(out, ngettext("%d line", "%d lines", (unsigned long)items), items);
}

void workshop_say_all(const Model *m, StrBuf *out)
{
    const AgendaBox *box = workshop_box(m);

    if (!box) {
        if (m->workshop.on)
            strbuf_addz(out, _("The agenda is through. prfaq workshop stop takes "
                               "it home."));
        return;
    }
    message_addf(out, _("Workshop: \"%.*s\". "), STR_ARG(box->title));
    workshop_say_timer(m, out);
    strbuf_addz(out, ". ");
    if (workshop_up(m))
        workshop_say_next(m, out);
    else if (box->say.len > 0)
        strbuf_add(out, box->say);
    else
        say_behind(m, out);
}

/* -- what people do with it ----------------------------------------------- */

/* A goal line is asked for where the item is about one and no section holds it. */
static void ask_goal(Model *m)
{
    const AgendaBox *box = workshop_box(m);

    if (!box || box->kind != BOX_GOAL || box->part.len > 0)
        return;
    prompt_open(m, PROMPT_GOAL);
}

void cmd_next_item(Model *m, Effect *out)
{
    Workshop *w = &m->workshop;
    const AgendaBox *box = workshop_box(m);

    if (!box)
        return;
    timebox_next(&w->time, m->clock_ms);
    w->changed = true;
    save_named(m, box->title, out);
    StrBuf said = {0};
    if (!workshop_box(m)) {
        strbuf_addz(&said, _("The agenda is through. prfaq workshop stop takes "
                             "it home."));
    } else {
        box = workshop_box(m);
        Str who = agenda_starter(&w->agenda, w->time.at, w->room, w->room_count);
        message_addf(&said, _("Now: \"%.*s\", %d min"), STR_ARG(box->title),
                     w->time.minutes[w->time.at]);
        if (who.len > 0)
            message_addf(&said, _(", %.*s types"), STR_ARG(who));
        strbuf_addz(&said, ". ");
        say_behind(m, &said);
    }
    model_say(m, "%s", strbuf_cstr(&said));
    strbuf_deinit(&said);
    if (m->view == VIEW_EXERCISE)
        model_go(m, VIEW_WRITE);
    if (m->view == VIEW_WRITE)
        ask_goal(m);
    exercise_begin(m);
}

static void more_time(Model *m, int minutes)
{
    Workshop *w = &m->workshop;
    StrBuf said = {0};

    timebox_add(&w->time, minutes);
    w->ended = workshop_up(m) ? w->time.at + 1 : 0;
    message_addf(
        &said,
        ngettext("%d minute more. ", "%d minutes more. ", (unsigned long)minutes),
        minutes);
    say_behind(m, &said);
    model_say(m, "%s", strbuf_cstr(&said));
    strbuf_deinit(&said);
}

static void take_from_last(Model *m)
{
    int taken = timebox_take_from_last(&m->workshop.time, m->clock_ms);
    StrBuf said = {0};

    if (taken == 0)
        strbuf_addz(&said, _("Nothing was taken: the agenda is not behind, or nothing "
                             "is left to take it from."));
    else
        message_addf(&said,
                     ngettext("%d minute taken from the last items. ",
                              "%d minutes taken from the last items. ",
                              (unsigned long)taken),
                     taken);
    if (taken > 0)
        say_behind(m, &said);
    model_say(m, "%s", strbuf_cstr(&said));
    strbuf_deinit(&said);
}

static void pause_or_go_on(Model *m)
{
    Workshop *w = &m->workshop;

    if (w->time.paused) {
        timebox_go_on(&w->time, m->clock_ms);
        model_say(m, _("The timer goes on."));
    } else {
        timebox_pause(&w->time, m->clock_ms);
        model_say(m, _("The timer stands still. Esc t lets it go on."));
    }
}

void workshop_choose(Model *m, size_t choice, Effect *out)
{
    static const int minutes[] = {1, 2, 5};
    enum { TAKE = 3, PAUSE, NEXT, GOAL };

    prompt_close(m);
    if (!workshop_box(m))
        return;
    m->workshop.changed = true;
    if (choice < TAKE)
        more_time(m, minutes[choice]);
    else if (choice == TAKE)
        take_from_last(m);
    else if (choice == PAUSE)
        pause_or_go_on(m);
    else if (choice == NEXT)
        cmd_next_item(m, out);
    else if (choice == GOAL)
        prompt_open(m, PROMPT_GOAL);
}

/* The first goal line is that of the start, while the agenda is in its first half. */
void workshop_goal_key(Model *m, const Key *key)
{
    Workshop *w = &m->workshop;
    Field *field = &m->typed[PROMPT_GOAL];

    if (key->code != KEYCODE_ENTER) {
        field_key(field, key);
        return;
    }
    Str goal = arena_str(&w->arena, str_trim(field_view(field)));
    bool start = w->time.at * 2 < w->agenda.count;
    if (start)
        w->goal_before = goal;
    else
        w->goal_after = goal;
    w->changed = true;
    field_set(field, (Str){0});
    prompt_close(m);
    if (!start && w->goal_before.len > 0)
        model_say(m, _("Before: %.*s   Now: %.*s"), STR_ARG(w->goal_before),
                  STR_ARG(w->goal_after));
    else
        model_say(m,
                  _("The goal line is kept; at the end it stands beside the other."));
}

const char *no_workshop(const Model *m)
{
    return m->workshop.on
               ? NULL
               : _("no workshop goes on; prfaq workshop start DOC begins one");
}

const char *no_item(const Model *m)
{
    const char *why = no_workshop(m);
    return why || workshop_box(m) ? why : _("the agenda is through");
}

void cmd_timer(Model *m, Effect *out)
{
    (void)out;
    m->prompt.selected = 0;
    prompt_open(m, PROMPT_TIMER);
}

void cmd_agenda(Model *m, Effect *out)
{
    (void)out;
    m->top[VIEW_AGENDA] = 0;
    m->page.valid = false;
    model_go(m, VIEW_AGENDA);
}
