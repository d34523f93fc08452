#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "app/doctor.h"
#include "app/git_setup.h"
#include "app/service.h"
#include "base/file.h"
#include "base/message.h"
#include "repo/left_out.h"

/* A lock that old has no git any more that holds it; documents looked at. */
enum { LOCK_SECONDS = 60, DOCUMENTS_MAX = 200 };

/* Locks that a killed git leaves: in the folder itself, and of branches. */
static void look_at_locks_of(Doctor *d, Str folder)
{
    DIR *entries = opendir(folder.ptr);
    struct dirent *e;

    while (entries && (e = readdir(entries))) {
        struct stat st;
        Str path = path_join(d->arena, folder, str_from(e->d_name));
        if (str_ends(path, STR(".lock")) && lstat(path.ptr, &st) == 0 &&
            S_ISREG(st.st_mode) && time(NULL) - st.st_mtime > LOCK_SECONDS)
            doctor_add(d, "lock", DOCTOR_PROBLEM,
                       arena_printf(d->arena, "rm \"%s\"", path.ptr),
                       _("Repository: \"%s\" is a lock that a git program left behind. "
                         "If no git runs, remove it."),
                       path.ptr);
    }
    if (entries)
        closedir(entries);
}

static void look_at_locks(Doctor *d)
{
    static const char *const below[] = {"", "refs/heads", "refs/tags"};
    Str git = d->session->workspace.git;

    for (size_t i = 0; git.len > 0 && i < sizeof below / sizeof *below; i++)
        look_at_locks_of(d, path_join(d->arena, git, str_from(below[i])));
}

static void look_at_branch(Doctor *d, Repo *repo)
{
    RepoState state = {0};
    Error err = {0};

    if (!repo_state(repo, d->arena, &state, &err))
        doctor_add(d, "branch", DOCTOR_PROBLEM,
                   arena_printf(d->arena, "git -C \"%s\" fsck", repo_root(repo)),
                   _("Repository: %s."), err.message);
    else if (state.detached)
        doctor_add(d, "branch", DOCTOR_NOTE,
                   arena_printf(d->arena, "git -C \"%s\" switch -c my-branch",
                                repo_root(repo)),
                   _("Repository: it is on no branch, so new revisions can get lost. "
                     "Give them one:"));
    else
        doctor_add(d, "branch", DOCTOR_OK, (Str){0},
                   _("Repository: \"%s\", on the branch \"%.*s\"."), repo_root(repo),
                   STR_ARG(state.branch));
    if (!repo_at_rest(repo, &err))
        doctor_add(d, "unfinished", DOCTOR_PROBLEM,
                   arena_str(d->arena, str_from(err.hint)), _("Repository: %s."),
                   err.message);
}

/* The documents of the last revision can be read whole. */
static void look_at_objects(Doctor *d, Repo *repo)
{
    const DocumentRef *documents = NULL;
    size_t count = 0, whole = 0;
    StrBuf bytes = {0};
    Error err = {0};

    if (!service_documents(d->session, false, d->arena, &documents, &count, &err))
        return;
    for (size_t i = 0; i < count && i < DOCUMENTS_MAX; i++) {
        strbuf_clear(&bytes);
        err = (Error){0};
        bool read = repo_read(repo, documents[i].relative, STR("HEAD"), &bytes, &err);
        whole += read;
        if (!read && err.code != ERR_NOT_FOUND)
            doctor_add(
                d, "objects", DOCTOR_PROBLEM,
                arena_printf(d->arena, "git -C \"%s\" fsck --full", repo_root(repo)),
                _("Repository: the last revision of \"%.*s\" is damaged: %s. Copy "
                  "the folder before you mend it."),
                STR_ARG(documents[i].name), err.message);
    }
    strbuf_deinit(&bytes);
    if (count > 0)
        doctor_add(d, "documents", DOCTOR_OK, (Str){0},
                   _("Documents: %zu, of which %zu have a revision that is whole."),
                   count, whole);
}

/* Does git of this clone show and merge documents by words? Nobody has to. */
static void look_at_git_setup(Doctor *d)
{
    GitSetup setup;

    if (!git_setup_find(d->session, (Str){0}, d->arena, &setup, NULL))
        return;
    Str value = setup.settings[0].found;
    size_t end = str_rfind_byte(value, '\'');
    Str program = arena_str(d->arena, str_slice(value, 1, end == STR_NONE ? 1 : end));
    if (!setup.active)
        doctor_add(d, "git-setup", DOCTOR_OK, (Str){0},
                   _("Git: shows documents line by line; by words with: prfaq "
                     "git-setup"));
    else if (end != STR_NONE && access(program.ptr, X_OK) != 0)
        doctor_add(d, "git-setup", DOCTOR_PROBLEM, STR("prfaq git-setup"),
                   _("Git: it is told to show documents with \"%s\", which is gone."),
                   program.ptr);
    else
        doctor_add(d, "git-setup", DOCTOR_OK, (Str){0},
                   _("Git: shows and merges documents by words."));
}

/* Questions that sparse checkout keeps out of the work tree are not seen. */
static void look_at_sparse(Doctor *d, Repo *repo)
{
    if (repo_is_sparse_at(repo, STR(".prfaq")))
        doctor_add(d, "sparse", DOCTOR_PROBLEM, STR("git sparse-checkout add .prfaq"),
                   _("Repository: the checkout is sparse and keeps \".prfaq\" away: "
                     "questions and settings in it are not seen."));
}

void doctor_repository(Doctor *d)
{
    Repo *repo = NULL;
    Error err = {0};

    if (!session_repo(d->session, &repo, &err)) {
        doctor_add(
            d, "repository", err.code == ERR_NOT_FOUND ? DOCTOR_NOTE : DOCTOR_PROBLEM,
            arena_str(d->arena, str_from(err.hint)), _("Repository: %s."), err.message);
        return;
    }
    look_at_branch(d, repo);
    look_at_locks(d);
    look_at_objects(d, repo);
    look_at_sparse(d, repo);
    look_at_git_setup(d);
    if (access(repo_root(repo), W_OK | X_OK) != 0)
        doctor_add(d, "work-tree", DOCTOR_PROBLEM,
                   arena_printf(d->arena, "chmod u+rwx \"%s\"", repo_root(repo)),
                   _("Repository: nothing can be written in \"%s\"."), repo_root(repo));
}
