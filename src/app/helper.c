#include "app/helper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

enum { OUTPUT_MAX = 1 << 20, CHILD_FAILED = 127 };

static bool runs(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && access(path, X_OK) == 0;
}

Str helper_find(const char *name, Arena *arena)
{
    Str rest = str_from(getenv("PATH")), folder;

    while (str_next_field(&rest, ':', &folder)) {
        if (!str_starts(folder, STR("/")))
            continue;
        Str path = path_join(arena, folder, str_from(name));
        if (runs(path.ptr))
            return path;
    }
    return (Str){0};
}

/* A pipe whose ends no other program of ours inherits. */
static bool make_pipe(int ends[2])
{
    if (pipe(ends) != 0) {
        ends[0] = ends[1] = -1;
        return false;
    }
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    return true;
}

static void close_both(int ends[2])
{
    for (int i = 0; i < 2; i++)
        if (ends[i] >= 0)
            close(ends[i]);
}

/* What the child does; only what is safe after fork(). Signals are as at the start:
 * the screens catch some of them. A group of its own: ^C is for us. */
static void become(const char *const *argv, int in, int out)
{
    static const int numbers[] = {SIGHUP,  SIGINT,  SIGTERM, SIGPIPE,
                                  SIGXFSZ, SIGTSTP, SIGCONT};
    sigset_t none;
    int nothing = open("/dev/null", O_RDWR);

    setpgid(0, 0);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        signal(numbers[i], SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (nothing < 0 || dup2(in >= 0 ? in : nothing, STDIN_FILENO) < 0 ||
        dup2(out, STDOUT_FILENO) < 0 || dup2(nothing, STDERR_FILENO) < 0)
        _exit(CHILD_FAILED);
    if (nothing > STDERR_FILENO)
        close(nothing);
    execv(argv[0], (char *const *)argv);
    _exit(CHILD_FAILED);
}

static void never_block(int fd)
{
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static bool start(Helper *h, const char *const *argv, bool with_input)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1};

    *h = (Helper){.in = -1, .out = -1};
    if ((with_input && !make_pipe(in)) || !make_pipe(out)) {
        close_both(in);
        return false;
    }
    h->pid = fork();
    if (h->pid == 0)
        become(argv, in[0], out[1]);
    if (h->pid < 0) {
        h->pid = 0;
        close_both(in);
        close_both(out);
        return false;
    }
    if (in[0] >= 0)
        close(in[0]);
    close(out[1]);
    h->in = in[1];
    h->out = out[0];
    if (h->in >= 0)
        never_block(h->in);
    never_block(h->out);
    return true;
}

bool helper_start(Helper *h, const char *const *argv)
{
    return start(h, argv, true);
}

/* Ends it and waits for it, so that no dead process stays. */
static int finish(Helper *h)
{
    int status = -1;

    if (h->pid <= 0)
        return -1;
    if (h->in >= 0)
        close(h->in);
    if (h->out >= 0)
        close(h->out);
    kill(h->pid, SIGKILL);
    while (waitpid(h->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    *h = (Helper){.in = -1, .out = -1};
    return status;
}

void helper_stop(Helper *h)
{
    finish(h);
}

static long now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Everything it prints until it closes its output; false when the time is over. */
static bool read_all(int fd, long end_ms, StrBuf *out)
{
    char bytes[4096];

    while (out->len < OUTPUT_MAX) {
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        long left = end_ms - now_ms();
        if (left <= 0 || poll(&wait, 1, (int)left) == 0)
            return false;
        ssize_t n = read(fd, bytes, sizeof bytes);
        if (n == 0)
            return true;
        if (n < 0 && errno != EINTR && errno != EAGAIN)
            return false;
        if (n > 0)
            strbuf_add(out, (Str){bytes, (size_t)n});
    }
    return false;
}

/* It has closed its output; it ends now, or was asked to do too much. */
static bool ended_well(Helper *h, long end_ms)
{
    int status = -1;
    pid_t done = 0;
    const struct timespec moment = {.tv_nsec = 2000000};

    while ((done = waitpid(h->pid, &status, WNOHANG)) == 0 && now_ms() < end_ms)
        nanosleep(&moment, NULL);
    if (done != h->pid)
        return false;
    close(h->out);
    *h = (Helper){.in = -1, .out = -1};
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool helper_output(const char *const *argv, int limit_ms, StrBuf *out)
{
    Helper h;
    long end_ms = now_ms() + limit_ms;

    if (!start(&h, argv, false))
        return false;
    bool ok = read_all(h.out, end_ms, out) && ended_well(&h, end_ms);
    finish(&h);
    return ok;
}
