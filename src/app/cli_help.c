#include "app/cli_help.h"

#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "app/manual_keys.h"
#include "base/message.h"
#include "base/unicode.h"

enum { HELP_WIDTH = 80, GROUP_COLUMN = 9, OPTION_COLUMN = 22, COMMAND_COLUMN = 12 };

/* clang-format off */
static const Example program_examples[] = {
    {"prfaq new lantern --template prfaq",             N_("start a document")},
    {"prfaq write lantern",                            N_("open the editor")},
    {"prfaq check lantern",                            N_("what is still missing")},
    {"prfaq save lantern -m \"First draft\"",          N_("keep a revision")},
    {"prfaq diff lantern 13 15",                       N_("what changed, word by word")},
    {"prfaq export lantern --to html -o lantern.html", N_("a page to send")},
    {NULL, NULL},
};

static const ExitCode exit_codes[] = {
    {"0",   N_("done; for check: nothing at or above --fail-on")},
    {"1",   N_("the answer is \"no\": findings, or a difference with --exit-code")},
    {"2",   N_("the command line is wrong, or input is needed that cannot be asked for")},
    {"3",   N_("not found: no such document, file, revision, template or person")},
    {"4",   N_("stopped by the state of things: git is in a merge, the file exists already, no work tree")},
    {"5",   N_("cannot read or write: disk, permission, a folder, a file over 64 MiB, an error of git")},
    {"6",   N_("a file is damaged: not UTF-8, or a template or setting that does not parse")},
    {"141", N_("nobody reads the output any more, as in: prfaq list | head -1")},
    {NULL, NULL},
};
/* clang-format on */

const ExitCode *help_exit_codes(void)
{
    return exit_codes;
}

/* Examples of commands that this program has. */
static bool example_works(const char *line)
{
    Str rest = str_from(line);
    Str word = {0};

    str_next_field(&rest, ' ', &word);
    str_next_field(&rest, ' ', &word);
    return str_eq(str_from(line), STR("prfaq")) || cli_command(word) ||
           !str_starts(str_from(line), STR("prfaq "));
}

static int widest_example(const Example *examples)
{
    int widest = 0;

    for (; examples->line; examples++) {
        int cells = unicode_width(str_from(examples->line));
        if (example_works(examples->line) && cells > widest)
            widest = cells;
    }
    return widest;
}

static void add_examples(StrBuf *out, const Example *examples)
{
    int column = 2 + widest_example(examples) + 2;

    strbuf_addf(out, "%s\n", _("Examples"));
    for (; examples->line; examples++) {
        if (!example_works(examples->line))
            continue;
        Str about = str_from(_(examples->about));
        StrBuf line = {0};
        strbuf_addf(&line, "  %s", examples->line);
        if (column + unicode_width(about) <= HELP_WIDTH) {
            output_padded(out, strbuf_view(&line), column);
            strbuf_add(out, about);
            strbuf_addc(out, '\n');
        } else {
            strbuf_add(out, strbuf_view(&line));
            strbuf_addc(out, '\n');
            output_wrapped(out, 6, HELP_WIDTH, about);
        }
        strbuf_deinit(&line);
    }
    strbuf_addc(out, '\n');
}

void help_option_words(const Option *o, StrBuf *out)
{
    if (o->letter)
        strbuf_addf(out, "-%c", o->letter);
    if (o->letter && o->name)
        strbuf_addz(out, ", ");
    if (o->name)
        strbuf_addf(out, "%s--%s", o->letter ? "" : "    ", o->name);
    if (o->value)
        strbuf_addf(out, " %s", o->value);
}

static void add_options(StrBuf *out, const Option *options)
{
    for (; options->id != OPTION_NONE; options++) {
        if (!options->about)
            continue;
        StrBuf words = {0};
        StrBuf text = {0};
        strbuf_addz(&words, "  ");
        help_option_words(options, &words);
        output_padded(out, strbuf_view(&words), OPTION_COLUMN);
        /* The first line stands behind the option, the others under it. */
        output_wrapped(&text, OPTION_COLUMN, HELP_WIDTH, str_from(_(options->about)));
        strbuf_add(out, str_slice(strbuf_view(&text), OPTION_COLUMN, text.len));
        strbuf_deinit(&words);
        strbuf_deinit(&text);
    }
}

static void add_groups(StrBuf *out)
{
    for (int group = 0; group < GROUP_COUNT; group++) {
        size_t start = out->len;
        output_padded(out, str_from(cli_group_name((CommandGroup)group)), GROUP_COLUMN);
        for (const CliCommand *c = cli_commands(); c->name; c++)
            if ((int)c->group == group)
                strbuf_addf(out, "%s  ", c->name);
        while (out->len > start && out->ptr[out->len - 1] == ' ')
            strbuf_truncate(out, out->len - 1);
        strbuf_addc(out, '\n');
    }
    strbuf_add_repeat(out, ' ', GROUP_COLUMN);
    strbuf_addf(out, "%s\n\n", _("(help --all lists every command)"));
}

