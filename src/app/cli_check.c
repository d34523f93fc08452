#include <unistd.h>

#include "app/check_batch.h"
#include "app/cli_commands.h"
#include "base/file.h"
#include "base/message.h"
#include "check/rule.h"

enum { OUT_MAX = 64 << 10 }; /* bytes kept before they are written */

typedef struct Checker {
    Cli *cli;
    CheckBatch *batch;
} Checker;

/* When another workspace is next, what was collected from this one goes first. */
static bool leave_workspace(Checker *c, Str name, Error *err)
{
    DocumentRef ref = {0};
    bool inside = workspace_document(&c->cli->session.workspace, name, &c->cli->arena,
                                     &ref, NULL) &&
                  ref.relative.len > 0;

    return inside || check_batch_flush(c->batch, err);
}

static bool check_document(Checker *c, Str name, Error *err)
{
    DocumentRef ref = {0};

    return leave_workspace(c, name, err) &&
           session_document(&c->cli->session, name, &c->cli->arena, &ref, err) &&
           check_batch_add(c->batch, &ref, ref.path, err);
}

static bool check_input(Checker *c, Error *err)
{
    StrBuf bytes = {0};
    bool ok = file_read_stdin(FILE_MAX, &bytes, err) &&
              check_batch_add_bytes(c->batch, strbuf_view(&bytes), err);

    strbuf_deinit(&bytes);
    return ok;
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
static bool check_folder(Checker *c, Str folder, Error *err)
{
    Finder found = {.arena = &c->cli->arena, .folder = folder};

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
        if (!check_document(c, found.files[i].path, err))
            return false;
    }
    return true;
}

static bool check_named(Checker *c, Str name, Error *err)
{
    if (str_eq(name, STR("-")))
        return check_input(c, err);
    if (file_kind(name.ptr) == FILE_FOLDER)
        return check_folder(c, name, err);
    return check_document(c, name, err);
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
static bool check_workspace(Checker *c, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t count = 0;

    if (!workspace_list(&c->cli->session.workspace, false, &c->cli->arena, &refs,
                        &count, err))
        return false;
    if (count == 0) {
        error_set(err, ERR_NOT_FOUND, _("there is no document here"));
        return error_hint(err, _("Start a document with: prfaq new NAME"));
    }
    if (count > 1 && !cli_has(c->cli, OPTION_ALL))
        return several_documents(refs, count, err);
    for (size_t i = 0; i < count; i++)
        if (!check_batch_add(c->batch, &refs[i], refs[i].path, err))
            return false;
    return true;
}

static bool check_all(Checker *c, Error *err)
{
    if (c->cli->arg_count == 0)
        return check_workspace(c, err);
    for (size_t i = 0; i < c->cli->arg_count; i++)
        if (!check_named(c, cli_arg(c->cli, i), err))
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

static ReportFormat report_format(const Cli *cli)
{
    ReportFormat format = REPORT_TEXT;

    if (cli_has(cli, OPTION_JSON_LINES))
        return REPORT_JSON_LINES;
    if (cli_has(cli, OPTION_FORMAT))
        report_format_parse(cli_value(cli, OPTION_FORMAT), &format);
    else if (cli_has(cli, OPTION_JSON))
        format = REPORT_JSON;
    return format;
}

/* --quiet holds back what is for people. */
static bool write_report(void *ctx, Str bytes, Error *err)
{
    Cli *cli = ctx;

    if (cli_has(cli, OPTION_QUIET) && report_format(cli) == REPORT_TEXT)
        return true;
    strbuf_add(&cli->out, bytes);
    if (cli->out.len < OUT_MAX)
        return true;
    bool ok = output_write(STDOUT_FILENO, strbuf_view(&cli->out), err);
    strbuf_clear(&cli->out);
    return ok;
}

static void say_failed(void *ctx, const Error *why)
{
    output_error(why, report_format(ctx) != REPORT_TEXT);
}

/* The rules of --rule. */
static bool read_rules(Cli *cli, CheckBatchOptions *out, Error *err)
{
    Str *rules = arena_array(&cli->arena, cli->use_count, sizeof *rules);

    for (size_t i = 0; i < cli->use_count; i++) {
        if (cli->uses[i].id != OPTION_RULE)
            continue;
        if (!cli_rule(cli->uses[i].value, err))
            return false;
        rules[out->rule_count++] = cli->uses[i].value;
    }
    out->rules = rules;
    return true;
}

static bool read_options(Cli *cli, CheckBatchOptions *out, Error *err)
{
    *out = (CheckBatchOptions){
        .report = {.format = report_format(cli),
                   .color = output_color(cli),
                   .source = true,
                   .fail_on = fail_level(cli),
                   .width = output_width()},
        .write = write_report,
        .failed = say_failed,
        .ctx = cli,
    };
    out->profile_given = cli_has(cli, OPTION_PROFILE) &&
                         profile_parse(cli_value(cli, OPTION_PROFILE), &out->profile);
    if (out->profile_given)
        out->report.profile = out->profile;
    else if (!profile_parse(session_setting(&cli->session, "check.profile"),
                            &out->report.profile))
        out->report.profile = PROFILE_DEFAULT;
    return read_rules(cli, out, err);
}

bool command_check(Cli *cli, Error *err)
{
    Checker checker = {.cli = cli};
    CheckBatchOptions options;
    ReportTotals totals = {0};

    if (!read_options(cli, &options, err))
        return false;
    checker.batch = check_batch_new(&cli->session, &options);
    bool ok = check_all(&checker, err) && check_batch_end(checker.batch, &totals, err);
    check_batch_free(checker.batch);
    if (ok && report_failing(&totals, options.report.fail_on) > 0)
        cli->status = 1;
    return ok;
}
