#include <string.h>

#include "app/cli_authors.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"

enum { NAME_CELLS = 18, TITLE_CELLS = 30, STATE_CELLS = 22 };

static void add_state(StrBuf *out, const ListedDocument *d)
{
    if (d->state == DOCUMENT_NEW)
        strbuf_addz(out, _("not saved yet"));
    else if (d->state == DOCUMENT_CHANGED)
        message_addf(out, _("revision %d, changed"), d->revisions);
    else if (d->state == DOCUMENT_SAVED)
        message_addf(out, _("revision %d"), d->revisions);
}

static void add_row(StrBuf *out, const ListedDocument *d, Moment now)
{
    StrBuf cell = {0};

    output_cell(out, d->ref.name, NAME_CELLS);
    if (!d->readable) {
        unicode_visible(str_from(d->error.message), VISIBLE_ONE_LINE, out);
        strbuf_addc(out, '\n');
        return;
    }
    output_cell(out, d->title, TITLE_CELLS);
    add_state(&cell, d);
    output_cell(out, strbuf_view(&cell), STATE_CELLS);
    strbuf_clear(&cell);
    if (d->template_id.len == 0)
        cli_add_length(&cell, d->lang, d->words);
    else if (d->errors > 0)
        message_addf(&cell, ngettext("%d to fix", "%d to fix", (unsigned)d->errors),
                     d->errors);
    else
        strbuf_addz(&cell, _("ready for review"));
    if (d->revisions > 0) {
        strbuf_addz(&cell, ", ");
        moment_relative(d->last_time, now, &cell);
    }
    unicode_visible(strbuf_view(&cell), VISIBLE_ONE_LINE, out);
    strbuf_addc(out, '\n');
    strbuf_deinit(&cell);
}

static json_t *listed_json(const ListedDocument *d)
{
    static const char *const states[] = {
        [DOCUMENT_UNKNOWN] = "unknown",
        [DOCUMENT_NEW] = "new",
        [DOCUMENT_SAVED] = "saved",
        [DOCUMENT_CHANGED] = "changed",
    };
    json_t *o = json_object();

    json_object_set_new(o, "document", json_text(d->ref.name));
    json_object_set_new(o, "file", json_text(d->ref.path));
    json_object_set_new(o, "readable", json_boolean(d->readable));
    if (!d->readable) {
        json_object_set_new(o, "problem", json_text(str_from(d->error.message)));
        return o;
    }
    json_object_set_new(o, "title", json_text(d->title));
    json_object_set_new(o, "template", json_text(d->template_id));
    json_object_set_new(o, "lang", json_lang(d->lang));
    json_object_set_new(o, "stage", json_text(d->stage));
    json_object_set_new(o, "words", json_integer(d->words));
    json_object_set_new(o, "questions", json_integer(d->questions));
    json_object_set_new(o, "answered", json_integer(d->answered));
    json_object_set_new(o, "errors", json_integer(d->errors));
    json_object_set_new(o, "warnings", json_integer(d->warnings));
    json_object_set_new(o, "state", json_string(states[d->state]));
    json_object_set_new(o, "revisions", json_integer(d->revisions));
    if (d->revisions > 0) {
        json_object_set_new(o, "author", json_text(d->last_author.name));
        json_object_set_new(o, "time", json_moment(d->last_time));
    }
    return o;
}

static void list_json(Cli *cli, const ListedDocument *list, size_t count)
{
    json_t *document = json_document("list");
    json_t *documents = json_array();

    for (size_t i = 0; i < count; i++)
        json_array_append_new(documents, listed_json(&list[i]));
    json_object_set_new(document, "documents", documents);
    json_print(document, &cli->out);
}

bool command_list(Cli *cli, Error *err)
{
    const ListedDocument *list = NULL;
    size_t count = 0;
    Repo *repo = NULL;

    if (!session_repo(&cli->session, &repo, err) ||
        !service_list(&cli->session, cli_has(cli, OPTION_ALL), &cli->arena, &list,
                      &count, err))
        return false;
    if (cli_has(cli, OPTION_JSON)) {
        list_json(cli, list, count);
        return true;
    }
    if (count == 0)
        output_note(cli, _("No document is here yet. Start one: prfaq new NAME"));
    for (size_t i = 0; i < count; i++)
        add_row(&cli->out, &list[i], session_now());
    return true;
}

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