static void add_all_commands(StrBuf *out)
{
    for (int group = 0; group < GROUP_COUNT; group++) {
        strbuf_addf(out, "%s\n", cli_group_name((CommandGroup)group));
        for (const CliCommand *c = cli_commands(); c->name; c++) {
            if ((int)c->group != group)
                continue;
            strbuf_addz(out, "  ");
            output_padded(out, str_from(c->name), COMMAND_COLUMN);
            strbuf_addf(out, "%s\n", _(c->about));
        }
        strbuf_addc(out, '\n');
    }
}

void help_program(StrBuf *out, bool all)
{
    output_wrapped(out, 0, HELP_WIDTH,
                   str_from(_("Write, check and keep PR/FAQ documents in the terminal. "
                              "Everything is saved in git.")));
    strbuf_addc(out, '\n');
    if (!all)
        add_examples(out, program_examples);
    strbuf_addf(out, "%s\n\n", _("Usage: prfaq COMMAND [DOCUMENT] [OPTIONS]"));
    if (all)
        add_all_commands(out);
    else
        add_groups(out);
    strbuf_addf(out, "%s\n", _("Options for every command"));
    add_options(out, cli_global_options());
    strbuf_addf(out, "\n%s\n", _("More: prfaq help COMMAND, man prfaq"));
}

static void add_usage(StrBuf *out, const CliCommand *c)
{
    Str rest = str_from(c->usage);
    Str form;
    const char *head = _("Usage:");
    int indent = unicode_width(str_from(head)) + 1;
    bool first = true;

    while (str_next_field(&rest, '\n', &form)) {
        output_padded(out, first ? str_from(head) : STR(""), indent);
        strbuf_addf(out, "prfaq %s%s%.*s\n", c->name, form.len ? " " : "",
                    STR_ARG(form));
        first = false;
    }
    strbuf_addc(out, '\n');
}

void help_paragraphs(const char *text, StrBuf *out,
                     void (*add)(StrBuf *out, Str paragraph))
{
    Str rest = str_from(text);

    while (rest.len > 0) {
        size_t end = str_find(rest, STR("\n\n"), 0);
        Str paragraph = str_slice(rest, 0, end == STR_NONE ? rest.len : end);
        add(out, paragraph);
        rest = str_slice(rest, end == STR_NONE ? rest.len : end + 2, rest.len);
    }
}

static void add_paragraph(StrBuf *out, Str paragraph)
{
    output_wrapped(out, 0, HELP_WIDTH, paragraph);
    strbuf_addc(out, '\n');
}

void help_command(StrBuf *out, const CliCommand *c)
{
    strbuf_addf(out, "prfaq %s: %s\n\n", c->name, _(c->about));
    add_examples(out, c->examples);
    add_usage(out, c);
    help_paragraphs(_(c->text), out, add_paragraph);
    if (c->options->about) {
        strbuf_addf(out, "%s\n", _("Options"));
        add_options(out, c->options);
        strbuf_addc(out, '\n');
    }
    strbuf_addf(out, "%s\n",
                c->flags & COMMAND_JSON
                    ? _("With --json for programs. All options: prfaq help")
                    : _("Options for every command: prfaq help"));
}

bool command_help(Cli *cli, Error *err)
{
    Str name = cli_arg(cli, 0);
    const CliCommand *command = name.len ? cli_command(name) : NULL;
    bool man = cli_has(cli, OPTION_MAN);

    if (man && str_eq(name, STR("keys")))
        manual_keys(&cli->out);
    else if (man && str_eq(name, STR("learn")))
        manual_tutorial(&cli->out);
    else if (man && str_eq(name, STR("rule-catalogue")))
        manual_rules(&cli->out);
    else if (man && str_eq(name, STR("review-files")))
        manual_review(&cli->out);
    else if (man && str_eq(name, STR("settings")))
        manual_settings(&cli->out);
    else if (name.len && !command)
        return cli_unknown_command(name, err);
    else if (man)
        manual_page(&cli->out, command);
    else if (command)
        help_command(&cli->out, command);
    else
        help_program(&cli->out, cli_has(cli, OPTION_ALL));
    return true;
}

bool command_version(Cli *cli, Error *err)
{
    (void)err;
    if (!cli_has(cli, OPTION_JSON)) {
        strbuf_addz(&cli->out, "prfaq " PRFAQ_VERSION "\n");
        return true;
    }
    json_t *document = json_document("version");
    json_object_set_new(document, "version", json_string(PRFAQ_VERSION));
    json_print(document, &cli->out);
    return true;
}
