#include <unistd.h>

#include "app/check_batch.h"
#include "app/check_setup.h"
#include "app/cli_baseline.h"
#include "app/cli_commands.h"
#include "app/cli_fix.h"
#include "app/cli_targets.h"
#include "app/service.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "check/rule.h"

enum { OUT_MAX = 64 << 10 }; /* bytes kept before they are written */

typedef struct Checker {
    Cli *cli;
    CheckBatch *batch;
    Accepted accepted; /* for the baseline */
    bool nothing;      /* there is nothing to check */
} Checker;

static bool take_document(void *ctx, const DocumentRef *ref, Str name, Error *err)
{
    Checker *c = ctx;

    return check_batch_add(c->batch, ref, name, err);
}

static bool take_file(void *ctx, const DocumentRef *ref, Str name, Error *err)
{
    Checker *c = ctx;

    return check_batch_add_unnamed(c->batch, ref, name, err);
}

static bool count_found(void *ctx, size_t *count, Error *err)
{
    Checker *c = ctx;

    return check_batch_found(c->batch, count, err);
}

static bool take_input(void *ctx, Error *err)
{
    Checker *c = ctx;
    StrBuf bytes = {0};
    bool ok = file_read_stdin(FILE_MAX, &bytes, err) &&
              check_batch_add_bytes(c->batch, NULL, strbuf_view(&bytes), err);

    strbuf_deinit(&bytes);
    return ok;
}

/* What was collected from this workspace is checked before the session leaves it. */
static bool leave_workspace(void *ctx, Error *err)
{
    Checker *c = ctx;

    return check_batch_flush(c->batch, err);
}

/* What git's next commit brings. Nothing is an answer too. */
static bool check_staged(Checker *c, Error *err)
{
    const StagedDocument *staged = NULL;
    size_t count = 0;

    if (c->cli->arg_count > 0 || cli_has(c->cli, OPTION_ALL)) {
        error_set(err, ERR_USAGE, _("--staged goes with no document"));
        return error_hint(err, "%s", _("It takes all that are staged"));
    }
    if (!service_staged(&c->cli->session, &c->cli->arena, &staged, &count, err))
        return false;
    c->nothing = count == 0;
    for (size_t i = 0; i < count; i++)
        if (!check_batch_add_bytes(c->batch, &staged[i].ref, staged[i].bytes, err))
            return false;
    return true;
}

static ReportFormat report_format(const Cli *cli)
{
    ReportFormat format = REPORT_TEXT;

    if (cli_has(cli, OPTION_JSON_LINES))
        return REPORT_JSON_LINES;
    if (cli_has(cli, OPTION_FORMAT))
        report_format_parse(cli_value(cli, OPTION_FORMAT), &format);
    else if (cli_has(cli, OPTION_JSON))
        format = REPORT_JSON;
    return format;
}

static void say_failed(void *ctx, const Error *why)
{
    const Cli *cli = ((Checker *)ctx)->cli;

    output_error(why, report_format(cli) != REPORT_TEXT);
}

static bool check_targets(Checker *c, Error *err)
{
    const CliTargets targets = {.document = take_document,
                                .file = take_file,
                                .found = count_found,
                                .input = take_input,
                                .leave = leave_workspace,
                                .failed = say_failed,
                                .ctx = c};

    if (cli_has(c->cli, OPTION_STAGED))
        return check_staged(c, err);
    return cli_targets(c->cli, &targets, err);
}

static Level fail_level(const Cli *cli)
{
    Level level = LEVEL_ERROR;

    if (str_eq(cli_value(cli, OPTION_FAIL_ON), STR("never")))
        return LEVEL_OFF;
    if (cli_has(cli, OPTION_FAIL_ON))
        level_parse(cli_value(cli, OPTION_FAIL_ON), &level);
    return level;
}

/* Is the baseline asked for, and no report? */
static bool for_baseline(const Cli *cli)
{
    return cli_has(cli, OPTION_BASELINE_WRITE) || cli_has(cli, OPTION_BASELINE_STALE);
}

/* --quiet holds back what is for people. */
static bool write_report(void *ctx, Str bytes, Error *err)
{
    Cli *cli = ((Checker *)ctx)->cli;

    if (for_baseline(cli) ||
        (cli_has(cli, OPTION_QUIET) && report_format(cli) == REPORT_TEXT))
        return true;
    strbuf_add(&cli->out, bytes);
    if (cli->out.len < OUT_MAX)
        return true;
    bool ok = output_write(STDOUT_FILENO, strbuf_view(&cli->out), err);
    strbuf_clear(&cli->out);
    return ok;
}

/* The rules of --rule. */
static bool read_rules(Cli *cli, CheckBatchOptions *out, Error *err)
{
    Str *rules = arena_array(&cli->arena, cli->use_count, sizeof *rules);

    for (size_t i = 0; i < cli->use_count; i++) {
        if (cli->uses[i].id != OPTION_RULE)
            continue;
        if (!cli_rule(cli->uses[i].value, err))
            return false;
        rules[out->rule_count++] = cli->uses[i].value;
    }
    out->rules = rules;
    return true;
}

