/* Who types, and who is in the room. */
#include "app/effect_kinds.h"

#include "app/writer.h"
#include "store/people.h"
#include "store/turns.h"

static bool in_room(const Who *who, Str name)
{
    for (size_t i = 0; i < who->room_count; i++)
        if (str_eq(who->room[i], name))
            return true;
    return false;
}

Msg effect_people(Effects *e, const Effect *effect)
{
    Roster roster = {0};
    Who who = {0};
    Writer writer = {0};
    Turns turns = {0};
    Error err = {0};
    Str folder = e->session->workspace.private_;

    if (!writer_roster(e->session, &e->reply, &roster, &err))
        return effect_failed(effect, &err);
    if (folder.len > 0 && !who_load(folder, &e->reply, &who, &err))
        return effect_failed(effect, &err);
    writer_find(e->session, &e->reply, &writer, &err);
    turns_load(folder, &e->reply, &turns);
    PersonEntry *rows = arena_array(&e->reply, roster.count + 1, sizeof *rows);
    for (size_t i = 0; i < roster.count; i++) {
        Str name = roster.members[i].name;
        const Turn *turn = turns_of(&turns, name);
        bool typing = str_eq(name, writer.person.name);
        /* Where others are in the room, who types is in it too. */
        rows[i] = (PersonEntry){.name = name,
                                .typing = typing,
                                .here = in_room(&who, name) ||
                                        (typing && who.room_count > 0)};
        if (turn) {
            rows[i].words = turn->words;
            rows[i].since = turn->since;
            rows[i].last = turn->last;
        }
    }
    return (Msg){.type = MSG_PEOPLE, .people = rows, .person_count = roster.count};
}

Msg effect_who(Effects *e, const Effect *effect)
{
    Writer writer = {0};
    Error err = {0};

    if (!writer_choose(e->session, effect->name, effect->room, effect->room_count,
                       &e->reply, &writer, &err))
        return effect_failed(effect, &err);
    return (Msg){.type = MSG_WHO, .who = writer.person.name};
}

Msg effect_add_person(Effects *e, const Effect *effect)
{
    Error err = {0};
    bool known = false;
    Str name = str_trim(effect->name);

    if (!writer_add(e->session, name, (Str){0}, &known, &err))
        return effect_failed(effect, &err);
    Effect choose = {.type = EFFECT_WHO, .name = name};
    return effect_who(e, &choose);
}
