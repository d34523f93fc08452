#include "app/check_setup.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/hook.h"
#include "app/service.h"
#include "base/message.h"
#include "base/unicode.h"
#include "check/rule.h"

enum { SHOWN_MAX = 10 }; /* findings of a document: a commit is no reading hour */

/* -- install, remove ----------------------------------------------------- */

static void hook_json(Cli *cli, const Hook *hook, bool installed)
{
    json_t *document = json_document("hook");

    json_object_set_new(document, "path", json_text(hook->path));
    json_object_set_new(document, "installed", json_boolean(installed));
    json_object_set_new(document, "kept",
                        hook->has_kept ? json_text(hook->kept) : json_null());
    json_print(document, &cli->out);
}

static bool find_hook(Cli *cli, Hook *out, Error *err)
{
    Repo *repo = NULL;

    return session_repo(&cli->session, &repo, err) &&
           hook_find(repo, &cli->arena, out, err);
}

static bool read_plan(const Cli *cli, HookPlan *plan, Error *err)
{
    plan->block = cli_has(cli, OPTION_BLOCK);
    plan->fail_on = LEVEL_ERROR;
    if (!cli_has(cli, OPTION_FAIL_ON))
        return true;
    if (!plan->block) {
        error_set(err, ERR_USAGE, _("--fail-on says nothing without --block"));
        return error_hint(err, "%s", _("A hook stops commits only with --block"));
    }
    level_parse(cli_value(cli, OPTION_FAIL_ON), &plan->fail_on);
    return true;
}

static void say_installed(Cli *cli, const Hook *hook, const HookPlan *plan, bool dry)
{
    output_note(cli,
                dry ? _("Would write the hook %.*s.")
                    : _("Installed: git runs the hook %.*s before each commit."),
                STR_ARG(hook->path));
    if (plan->block)
        output_note(cli, _("A commit with findings stops; git commit --no-verify "
                           "passes it."));
    else
        output_note(cli, _("It shows the findings of the documents in the commit and "
                           "stops nothing."));
    if (hook->state == HOOK_OTHER || hook->has_kept)
        output_note(cli, _("Your own hook is kept and runs first: %.*s"),
                    STR_ARG(hook->kept));
    if (hook->outside)
        output_note(cli,
                    _("core.hooksPath of git names this folder: the hook runs in every "
                      "repository that uses it."));
}

static bool install(Cli *cli, Error *err)
{
    Hook hook;
    HookPlan plan = {0};
    bool dry = cli_has(cli, OPTION_DRY_RUN);

    if (!read_plan(cli, &plan, err) || !find_hook(cli, &hook, err) ||
        !hook_program(cli->program, &cli->arena, &plan.program, err) ||
        (!dry && !hook_install(&hook, &plan, err)))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        hook.has_kept = hook.has_kept || hook.state == HOOK_OTHER;
        hook_json(cli, &hook, true);
    } else {
        say_installed(cli, &hook, &plan, dry);
    }
    return true;
}

static void say_removed(Cli *cli, const Hook *hook, bool dry)
{
    bool ours = hook->state == HOOK_OURS;

    if (hook->state == HOOK_OTHER)
        output_note(cli, _("Nothing to remove: %.*s is not of prfaq."),
                    STR_ARG(hook->path));
    else if (!ours && !hook->has_kept)
        output_note(cli, _("Nothing to remove: there is no hook here."));
    else if (hook->has_kept)
        output_note(cli,
                    dry ? _("Would put your own hook back: %.*s")
                        : _("Removed. Your own hook is back: %.*s"),
                    STR_ARG(hook->path));
    else
        output_note(cli, dry ? _("Would remove the hook %.*s.") : _("Removed: %.*s"),
                    STR_ARG(hook->path));
}

static bool take_away(Cli *cli, Error *err)
{
    Hook hook;
    bool dry = cli_has(cli, OPTION_DRY_RUN);

    if (!find_hook(cli, &hook, err) || (!dry && !hook_remove(&hook, err)))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        hook.has_kept = hook.has_kept && hook.state == HOOK_OTHER;
        hook_json(cli, &hook, false);
    } else {
        say_removed(cli, &hook, dry);
    }
    return true;
}

/* -- run: what the hook calls -------------------------------------------- */

