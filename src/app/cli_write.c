#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/file.h"
#include "base/message.h"
#include "render/render.h"

enum { READING_WIDTH = 88 };

static void init_done(Cli *cli, Str root, bool created)
{
    if (cli_has(cli, OPTION_JSON)) {
        json_t *document = json_document("init");
        json_object_set_new(document, "path", json_text(root));
        json_object_set_new(document, "created", json_boolean(created));
        json_print(document, &cli->out);
    } else if (created) {
        output_note(
            cli, _("Made the workspace %.*s. Start a document there: prfaq new NAME"),
            STR_ARG(root));
    } else {
        output_note(cli, _("%.*s is a workspace already. Nothing has changed."),
                    STR_ARG(root));
    }
}

bool command_init(Cli *cli, Error *err)
{
    const char *folder = cli->arg_count ? cli_arg(cli, 0).ptr : ".";
    Workspace workspace = {0};
    bool created = false;

    if (cli_has(cli, OPTION_DRY_RUN)) {
        workspace_find(folder, &cli->arena, &workspace);
        output_note(cli,
                    workspace.root.len ? _("\"%s\" is in a workspace already.")
                                       : _("Would make the workspace \"%s\"."),
                    folder);
        return true;
    }
    bool made = file_kind(folder) == FILE_NONE;
    if (!repo_init(folder, &created, err))
        return false;
    workspace_find(folder, &cli->arena, &workspace);
    if (made && !created && !cli_has(cli, OPTION_JSON))
        output_note(cli, _("Made the folder \"%s\". Its revisions are kept by %.*s."),
                    folder, STR_ARG(workspace.root));
    else
        init_done(cli, workspace.root, created);
    return true;
}

static void new_done(Cli *cli, const DocumentRef *ref, const NewDocument *request)
{
    if (cli_has(cli, OPTION_JSON)) {
        json_t *document = json_document("new");
        json_object_set_new(document, "file", json_text(ref->path));
        json_object_set_new(document, "document", json_text(ref->name));
        json_object_set_new(document, "template", json_text(request->template_id));
        json_object_set_new(document, "lang", json_lang(request->lang));
        json_print(document, &cli->out);
        return;
    }
    output_note(cli, _("Started %.*s from the template \"%.*s\"."), STR_ARG(ref->path),
                STR_ARG(request->template_id));
    if (request->answers.origin.len > 0 &&
        !str_eq(request->answers.origin, STR("customer")))
        output_note(cli,
                    _("The idea does not come from a customer. The five questions "
                      "first: prfaq five %.*s"),
                    STR_ARG(ref->name));
    if (cli_command(STR("write")))
        output_note(cli, _("Write in it: prfaq write %.*s"), STR_ARG(ref->name));
    else
        output_note(cli, _("Write in it, then: prfaq check %.*s"), STR_ARG(ref->name));
}

bool command_new(Cli *cli, Error *err)
{
    NewDocument request = {
        .name = cli_arg(cli, 0),
        .template_id = STR("prfaq"),
        .lang = message_lang(),
        .answers = {.title = cli_value(cli, OPTION_TITLE),
                    .origin = cli_value(cli, OPTION_ORIGIN)},
    };
    DocumentRef ref = {0};
    Str bytes = {0};

    if (cli_has(cli, OPTION_TEMPLATE))
        request.template_id = cli_value(cli, OPTION_TEMPLATE);
    if (cli_has(cli, OPTION_DOC_LANG))
        lang_parse(cli_value(cli, OPTION_DOC_LANG), &request.lang);
    if (cli_has(cli, OPTION_DRY_RUN)) {
        if (!service_draft(&cli->session, &request, &cli->arena, &ref, &bytes, err))
            return false;
        output_note(cli, _("Would write %s."), ref.path.ptr);
        return true;
    }
    if (!service_new(&cli->session, &request, &cli->arena, &ref, err))
        return false;
    new_done(cli, &ref, &request);
    return true;
}

bool command_preview(Cli *cli, Error *err)
{
    OpenDocument open;
    Rendered rendered = {0};
    int width = output_width();

    if (!cli_open(cli, cli_arg(cli, 0), &open, err))
        return false;
    const RenderOptions options = {
        .width = width < READING_WIDTH ? width : READING_WIDTH,
        .headings = cli_has(cli, OPTION_HEADINGS),
    };
    render_rows(&open.doc, &options, &cli->arena, &rendered);
    render_text(&rendered, output_color(cli), &cli->out);
    return true;
}

static bool format_needed(Error *err)
{
    error_set(err, ERR_USAGE, _("export to what? --to is missing"));
    return error_hint(err, _("Choose one of: %s"), "--to html, --to md, --to txt");
}

bool command_export(Cli *cli, Error *err)
{
    OpenDocument open;
    ExportFormat format = EXPORT_HTML;
    StrBuf result = {0};
    Str file = cli_value(cli, OPTION_OUTPUT);

    if (!export_format_parse(cli_value(cli, OPTION_TO), &format))
        return format_needed(err);
    if (!cli_open(cli, cli_arg(cli, 0), &open, err))
        return false;
    service_export(&cli->session, &open, format, cli_has(cli, OPTION_HEADINGS),
                   service_stamp(&cli->session, &open, &cli->arena), &result);
    bool ok = true;
    if (file.len == 0 || str_eq(file, STR("-")))
        strbuf_add(&cli->out, strbuf_view(&result));
    else
        ok = cli_write_output(cli, &open, strbuf_view(&result), err);
    strbuf_deinit(&result);
    return ok;
}
