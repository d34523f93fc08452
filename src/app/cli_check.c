#include <sys/stat.h>

#include "app/check_setup.h"
#include "app/cli_commands.h"
#include "app/cli_document.h"
#include "base/file.h"
#include "base/message.h"
#include "check/report.h"

/* The documents to check, and what was found in them. */
typedef struct Batch {
    Cli *cli;
    ReportFile *files;
    size_t count, cap;
    Profile profile;
    bool profile_given;
} Batch;

static void add_file(Batch *b, Str path, const Document *doc, const Findings *findings)
{
    Arena *arena = &b->cli->arena;

    b->files = arena_grow(arena, b->files, b->count, &b->cap, sizeof *b->files);
    b->files[b->count++] = (ReportFile){.path = path, .doc = doc, .findings = findings};
}

static void check_text(Batch *b, const OpenDocument *open, Str name)
{
    Arena *arena = &b->cli->arena;
    CheckOptions options;
    Findings *findings = ARENA_NEW(arena, Findings);

    session_check_options(&b->cli->session, &open->ref, arena, &options);
    if (b->profile_given)
        options.profile = b->profile;
    check_run(&open->doc, session_library(&b->cli->session), &options, arena, findings);
    add_file(b, name, &open->doc, findings);
}

/* A file that is no text has one finding, and that is the answer.
 *
 *   text  the bytes before the first that is none: they give the place */
static void check_bytes(Batch *b, const DocumentRef *ref, Str text, const Error *why,
                        Str name)
{
    Arena *arena = &b->cli->arena;
    CheckOptions options;
    Document *doc = ARENA_NEW(arena, Document);
    Findings *findings = ARENA_NEW(arena, Findings);

    document_read(text, session_library(&b->cli->session), arena, doc);
    session_check_options(&b->cli->session, ref, arena, &options);
    check_unreadable(text.len, why, &options, arena, findings);
    add_file(b, name, doc, findings);
}

static bool read_bytes(Batch *b, const DocumentRef *ref, Str *out, Error *err)
{
    StrBuf bytes = {0};
    bool ok = ref->path.len > 0 ? file_read(ref->path.ptr, FILE_MAX, &bytes, err)
                                : file_read_stdin(FILE_MAX, &bytes, err);

    if (ok)
        *out = arena_str(&b->cli->arena, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return ok;
}

static bool check_document(Batch *b, const DocumentRef *ref, Str name, Error *err)
{
    OpenDocument *open = ARENA_NEW(&b->cli->arena, OpenDocument);
    Str bytes = {0};
    size_t offset = 0;
    Error why = {0};

    if (!read_bytes(b, ref, &bytes, err))
        return false;
    if (!document_bytes_ok(bytes, &offset, &why)) {
        check_bytes(b, ref, str_slice(bytes, 0, offset), &why, name);
        return true;
    }
    if (!service_read_bytes(&b->cli->session, ref, bytes, &b->cli->arena, open, err))
        return false;
    check_text(b, open, name);
    return true;
}

/* The Markdown files of a folder. */
typedef struct FoundFile {
    Str path;
    bool document; /* by our marks; a README beside documents is none */
} FoundFile;

typedef struct Finder {
    Arena *arena;
    Str folder;
    FoundFile *files;
    size_t count, cap, documents;
} Finder;

static bool visit_file(void *ctx, const char *path, FileKind kind)
{
    Finder *f = ctx;
    StrBuf text = {0};

    if (kind == FILE_FOLDER)
        return !str_ends(str_from(path), STR(".prfaq"));
    if (kind != FILE_REGULAR || !str_ends(str_from(path), STR(".md")))
        return true;
    Str full = path_join(f->arena, f->folder, str_from(path));
    bool document = file_read(full.ptr, FILE_MAX, &text, NULL) &&
                    workspace_is_document(strbuf_view(&text));
    strbuf_deinit(&text);
    f->files = arena_grow(f->arena, f->files, f->count, &f->cap, sizeof *f->files);
    f->files[f->count++] = (FoundFile){full, document};
    f->documents += document;
    return true;
}

/* The documents of a folder; where none carries our marks, all Markdown files. */
static bool check_folder(Batch *b, Str folder, Error *err)
{
    Finder found = {.arena = &b->cli->arena, .folder = folder};
    DocumentRef ref = {0};

    if (!folder_walk(folder.ptr, visit_file, &found, err))
        return false;
    if (found.count == 0) {
        error_set(err, ERR_NOT_FOUND, _("there is no Markdown file in \"%s\""),
                  folder.ptr);
        return error_hint(err, _("Start a document with: prfaq new NAME"));
    }
    for (size_t i = 0; i < found.count; i++) {
        if (found.documents > 0 && !found.files[i].document)
            continue;
        if (!session_document(&b->cli->session, found.files[i].path, &b->cli->arena,
                              &ref, err) ||
            !check_document(b, &ref, found.files[i].path, err))
            return false;
    }
    return true;
}

static bool check_named(Batch *b, Str name, Error *err)
{
    DocumentRef ref = {.name = STR("-")};

    if (str_eq(name, STR("-")))
        return check_document(b, &ref, name, err);
    if (file_kind(name.ptr) == FILE_FOLDER)
        return check_folder(b, name, err);
    return session_document(&b->cli->session, name, &b->cli->arena, &ref, err) &&
           check_document(b, &ref, ref.path, err);
}

static bool several_documents(const DocumentRef *refs, size_t count, Error *err)
{
    StrBuf names = {0};

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            strbuf_addz(&names, ", ");
        strbuf_add(&names, refs[i].name);
    }
    error_set(err, ERR_USAGE, _("check which document? There are %zu: %s"), count,
              strbuf_cstr(&names));
    strbuf_deinit(&names);
    return error_hint(err, _("Name one, or take all: prfaq check --all"));
}

