#include <string.h>

#include "app/check_settings.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/own_file.h"
#include "app/own_setting.h"
#include "base/message.h"
#include "base/unicode.h"

#define WORKSPACE_CONFIG ".prfaq/config"

enum { NAME_CELLS = 26, VALUE_CELLS = 22 };

static const KnownSetting *known_setting(Str name)
{
    size_t count = 0;
    const KnownSetting *known = config_known(&count);

    for (size_t i = 0; i < count; i++)
        if (str_eq(str_from(known[i].name), name))
            return &known[i];
    return NULL;
}

/* Settings whose names are made of a rule, a list or a document. */
static bool is_open_name(Str name)
{
    return str_starts(name, STR("rule.")) || str_starts(name, STR("limit.")) ||
           str_starts(name, STR("lexicon.")) || str_starts(name, STR("key.")) ||
           str_starts(name, STR("document."));
}

static bool unknown_setting(Str name, Error *err)
{
    const char *names[128];
    size_t count = 0;
    size_t known_count = 0;
    const KnownSetting *known = config_known(&known_count);

    for (; count < known_count && count < 128; count++)
        names[count] = known[count].name;
    const char *near = suggest_word(name, names, count);
    error_set(err, ERR_USAGE, _("there is no setting \"%.*s\""), STR_ARG(name));
    if (near)
        return error_hint(err, _("Did you mean \"%s\"?"), near);
    return error_hint(err, _("All settings: prfaq config list"));
}

/* --- list and get ------------------------------------------------------- */

static json_t *setting_json(const Session *s, const char *name)
{
    const Setting *setting = session_find_setting(s, name);
    const KnownSetting *known = known_setting(str_from(name));
    json_t *o = json_object();

    json_object_set_new(o, "name", json_string(name));
    json_object_set_new(o, "value", json_text(session_setting(s, name)));
    json_object_set_new(o, "default",
                        known ? json_text(str_from(known->fallback)) : json_null());
    json_object_set_new(o, "file", setting ? json_text(setting->origin) : json_null());
    json_object_set_new(o, "line", setting ? json_integer(setting->line) : json_null());
    return o;
}

static void setting_row(Cli *cli, const char *name)
{
    const Setting *setting = session_find_setting(&cli->session, name);
    bool origin = cli_has(cli, OPTION_SHOW_ORIGIN);
    StrBuf line = {0};

    output_cell(&line, str_from(name), NAME_CELLS);
    if (origin) {
        output_cell(&line, session_setting(&cli->session, name), VALUE_CELLS);
        if (setting)
            strbuf_addf(&line, "%.*s:%d", STR_ARG(setting->origin), setting->line);
        else
            strbuf_addz(&line, _("default"));
    } else {
        strbuf_add(&line, session_setting(&cli->session, name));
    }
    unicode_visible(str_trim_end(strbuf_view(&line)), VISIBLE_ONE_LINE, &cli->out);
    strbuf_addc(&cli->out, '\n');
    strbuf_deinit(&line);
}

static bool listed_before(const Config *config, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (str_eq(config->items[i].name, config->items[index].name))
            return true;
    return known_setting(config->items[index].name) != NULL;
}

/* Every known setting, then the others that are set. */
static size_t setting_names(Cli *cli, const char ***out)
{
    const Config *config = &cli->session.config;
    size_t known_count = 0;
    const KnownSetting *known = config_known(&known_count);
    const char **names =
        arena_array(&cli->arena, known_count + config->count, sizeof *names);
    size_t count = 0;

    for (; count < known_count; count++)
        names[count] = known[count].name;
    for (size_t i = 0; i < config->count; i++)
        if (!listed_before(config, i))
            names[count++] = arena_str(&cli->arena, config->items[i].name).ptr;
    *out = names;
    return count;
}

static void print_settings(Cli *cli, const char *const *names, size_t count)
{
    json_t *document;
    json_t *settings;

    if (!cli_has(cli, OPTION_JSON)) {
        for (size_t i = 0; i < count; i++)
            setting_row(cli, names[i]);
        return;
    }
    document = json_document("config");
    settings = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(settings, setting_json(&cli->session, names[i]));
    json_object_set_new(document, "settings", settings);
    json_print(document, &cli->out);
}

static bool config_list(Cli *cli)
{
    const char **names = NULL;
    size_t count = setting_names(cli, &names);

    print_settings(cli, names, count);
    return true;
}

