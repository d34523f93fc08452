/* gitrepo.h: a real repository for a test, made with the git program, and the
 * shortest way to save a document in it. */
#ifndef TESTS_UNIT_GITREPO_H
#define TESTS_UNIT_GITREPO_H

#include "check.h"
#include "scratch.h"

#include "repo/git.h"

/* libgit2 1.5.1 forgets what a regular expression needed, in reading settings. */
const char *__lsan_default_suppressions(void);
const char *__lsan_default_suppressions(void)
{
    return "leak:pcre2_match\nleak:pcre2_memctl_malloc\n";
}

typedef struct GitRepo {
    Scratch scratch;
    Repo *repo;
} GitRepo;

/* Have libgit2 look for the settings of a person at the HOME of this test. */
static inline void follow_home(void)
{
    CHECK(git_libgit2_init() > 0);
    CHECK_INT(git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL,
                               (char *)NULL),
              0);
    CHECK_INT(
        git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, (char *)NULL),
        0);
}

/* Enter a scratch folder and run shell commands there; then open "r". */
static inline void gitrepo_enter(GitRepo *g, const char *commands)
{
    static const char identity[] =
        "git config --global user.name Tester; git config --global user.email t@e; "
        "git config --global init.defaultBranch main; "
        "git config --global protocol.file.allow always; ";
    Error err = {0};

    *g = (GitRepo){0};
    scratch_enter(&g->scratch);
    follow_home();
    run("%s %s", identity, commands);
    if (!repo_open("r", &g->repo, &err))
        print_error("%s\n", err.message);
    CHECK(g->repo != NULL);
}

static inline void gitrepo_leave(GitRepo *g)
{
    repo_free(g->repo);
    scratch_leave(&g->scratch);
}

/* Write r/PATH and save it as Mina; the Error says why it failed. */
__attribute__((unused)) static bool save(GitRepo *g, const char *path, const char *text,
                                         CommitNotes *notes, Error *err)
{
    char full[4096];
    Revision rev;
    const CommitRequest request = {
        .path = str_from(path),
        .bytes = str_from(text),
        .message = STR("A note\n\nProblem: +3"),
        .author = {STR("Mina Park Jr."), STR("mina@example.com")},
        .time = {1804034467, 540},
        .notes = notes,
    };

    snprintf(full, sizeof full, "r/%s", path);
    if (file_kind(full) != FILE_OTHER)
        write_text(full, text);
    return repo_commit(g->repo, &request, &rev, err);
}

__attribute__((unused)) static void check_saved(GitRepo *g, const char *path,
                                                const char *text)
{
    Error err = {0};
    CommitNotes notes = {0};

    if (!save(g, path, text, &notes, &err))
        print_error("%s\n", err.message);
    CHECK_STRZ(err.message, "");
    CHECK(!notes.index_behind && !notes.not_synced);
}

#endif
