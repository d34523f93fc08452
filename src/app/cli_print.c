/* prfaq print: paper for a reading. */
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "base/message.h"

static Paper paper_of(const Cli *cli)
{
    Str asked = cli_value(cli, OPTION_PAPER);
    Paper paper = PAPER_A4;

    if (!paper_parse(asked, &paper))
        (void)paper_parse(session_setting(&cli->session, "print.paper"), &paper);
    return paper;
}

bool command_print(Cli *cli, Error *err)
{
    OpenDocument open;
    StrBuf result = {0};
    Str file = cli_value(cli, OPTION_OUTPUT);
    SheetKind kind = cli_has(cli, OPTION_SHEETS) ? SHEET_FIVE : SHEET_READING;
    bool ok = true;

    if (!cli_open(cli, cli_arg(cli, 0), &open, err))
        return false;
    service_sheets(&cli->session, &open, kind, paper_of(cli),
                   service_stamp(&cli->session, &open, &cli->arena), &result);
    if (file.len == 0 || str_eq(file, STR("-")))
        strbuf_add(&cli->out, strbuf_view(&result));
    else
        ok = cli_write_output(cli, &open, strbuf_view(&result), err);
    strbuf_deinit(&result);
    if (ok && file.len > 0 && !cli_has(cli, OPTION_DRY_RUN))
        output_note(cli, _("Open it in a browser and print it."));
    return ok;
}
