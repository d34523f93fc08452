#include "app/session.h"

#include <stdlib.h>
#include <string.h>

#include "app/check_facts.h"
#include "app/clock.h"
#include "base/file.h"
#include "base/message.h"
#include "base/unicode.h"
#include "repo/left_out.h"

#define SYSTEM_CONFIG "/etc/prfaq/config"

enum { TEMPLATE_MAX = 1 << 20 };

static const char *workspace_config(Session *s)
{
    return path_join(&s->arena, s->workspace.root, STR(".prfaq/config")).ptr;
}

static bool load_file(Session *s, const char *path, Error *err)
{
    if (config_load(path, &s->arena, &s->config, err))
        return true;
    if (!err->hint[0])
        error_hint(err, _("Correct that line in any editor"));
    return false;
}

/* Each file is read even when one before it is damaged; the first error counts. */
static bool load_settings(Session *s, Error *err)
{
    Error system = {0}, own = {0};
    bool ok = load_file(s, SYSTEM_CONFIG, &system);

    if (s->workspace.config_home.len > 0) {
        Str path = path_join(&s->arena, s->workspace.config_home, STR("config"));
        ok = load_file(s, path.ptr, &own) && ok;
    }
    s->settings_error = system.code != ERR_NONE ? system : own;
    if (s->workspace.root.len > 0)
        ok = load_file(s, workspace_config(s), &s->workspace_error) && ok;
    if (!ok && err)
        *err =
            s->settings_error.code != ERR_NONE ? s->settings_error : s->workspace_error;
    return ok;
}

bool session_open(Session *s, const char *folder, Error *err)
{
    *s = (Session){0};
    workspace_find(folder, &s->arena, &s->workspace);
    return load_settings(s, err);
}

static void leave_library(Session *s)
{
    if (s->library) {
        s->old_libraries = arena_grow(&s->arena, s->old_libraries, s->old_count,
                                      &s->old_cap, sizeof *s->old_libraries);
        s->old_libraries[s->old_count++] = s->library;
    }
    s->library = NULL;
    s->lists = NULL;
    s->broken = NULL;
    s->broken_count = s->broken_cap = 0;
}

void session_close(Session *s)
{
    session_facts_forget(s);
    leave_library(s);
    for (size_t i = 0; i < s->old_count; i++)
        library_deinit(s->old_libraries[i]);
    repo_free(s->repo);
    arena_deinit(&s->arena);
    *s = (Session){0};
}

Moment session_now_exact(int *millis)
{
    Str fixed = str_from(getenv("PRFAQ_NOW"));
    Moment now;

    if (!moment_parse_iso(fixed, &now) && clock_is_given()) {
        *millis = (int)(clock_ms() % 1000);
        return clock_now();
    }
    if (!moment_parse_iso(fixed, &now))
        return moment_now_exact(millis);
    *millis = moment_millis(fixed);
    return now;
}

Moment session_now(void)
{
    int millis;

    return session_now_exact(&millis);
}

/* PRFAQ_WIDTH_MODE for "ui.width-mode". */
static const char *variable_of(const char *name)
{
    char variable[64] = "PRFAQ_";
    size_t len = strlen(variable);

    if (strncmp(name, "ui.", 3) != 0)
        return NULL;
    for (const char *at = name + 3; *at && len + 1 < sizeof variable; at++)
        variable[len++] = *at == '-'                 ? '_'
                          : *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A')
                                                     : *at;
    variable[len] = '\0';
    return getenv(variable);
}

static const KnownSetting *known_setting(const char *name)
{
    size_t count = 0;
    const KnownSetting *known = config_known(&count);

    for (size_t i = 0; i < count; i++)
        if (strcmp(known[i].name, name) == 0)
            return &known[i];
    return NULL;
}

static bool from_workspace(const Session *s, const Setting *setting)
{
    Str name = STR("/.prfaq/config");
    Str root = s->workspace.root;

    return root.len > 0 && setting->origin.len == root.len + name.len &&
           str_starts(setting->origin, root) && str_ends(setting->origin, name);
}

bool session_setting_is_own(const Session *s, const Setting *setting)
{
    return !from_workspace(s, setting);
}

