#include <unistd.h>

#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "app/cli_json.h"
#include "app/owed.h"
#include "base/file.h"
#include "base/message.h"
#include "store/turns.h"

static void save_json(Cli *cli, const DocumentRef *ref, const SaveResult *result)
{
    static const char *const outcomes[] = {
        [SAVE_NOTHING_NEW] = "nothing-new",
        [SAVE_REVISION] = "revision",
        [SAVE_FILE_ONLY] = "file-only",
    };
    json_t *document = json_document("save");

    json_object_set_new(document, "document", json_text(ref->name));
    json_object_set_new(document, "file", json_text(ref->path));
    json_object_set_new(document, "outcome", json_string(outcomes[result->outcome]));
    if (result->outcome == SAVE_REVISION) {
        json_t *revision = json_revision(&result->revision);
        json_object_set_new(revision, "added", json_integer(result->added));
        json_object_set_new(revision, "removed", json_integer(result->removed));
        json_object_set_new(document, "revision", revision);
        json_object_set_new(document, "summary", json_text(result->summary));
    } else {
        json_object_set_new(document, "revision", json_null());
    }
    json_print(document, &cli->out);
}

static void save_text(Cli *cli, const DocumentRef *ref, const SaveResult *result)
{
    const Revision *r = &result->revision;

    switch (result->outcome) {
    case SAVE_NOTHING_NEW:
        output_note(cli,
                    _("Nothing is new: the last revision of %.*s has these words."),
                    STR_ARG(ref->name));
        return;
    case SAVE_FILE_ONLY:
        output_note(cli,
                    _("\"%.*s\" is in no workspace: the file is as it was, and no "
                      "revision is kept. To keep revisions: prfaq init"),
                    STR_ARG(ref->path));
        return;
    case SAVE_REVISION:
        break;
    }
    if (r->with_count > 0) {
        StrBuf with = {0};
        cli_add_names(&with, r->with, r->with_count);
        output_note(cli, _("Saved revision %d of %.*s as %.*s with %s (%.*s)."),
                    r->number, STR_ARG(ref->name), STR_ARG(r->author.name),
                    strbuf_cstr(&with), STR_ARG(result->summary));
        strbuf_deinit(&with);
    } else {
        output_note(cli, _("Saved revision %d of %.*s as %.*s (%.*s)."), r->number,
                    STR_ARG(ref->name), STR_ARG(r->author.name),
                    STR_ARG(result->summary));
    }
    if (result->notes.not_synced)
        output_note(cli, _("It is saved, but not yet safe from a power cut."));
    if (result->notes.index_behind)
        output_note(cli, _("git status shows the document until the next save: another "
                           "program holds git's index."));
    if (result->detached)
        output_note(cli,
                    _("This revision is on no branch and could get lost: git switch "
                      "-c NAME keeps it."));
    if (result->first)
        output_note(cli, _("What is still missing: prfaq check %.*s"),
                    STR_ARG(ref->name));
    else
        output_note(cli, _("What changed: prfaq diff %.*s"), STR_ARG(ref->name));
}

static void would_save(Cli *cli, const DocumentRef *ref)
{
    Comparison changes;

    if (ref->relative.len == 0) {
        output_note(cli, _("\"%.*s\" is in no workspace: no revision would be kept."),
                    STR_ARG(ref->path));
        return;
    }
    if (!service_compare(&cli->session, ref, STR(""), STR(""), &cli->arena, &changes,
                         NULL))
        output_note(cli, _("Would save the first revision of %.*s."),
                    STR_ARG(ref->name));
    else if (!changes.after.unsaved)
        output_note(cli,
                    _("Nothing is new: the last revision of %.*s has these words."),
                    STR_ARG(ref->name));
    else
        output_note(cli, _("Would save %.*s: %d words added, %d removed."),
                    STR_ARG(ref->name), changes.redline.added, changes.redline.removed);
}

