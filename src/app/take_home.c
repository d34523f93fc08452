#include "app/take_home.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/helper.h"
#include "app/keep_place.h"
#include "app/recovery.h"
#include "app/tree.h"
#include "base/file.h"
#include "base/message.h"

enum { GIT_MS = 120000, NAMES_MOST = 100 };

/* -- may it go? ----------------------------------------------------------- */

static bool is_open(Session *s, const DocumentRef *ref, Arena *arena)
{
    KeepPlace place;

    keep_place(s, ref, arena, &place);
    if (place.lease_folder.len == 0)
        return false;
    Str name = arena_printf(arena, "%s.lease", private_name(place.name, arena).ptr);
    return private_is_held(path_join(arena, place.lease_folder, name));
}

static bool nothing_left_behind(Session *s, const DocumentRef *ref, Arena *arena,
                                Error *err)
{
    const Recovered *items = NULL;
    size_t count = 0;

    recovery_list(s, ref, arena, &items, &count);
    for (size_t i = 0; i < count; i++) {
        if (items[i].state == RECOVERED_ASIDE)
            continue;
        error_set(err, ERR_STATE, _("words in \"%.*s\" are in no revision"),
                  STR_ARG(ref->name));
        return error_hint(err, _("Save them or put them aside: prfaq write \"%.*s\""),
                          STR_ARG(ref->name));
    }
    return true;
}

static bool file_is_saved(Session *s, const DocumentRef *ref, Error *err)
{
    StrBuf bytes = {0};
    Repo *repo = NULL;
    RepoFile state = REPO_FILE_SAME;

    bool ok = session_repo(s, &repo, err) &&
              file_read(ref->path.ptr, FILE_MAX, &bytes, err) &&
              repo_compare(repo, ref->relative, strbuf_view(&bytes), &state, err);
    strbuf_deinit(&bytes);
    if (!ok || state == REPO_FILE_SAME)
        return ok;
    error_set(err, ERR_STATE, _("words in \"%.*s\" are in no revision"),
              STR_ARG(ref->name));
    return error_hint(err, _("Save them: prfaq save \"%.*s\""), STR_ARG(ref->name));
}

bool take_home_ready(Session *s, const DocumentRef *ref, Error *err)
{
    Arena arena = {0};
    bool ok = !is_open(s, ref, &arena);

    if (!ok) {
        error_set(err, ERR_STATE, _("\"%.*s\" is open"), STR_ARG(ref->name));
        error_hint(err, "%s", _("Close it first (^Q), then do this again"));
    }
    ok = ok && nothing_left_behind(s, ref, &arena, err) && file_is_saved(s, ref, err);
    arena_deinit(&arena);
    return ok;
}

/* -- git ------------------------------------------------------------------ */

typedef struct Git {
    Str program;
    Arena *arena;
} Git;

/* Variables of the person's shell would send git elsewhere. */
static bool find_git(Git *git, Arena *arena, Error *err)
{
    static const char *const variables[] = {
        "GIT_DIR",       "GIT_WORK_TREE",        "GIT_INDEX_FILE",
        "GIT_NAMESPACE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_CONFIG",    "GIT_TEMPLATE_DIR",     "GIT_CEILING_DIRECTORIES"};

    *git = (Git){helper_find("git", arena), arena};
    if (git->program.len == 0) {
        error_set(err, ERR_NOT_FOUND, _("the program git is not there"));
        return error_hint(err, "%s", _("Install the package git: it makes the bundle"));
    }
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        unsetenv(variables[i]);
    return true;
}

/* Runs git without anything a repository could make it run. */
static bool run_git(const Git *git, Str folder, const char *const *words, StrBuf *out)
{
    enum { FIXED = 7, WORDS_MAX = 12 };
    const char *argv[FIXED + WORDS_MAX + 1] = {
        git->program.ptr,       "-c", "core.hooksPath=/dev/null",       "-c",
        "core.fsmonitor=false", "-C", arena_str(git->arena, folder).ptr};
    StrBuf ignored = {0};

    for (size_t i = 0; i < WORDS_MAX && words[i]; i++)
        argv[FIXED + i] = words[i];
    bool ok = helper_output(argv, GIT_MS, out ? out : &ignored);
    strbuf_deinit(&ignored);
    return ok;
}

/* A clone of the bundle has the last revision, and nothing in it is damaged. */
static bool clones_well(const Git *git, Str bundle, Str commit, Str into)
{
    const char *clone[] = {
        "clone", "-q", "--bare", "--template=", bundle.ptr, into.ptr, NULL};
    const char *look[] = {"rev-parse", "HEAD", NULL};
    const char *fsck[] = {"fsck", "--full", "--strict", "--no-dangling", NULL};
    StrBuf head = {0};

    bool ok = run_git(git, STR("/"), clone, NULL) && run_git(git, into, look, &head) &&
              str_eq(str_trim(strbuf_view(&head)), commit) &&
              run_git(git, into, fsck, NULL);
    strbuf_deinit(&head);
    return ok;
}

/* Where there is room for the clone: on the laptop, else beside the bundle. */
static bool verify(Session *s, const Git *git, Str bundle, Str commit)
{
    const Str places[] = {s->workspace.private_, path_folder(bundle)};
    bool ok = false;

    for (size_t i = 0; i < 2 && !ok; i++) {
        Str folder = arena_printf(git->arena, "%.*s/.prfaq-clone-%ld",
                                  STR_ARG(places[i]), (long)getpid());
        (void)folder_make(arena_str(git->arena, places[i]).ptr, 0700, NULL);
        ok = clones_well(git, bundle, commit, folder);
        tree_clear(folder, true, git->arena);
    }
    return ok;
}