static void add_counts(StrBuf *out, const Findings *f)
{
    if (f->errors > 0)
        strbuf_addf(out, " %d %s", f->errors, level_for_people(LEVEL_ERROR));
    if (f->warnings > 0)
        strbuf_addf(out, "%s %d %s", f->errors > 0 ? "," : "", f->warnings,
                    level_for_people(LEVEL_WARNING));
}

static void add_finding(Cli *cli, const Document *doc, const Finding *finding)
{
    StrBuf *out = &cli->out;
    int line = 0, column = 0;

    document_place(doc, finding->range.start, &line, &column);
    strbuf_addf(out, "  %d:%d %s: ", line, column, level_for_people(finding->level));
    unicode_visible(finding->message, VISIBLE_ONE_LINE, out);
    strbuf_addf(out, " [%s]\n", rule_id(finding->rule));
}

/* What there is to do in one document; nothing when there is nothing. */
static void add_document(Cli *cli, const OpenDocument *open, const Findings *f)
{
    StrBuf *out = &cli->out;
    size_t listed = (size_t)(f->errors + f->warnings);

    if (listed == 0)
        return;
    strbuf_addz(out, "prfaq: ");
    unicode_visible(open->ref.relative, VISIBLE_ONE_LINE, out);
    strbuf_addc(out, ':');
    add_counts(out, f);
    strbuf_addc(out, '\n');
    for (size_t i = 0; i < listed && i < SHOWN_MAX; i++)
        add_finding(cli, &open->doc, &f->items[i]);
    if (listed > SHOWN_MAX) {
        strbuf_addz(out, "  ");
        message_addf(out, _("and %zu more: prfaq check %.*s"), listed - SHOWN_MAX,
                     STR_ARG(open->ref.name));
        strbuf_addc(out, '\n');
    }
}

/* Where the checks cannot run, work goes on: the reason is told. */
static bool not_checked(Cli *cli, const Error *why)
{
    message_addf(&cli->out, _("prfaq: this commit is not checked: %s\n"), why->message);
    return true;
}

/* Settings that do not parse are left out, and that is said. */
static void add_problems(Cli *cli)
{
    Str *lines = NULL;
    size_t count = session_check_problems(&cli->session, &cli->arena, &lines);

    for (size_t i = 0; i < count; i++) {
        strbuf_addz(&cli->out, "prfaq: ");
        unicode_visible(lines[i], VISIBLE_ONE_LINE, &cli->out);
        strbuf_addc(&cli->out, '\n');
    }
}

static bool run_hook(Cli *cli, Error *err)
{
    const StagedDocument *staged = NULL;
    size_t count = 0, found = 0;
    HookPlan plan = {0};
    Error why = {0};

    if (!read_plan(cli, &plan, err))
        return false;
    if (!service_staged(&cli->session, &cli->arena, &staged, &count, &why))
        return not_checked(cli, &why);
    if (count > 0)
        add_problems(cli);
    for (size_t i = 0; i < count; i++) {
        OpenDocument open = {0};
        Findings findings = {0};
        service_check_bytes(&cli->session, &staged[i].ref, staged[i].bytes, &cli->arena,
                            &open, &findings);
        add_document(cli, &open, &findings);
        found += (size_t)(findings.errors + findings.warnings);
        if (plan.block && findings_reach(&findings, plan.fail_on))
            cli->status = 1;
    }
    if (cli->status == 1)
        strbuf_addz(
            &cli->out,
            _("prfaq: the commit is stopped. git commit --no-verify passes it.\n"));
    else if (found > 0)
        strbuf_addz(&cli->out, _("prfaq: the commit goes on.\n"));
    return true;
}

bool command_hook(Cli *cli, Error *err)
{
    static const struct {
        const char *word;
        bool (*run)(Cli *cli, Error *err);
    } verbs[] = {{"install", install}, {"remove", take_away}, {"run", run_hook}};

    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (str_eq(cli_arg(cli, 0), str_from(verbs[i].word)))
            return verbs[i].run(cli, err);
    error_set(err, ERR_USAGE, _("\"%.*s\" is nothing a hook can do"),
              STR_ARG(cli_arg(cli, 0)));
    return error_hint(err, _("Choose one of: %s"), "install, remove, run");
}