/* Ask once who types, as a first save in a new place does. */
static bool ask_name(Cli *cli, Error *err)
{
    StrBuf line = {0};
    bool known = false;

    output_write(STDOUT_FILENO, str_from(_("Who are you? Your name: ")), NULL);
    if (!input_line(&line))
        return false;
    Str name = arena_str(&cli->arena, str_trim(strbuf_view(&line)));
    strbuf_deinit(&line);
    return name.len > 0 && writer_add(&cli->session, name, STR(""), &known, err) &&
           writer_choose(&cli->session, name, NULL, 0, &cli->arena, NULL, err);
}

static bool nobody_types(Cli *cli)
{
    Writer writer;

    return writer_find(&cli->session, &cli->arena, &writer, NULL) &&
           writer.source == WRITER_NOBODY;
}

bool cli_need_writer(Cli *cli, Error *err)
{
    Writer writer;

    return writer_need(&cli->session, &cli->arena, &writer, err) ||
           (err->code == ERR_USAGE && input_is_terminal(cli) && nobody_types(cli) &&
            ask_name(cli, err));
}

/* Words that somebody typed on a screen and left in the file are theirs. */
static bool save_once(Cli *cli, const SaveRequest *request, SaveResult *result,
                      Error *err)
{
    KeepPlace place;
    Owed owed = {0};
    Str signed_by;

    keep_place(&cli->session, request->ref, &cli->arena, &place);
    if (place.inside)
        owed_find(&place, request->bytes, &cli->arena, &owed);
    if (!owed_save(&cli->session, &owed, request, &cli->arena, result, &signed_by, err))
        return false;
    if (place.inside)
        owed_drop(&place);
    if (result->outcome == SAVE_REVISION)
        (void)turns_note(cli->session.workspace.private_, result->revision.author.name,
                         result->added, session_now(), NULL);
    if (signed_by.len > 0 && result->outcome == SAVE_REVISION &&
        !cli_has(cli, OPTION_JSON))
        output_note(cli, _("%.*s typed these words, so the revision is signed so."),
                    STR_ARG(signed_by));
    return true;
}

static bool save(Cli *cli, const SaveRequest *request, SaveResult *result, Error *err)
{
    if (save_once(cli, request, result, err))
        return true;
    return err->code == ERR_USAGE && input_is_terminal(cli) && nobody_types(cli) &&
           ask_name(cli, err) && save_once(cli, request, result, err);
}

/* Only its bytes: what is in it is read where it is compared. */
static bool read_document(Cli *cli, DocumentRef *ref, Str *bytes, Error *err)
{
    StrBuf text = {0};

    if (str_eq(cli_arg(cli, 0), STR("-"))) {
        error_set(err, ERR_USAGE, _("standard input cannot be saved"));
        return error_hint(err, _("Name a document"));
    }
    bool ok = session_document(&cli->session, cli_arg(cli, 0), &cli->arena, ref, err) &&
              file_read(ref->path.ptr, FILE_MAX, &text, err);
    *bytes = arena_str(&cli->arena, strbuf_view(&text));
    strbuf_deinit(&text);
    return ok && service_bytes_ok(ref, *bytes, err);
}

bool command_save(Cli *cli, Error *err)
{
    DocumentRef ref = {0};
    Str bytes;
    SaveResult result;

    if (!read_document(cli, &ref, &bytes, err))
        return false;
    if (cli_has(cli, OPTION_DRY_RUN)) {
        would_save(cli, &ref);
        return true;
    }
    const SaveRequest request = {
        .ref = &ref,
        .bytes = bytes,
        .from_file = true,
        .note = cli_value(cli, OPTION_NOTE),
    };
    if (!save(cli, &request, &result, err))
        return false;
    if (cli_has(cli, OPTION_JSON))
        save_json(cli, &ref, &result);
    else
        save_text(cli, &ref, &result);
    return true;
}