/* -- what is written ------------------------------------------------------ */

/* Names that none of the three has: "lantern", "lantern-2", … */
static bool find_names(Str folder, Str name, Arena *arena, TakenHome *out, Error *err)
{
    Str stem = path_join(arena, folder, path_base(name));

    for (int i = 1; i < NAMES_MOST; i++) {
        if (i > 1)
            stem = arena_printf(arena, "%.*s-%d",
                                STR_ARG(path_join(arena, folder, path_base(name))), i);
        out->bundle = arena_printf(arena, "%.*s.bundle", STR_ARG(stem));
        out->html = arena_printf(arena, "%.*s.html", STR_ARG(stem));
        out->markdown = arena_printf(arena, "%.*s.md", STR_ARG(stem));
        if (access(out->bundle.ptr, F_OK) != 0 && access(out->html.ptr, F_OK) != 0 &&
            access(out->markdown.ptr, F_OK) != 0)
            return true;
    }
    return error_set(err, ERR_STATE, _("there are too many files of that name in %.*s"),
                     STR_ARG(folder));
}

/*   made  how many of the files were written: only those are ours to remove */
static bool write_pages(Session *s, const DocumentRef *ref, Arena *arena,
                        const TakenHome *to, int *made, Error *err)
{
    OpenDocument doc;
    Revision last = {0};
    StrBuf page = {0};
    size_t count = 0;

    if (!service_read(s, ref, arena, &doc, err) ||
        !service_last_revision(s, ref, arena, &last, &count, err))
        return false;
    service_export(s, &doc, EXPORT_HTML, true, count ? &last : NULL, &page);
    bool ok = file_create(to->markdown.ptr, doc.bytes, err);
    *made += ok;
    ok = ok && file_create(to->html.ptr, strbuf_view(&page), err);
    *made += ok;
    strbuf_deinit(&page);
    return ok;
}

/* In place only when it is whole; a file that came there meanwhile stays. */
static bool put_in_place(Str part, Str name, Error *err)
{
    int fd = open(part.ptr, O_RDONLY | O_CLOEXEC);
    bool ok = fd >= 0 && fsync(fd) == 0;

    if (fd >= 0)
        close(fd);
    if (ok && link(part.ptr, name.ptr) != 0) /* sticks know no second names */
        ok = errno != EEXIST && access(name.ptr, F_OK) != 0 &&
             rename(part.ptr, name.ptr) == 0;
    if (!ok)
        error_set(err, ERR_IO, _("cannot write \"%s\": %s"), name.ptr, strerror(errno));
    return ok;
}

static bool write_bundle(Session *s, const Git *git, const TakenHome *to, Error *err)
{
    Str part =
        arena_printf(git->arena, "%.*s.part-%ld", STR_ARG(to->bundle), (long)getpid());
    const char *bundle[] = {"bundle", "create",     "-q",     part.ptr,
                            "HEAD",   "--branches", "--tags", NULL};

    bool ok = run_git(git, s->workspace.root, bundle, NULL);
    if (!ok)
        error_set(err, ERR_IO, _("git could not write the bundle \"%s\""),
                  to->bundle.ptr);
    ok = ok && put_in_place(part, to->bundle, err);
    unlink(part.ptr);
    return ok;
}

/* A stick may be pulled while its bundle is looked at. */
static bool are_there(const TakenHome *to, Error *err)
{
    const Str paths[] = {to->markdown, to->html, to->bundle};

    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        if (file_kind(paths[i].ptr) != FILE_REGULAR)
            return error_set(err, ERR_IO, _("\"%s\" is not there any more"),
                             paths[i].ptr);
    return true;
}

static void remove_made(const TakenHome *to, int made)
{
    const Str paths[] = {to->markdown, to->html, to->bundle};

    while (made-- > 0)
        unlink(paths[made].ptr);
}

/* Absolute: git runs in the folder of the repository. */
static bool is_folder(Str *folder, Arena *arena, Error *err)
{
    Str wanted = arena_str(arena, *folder);

    if (file_kind(wanted.ptr) == FILE_FOLDER &&
        path_real(wanted.ptr, arena, folder, NULL))
        return true;
    error_set(err, ERR_NOT_FOUND, _("there is no folder \"%s\""), wanted.ptr);
    return error_hint(err, "%s", _("Put the stick in, or make the folder first"));
}

bool take_home(Session *s, const DocumentRef *ref, Str folder, Arena *arena,
               TakenHome *out, Error *err)
{
    char commit[REPO_ID_MAX + 1];
    Repo *repo = NULL;
    Git git;
    int made = 0;

    *out = (TakenHome){0};
    if (!is_folder(&folder, arena, err) || !session_repo(s, &repo, err) ||
        !find_git(&git, arena, err) || !find_names(folder, ref->name, arena, out, err))
        return false;
    repo_last(repo, commit);
    out->commit = arena_str(arena, str_from(commit));
    bool ok =
        write_pages(s, ref, arena, out, &made, err) && write_bundle(s, &git, out, err);
    made += ok;
    if (ok && !verify(s, &git, out->bundle, out->commit))
        ok = error_set(err, ERR_IO,
                       _("a clone of the bundle \"%s\" is not what the "
                         "repository is"),
                       out->bundle.ptr);
    ok = ok && are_there(out, err);
    if (ok)
        return true;
    remove_made(out, made);
    if (err && err->code == ERR_IO)
        error_hint(err, _("Make room there, or take another folder or stick: %s"),
                   "prfaq workshop stop --to DIR");
    return false;
}
