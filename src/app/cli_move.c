/* prfaq rename, prfaq remove. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/document_move.h"
#include "base/file.h"
#include "base/message.h"

static void print_json(Cli *cli, const char *schema, const DocumentMove *m,
                       const DocumentMoved *done)
{
    json_t *o = json_document(schema);

    json_object_set_new(o, "document", json_text(m->from.name));
    json_object_set_new(o, "file", json_text(m->from.path));
    if (m->to.path.len > 0) {
        json_object_set_new(o, "new_document", json_text(m->to.name));
        json_object_set_new(o, "new_file", json_text(m->to.path));
    }
    json_object_set_new(o, "threads", json_integer((json_int_t)m->review_count));
    json_object_set_new(o, "accepted", json_integer((json_int_t)m->accepted));
    json_object_set_new(o, "kept",
                        done->kept ? json_revision(&done->before) : json_null());
    json_object_set_new(o, "revision",
                        done->has_revision ? json_revision(&done->revision)
                                           : json_null());
    json_print(o, &cli->out);
}

static void say_kept(Cli *cli, const DocumentMoved *done)
{
    if (done->kept)
        output_note(cli, _("Words that were in no revision are revision %d now."),
                    done->before.number);
}

bool command_rename(Cli *cli, Error *err)
{
    OpenDocument doc;
    DocumentMove move;
    DocumentMoved done = {0};

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err) ||
        !document_move_plan(&cli->session, &doc, cli_arg(cli, 1), &cli->arena, &move,
                            err))
        return false;
    bool dry = cli_has(cli, OPTION_DRY_RUN);
    if (!dry && !document_move_do(&cli->session, &move, &cli->arena, &done, err))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        print_json(cli, "rename", &move, &done);
    } else if (dry) {
        output_note(cli, _("Would rename %.*s to %.*s."), STR_ARG(move.from.name),
                    STR_ARG(move.to.name));
    } else {
        say_kept(cli, &done);
        output_note(cli,
                    _("%.*s is %.*s now; its revisions, their names and its "
                      "questions went with it."),
                    STR_ARG(move.from.name), STR_ARG(move.to.name));
    }
    return true;
}

static bool is_meant(const Cli *cli, const DocumentMove *m, Error *err)
{
    Str typed = cli_value(cli, OPTION_CONFIRM);

    if (str_eq(typed, m->from.name) || str_eq(typed, path_base(m->from.name)))
        return true;
    error_set(err, ERR_USAGE, _("removing a document needs its name once more"));
    return error_hint(err, _("Write it like this: prfaq remove %.*s --confirm=%.*s"),
                      STR_ARG(m->from.name), STR_ARG(path_base(m->from.name)));
}

bool command_remove(Cli *cli, Error *err)
{
    OpenDocument doc;
    DocumentMove move;
    DocumentMoved done = {0};
    bool dry = cli_has(cli, OPTION_DRY_RUN);

    if (!cli_open(cli, cli_arg(cli, 0), &doc, err) ||
        !document_move_plan(&cli->session, &doc, (Str){0}, &cli->arena, &move, err) ||
        (!dry && !is_meant(cli, &move, err)))
        return false;
    if (!move.tracked) {
        error_set(err, ERR_STATE, _("%.*s is in no revision: it would be gone"),
                  STR_ARG(move.from.name));
        return error_hint(err,
                          _("Save it first, then it can be brought back: prfaq "
                            "save %.*s"),
                          STR_ARG(move.from.name));
    }
    if (!dry && !document_move_do(&cli->session, &move, &cli->arena, &done, err))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        print_json(cli, "remove", &move, &done);
    } else if (dry) {
        output_note(cli, _("Would remove %.*s and %zu of its questions."),
                    STR_ARG(move.from.name), move.review_count);
    } else {
        say_kept(cli, &done);
        output_note(cli, _("%.*s is removed. To bring it back: git revert %.12s"),
                    STR_ARG(move.from.name), done.revision.commit);
    }
    return true;
}