const Setting *session_find_setting(const Session *s, const char *name)
{
    const KnownSetting *known = known_setting(name);

    for (size_t i = s->config.count; i > 0; i--) {
        const Setting *setting = &s->config.items[i - 1];
        if (str_eq(setting->name, str_from(name)) &&
            !(known && known->user_only && from_workspace(s, setting)))
            return setting;
    }
    return NULL;
}

Str session_setting(const Session *s, const char *name)
{
    Str variable = str_from(variable_of(name));
    const Setting *setting = session_find_setting(s, name);
    const KnownSetting *known = known_setting(name);

    if (variable.len > 0)
        return variable;
    if (setting)
        return setting->value;
    return known ? str_from(known->fallback) : STR("");
}

bool session_setting_bool(const Session *s, const char *name)
{
    static const char *const words[] = {"true", "yes", "on", "1"};
    Str value = session_setting(s, name);

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_eq_nocase(value, str_from(words[i])))
            return true;
    return false;
}

/* One folder of own templates, LANG/ID.md. */
typedef struct TemplateFolder {
    Session *session;
    Str folder;
    Lang lang;
} TemplateFolder;

static void remember_broken(Session *s, const TemplateFolder *f, Str name, Str path,
                            const Error *error)
{
    s->broken = arena_grow(&s->arena, s->broken, s->broken_count, &s->broken_cap,
                           sizeof *s->broken);
    s->broken[s->broken_count++] = (BrokenTemplate){
        .id = arena_str(&s->arena, str_slice(name, 0, name.len - 3)),
        .lang = f->lang,
        .path = path,
        .error = *error,
    };
}

static bool add_template(void *ctx, const char *name, FileKind kind)
{
    const TemplateFolder *f = ctx;
    Session *s = f->session;
    StrBuf bytes = {0};
    Error error = {0};

    if (kind == FILE_FOLDER)
        return false;
    if (kind != FILE_REGULAR || !str_ends(str_from(name), STR(".md")))
        return true;
    Str path = path_join(&s->arena, f->folder, str_from(name));
    bool read = file_read(path.ptr, TEMPLATE_MAX, &bytes, &error);
    /* An empty file is being written: template show prfaq > PATH. */
    bool skip = read && bytes.len == 0;
    if (!skip &&
        (!read || !library_add_template(s->library, strbuf_view(&bytes), path, &error)))
        remember_broken(s, f, str_from(name), path, &error);
    strbuf_deinit(&bytes);
    return true;
}

static void add_templates(Session *s, Str above)
{
    for (int lang = LANG_EN; lang <= LANG_KO; lang++) {
        TemplateFolder f = {.session = s, .lang = (Lang)lang};
        f.folder = path_join(&s->arena, above, str_from(lang_code((Lang)lang)));
        if (file_kind(f.folder.ptr) == FILE_FOLDER)
            folder_walk(f.folder.ptr, add_template, &f, NULL);
    }
}

const Library *session_library(Session *s)
{
    if (s->library)
        return s->library;
    s->library = ARENA_NEW(&s->arena, Library);
    library_init(s->library);
    if (s->workspace.data_home.len > 0)
        add_templates(s,
                      path_join(&s->arena, s->workspace.data_home, STR("templates")));
    if (s->workspace.root.len > 0)
        add_templates(s,
                      path_join(&s->arena, s->workspace.root, STR(".prfaq/templates")));
    return s->library;
}

static void list_templates(const Library *lib, Lang lang, StrBuf *out)
{
    for (size_t i = 0; i < lib->template_count; i++) {
        const Template *t = &lib->templates[i];
        if (t->lang != lang || library_template(lib, t->id, lang) != t)
            continue;
        if (out->len > 0)
            strbuf_addz(out, ", ");
        strbuf_add(out, t->id);
    }
}

bool session_template(Session *s, Str id, Lang lang, const Template **out, Error *err)
{
    const Library *lib = session_library(s);
    StrBuf known = {0};

    for (size_t i = 0; i < s->broken_count; i++) {
        const BrokenTemplate *b = &s->broken[i];
        if (b->lang == lang && str_eq(b->id, id)) {
            error_set(err, b->error.code, "%s", b->error.message);
            return error_hint(err, _("Mend the template, or choose another: prfaq "
                                     "template list"));
        }
    }
    *out = library_template(lib, id, lang);
    if (*out)
        return true;
    list_templates(lib, lang, &known);
    error_set(err, ERR_NOT_FOUND, _("there is no template \"%.*s\""), STR_ARG(id));
    error_hint(err, _("Templates: %s"), strbuf_cstr(&known));
    strbuf_deinit(&known);
    return false;
}

