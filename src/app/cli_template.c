#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"

enum { ID_CELLS = 16, LANG_CELLS = 5, NAME_CELLS = 38, TEMPLATE_MAX = 1 << 20 };

/* Is it the one that wins among those of the same id and language? */
static bool is_used(const Library *lib, const Template *t)
{
    return library_template(lib, t->id, t->lang) == t;
}

static json_t *template_json(const Template *t, bool text)
{
    json_t *o = json_object();

    json_object_set_new(o, "id", json_text(t->id));
    json_object_set_new(o, "lang", json_lang(t->lang));
    json_object_set_new(o, "name", json_text(t->name));
    json_object_set_new(o, "version", json_integer(t->version));
    json_object_set_new(o, "origin", json_text(t->path));
    json_object_set_new(o, "parts", json_integer((json_int_t)t->spec_count));
    if (text)
        json_object_set_new(o, "text", json_text(t->bytes));
    return o;
}

static json_t *problem_json(Str path, const Error *error)
{
    json_t *o = json_object();

    json_object_set_new(o, "file", json_text(path));
    json_object_set_new(o, "message", json_text(str_from(error->message)));
    return o;
}

static void print_json(Cli *cli, json_t *templates, json_t *problems)
{
    json_t *document = json_document("template");

    json_object_set_new(document, "templates", templates);
    json_object_set_new(document, "problems", problems);
    json_print(document, &cli->out);
}

static void list_json(Cli *cli, const Library *lib)
{
    json_t *templates = json_array();
    json_t *problems = json_array();
    const Session *s = &cli->session;

    for (size_t i = 0; i < lib->template_count; i++)
        if (is_used(lib, &lib->templates[i]))
            json_array_append_new(templates, template_json(&lib->templates[i], false));
    for (size_t i = 0; i < s->broken_count; i++)
        json_array_append_new(problems,
                              problem_json(s->broken[i].path, &s->broken[i].error));
    print_json(cli, templates, problems);
}

static void list_row(Cli *cli, const Template *t)
{
    output_cell(&cli->out, t->id, ID_CELLS);
    output_cell(&cli->out, str_from(lang_code(t->lang)), LANG_CELLS);
    output_cell(&cli->out, t->name, NAME_CELLS);
    message_addf(&cli->out,
                 ngettext("%zu section", "%zu sections", (unsigned long)t->spec_count),
                 t->spec_count);
    strbuf_addc(&cli->out, '\n');
}

static bool template_list(Cli *cli)
{
    const Library *lib = session_library(&cli->session);

    if (cli_has(cli, OPTION_JSON)) {
        list_json(cli, lib);
        return true;
    }
    for (size_t i = 0; i < lib->template_count; i++) {
        const Template *t = &lib->templates[i];
        Lang lang = t->lang;
        if (cli_has(cli, OPTION_DOC_LANG))
            lang_parse(cli_value(cli, OPTION_DOC_LANG), &lang);
        if (is_used(lib, t) && t->lang == lang)
            list_row(cli, t);
    }
    for (size_t i = 0; i < cli->session.broken_count; i++)
        output_note(cli, _("Left out, because it does not parse: %s"),
                    cli->session.broken[i].error.message);
    return true;
}

static bool template_show(Cli *cli, Error *err)
{
    const Template *t = NULL;
    Lang lang = message_lang();
    Str id = cli_arg(cli, 1);

    if (id.len == 0) {
        error_set(err, ERR_USAGE, _("show which template? The name is missing"));
        return error_hint(err, _("All of them: prfaq template list"));
    }
    if (cli_has(cli, OPTION_DOC_LANG))
        lang_parse(cli_value(cli, OPTION_DOC_LANG), &lang);
    /* An own template that does not parse is mended by what is shown here. */
    t = library_template(session_library(&cli->session), id, lang);
    if (!t && !session_template(&cli->session, id, lang, &t, err))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        json_t *templates = json_array();
        json_array_append_new(templates, template_json(t, true));
        print_json(cli, templates, json_array());
    } else {
        cli_add_text(cli, t->bytes);
    }
    return true;
}

static void check_done(Cli *cli, Str path, const Template *t, const Error *problem)
{
    bool bad = problem->code != ERR_NONE;

    cli->status = bad ? 1 : 0;
    if (cli_has(cli, OPTION_JSON)) {
        json_t *templates = json_array();
        json_t *problems = json_array();
        if (bad)
            json_array_append_new(problems, problem_json(path, problem));
        else
            json_array_append_new(templates, template_json(t, false));
        print_json(cli, templates, problems);
    } else if (bad) {
        strbuf_addf(&cli->out, "%s\n", problem->message);
    } else {
        output_note(cli,
                    ngettext("%.*s is a good template of %zu section.",
                             "%.*s is a good template of %zu sections.",
                             (unsigned long)t->spec_count),
                    STR_ARG(path), t->spec_count);
    }
}

static bool template_check(Cli *cli, Error *err)
{
    Str path = cli_arg(cli, 1);
    StrBuf bytes = {0};
    Template t = {0};
    Error problem = {0};

    if (path.len == 0) {
        error_set(err, ERR_USAGE, _("check which template? The file is missing"));
        return error_hint(err, _("Like this: %s"),
                          "prfaq template check .prfaq/templates/en/ours.md");
    }
    if (!file_read(path.ptr, TEMPLATE_MAX, &bytes, err))
        return false;
    template_parse(strbuf_view(&bytes), path, &session_library(&cli->session)->bank,
                   &cli->arena, &t, &problem);
    check_done(cli, path, &t, &problem);
    strbuf_deinit(&bytes);
    return true;
}

bool command_template(Cli *cli, Error *err)
{
    Str word = cli_arg(cli, 0);

    if (str_eq(word, STR("list")))
        return template_list(cli);
    if (str_eq(word, STR("show")))
        return template_show(cli, err);
    if (str_eq(word, STR("check")))
        return template_check(cli, err);
    error_set(err, ERR_USAGE, _("\"%s\" is no word of prfaq template"), word.ptr);
    return error_hint(err, _("Choose one of: %s"), "list, show NAME, check FILE");
}
