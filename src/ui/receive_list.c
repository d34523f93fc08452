/* Documents, revisions and people, copied into the model. */
#include "ui/merging.h"
#include "ui/receive_kinds.h"

#include "base/message.h"
#include "ui/ask.h"
#include "ui/cmd.h"
#include "ui/history.h"
#include "ui/receive.h"

static void copy_documents(Model *m, const Msg *msg)
{
    Home *home = &m->home;
    Arena fresh = {0};
    DocumentEntry *rows = arena_array(&fresh, msg->document_count + 1, sizeof *rows);

    for (size_t i = 0; i < msg->document_count; i++) {
        rows[i] = msg->documents[i];
        Str *strings[] = {
            &rows[i].path,    &rows[i].name,          &rows[i].title,
            &rows[i].stage,   &rows[i].decision,      &rows[i].reason,
            &rows[i].who,     &rows[i].next_step,     &rows[i].since,
            &rows[i].problem, &rows[i].recovered_who, &rows[i].recovered_place};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            *strings[k] = arena_str(&fresh, *strings[k]);
    }
    arena_deinit(&home->arena);
    home->arena = fresh;
    home->documents = rows;
    home->count = msg->document_count;
    home->workspace = msg->workspace;
    home->loaded = true;
    if (home->selected >= home->count)
        home->selected = home->count ? home->count - 1 : 0;
    strbuf_set(&m->who, msg->who);
}

static void described(Model *m, const Msg *msg)
{
    Home *home = &m->home;

    for (size_t i = 0; i < home->count && msg->document_count > 0; i++) {
        DocumentEntry *row = &home->documents[i];
        if (!str_eq(row->path, msg->documents[0].path))
            continue;
        const DocumentEntry old = *row;
        *row = msg->documents[0];
        row->path = old.path;
        row->name = old.name;
        row->archived = old.archived;
        row->recovered = old.recovered;
        row->recovered_who = old.recovered_who;
        row->recovered_place = old.recovered_place;
        row->described = true;
        Str *strings[] = {&row->title, &row->stage,   &row->who,      &row->next_step,
                          &row->since, &row->problem, &row->decision, &row->reason};
        for (size_t k = 0; k < sizeof strings / sizeof *strings; k++)
            *strings[k] = arena_str(&home->arena, *strings[k]);
    }
}

void changes_show(Model *m, int from, Str before, int to, Str after)
{
    ChangesView *c = &m->changes;

    strbuf_set(&c->before, before);
    strbuf_set(&c->after, after);
    arena_reset(&c->arena);
    document_read(strbuf_view(&c->before), m->lib, &c->arena, &c->before_doc);
    document_read(strbuf_view(&c->after), m->lib, &c->arena, &c->after_doc);
    redline_make(&c->before_doc, &c->after_doc, &c->arena, &c->redline);
    c->from = from;
    c->to = to;
    m->top[VIEW_CHANGES] = 0;
    m->page.valid = false;
    c->block = NO_INDEX;
    c->follow = false;
    c->valid = true;
    model_go(m, VIEW_CHANGES);
}

static void people(Model *m, const Msg *msg)
{
    arena_reset(&m->people_arena);
    m->people = arena_array(&m->people_arena, msg->person_count + 1, sizeof *m->people);
    for (size_t i = 0; i < msg->person_count; i++) {
        m->people[i] = msg->people[i];
        m->people[i].name = arena_str(&m->people_arena, msg->people[i].name);
        if (m->people[i].typing) /* the next one most likely takes over */
            m->prompt.selected = i + 1 < msg->person_count ? i + 1 : 0;
    }
    m->person_count = msg->person_count;
    if (m->person_count == 0 && m->prompt.type == PROMPT_WHO) {
        prompt_close(m);
        prompt_open(m, PROMPT_NAME);
    }
}

/* What one looked for, began to write in a box, or copied is nobody else's business:
 * neither boxes nor ^V hand it on. */
static void forget_typed(Model *m)
{
    static const PromptType fields[] = {
        PROMPT_FIND,    PROMPT_REPLACE,  PROMPT_WITH,        PROMPT_SEARCH,
        PROMPT_PALETTE, PROMPT_SILENCE,  PROMPT_CARD_ANSWER, PROMPT_CARD_SKIP,
        PROMPT_CLOSING, PROMPT_EXERCISE, PROMPT_SECTIONS};

    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        field_set(&m->typed[fields[i]], (Str){0});
    if (!m->save_waiting) /* else it is the note of the save that waits for the name */
        field_set(&m->typed[PROMPT_NOTE], (Str){0});
    strbuf_clear(&m->clip);
    strbuf_clear(&m->clip_words);
}

static void who(Model *m, const Msg *msg, Effect *out)
{
    if (m->who.len > 0 && !str_eq(strbuf_view(&m->who), msg->who))
        forget_typed(m);
    if (m->ed.open && m->who.len > 0 && !str_eq(strbuf_view(&m->who), msg->who))
        ask_forget(m);
    strbuf_set(&m->who, msg->who);
    model_say(m, _("%s types now."), strbuf_cstr(&m->who));
    field_set(&m->typed[PROMPT_NAME], (Str){0});
    if (m->save_waiting) {
        m->save_waiting = false;
        Str note = field_view(&m->typed[PROMPT_NOTE]);
        file_save_effect(m, m->save_noted ? note : (Str){0}, out);
    }
}

bool receive_list(Model *m, const Msg *msg, Effect *out)
{
    switch (msg->type) {
    case MSG_DOCUMENTS:
        copy_documents(m, msg);
        return true;
    case MSG_DESCRIBED:
        described(m, msg);
        return true;
    case MSG_COMPARED:
        changes_show(m, msg->from, msg->before, msg->to, msg->after);
        return true;
    case MSG_MERGE:
        merging_receive(m, msg, out);
        return true;
    case MSG_PEOPLE:
        people(m, msg);
        return true;
    case MSG_WHO:
        who(m, msg, out);
        return true;
    default:
        return receive_history(m, msg, out);
    }
}
