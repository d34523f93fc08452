#include "app/writer.h"

#include <stdlib.h>

#include "app/own_file.h"
#include "base/hash.h"
#include "base/message.h"
#include "base/unicode.h"
#include "store/turns.h"

#define ROSTER_PATH ".prfaq/people"

bool writer_roster(Session *s, Arena *arena, Roster *out, Error *err)
{
    *out = (Roster){0};
    return s->workspace.root.len == 0 ||
           roster_load(s->workspace.root, arena, out, err);
}

static const Member *member_called(const Roster *roster, Str name)
{
    for (size_t i = 0; i < roster->count; i++)
        if (str_eq(roster->members[i].name, name))
            return &roster->members[i];
    return NULL;
}

static const Member *member_of_person(const Roster *roster, const Person *p)
{
    const Member *member = member_called(roster, p->name);

    for (size_t i = 0; !member && p->email.len > 0 && i < roster->count; i++)
        if (str_eq_nocase(roster->members[i].email, p->email))
            member = &roster->members[i];
    return member;
}

static Person person_of_member(const Member *m)
{
    return (Person){.name = m->name, .email = m->email};
}

/* The stable address of somebody who gave none, as in the roster. */
static Str local_email(Str name, Arena *arena)
{
    StrBuf composed = {0};
    char digits[65];

    unicode_nfc(name, &composed);
    hash_hex(hash_sha256(strbuf_view(&composed)), 8, digits);
    strbuf_deinit(&composed);
    return arena_printf(arena, "%s@prfaq.invalid", digits);
}

static Person person_called(const Roster *roster, Str name, Arena *arena)
{
    const Member *member = member_called(roster, name);

    if (member)
        return person_of_member(member);
    return (Person){.name = name, .email = local_email(name, arena)};
}

/* One address is one person, under whatever names. */
static bool is_same(const Member *m, const Person *p)
{
    return str_eq(m->name, p->name) || str_eq_nocase(m->email, p->email);
}

static void find_room(const Roster *roster, const Who *who, Arena *arena, Writer *out)
{
    Person *with = arena_array(arena, who->room_count, sizeof *with);
    size_t count = 0;

    /* Who has left the roster since is credited no more. */
    for (size_t i = 0; i < who->room_count; i++) {
        const Member *member = member_called(roster, who->room[i]);
        if (member && !is_same(member, &out->person))
            with[count++] = person_of_member(member);
    }
    out->with = with;
    out->with_count = count;
}

static bool chosen_writer(const Roster *roster, const Who *who, Arena *arena,
                          Writer *out, Error *err)
{
    const Member *member = member_called(roster, who->name);

    if (!member) {
        error_set(err, ERR_NOT_FOUND, _("%.*s types here but is not on the roster"),
                  STR_ARG(who->name));
        return error_hint(err, _("Choose who types: prfaq who NAME"));
    }
    out->source = WRITER_CHOSEN;
    out->person = person_of_member(member);
    find_room(roster, who, arena, out);
    return true;
}

/* The name git would use: GIT_AUTHOR_NAME, then its configuration. */
static bool git_person(Session *s, Arena *arena, Person *out, WriterSource *source,
                       Error *err)
{
    Str name = str_from(getenv("GIT_AUTHOR_NAME"));
    Str email = str_from(getenv("GIT_AUTHOR_EMAIL"));
    Person configured = {0};
    Repo *repo = NULL;

    if (s->workspace.root.len > 0) {
        if (!session_repo(s, &repo, err))
            return false;
        if (repo_identity(repo, arena, &configured))
            *source = WRITER_GIT;
    }
    *out = configured;
    if (name.len > 0) {
        if (!person_name_ok(name, err))
            return error_hint(err, _("Correct the variable GIT_AUTHOR_NAME"));
        *source = WRITER_ENVIRONMENT;
        out->name = arena_str(arena, name);
    }
    if (email.len > 0)
        out->email = arena_str(arena, email);
    if (*source != WRITER_NOBODY && out->email.len == 0)
        out->email = local_email(out->name, arena);
    return true;
}

bool writer_find(Session *s, Arena *arena, Writer *out, Error *err)
{
    Roster roster = {0};
    Who who = {0};
    WriterSource source = WRITER_NOBODY;
    Person person = {0};

    *out = (Writer){0};
    if (!writer_roster(s, arena, &roster, err))
        return false;
    if (s->workspace.root.len > 0 && !who_load(s->workspace.private_, arena, &who, err))
        return false;
    if (who.name.len > 0)
        return chosen_writer(&roster, &who, arena, out, err);
    if (!git_person(s, arena, &person, &source, err))
        return false;
    if (source == WRITER_NOBODY)
        return true;
    const Member *member = member_of_person(&roster, &person);
    if (roster.count > 0 && !member)
        return true;
    out->source = source;
    out->person = member ? person_of_member(member) : person;
    find_room(&roster, &who, arena, out);
    return true;
}

