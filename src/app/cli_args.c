#include <string.h>

#include "app/cli.h"
#include "base/file.h"
#include "base/message.h"

/* Where the reading of the words stands. */
typedef struct Reader {
    Cli *cli;
    char *const *next;
    bool only_words; /* after "--" */
} Reader;

static const Option *find_named(const Option *options, Str name)
{
    for (; options && options->id != OPTION_NONE; options++)
        if (options->name && str_eq(str_from(options->name), name))
            return options;
    return NULL;
}

static const Option *find_letter(const Option *options, char letter)
{
    for (; options && options->id != OPTION_NONE; options++)
        if (options->letter == letter)
            return options;
    return NULL;
}

static void remember(Cli *cli, OptionId id, Str value)
{
    cli->uses = arena_grow(&cli->arena, cli->uses, cli->use_count, &cli->use_cap,
                           sizeof *cli->uses);
    cli->uses[cli->use_count++] = (OptionUse){id, value};
}

static void remember_word(Cli *cli, Str word)
{
    cli->args = arena_grow(&cli->arena, cli->args, cli->arg_count, &cli->arg_cap,
                           sizeof *cli->args);
    cli->args[cli->arg_count++] = word;
}

/* "html|md|txt" as "html, md or txt" would need a language; a comma will do. */
void cli_list_choices(const char *choices, char *out, size_t size)
{
    size_t at = 0;

    for (; *choices && at + 3 < size; choices++) {
        out[at++] = *choices == '|' ? ',' : *choices;
        if (*choices == '|')
            out[at++] = ' ';
    }
    out[at] = '\0';
}

static bool is_choice(const char *choices, Str value)
{
    Str rest = str_from(choices);
    Str choice;

    while (str_next_field(&rest, '|', &choice))
        if (str_eq(choice, value))
            return true;
    return false;
}

static bool accept(Cli *cli, const Option *option, Str value, Error *err)
{
    char list[160];

    if (option->choices && !is_choice(option->choices, value)) {
        cli_list_choices(option->choices, list, sizeof list);
        error_set(err, ERR_USAGE, _("\"%s\" is no value of --%s"), value.ptr,
                  option->name);
        return error_hint(err, _("Choose one of: %s"), list);
    }
    remember(cli, option->id, value);
    return true;
}

static bool hint_help(const Cli *cli, Error *err)
{
    if (cli->command)
        return error_hint(err, _("See: prfaq %s --help"), cli->command->name);
    return error_hint(err, _("See: prfaq --help"));
}

static size_t option_names(const Option *options, const char **names, size_t count,
                           size_t cap)
{
    for (; options && options->id != OPTION_NONE && count < cap; options++)
        if (options->name && options->about)
            names[count++] = options->name;
    return count;
}

static bool unknown_option(const Cli *cli, const char *word, Str name, Error *err)
{
    const char *names[48];
    size_t count = option_names(cli_global_options(), names, 0, 48);

    if (cli->command)
        count = option_names(cli->command->options, names, count, 48);
    const char *near = name.len > 1 ? suggest_word(name, names, count) : NULL;
    error_set(err, ERR_USAGE, _("there is no option \"%s\""), word);
    if (near)
        return error_hint(err, _("Did you mean --%s?"), near);
    return hint_help(cli, err);
}

static bool value_missing(const Cli *cli, const Option *option, Error *err)
{
    char letter[3] = {'-', option->letter, '\0'};

    if (option->name)
        error_set(err, ERR_USAGE, _("--%s needs a value: %s"), option->name,
                  option->value);
    else
        error_set(err, ERR_USAGE, _("%s needs a value: %s"), letter, option->value);
    return hint_help(cli, err);
}

static bool read_long(Reader *r, const char *word, Error *err)
{
    Str text = str_from(word + 2);
    size_t equals = str_find_byte(text, '=', 0);
    Str name = str_slice(text, 0, equals == STR_NONE ? text.len : equals);
    const Option *option =
        r->cli->command ? find_named(r->cli->command->options, name) : NULL;

    if (!option)
        option = find_named(cli_global_options(), name);
    if (!option)
        return unknown_option(r->cli, word, name, err);
    if (option->id == OPTION_JSON && r->cli->command &&
        !(r->cli->command->flags & COMMAND_JSON)) {
        error_set(err, ERR_USAGE, _("prfaq %s has no machine output"),
                  r->cli->command->name);
        return hint_help(r->cli, err);
    }
    if (!option->value) {
        if (equals == STR_NONE)
            return accept(r->cli, option, STR(""), err);
        error_set(err, ERR_USAGE, _("--%s takes no value"), option->name);
        return hint_help(r->cli, err);
    }
    if (equals != STR_NONE)
        return accept(r->cli, option, str_slice(text, equals + 1, text.len), err);
    if (!*r->next)
        return value_missing(r->cli, option, err);
    return accept(r->cli, option, str_from(*r->next++), err);
}

