#include "app/copy.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE_MS = 1000, STEP_MS = 5 };

static bool is_set(const char *name)
{
    const char *value = getenv(name);
    return value && value[0];
}

/* The program, or NULL where the clipboard is not this computer's. */
static const char *program(void)
{
    if (is_set("SSH_CONNECTION") || is_set("SSH_TTY") || is_set("SSH_CLIENT"))
        return NULL;
#ifdef __APPLE__
    return "pbcopy";
#else
    if (is_set("WAYLAND_DISPLAY"))
        return "wl-copy";
    return is_set("DISPLAY") ? "xclip" : NULL;
#endif
}

/* In the child: the program with the pipe as its input and no output. */
static void become(const char *name, int input)
{
    int nothing = open("/dev/null", O_WRONLY);

    if (nothing >= 0) {
        dup2(nothing, STDOUT_FILENO);
        dup2(nothing, STDERR_FILENO);
    }
    dup2(input, STDIN_FILENO);
    for (int fd = STDERR_FILENO + 1; fd < 256; fd++)
        close(fd);
    signal(SIGPIPE, SIG_DFL);
    if (strcmp(name, "xclip") == 0)
        execlp(name, name, "-selection", "clipboard", (char *)NULL);
    else
        execlp(name, name, (char *)NULL);
    _exit(127);
}

static bool feed(int fd, Str text)
{
    fcntl(fd, F_SETFL, O_NONBLOCK);
    while (text.len > 0) {
        struct pollfd wait = {.fd = fd, .events = POLLOUT};
        ssize_t n = write(fd, text.ptr, text.len);
        if (n > 0)
            text = str_slice(text, (size_t)n, text.len);
        else if (errno == EAGAIN && poll(&wait, 1, PATIENCE_MS) > 0)
            continue;
        else if (errno != EINTR)
            return false;
    }
    return true;
}

/* How it ended; one that goes on for too long is ended. */
static bool ended_well(pid_t pid)
{
    const struct timespec step = {.tv_nsec = STEP_MS * 1000000L};
    int status = 0;

    for (int waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
        if (waitpid(pid, &status, WNOHANG) == pid)
            return WIFEXITED(status) && WEXITSTATUS(status) == 0;
        nanosleep(&step, NULL);
    }
    kill(pid, SIGKILL);
    waitpid(pid, &status, 0);
    return false;
}

bool copy_by_program(Str text)
{
    const char *name = program();
    struct sigaction old, ignore = {.sa_handler = SIG_IGN};
    int ends[2];

    if (!name || pipe(ends) != 0)
        return false;
    pid_t pid = fork();
    if (pid == 0)
        become(name, ends[0]);
    close(ends[0]);
    if (pid < 0) {
        close(ends[1]);
        return false;
    }
    sigaction(SIGPIPE, &ignore, &old);
    bool fed = feed(ends[1], text);
    close(ends[1]);
    sigaction(SIGPIPE, &old, NULL);
    return ended_well(pid) && fed;
}