bool writer_named(Session *s, Str name, Arena *arena, Writer *out, Error *err)
{
    Roster roster = {0};
    Writer now = {0};

    if (writer_find(s, arena, &now, NULL) && str_eq(now.person.name, name)) {
        *out = now;
        return true;
    }
    if (!person_name_ok(name, err) || !writer_roster(s, arena, &roster, err))
        return false;
    *out = (Writer){.source = WRITER_CHOSEN,
                    .person = person_called(&roster, arena_str(arena, name), arena)};
    return true;
}

static void list_people(const Roster *roster, StrBuf *out)
{
    for (size_t i = 0; i < roster->count; i++) {
        if (i > 0)
            strbuf_addz(out, ", ");
        strbuf_add(out, roster->members[i].name);
    }
}

bool writer_need(Session *s, Arena *arena, Writer *out, Error *err)
{
    Roster roster = {0};
    StrBuf names = {0};

    if (!writer_find(s, arena, out, err))
        return false;
    if (out->source != WRITER_NOBODY)
        return true;
    error_set(err, ERR_USAGE, _("nobody has said who types here"));
    if (!writer_roster(s, arena, &roster, NULL) || roster.count == 0)
        return error_hint(err, _("Say it once: prfaq who add \"Your Name\", then prfaq "
                                 "who \"Your Name\""));
    list_people(&roster, &names);
    error_hint(err, _("Choose with prfaq who NAME. On the roster: %s"),
               strbuf_cstr(&names));
    strbuf_deinit(&names);
    return false;
}

/* A roster that was edited by hand may hold names that no revision can carry. */
static bool can_sign(const Member *m, Error *err)
{
    return person_name_ok(m->name, err) ||
           error_hint(err, _("Correct the name in .prfaq/people"));
}

static bool named_already(const Str *names, size_t count, Str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(names[i], name))
            return true;
    return false;
}

bool writer_choose(Session *s, Str who, const Str *with, size_t with_count,
                   Arena *arena, Writer *out, Error *err)
{
    Roster roster = {0};
    const Member *member = NULL;
    Repo *repo = NULL;
    Str *room = arena_array(arena, with_count, sizeof *room);
    Who chosen = {.room = room};

    if (!session_repo(s, &repo, err) || !writer_roster(s, arena, &roster, err) ||
        !roster_find(&roster, who, &member, err) || !can_sign(member, err))
        return false;
    chosen.name = member->name;
    for (size_t i = 0; i < with_count; i++) {
        if (!roster_find(&roster, with[i], &member, err) || !can_sign(member, err))
            return false;
        if (!str_eq(member->name, chosen.name) &&
            !named_already(room, chosen.room_count, member->name))
            room[chosen.room_count++] = member->name;
    }
    if (!who_store(s->workspace.private_, &chosen, err))
        return false;
    (void)turns_begin(s->workspace.private_, chosen.name, session_now(), NULL);
    return !out || writer_find(s, arena, out, err);
}

/* Who signs the roster with a new person on it. */
static bool roster_author(Session *s, const Roster *before, const Roster *after,
                          Str name, Arena *arena, Writer *out, Error *err)
{
    const Member *added = member_called(after, name);

    if (before->count > 0) {
        if (!writer_find(s, arena, out, err))
            return false;
        if (out->source != WRITER_NOBODY)
            return true;
    }
    if (!added && after->count > 0)
        added = &after->members[after->count - 1];
    *out = (Writer){.source = WRITER_CHOSEN};
    if (added)
        out->person = person_of_member(added);
    return true;
}

static bool change_roster(Session *s, const Writer *writer, Str name, Str bytes,
                          Error *err)
{
    StrBuf message = {0};

    message_addf(&message, _("Roster: %.*s added"), STR_ARG(name));
    bool ok =
        own_file_change(s, STR(ROSTER_PATH), bytes, writer, strbuf_view(&message), err);
    strbuf_deinit(&message);
    return ok;
}

bool writer_add(Session *s, Str name, Str email, bool *known, Error *err)
{
    Arena arena = {0};
    StrBuf before = {0};
    StrBuf after = {0};
    Roster old_roster = {0};
    Roster new_roster = {0};
    Writer author = {0};
    Repo *repo = NULL;
    bool ok = false;

    *known = false;
    if (!session_repo(s, &repo, err) ||
        !own_file_read(s, STR(ROSTER_PATH), &before, err) ||
        !roster_add(strbuf_view(&before), name, email, &after, known, err))
        goto out;
    ok = *known ||
         (writer_roster(s, &arena, &old_roster, err) &&
          roster_parse(strbuf_view(&after), STR(ROSTER_PATH), &arena, &new_roster,
                       err) &&
          roster_author(s, &old_roster, &new_roster, name, &arena, &author, err) &&
          change_roster(s, &author, name, strbuf_view(&after), err));
out:
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    arena_deinit(&arena);
    return ok;
}