/* "-qn", "-m NOTE" or "-mNOTE". */
static bool read_short(Reader *r, const char *word, Error *err)
{
    for (const char *at = word + 1; *at; at++) {
        const Option *option =
            r->cli->command ? find_letter(r->cli->command->options, *at) : NULL;
        if (!option)
            option = find_letter(cli_global_options(), *at);
        if (!option)
            return unknown_option(r->cli, word, str_from(word + 1), err);
        if (!option->value) {
            if (!accept(r->cli, option, STR(""), err))
                return false;
            continue;
        }
        if (at[1])
            return accept(r->cli, option, str_from(at + 1), err);
        if (!*r->next)
            return value_missing(r->cli, option, err);
        return accept(r->cli, option, str_from(*r->next++), err);
    }
    return true;
}

bool cli_unknown_command(Str word, Error *err)
{
    const char *names[64];
    size_t count = 0;

    for (const CliCommand *c = cli_commands(); c->name && count < 64; c++)
        names[count++] = c->name;
    const char *near = suggest_word(word, names, count);
    error_set(err, ERR_USAGE, _("there is no command \"%s\""), word.ptr);
    if (near)
        return error_hint(err, _("Did you mean \"%s\"?"), near);
    if (file_kind(word.ptr) == FILE_REGULAR && cli_command(STR("write")))
        return error_hint(err, _("To open the file: prfaq write %s"), word.ptr);
    return error_hint(err, _("All commands: prfaq help --all"));
}

static bool read_word(Reader *r, const char *word, Error *err)
{
    Str text = str_from(word);

    if (r->cli->command) {
        remember_word(r->cli, text);
        return true;
    }
    r->cli->command = cli_command(text);
    return r->cli->command || cli_unknown_command(text, err);
}

bool cli_words_missing(Cli *cli, Error *err)
{
    Str usage = str_from(cli->command->usage);
    Str line = {0};

    str_next_line(&usage, &line);
    error_set(err, ERR_USAGE, _("something is missing: prfaq %s %s"),
              cli->command->name, arena_str(&cli->arena, line).ptr);
    return hint_help(cli, err);
}

static bool count_words(Cli *cli, Error *err)
{
    const CliCommand *c = cli->command;

    if (!c || cli_has(cli, OPTION_HELP))
        return true;
    if (c->max_args >= 0 && cli->arg_count > (size_t)c->max_args) {
        error_set(err, ERR_USAGE, _("\"%s\" is one word too many"),
                  cli->args[c->max_args].ptr);
        return hint_help(cli, err);
    }
    if (cli->arg_count < (size_t)c->min_args)
        return cli_words_missing(cli, err);
    return true;
}

/* -h anywhere wins over every mistake, and errors are JSON when --json was
 * said after the mistake. */
static void look_ahead(Cli *cli, char *const *argv)
{
    for (; *argv && strcmp(*argv, "--") != 0; argv++) {
        if (strcmp(*argv, "-h") == 0 || strcmp(*argv, "--help") == 0)
            remember(cli, OPTION_HELP, STR(""));
        if (strcmp(*argv, "--json") == 0)
            remember(cli, OPTION_JSON, STR(""));
    }
}

static bool read_all(Reader *r, Error *err)
{
    bool ok = true;

    while (ok && *r->next) {
        const char *word = *r->next++;
        if (r->only_words || word[0] != '-' || word[1] == '\0') {
            ok = read_word(r, word, err);
        } else if (strcmp(word, "--") == 0) {
            r->only_words = true;
        } else if (word[1] == '-') {
            ok = read_long(r, word, err);
        } else {
            ok = read_short(r, word, err);
        }
    }
    return ok;
}

bool cli_parse(Cli *cli, char *const *argv, Error *err)
{
    Reader r = {.cli = cli, .next = argv};
    Cli ahead = {0};

    look_ahead(&ahead, argv);
    bool help = cli_has(&ahead, OPTION_HELP);
    bool json = cli_has(&ahead, OPTION_JSON);
    arena_deinit(&ahead.arena);

    bool ok = read_all(&r, err) && count_words(cli, err);
    if (help && !cli_has(cli, OPTION_HELP))
        remember(cli, OPTION_HELP, STR(""));
    if (json && !cli_has(cli, OPTION_JSON))
        remember(cli, OPTION_JSON, STR(""));
    return ok || help;
}

bool cli_has(const Cli *cli, OptionId id)
{
    for (size_t i = 0; i < cli->use_count; i++)
        if (cli->uses[i].id == id)
            return true;
    return false;
}

Str cli_value(const Cli *cli, OptionId id)
{
    for (size_t i = cli->use_count; i > 0; i--)
        if (cli->uses[i - 1].id == id)
            return cli->uses[i - 1].value;
    return STR("");
}

Str cli_arg(const Cli *cli, size_t index)
{
    return index < cli->arg_count ? cli->args[index] : STR("");
}
