/* prfaq name: a revision that people speak of gets a name. */
#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "app/service.h"
#include "app/writer.h"
#include "base/message.h"
#include "repo/names.h"

static void name_json(Cli *cli, const DocumentRef *ref, const Revision *revision,
                      Str name, Str reference, bool removed)
{
    json_t *document = json_document("name");

    json_object_set_new(document, "document", json_text(ref->name));
    json_object_set_new(document, "name", json_text(name));
    json_object_set_new(
        document, "tag",
        json_text(str_slice(reference, sizeof "refs/tags/" - 1, reference.len)));
    json_object_set_new(document, "removed", json_boolean(removed));
    json_object_set_new(document, "revision",
                        removed ? json_null() : json_revision(revision));
    json_print(document, &cli->out);
}

static bool no_name(const DocumentRef *ref, Str name, Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("no revision of %.*s is called \"%.*s\""),
              STR_ARG(ref->name), STR_ARG(name));
    return error_hint(err, _("See the names: prfaq log %.*s"), STR_ARG(ref->name));
}

static bool take_away(Cli *cli, const DocumentRef *ref, Str name, Error *err)
{
    Repo *repo = NULL;
    RevisionNames names;

    if (!session_repo(&cli->session, &repo, err) ||
        !names_read(repo, ref->name, &cli->arena, &names, err))
        return false;
    const RevisionName *found = names_find(&names, name);
    if (!found)
        return no_name(ref, name, err);
    if (!cli_has(cli, OPTION_DRY_RUN) && !names_remove(repo, found, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        name_json(cli, ref, NULL, found->name, found->reference, true);
    else
        output_note(cli, _("The name \"%.*s\" is taken away. The revision stays."),
                    STR_ARG(found->name));
    return true;
}

static bool give(Cli *cli, const DocumentRef *ref, Str rev, Str name, Error *err)
{
    Writer writer;
    Revision revision;
    RevisionNames names;

    if (!service_revision(&cli->session, ref, rev, &cli->arena, &revision, NULL, err) ||
        !writer_need(&cli->session, &cli->arena, &writer, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        output_note(cli, _("Would call revision %d of %.*s \"%.*s\"."), revision.number,
                    STR_ARG(ref->name), STR_ARG(name));
        return true;
    }
    if (!names_add(cli->session.repo, ref->name, name, revision.commit, &writer.person,
                   session_now(), err) ||
        !names_read(cli->session.repo, ref->name, &cli->arena, &names, err))
        return false;
    const RevisionName *made = names_find(&names, str_trim(name));
    if (cli_has(cli, OPTION_JSON) && made)
        name_json(cli, ref, &revision, made->name, made->reference, false);
    else
        output_note(cli, _("Revision %d of %.*s is called \"%.*s\" now."),
                    revision.number, STR_ARG(ref->name), STR_ARG(str_trim(name)));
    return true;
}

bool command_name(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    bool removes = cli_has(cli, OPTION_REMOVE);

    if (cli->arg_count != (removes ? 2 : 3)) {
        error_set(err, ERR_USAGE, _("name needs a document, a revision and its name"));
        return error_hint(err, _("Write it like this: prfaq name DOC REV NAME"));
    }
    if (!session_document(&cli->session, cli_arg(cli, 0), &cli->arena, &ref, err))
        return false;
    return removes ? take_away(cli, &ref, cli_arg(cli, 1), err)
                   : give(cli, &ref, cli_arg(cli, 1), cli_arg(cli, 2), err);
}
