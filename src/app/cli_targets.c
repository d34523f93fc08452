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

typedef bool Take(void *ctx, const DocumentRef *ref, Str name, Error *err);

static bool take_file(Walk *w, Str name, Take *take, Error *err)
{
    DocumentRef ref = {0};
    Error why = {0};

    if (!is_settled(w, name) && !leave_workspace(w, name, err))
        return false;
    if (!find_document(w, name, &ref, &why)) {
        pass_over(w, &why);
        return true;
    }
    return take(w->targets->ctx, &ref, ref.path, err);
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

/* Were there documents among the files that were given? */
static bool ask_found(const Walk *w, size_t given, size_t *documents, Error *err)
{
    *documents = given;
    return !w->targets->file || w->targets->found(w->targets->ctx, documents, err);
}

static bool take_folder(Walk *w, Str folder, Error *err)
{
    const CliTargets *t = w->targets;
    const Str *paths = NULL;
    size_t count = 0, seen = 0, documents = 0;
    Error why = {0};

    if (!service_documents_below(&w->cli->session, folder, t->file != NULL,
                                 &w->cli->arena, &paths, &count, &seen, &why)) {
        pass_over(w, &why);
        return true;
    }
    for (size_t i = 0; i < count; i++)
        if (!take_file(w, paths[i], t->file ? t->file : t->document, err))
            return false;
    if (!ask_found(w, count, &documents, err))
        return false;
    if (documents == 0) {
        no_document(folder, seen, &why);
        pass_over(w, &why);
    }
    return true;
}

static bool take_argument(Walk *w, Str name, Error *err)
{
    if (str_eq(name, STR("-")))
        return w->targets->input(w->targets->ctx, err);
    if (file_kind(name.ptr) == FILE_FOLDER)
        return take_folder(w, name, err);
    return take_file(w, name, w->targets->document, err);
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

static bool no_document_here(Error *err)
{
    error_set(err, ERR_NOT_FOUND, _("there is no document here"));
    return error_hint(err, _("Start a document with: prfaq new NAME"));
}

/* Without a name: the only document. */
static bool take_only(Walk *w, Error *err)
{
    const DocumentRef *refs = NULL;
    size_t count = 0;

    if (!service_documents(&w->cli->session, false, &w->cli->arena, &refs, &count, err))
        return false;
    if (count == 0)
        return no_document_here(err);
    if (count > 1)
        return several_documents(refs, count, err);
    return w->targets->document(w->targets->ctx, &refs[0], refs[0].path, err);
}

static bool take_all(Walk *w, Error *err)
{
    const CliTargets *t = w->targets;
    const DocumentRef *refs = NULL;
    size_t count = 0, documents = 0;

    if (!service_documents(&w->cli->session, t->file != NULL, &w->cli->arena, &refs,
                           &count, err))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!(t->file ? t->file : t->document)(t->ctx, &refs[i], refs[i].path, err))
            return false;
    return ask_found(w, count, &documents, err) &&
           (documents > 0 || no_document_here(err));
}

bool cli_targets(Cli *cli, const CliTargets *targets, Error *err)
{
    Walk walk = {.cli = cli, .targets = targets};

    if (cli->arg_count == 0)
        return cli_has(cli, OPTION_ALL) ? take_all(&walk, err) : take_only(&walk, err);
    for (size_t i = 0; i < cli->arg_count; i++)
        if (!take_argument(&walk, cli_arg(cli, i), err))
            return false;
    if (walk.failed && err)
        *err = walk.error;
    return !walk.failed;
}
