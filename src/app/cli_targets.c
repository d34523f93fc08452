#include "app/cli_targets.h"

#include "app/service.h"
#include "base/file.h"
#include "base/message.h"

typedef struct Walk {
    Cli *cli;
    const CliTargets *targets;
    Str settled; /* folder of the last file: its workspace is the session's */
    bool failed; /* `error` is of the last name that stands for nothing */
    Error error;
} Walk;

/* A name that stands for nothing: the others are taken all the same. */
static void pass_over(Walk *w, const Error *error)
{
    if (w->failed && w->targets->failed)
        w->targets->failed(w->targets->ctx, &w->error);
    w->failed = true;
    w->error = *error;
}

static bool leave_workspace(const Walk *w, Str name, Error *err)
{
    return !w->targets->leave ||
           !session_would_move(&w->cli->session, name, &w->cli->arena) ||
           w->targets->leave(w->targets->ctx, err);
}

/* The workspace of a file is that of its folder: of a thousand files in one folder
 * it is looked for once. */
static bool is_settled(const Walk *w, Str name)
{
    return w->settled.len > 0 && str_eq(path_folder(name), w->settled);
}

static bool find_document(Walk *w, Str name, DocumentRef *ref, Error *err)
{
    Session *s = &w->cli->session;
    bool found = is_settled(w, name)
                     ? workspace_document(&s->workspace, name, &w->cli->arena, ref, err)
                     : session_document(s, name, &w->cli->arena, ref, err);

    w->settled = found ? path_folder(ref->path) : (Str){0};
    return found;
}

static bool take_named(Walk *w, Str name, Error *err)
{
    DocumentRef ref = {0};
    Error why = {0};

    if (!is_settled(w, name) && !leave_workspace(w, name, err))
        return false;
    if (!find_document(w, name, &ref, &why)) {
        pass_over(w, &why);
        return true;
    }
    return w->targets->document(w->targets->ctx, &ref, ref.path, err);
}

/* Files there are, but none that nobody needs to name. */
static void no_document(Str folder, size_t found, Error *err)
{
    if (found == 0) {
        error_set(err, ERR_NOT_FOUND, _("there is no Markdown file in \"%s\""),
                  folder.ptr);
        error_hint(err, _("Start a document with: prfaq new NAME"));
        return;
    }
    error_set(err, ERR_NOT_FOUND,
              ngettext("there is no PR/FAQ in \"%s\", only %zu other Markdown file",
                       "there is no PR/FAQ in \"%s\", only %zu other Markdown files",
                       (unsigned long)found),
              folder.ptr, found);
    error_hint(err, _("Name a file to take it as one"));
}

static bool take_folder(Walk *w, Str folder, Error *err)
{
    const Str *paths = NULL;
    size_t count = 0, found = 0;
    Error why = {0};

    if (!service_documents_below(&w->cli->session, folder, &w->cli->arena, &paths,
                                 &count, &found, &why)) {
        pass_over(w, &why);
        return true;
    }
    if (count == 0) {
        no_document(folder, found, &why);
        pass_over(w, &why);
    }
    for (size_t i = 0; i < count; i++)
        if (!take_named(w, paths[i], err))
            return false;
    return true;
}

static bool take_argument(Walk *w, Str name, Error *err)
{
    if (str_eq(name, STR("-")))
        return w->targets->input(w->targets->ctx, err);
    if (file_kind(name.ptr) == FILE_FOLDER)
        return take_folder(w, name, err);
    return take_named(w, name, err);
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
static bool take_workspace(Walk *w, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t count = 0;

    if (!service_documents(&w->cli->session, false, &w->cli->arena, &refs, &count, err))
        return false;
    if (count == 0) {
        error_set(err, ERR_NOT_FOUND, _("there is no document here"));
        return error_hint(err, _("Start a document with: prfaq new NAME"));
    }
    if (count > 1 && !cli_has(w->cli, OPTION_ALL))
        return several_documents(refs, count, err);
    for (size_t i = 0; i < count; i++)
        if (!w->targets->document(w->targets->ctx, &refs[i], refs[i].path, err))
            return false;
    return true;
}

bool cli_targets(Cli *cli, const CliTargets *targets, Error *err)
{
    Walk walk = {.cli = cli, .targets = targets};

    if (cli->arg_count == 0)
        return take_workspace(&walk, err);
    for (size_t i = 0; i < cli->arg_count; i++)
        if (!take_argument(&walk, cli_arg(cli, i), err))
            return false;
    if (walk.failed && err)
        *err = walk.error;
    return !walk.failed;
}