/* Without a name: all documents, or the only one. */
static bool check_workspace(Batch *b, bool all, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t count = 0;

    if (!workspace_list(&b->cli->session.workspace, false, &b->cli->arena, &refs,
                        &count, err))
        return false;
    if (count == 0) {
        error_set(err, ERR_NOT_FOUND, _("there is no document here"));
        return error_hint(err, _("Start a document with: prfaq new NAME"));
    }
    if (count > 1 && !all)
        return several_documents(refs, count, err);
    for (size_t i = 0; i < count; i++)
        if (!check_document(b, &refs[i], refs[i].path, err))
            return false;
    return true;
}

static bool run_checks(Batch *b, Error *err)
{
    Cli *cli = b->cli;

    if (cli->arg_count == 0)
        return check_workspace(b, cli_has(cli, OPTION_ALL), err);
    for (size_t i = 0; i < cli->arg_count; i++)
        if (!check_named(b, cli_arg(cli, i), err))
            return false;
    return true;
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

static bool fails(const Findings *f, Level level)
{
    switch (level) {
    case LEVEL_ERROR:
        return f->errors > 0;
    case LEVEL_WARNING:
        return f->errors + f->warnings > 0;
    case LEVEL_INFO:
        return f->errors + f->warnings + f->infos > 0;
    case LEVEL_OFF:
        break;
    }
    return false;
}

static void report(const Batch *b, Level level)
{
    Cli *cli = b->cli;
    const ReportOptions options = {
        .color = output_color(cli),
        .source = true,
        .fail_on = level,
        .width = output_width(),
    };

    if (cli_has(cli, OPTION_JSON_LINES))
        report_json_lines(b->files, b->count, &cli->out);
    else if (cli_has(cli, OPTION_JSON))
        report_json(b->files, b->count, &cli->out);
    else if (!cli_has(cli, OPTION_QUIET))
        report_text(b->files, b->count, &options, &cli->out);
}

bool command_check(Cli *cli, Error *err)
{
    Batch batch = {.cli = cli};
    Level level = fail_level(cli);

    batch.profile_given = cli_has(cli, OPTION_PROFILE) &&
                          profile_parse(cli_value(cli, OPTION_PROFILE), &batch.profile);
    if (!run_checks(&batch, err))
        return false;
    report(&batch, level);
    for (size_t i = 0; i < batch.count; i++)
        if (fails(batch.files[i].findings, level))
            cli->status = 1;
    return true;
}
