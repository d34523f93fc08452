#include "app/cli_commands.h"
#include "app/linear_run.h"
#include "base/message.h"

bool command_interview(Cli *cli, Error *err)
{
    AppOptions options = {
        .session = &cli->session, .document = cli_arg(cli, 0).ptr, .interview = true};

    if (cli_has(cli, OPTION_NO_INPUT)) {
        error_set(err, ERR_USAGE, _("an interview asks questions"));
        return error_hint(err,
                          _("leave out --no-input; answers may come through a pipe, "
                            "one a line"));
    }
    return linear_run(&options, &cli->status, err);
}
