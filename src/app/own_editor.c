#include "app/own_editor.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "base/message.h"
#include "doc/document.h"

enum { ARGS_MAX = 16 };

/* The folder that only this login can read. */
static Str private_folder(const Session *s)
{
    if (s->workspace.private_.len > 0)
        return s->workspace.private_;
    return s->workspace.state_home;
}

static bool write_copy(const Session *s, Str text, Arena *arena, Str *path, Error *err)
{
    Str folder = private_folder(s);

    if (folder.len == 0) {
        error_set(err, ERR_STATE, _("there is no private place for a copy"));
        return error_hint(err, _("set HOME to your folder"));
    }
    /* The name says nothing of the document: others may see it. */
    *path = arena_printf(arena, "%.*s/edit/section-%ld.md", STR_ARG(folder),
                         (long)getpid());
    return file_write_private(path->ptr, text, err);
}

static const char *chosen_editor(void)
{
    static const char *const names[] = {"VISUAL", "EDITOR"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (value && !str_is_blank(str_from(value)))
            return value;
    }
    return "vi";
}

/* exec() wants bytes that may be changed. */
static char *argument(Str word, Arena *arena)
{
    char *copy = arena_array(arena, word.len + 1, 1);

    memcpy(copy, word.ptr, word.len);
    copy[word.len] = '\0';
    return copy;
}

/* "code --wait": words between blanks; no shell. */
static char **arguments(Str command, Str path, Arena *arena)
{
    char **argv = arena_array(arena, ARGS_MAX + 2, sizeof *argv);
    size_t count = 0;
    Str word;

    while (count < ARGS_MAX && str_next_field(&command, ' ', &word))
        if (word.len > 0)
            argv[count++] = argument(word, arena);
    argv[count++] = argument(path, arena);
    argv[count] = NULL;
    return argv;
}

/* In the new process: signals as before us, and no lines that are meant for us. */
static void become(char *const *argv)
{
    sigset_t none;
    int nothing = isatty(STDIN_FILENO) ? -1 : open("/dev/null", O_RDONLY | O_CLOEXEC);

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGINT, SIG_DFL);
    signal(SIGQUIT, SIG_DFL);
    signal(SIGTSTP, SIG_DFL);
    if (nothing >= 0)
        dup2(nothing, STDIN_FILENO);
    execvp(argv[0], argv);
    _exit(127);
}

/* ^C and ^\ are the editor's while it runs, as in system(). */
static bool run(char *const *argv, int *status)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;

    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    pid_t pid = fork();
    if (pid == 0)
        become(argv);
    while (pid > 0 && waitpid(pid, status, 0) < 0 && errno == EINTR)
        continue;
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    return pid > 0;
}

static bool ended_well(const char *name, bool started, int status, Error *err)
{
    if (started && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return true;
    if (!started || (WIFEXITED(status) && WEXITSTATUS(status) == 127)) {
        error_set(err, ERR_STATE, _("the editor \"%s\" could not be started"), name);
        return error_hint(err, _("set EDITOR to one that is installed"));
    }
    error_set(err, ERR_STATE, _("the editor ended with a failure"));
    return error_hint(err, _("nothing was changed"));
}

static bool is_text(Str bytes, Error *err)
{
    if (str_is_blank(bytes)) {
        error_set(err, ERR_INVALID, _("the editor left nothing"));
        return error_hint(err, _("nothing was changed"));
    }
    return document_editable(bytes, err);
}

bool own_editor_run(const Session *s, Term *t, Str text, StrBuf *out, Error *err)
{
    Arena arena = {0};
    Str path = {0};
    int status = 0;
    bool ok = write_copy(s, text, &arena, &path, err);

    if (ok) {
        char **argv = arguments(str_from(chosen_editor()), path, &arena);
        if (t)
            term_leave(t);
        bool started = run(argv, &status);
        if (t)
            term_return(t);
        ok = ended_well(argv[0], started, status, err) &&
             file_read(path.ptr, FILE_MAX, out, err) && is_text(strbuf_view(out), err);
        unlink(path.ptr);
    }
    arena_deinit(&arena);
    return ok;
}