static void take_accepted(void *ctx, Str document, Str lines)
{
    Checker *c = ctx;

    accepted_add(&c->accepted, &c->cli->arena, document, lines);
}

static bool read_now(const Cli *cli, Date *now, Error *err)
{
    Str day = cli_value(cli, OPTION_NOW);

    if (!cli_has(cli, OPTION_NOW) || date_parse_iso(day, now))
        return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no date"), STR_ARG(day));
    return error_hint(err, _("Write it like this: 2027-03-02"));
}

static bool read_options(Checker *checker, CheckBatchOptions *out, Error *err)
{
    Cli *cli = checker->cli;

    *out = (CheckBatchOptions){
        .report = {.format = report_format(cli),
                   .color = output_color(cli),
                   .source = true,
                   .fail_on = fail_level(cli),
                   .width = output_width(),
                   .since = cli_value(cli, OPTION_NEW_SINCE)},
        .write = write_report,
        .failed = say_failed,
        .ctx = checker,
    };
    out->profile_given = cli_has(cli, OPTION_PROFILE) &&
                         profile_parse(cli_value(cli, OPTION_PROFILE), &out->profile);
    if (out->profile_given)
        out->report.profile = out->profile;
    else if (!profile_parse(session_setting(&cli->session, "check.profile"),
                            &out->report.profile))
        out->report.profile = PROFILE_DEFAULT;
    if (for_baseline(cli))
        out->accept = take_accepted;
    if (!read_now(cli, &out->now, err) || !read_rules(cli, out, err))
        return false;
    out->report.partial = out->rule_count > 0;
    return true;
}

/* What is wrong in the settings is said once and stops nothing. */
static void say_problems(Cli *cli)
{
    Str *lines = NULL;
    size_t count = session_check_problems(&cli->session, &cli->arena, &lines);
    StrBuf out = {0};

    for (size_t i = 0; i < count; i++) {
        strbuf_addz(&out, "prfaq: ");
        unicode_visible(lines[i], VISIBLE_ONE_LINE, &out);
        strbuf_addc(&out, '\n');
    }
    output_write(STDERR_FILENO, strbuf_view(&out), NULL);
    strbuf_deinit(&out);
}

static void report_nothing(Cli *cli, const ReportOptions *options)
{
    ReportTotals totals = {0};

    if (options->format == REPORT_TEXT) {
        output_note(cli, _("No document is staged."));
        return;
    }
    report_begin(options, &cli->out);
    report_end(options, &totals, &cli->out);
}

/* What is not the whole of a document's findings in the work tree is only shown. */
static bool options_agree(const Cli *cli, Error *err)
{
    bool part = cli_has(cli, OPTION_STAGED) || cli_has(cli, OPTION_NEW_SINCE);
    bool writes = cli_has(cli, OPTION_FIX) || cli_has(cli, OPTION_BASELINE_WRITE) ||
                  cli_has(cli, OPTION_BASELINE_STALE);

    return !part || !writes ||
           error_set(err, ERR_USAGE,
                     _("--staged and --new-since only show: they go with neither --fix "
                       "nor a baseline"));
}

/* What was found is reported, whatever else fails. */
static bool check_all(Checker *c, ReportTotals *totals, Error *err)
{
    Error late = {0};

    if (check_targets(c, err))
        return check_batch_end(c->batch, totals, err);
    if (!check_batch_end(c->batch, totals, &late))
        say_failed(c, &late);
    return false;
}

bool command_check(Cli *cli, Error *err)
{
    Checker checker = {.cli = cli};
    CheckBatchOptions options;
    ReportTotals totals = {0};

    if (!read_options(&checker, &options, err))
        return false;
    if (!options_agree(cli, err))
        return false;
    if (cli_has(cli, OPTION_FIX))
        return fix_documents(cli, options.rules, options.rule_count, err);
    checker.batch = check_batch_new(&cli->session, &options);
    bool ok = check_all(&checker, &totals, err);
    check_batch_free(checker.batch);
    if (ok && checker.nothing)
        report_nothing(cli, &options.report);
    /* A damaged baseline is the failure of writing it. */
    if (!cli_has(cli, OPTION_BASELINE_WRITE))
        say_problems(cli);
    if (ok && cli_has(cli, OPTION_BASELINE_WRITE))
        ok = baseline_accept(cli, &checker.accepted, err);
    else if (ok && cli_has(cli, OPTION_BASELINE_STALE))
        baseline_list_stale(cli, &checker.accepted);
    else if (ok && report_failing(&totals, options.report.fail_on) > 0)
        cli->status = 1;
    accepted_deinit(&checker.accepted);
    return ok;
}
