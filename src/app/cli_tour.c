#include <unistd.h>

#include "app/cli_commands.h"
#include "app/tour.h"
#include "base/message.h"

/* Each step is shown when it is done, not when all are. */
static bool print_step(void *ctx, Str text, Error *err)
{
    const Cli *cli = ctx;

    return cli_has(cli, OPTION_QUIET) || output_write(STDOUT_FILENO, text, err);
}

bool command_tour(Cli *cli, Error *err)
{
    if (!tour_run(message_lang(), print_step, cli, err))
        return false;
    output_note(cli, _("Every step did what it says. The folder of the tour is gone."));
    output_note(cli, _("Now your own: prfaq init ideas"));
    return true;
}
