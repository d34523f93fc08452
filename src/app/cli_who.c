#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/writer.h"
#include "base/message.h"

static const char *source_name(WriterSource source)
{
    switch (source) {
    case WRITER_CHOSEN:
        return "chosen";
    case WRITER_ENVIRONMENT:
        return "environment";
    case WRITER_GIT:
        return "git";
    case WRITER_NOBODY:
        break;
    }
    return "nobody";
}

static json_t *member_json(const Member *m)
{
    json_t *member = json_object();

    json_object_set_new(member, "name", json_text(m->name));
    json_object_set_new(member, "email", json_text(m->email));
    json_object_set_new(member, "initials", json_text(m->initials));
    json_object_set_new(member, "team", json_text(m->team));
    return member;
}

static void who_json(Cli *cli, const Writer *writer, const Roster *roster)
{
    json_t *document = json_document("who");
    json_t *members = json_array();

    json_object_set_new(document, "writer",
                        writer->source == WRITER_NOBODY ? json_null()
                                                        : json_person(&writer->person));
    json_object_set_new(document, "source", json_string(source_name(writer->source)));
    json_object_set_new(document, "with",
                        json_people(writer->with, writer->with_count));
    for (size_t i = 0; i < roster->count; i++)
        json_array_append_new(members, member_json(&roster->members[i]));
    json_object_set_new(document, "roster", members);
    json_print(document, &cli->out);
}

static void who_text(Cli *cli, const Writer *writer, const Roster *roster)
{
    StrBuf names = {0};
    Str name = writer->person.name;

    cli_add_names(&names, writer->with, writer->with_count);
    if (writer->source == WRITER_NOBODY)
        output_note(cli, _("Nobody has said who types here. Choose: prfaq who NAME"));
    else if (writer->source == WRITER_CHOSEN)
        output_note(cli, _("%.*s types here."), STR_ARG(name));
    else
        output_note(cli, _("%.*s types here: this is git's own name."), STR_ARG(name));
    if (names.len > 0)
        output_note(cli, _("In the room: %s"), strbuf_cstr(&names));
    strbuf_clear(&names);
    for (size_t i = 0; i < roster->count; i++) {
        strbuf_addz(&names, i > 0 ? ", " : "");
        strbuf_add(&names, roster->members[i].name);
    }
    if (names.len > 0)
        output_note(cli, _("On the roster: %s"), strbuf_cstr(&names));
    else
        output_note(cli,
                    _("Nobody is on the roster. Add a person: prfaq who add NAME"));
    strbuf_deinit(&names);
}

static bool who_show(Cli *cli, Error *err)
{
    Writer writer;
    Roster roster;

    if (!writer_find(&cli->session, &cli->arena, &writer, err) ||
        !writer_roster(&cli->session, &cli->arena, &roster, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        who_json(cli, &writer, &roster);
    else
        who_text(cli, &writer, &roster);
    return true;
}

static bool who_add(Cli *cli, Error *err)
{
    Str name = cli_arg(cli, 1);
    bool known = false;

    if (name.len == 0) {
        error_set(err, ERR_USAGE, _("add whom? The name is missing"));
        return error_hint(err, _("Like this: %s"), "prfaq who add \"Mina Park\"");
    }
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Would put %.*s on the roster."), STR_ARG(name));
        return person_name_ok(name, err);
    }
    if (!writer_add(&cli->session, name, cli_value(cli, OPTION_EMAIL), &known, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        return who_show(cli, err);
    if (known)
        output_note(cli, _("%.*s is on the roster already."), STR_ARG(name));
    else
        output_note(cli,
                    _("%.*s is on the roster. To type under this name: prfaq who "
                      "\"%.*s\""),
                    STR_ARG(name), STR_ARG(name));
    return true;
}

static const Str *room_of(Cli *cli, size_t *count)
{
    Str *room = arena_array(&cli->arena, cli->use_count, sizeof *room);

    *count = 0;
    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == OPTION_WITH)
            room[(*count)++] = cli->uses[i].value;
    return room;
}

static bool who_choose(Cli *cli, Error *err)
{
    size_t count = 0;
    const Str *room = room_of(cli, &count);
    const Member *member = NULL;
    Roster roster;

    if (cli->arg_count > 1) {
        error_set(err, ERR_USAGE, _("\"%s\" is one word too many"),
                  cli_arg(cli, 1).ptr);
        return error_hint(err, _("Put a name of several words in quotes"));
    }
    if (cli_has(cli, OPTION_DRY_RUN)) {
        if (!writer_roster(&cli->session, &cli->arena, &roster, err) ||
            !roster_find(&roster, cli_arg(cli, 0), &member, err))
            return false;
        output_note(cli, _("%.*s would type here."), STR_ARG(member->name));
        return true;
    }
    return writer_choose(&cli->session, cli_arg(cli, 0), room, count, &cli->arena, NULL,
                         err) &&
           who_show(cli, err);
}

static bool room_without_writer(Error *err)
{
    error_set(err, ERR_USAGE, _("--with says who else is in the room; who types?"));
    return error_hint(err, _("Like this: %s"), "prfaq who Mina --with Jun");
}

bool command_who(Cli *cli, Error *err)
{
    if (cli->arg_count == 0)
        return cli_has(cli, OPTION_WITH) ? room_without_writer(err)
                                         : who_show(cli, err);
    if (str_eq(cli_arg(cli, 0), STR("add")))
        return who_add(cli, err);
    return who_choose(cli, err);
}
