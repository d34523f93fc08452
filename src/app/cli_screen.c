#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/cli_commands.h"
#include "app/linear_run.h"
#include "base/message.h"
#include "ui/model.h"

static bool terminal(void)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

bool linear_wanted(const Cli *cli)
{
    const char *term = getenv("TERM");
    const char *asked = getenv("PRFAQ_LINEAR");

    if (cli_has(cli, OPTION_LINEAR) ||
        (asked && session_setting_bool(&cli->session, "ui.linear")))
        return true;
    /* A setting and a simple terminal speak for a person, not for a script. */
    return terminal() && (session_setting_bool(&cli->session, "ui.linear") || !term ||
                          strcmp(term, "dumb") == 0);
}

bool screens_possible(const Cli *cli)
{
    return !cli_has(cli, OPTION_NO_INPUT) && (terminal() || linear_wanted(cli));
}

/* Who writes may want to begin something. */
static void name_new(Error *err)
{
    char hint[sizeof err->hint];

    if (err->code != ERR_NOT_FOUND || strstr(err->hint, "prfaq new"))
        return;
    memcpy(hint, err->hint, sizeof hint);
    error_hint(err, _("%s (a new one: prfaq new NAME)"), hint);
}

bool screens_run(Cli *cli, const char *document, Error *err)
{
    AppOptions options = {
        .session = &cli->session, .document = document, .color = output_color(cli)};

    bool ok = linear_wanted(cli) ? linear_run(&options, &cli->status, err)
                                 : app_run(&options, &cli->status, err);
    if (!ok && document)
        name_new(err);
    return ok;
}

bool screens_review(Cli *cli, const char *document, Str since, Error *err)
{
    AppOptions options = {.session = &cli->session,
                          .document = document,
                          .review = true,
                          .since = since,
                          .color = output_color(cli)};

    return linear_wanted(cli) ? linear_run(&options, &cli->status, err)
                              : app_run(&options, &cli->status, err);
}

bool screens_deck(Cli *cli, const char *document, Str role, Error *err)
{
    AppOptions options = {.session = &cli->session,
                          .document = document,
                          .view = VIEW_DECK,
                          .role = role,
                          .color = output_color(cli)};

    return linear_wanted(cli) ? linear_run(&options, &cli->status, err)
                              : app_run(&options, &cli->status, err);
}

bool screens_five(Cli *cli, const char *document, Error *err)
{
    AppOptions options = {.session = &cli->session,
                          .document = document,
                          .view = VIEW_FIVE,
                          .color = output_color(cli)};

    return linear_wanted(cli) ? linear_run(&options, &cli->status, err)
                              : app_run(&options, &cli->status, err);
}

bool screens_meet(Cli *cli, const char *document, Error *err)
{
    AppOptions options = {.session = &cli->session,
                          .document = document,
                          .view = VIEW_MEET,
                          .color = output_color(cli)};

    return app_run(&options, &cli->status, err);
}

bool screens_merge(Cli *cli, const char *document, Str other, Error *err)
{
    AppOptions options = {.session = &cli->session,
                          .document = document,
                          .view = VIEW_MERGE,
                          .other = other,
                          .color = output_color(cli)};

    return linear_wanted(cli) ? linear_run(&options, &cli->status, err)
                              : app_run(&options, &cli->status, err);
}

bool screens_tutorial(Cli *cli, const char *document, Error *err)
{
    AppOptions options = {.session = &cli->session,
                          .document = document,
                          .tutorial = true,
                          .color = output_color(cli)};

    return linear_wanted(cli) ? linear_run(&options, &cli->status, err)
                              : app_run(&options, &cli->status, err);
}

bool command_write(Cli *cli, Error *err)
{
    if (!screens_possible(cli)) {
        error_set(err, ERR_USAGE, _("the writing screen needs a terminal"));
        return error_hint(err,
                          _("in plain lines it works without one: prfaq write %.*s "
                            "--linear. Or write in any editor, then: prfaq check %.*s, "
                            "prfaq save %.*s"),
                          STR_ARG(cli_arg(cli, 0)), STR_ARG(cli_arg(cli, 0)),
                          STR_ARG(cli_arg(cli, 0)));
    }
    return screens_run(cli, cli_arg(cli, 0).ptr, err);
}
