#include <unistd.h>

#include "app/app.h"
#include "app/cli_commands.h"
#include "base/message.h"

bool screens_possible(const Cli *cli)
{
    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) &&
           !cli_has(cli, OPTION_NO_INPUT) && !cli_has(cli, OPTION_LINEAR);
}

bool screens_run(Cli *cli, const char *document, Error *err)
{
    AppOptions options = {
        .session = &cli->session, .document = document, .color = output_color(cli)};

    return app_run(&options, &cli->status, err);
}

bool command_write(Cli *cli, Error *err)
{
    if (!screens_possible(cli)) {
        error_set(err, ERR_USAGE, _("the writing screen needs a terminal"));
        return error_hint(err,
                          _("write in any editor, then: prfaq check %.*s, prfaq save "
                            "%.*s"),
                          STR_ARG(cli_arg(cli, 0)), STR_ARG(cli_arg(cli, 0)));
    }
    return screens_run(cli, cli_arg(cli, 0).ptr, err);
}
