#include "app/cli.h"

#include <signal.h>
#include <unistd.h>

#include "app/cli_commands.h"
#include "app/cli_help.h"
#include "base/mem.h"
#include "base/message.h"
#include "base/turn_wait.h"

static const char *wanted_language(const Cli *cli)
{
    return cli_has(cli, OPTION_LANG) ? cli_value(cli, OPTION_LANG).ptr : NULL;
}

static bool enter_folder(const Cli *cli, Error *err)
{
    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == OPTION_FOLDER && chdir(cli->uses[i].value.ptr) != 0)
            return error_errno(err, _("cannot work in \"%s\""), cli->uses[i].value.ptr);
    return true;
}

/* Open the session and speak the language its settings ask for. */
static bool open_session(Cli *cli, Error *err)
{
    bool ok = session_open(&cli->session, ".", err);
    Str lang = session_setting(&cli->session, "ui.lang");

    if (lang.len > 0) {
        char *configured = mem_str(lang);
        message_init(wanted_language(cli), configured);
        mem_free(configured);
    }
    return ok;
}

static bool nothing_to_do(Cli *cli, Error *err)
{
    StrBuf help = {0};

    (void)cli;
    help_program(&help, false);
    output_write(STDERR_FILENO, strbuf_view(&help), NULL);
    strbuf_deinit(&help);
    return error_set(err, ERR_USAGE, "%s", "");
}

static bool run(Cli *cli, Error *err)
{
    if (cli_has(cli, OPTION_HELP)) {
        if (cli->command)
            help_command(&cli->out, cli->command);
        else
            help_program(&cli->out, cli_has(cli, OPTION_ALL));
        return true;
    }
    if (cli_has(cli, OPTION_VERSION))
        return command_version(cli, err);
    if (!cli->command && screens_possible(cli))
        return screens_run(cli, NULL, err);
    if (!cli->command)
        return nothing_to_do(cli, err);
    return cli->command->run(cli, err);
}

/* The order of a run: words, folder, settings, command. */
static bool start(Cli *cli, char *const *argv, Error *err)
{
    bool parsed = cli_parse(cli, argv, NULL);
    bool strict = cli->command && cli->command->flags & COMMAND_STRICT &&
                  !cli_has(cli, OPTION_HELP) && !cli_has(cli, OPTION_VERSION);

    message_init(wanted_language(cli), NULL);
    if (!enter_folder(cli, err))
        return false;
    if (!open_session(cli, err) && strict)
        return false;
    cli->session.lenient = !strict;
    if (isatty(STDERR_FILENO) && !cli_has(cli, OPTION_QUIET))
        cli->session.waiting = output_waiting;
    if (!cli_has(cli, OPTION_QUIET))
        turn_wait_set(TURN_LONGEST_MS, output_turn);
    if (!parsed) {
        /* Said again, in the right language. */
        cli->use_count = cli->arg_count = 0;
        cli->command = NULL;
        return cli_parse(cli, argv, err);
    }
    return run(cli, err);
}

/* A settings file that is left out is said once, where nothing else says it. */
static void say_left_out(Cli *cli)
{
    const Error *files[] = {&cli->session.settings_error,
                            &cli->session.workspace_error};
    bool silent = !cli->session.lenient || cli->session.settings_told ||
                  cli_has(cli, OPTION_HELP) || cli_has(cli, OPTION_VERSION) ||
                  (cli->command && cli->command->flags & COMMAND_ALONE);

    for (size_t i = 0; !silent && i < sizeof files / sizeof *files; i++) {
        Error left_out = *files[i];
        if (left_out.code == ERR_NONE)
            continue;
        error_hint(&left_out,
                   _("its settings are left out until that line is corrected"));
        output_error(&left_out, false);
    }
}

static int finish(Cli *cli, bool ok, Error *err)
{
    bool json = cli_has(cli, OPTION_JSON) || cli_has(cli, OPTION_JSON_LINES);

    say_left_out(cli);
    /* What was found out before a failure is still worth reading. */
    Error write_error = {0};
    bool written = output_write(STDOUT_FILENO, strbuf_view(&cli->out), &write_error);
    if (!written)
        output_error(&write_error, json);
    if (!ok)
        output_error(err, json);
    return !ok ? (int)err->code : !written ? (int)write_error.code : cli->status;
}

/* Who reads the output has gone: that is how a program of a pipe ends then. Comes back
 * where the signal is blocked. */
static void end_by_pipe(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

int cli_main(int argc, char **argv)
{
    static char *const no_words[] = {NULL};
    Cli *cli = mem_alloc(sizeof *cli); /* too large for a small stack */
    Error err = {0};

    cli->program = argc > 0 ? argv[0] : NULL;
    output_secure();
    bool ignored = signal(SIGPIPE, SIG_IGN) == SIG_IGN;
    signal(SIGXFSZ, SIG_IGN); /* a limit of file sizes is a disk that is full */
    bool ok = start(cli, argc > 0 ? argv + 1 : no_words, &err);
    int status = finish(cli, ok, &err);

    session_close(&cli->session);
    strbuf_deinit(&cli->out);
    arena_deinit(&cli->arena);
    mem_free(cli);
    if (status == ERR_PIPE && !ignored)
        end_by_pipe();
    return status;
}