bool session_place_ok(const Session *s, Error *err)
{
    Repo *repo = NULL;

    if (!s->workspace.bare)
        return true;
    if (!repo_open(s->workspace.root.ptr, &repo, err))
        return false;
    error_set(err, ERR_STATE, _("\"%s\" is where git keeps its own files"),
              s->workspace.root.ptr);
    error_hint(err, _("work in the folder of your documents: %s"), repo_root(repo));
    repo_free(repo);
    return false;
}

bool session_need_workspace(const Session *s, Error *err)
{
    Repo *repo = NULL;
    Error why = {0};

    if (s->workspace.root.len > 0)
        return true;
    /* Something else of git's may be here, a bare repository for one. */
    if (!repo_open(".", &repo, &why) && why.code == ERR_STATE) {
        if (err)
            *err = why;
        return false;
    }
    repo_free(repo);
    error_set(err, ERR_NOT_FOUND,
              _("this folder is no workspace: it keeps no revisions"));
    return error_hint(err, _("Make it one with: prfaq init"));
}

bool session_repo(Session *s, Repo **out, Error *err)
{
    if (!session_need_workspace(s, err) ||
        (!s->repo && !repo_open(s->workspace.root.ptr, &s->repo, err)))
        return false;
    *out = s->repo;
    return true;
}

static bool move_to(Session *s, const Workspace *workspace, Error *err)
{
    session_facts_leave(s);
    leave_library(s);
    repo_free(s->repo);
    s->repo = NULL;
    s->baseline = NULL;
    s->baseline_error = s->settings_error = s->workspace_error = (Error){0};
    s->workspace = *workspace;
    s->config = (Config){0};
    return load_settings(s, s->lenient ? NULL : err) || s->lenient;
}

/* Does a file lie in another workspace than the session's? One may stand below it: a
 * submodule, a work tree. */
static bool lies_elsewhere(const Session *s, const DocumentRef *ref, Arena *arena,
                           Workspace *other)
{
    if (ref->relative.len > 0 && str_find_byte(ref->relative, '/', 0) == STR_NONE)
        return false;
    workspace_find(ref->path.ptr, arena, other);
    return other->root.len > 0 && !str_eq(other->root, s->workspace.root);
}

bool session_would_move(const Session *s, Str name, Arena *arena)
{
    DocumentRef ref = {0};
    Workspace other = {0};

    return workspace_document(&s->workspace, name, arena, &ref, NULL) &&
           lies_elsewhere(s, &ref, arena, &other);
}

/* A file that sparse checkout keeps away is in no folder, and no mistake in writing. */
static bool is_kept_away(Session *s, Str name, Error *err)
{
    Repo *repo = NULL;
    Error ignored = {0};

    if (s->workspace.git.len == 0 || !session_repo(s, &repo, &ignored))
        return false;
    Str file = str_ends(name, STR(".md"))
                   ? name
                   : arena_printf(&s->arena, "%.*s.md", STR_ARG(name));
    if (!repo_is_sparse_at(repo, file))
        return false;
    error_set(err, ERR_STATE,
              _("\"%.*s\" is kept out of this folder: the checkout is sparse"),
              STR_ARG(file));
    Str folder = path_folder(file);
    error_hint(err, _("bring it here: git sparse-checkout add \"%.*s\""),
               STR_ARG(folder));
    return true;
}

/* What else may be the reason, better than "there is none". */
static bool no_document(Session *s, Str name, Error *err)
{
    if (s->workspace.bare)
        return session_place_ok(s, err); /* says more */
    if (err && err->code == ERR_NOT_FOUND)
        (void)is_kept_away(s, name, err);
    return false;
}

bool session_document(Session *s, Str name, Arena *arena, DocumentRef *out, Error *err)
{
    Workspace other = {0};

    if (!workspace_document(&s->workspace, name, arena, out, err))
        return no_document(s, name, err);
    return !lies_elsewhere(s, out, &s->arena, &other) ||
           (move_to(s, &other, err) &&
            workspace_document(&s->workspace, out->path, arena, out, err));
}