static bool get_setting(Cli *cli, Error *err)
{
    Str name = cli_arg(cli, 1);

    if (!known_setting(name) && !session_find_setting(&cli->session, name.ptr)) {
        unknown_setting(name, err);
        err->code = ERR_NOT_FOUND;
        return false;
    }
    if (cli_has(cli, OPTION_JSON)) {
        print_settings(cli, &name.ptr, 1);
        return true;
    }
    unicode_visible(session_setting(&cli->session, name.ptr), VISIBLE_ONE_LINE,
                    &cli->out);
    strbuf_addc(&cli->out, '\n');
    return true;
}

/* --- set and unset ------------------------------------------------------ */

static bool value_fits(const KnownSetting *known, Str value, Error *err)
{
    Str rest = str_from(known->values);
    Str choice;
    char list[160];

    /* One word ("text", "number") describes the value; several are the choices. */
    if (str_find_byte(rest, '|', 0) == STR_NONE)
        return true;
    while (str_next_field(&rest, '|', &choice))
        if (str_eq(choice, value))
            return true;
    error_set(err, ERR_USAGE, _("\"%.*s\" is no value of %s"), STR_ARG(value),
              known->name);
    cli_list_choices(known->values, list, sizeof list);
    return error_hint(err, _("Choose one of: %s"), list);
}

static bool may_change(const Cli *cli, Str name, Str value, Error *err)
{
    const KnownSetting *known = known_setting(name);

    if (!known && !is_open_name(name))
        return unknown_setting(name, err);
    bool own = (known && known->user_only) || str_starts(name, STR("key."));
    if (own && cli_has(cli, OPTION_WORKSPACE)) {
        error_set(err, ERR_USAGE, _("%s cannot be set for a workspace"), name.ptr);
        if (!known)
            return error_hint(err, _("Everybody's keys are their own; set it for "
                                     "yourself, without --workspace"));
        return error_hint(err, _("It could start a program; set it for yourself, "
                                 "without --workspace"));
    }
    if (!value.ptr)
        return true;
    return check_setting_ok(name, value, err) &&
           (!known || value_fits(known, value, err));
}

static bool change_workspace(Cli *cli, Str name, Str value, Error *err)
{
    Session *s = &cli->session;
    Writer writer;
    StrBuf before = {0};
    StrBuf after = {0};
    StrBuf message = {0};
    Repo *repo = NULL;

    bool ok = session_repo(s, &repo, err) &&
              writer_need(s, &cli->arena, &writer, err) &&
              own_file_read(s, STR(WORKSPACE_CONFIG), &before, err) &&
              config_edit(strbuf_view(&before), name, value, &after, err);
    message_addf(&message, _("Setting: %.*s"), STR_ARG(name));
    if (ok && !str_eq(strbuf_view(&before), strbuf_view(&after)))
        ok = own_file_change(s, STR(WORKSPACE_CONFIG), strbuf_view(&after), &writer,
                             strbuf_view(&message), err);
    strbuf_deinit(&before);
    strbuf_deinit(&after);
    strbuf_deinit(&message);
    return ok;
}

static bool change_setting(Cli *cli, Str value, Error *err)
{
    Str name = cli_arg(cli, 1);

    if (!may_change(cli, name, value, err))
        return false;
    if (!cli_has(cli, OPTION_DRY_RUN) &&
        !(cli_has(cli, OPTION_WORKSPACE)
              ? change_workspace(cli, name, value, err)
              : own_setting_change(&cli->session, name, value, err)))
        return false;
    if (value.ptr)
        output_note(cli, _("%.*s is %.*s now."), STR_ARG(name), STR_ARG(value));
    else
        output_note(cli, _("%.*s is not set any more."), STR_ARG(name));
    return true;
}

static bool wrong_words(Error *err)
{
    error_set(err, ERR_USAGE, _("config what?"));
    return error_hint(err, _("Choose one of: %s"),
                      "list, get NAME, set NAME VALUE, unset NAME");
}

bool command_config(Cli *cli, Error *err)
{
    Str word = cli_arg(cli, 0);

    if (cli->arg_count <= 1 && (word.len == 0 || str_eq(word, STR("list"))))
        return config_list(cli);
    if (str_eq(word, STR("get")) && cli->arg_count == 2)
        return get_setting(cli, err);
    if (str_eq(word, STR("set")) && cli->arg_count == 3)
        return change_setting(cli, cli_arg(cli, 2), err);
    if (str_eq(word, STR("unset")) && cli->arg_count == 2)
        return change_setting(cli, (Str){0}, err);
    return wrong_words(err);
}
