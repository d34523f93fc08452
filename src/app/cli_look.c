#include <string.h>

#include "app/cli_authors.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"

/* "lantern@3": the document and the revision. A name may hold an "@" itself. */
static bool named_revision(Cli *cli, Str word, DocumentRef *ref, Str *rev, Error *err)
{
    size_t at = str_rfind_byte(word, '@');

    *rev = STR("");
    if (at == STR_NONE || at == 0)
        return session_document(&cli->session, word, &cli->arena, ref, err);
    if (session_document(&cli->session, word, &cli->arena, ref, NULL))
        return true;
    *rev = str_slice(word, at + 1, word.len);
    Str name = arena_str(&cli->arena, str_slice(word, 0, at));
    return session_document(&cli->session, name, &cli->arena, ref, err);
}

static void show_json(Cli *cli, const OpenDocument *open, const Revision *revision)
{
    json_t *document = json_document("show");

    json_object_set_new(document, "document", json_text(open->ref.name));
    json_object_set_new(document, "file", json_text(open->ref.path));
    json_object_set_new(document, "revision",
                        revision ? json_revision(revision) : json_null());
    json_object_set_new(document, "text", json_text(open->bytes));
    json_print(document, &cli->out);
}

bool command_show(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    OpenDocument open;
    Revision revision;
    Str rev = {0};

    if (!named_revision(cli, cli_arg(cli, 0), &ref, &rev, err))
        return false;
    if (rev.len > 0 ? !service_revision(&cli->session, &ref, rev, &cli->arena,
                                        &revision, &open, err)
                    : !service_read(&cli->session, &ref, &cli->arena, &open, err))
        return false;
    if (cli_has(cli, OPTION_WHO))
        return show_authors(cli, &open, rev.len > 0 ? &revision : NULL, err);
    if (cli_has(cli, OPTION_PART)) {
        error_set(err, ERR_USAGE, _("--part needs --who"));
        return error_hint(err, _("Sections and where they stand: prfaq parts %.*s"),
                          STR_ARG(ref.name));
    }
    if (cli_has(cli, OPTION_OUTPUT) && !str_eq(cli_value(cli, OPTION_OUTPUT), STR("-")))
        return cli_write_output(cli, &open, open.bytes, err);
    if (cli_has(cli, OPTION_JSON))
        show_json(cli, &open, rev.len > 0 ? &revision : NULL);
    else
        cli_add_text(cli, open.bytes);
    return true;
}
