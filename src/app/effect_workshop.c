/* The workshop about a document, read and kept. */
#include "app/effect_kinds.h"

#include "app/workshop.h"
#include "app/writer.h"

static bool is_about(const WorkshopFile *file, const DocumentRef *ref)
{
    return !file->stopped && str_eq(file->document, ref->relative);
}

/* Who is in the room, as on the roster: that is whose turns go round. */
static void find_room(Effects *e, Msg *out)
{
    Writer writer = {0};
    Roster roster = {0};

    if (!writer_find(e->session, &e->reply, &writer, NULL) ||
        !writer_roster(e->session, &e->reply, &roster, NULL))
        return;
    Str *names = arena_array(&e->reply, roster.count + 1, sizeof *names);
    for (size_t i = 0; i < roster.count; i++) {
        Str name = roster.members[i].name;
        bool here = str_eq(name, writer.person.name);
        for (size_t k = 0; k < writer.with_count && !here; k++)
            here = str_eq(name, writer.with[k].name);
        if (here)
            names[out->word_count++] = name;
    }
    out->words = names;
}

/* Where there is none, or one that cannot be read, one writes all the same. */
Msg effect_workshop(Effects *e, const Effect *effect)
{
    Msg msg = {.type = MSG_WORKSHOP, .unchanged = true};
    DocumentRef ref = {0};
    WorkshopFile file = {0};
    Error err = {0};
    bool found = false;

    if (!effect_document(e, effect->path, &ref, &err))
        return msg;
    if (!workshop_load(e->session, &e->reply, &file, &found, &err))
        return effect_failed(effect, &err);
    if (!found || !is_about(&file, &ref))
        return msg;
    msg.unchanged = false;
    msg.bytes = file.agenda;
    msg.text = file.time;
    msg.since_ms = workshop_noted_ms(&file, &e->reply);
    msg.before = file.goal_before;
    msg.after = file.goal_after;
    find_room(e, &msg);
    return msg;
}

Msg effect_keep_workshop(Effects *e, const Effect *effect)
{
    DocumentRef ref = {0};
    WorkshopFile file = {0};
    Error err = {0};
    bool found = false;

    if (!effect_document(e, effect->path, &ref, &err) ||
        !workshop_load(e->session, &e->reply, &file, &found, &err))
        return effect_failed(effect, &err);
    if (!found || !is_about(&file, &ref))
        return (Msg){.type = MSG_DONE}; /* it was ended from elsewhere */
    file.time = effect->bytes;
    file.goal_before = effect->name;
    file.goal_after = effect->note;
    workshop_note(&file, &e->reply);
    return workshop_store(e->session, &file, &err) ? (Msg){.type = MSG_DONE}
                                                   : effect_failed(effect, &err);
}
