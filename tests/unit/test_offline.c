/* libgit2 from its archive, without its network half (src/repo/offline.c). */
#include "check.h"
#include "gitrepo.h"

static void libgit2_starts_and_opens_without_its_network_half(void **state)
{
    GitRepo g;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    check_saved(&g, "doc.md", "x\n");
    gitrepo_leave(&g);
}

/* In a process of its own: libgit2 loses memory on the way. */
static int reach(git_repository *git, const char *url)
{
    git_remote *remote = NULL;

    if (git_remote_create_anonymous(&remote, git, url) < 0)
        return 0;
    return git_remote_connect(remote, GIT_DIRECTION_FETCH, NULL, NULL, NULL) == 0;
}

static void a_remote_is_never_reached(void **state)
{
    static const char *const urls[] = {"https://localhost:1/x.git",
                                       "http://localhost:1/x.git",
                                       "ssh://localhost:1/x.git", "localhost:x.git"};
    GitRepo g;
    int status = 0;
    (void)state;
    gitrepo_enter(&g, "git init -q r");
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++) {
        pid_t child = fork();
        if (child == 0)
            _exit(reach(g.repo->git, urls[i]));
        CHECK(waitpid(child, &status, 0) == child);
        CHECK_INT(status, 0);
    }
    gitrepo_leave(&g);
}

/* What this program loads is what the real one loads of this room. */
static void neither_tls_nor_ssh_is_loaded(void **state)
{
    static const char *const unwanted[] = {
        "libgit2",        "libssh2", "libmbedtls", "libmbedx509",
        "libhttp_parser", "libssl",  "libgssapi"};
    StrBuf maps = {0};
    (void)state;
    CHECK(file_read("/proc/self/maps", 1 << 20, &maps, NULL));
    for (size_t i = 0; i < sizeof unwanted / sizeof *unwanted; i++)
        CHECK(str_find(strbuf_view(&maps), str_from(unwanted[i]), 0) == STR_NONE);
    strbuf_deinit(&maps);
}

RUN_TESTS(TEST(libgit2_starts_and_opens_without_its_network_half),
          TEST(a_remote_is_never_reached), TEST(neither_tls_nor_ssh_is_loaded))
