#include "term/signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/message.h"

static const int event_signals[] = {SIGWINCH, SIGHUP,  SIGTERM, SIGINT,
                                    SIGQUIT,  SIGTSTP, SIGCONT, SIGUSR1};
static const int fatal_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT};

enum {
    EVENT_COUNT = sizeof event_signals / sizeof event_signals[0],
    FATAL_COUNT = sizeof fatal_signals / sizeof fatal_signals[0],
    RESTORE_MAX = 256,
    STACK_SIZE = 64 * 1024,
};

struct Signals {
    pid_t pid;   /* a child must not put back its parent's terminal */
    int wake[2]; /* read end, write end */
    struct termios saved;
    bool has_saved;
    char restore[RESTORE_MAX];
    size_t restore_len;
    struct sigaction old_events[EVENT_COUNT];
    struct sigaction old_fatal[FATAL_COUNT];
    stack_t old_stack;
    char *stack; /* a handler must run when the stack is what ended */
};

/* Where the handlers look. Set while a terminal is open. */
static Signals *active;

static void put_back(void)
{
    const Signals *s = active;
    size_t at = 0;

    active = NULL; /* once */
    if (!s || s->pid != getpid())
        return;
    while (at < s->restore_len) {
        ssize_t n = write(STDOUT_FILENO, s->restore + at, s->restore_len - at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        at += (size_t)n;
    }
    if (s->has_saved)
        tcsetattr(STDIN_FILENO, TCSANOW, &s->saved);
}

/* Set before the pipe is written, so that the pipe is not read at every key. */
static volatile sig_atomic_t signal_came;

static void on_event(int number)
{
    int saved_errno = errno;
    unsigned char byte = (unsigned char)number;

    signal_came = 1;
    /* A full pipe holds enough news already. */
    if (active && write(active->wake[1], &byte, 1) < 0)
        errno = saved_errno;
    errno = saved_errno;
}

static void on_fatal(int number)
{
    const Signals *s = active;

    if (s)
        for (int i = 0; i < FATAL_COUNT; i++)
            if (fatal_signals[i] == number)
                sigaction(number, &s->old_fatal[i], NULL);
    put_back();
    /* A fault happens again on return, now unhandled; one that was sent, or
     * abort(), needs this. */
    raise(number);
}

static void install(int number, void (*handler)(int), int flags, struct sigaction *old)
{
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};

    sigfillset(&action.sa_mask);
    sigaction(number, &action, old);
}

static void install_all(Signals *s)
{
    stack_t stack = {.ss_sp = s->stack, .ss_size = STACK_SIZE};

    sigaltstack(&stack, &s->old_stack);
    for (int i = 0; i < EVENT_COUNT; i++)
        install(event_signals[i], on_event, SA_RESTART, &s->old_events[i]);
    for (int i = 0; i < FATAL_COUNT; i++)
        install(fatal_signals[i], on_fatal, SA_ONSTACK, &s->old_fatal[i]);
}

static bool set_up_pipe(int wake[2])
{
    if (pipe(wake) < 0)
        return false;
    for (int i = 0; i < 2; i++) {
        fcntl(wake[i], F_SETFL, O_NONBLOCK);
        fcntl(wake[i], F_SETFD, FD_CLOEXEC);
    }
    return true;
}

bool signals_open(Signals **out, Error *err)
{
    static bool registered;
    Signals *s = mem_alloc(sizeof *s);

    if (!set_up_pipe(s->wake)) {
        mem_free(s);
        return error_set(err, ERR_IO, _("cannot watch for signals: %s"),
                         strerror(errno));
    }
    s->pid = getpid();
    s->has_saved = tcgetattr(STDIN_FILENO, &s->saved) == 0;
    s->stack = mem_alloc(STACK_SIZE);
    active = s;
    install_all(s);
    mem_on_exhausted(put_back);
    if (!registered)
        registered = atexit(put_back) == 0;
    *out = s;
    return true;
}

void signals_close(Signals *s)
{
    if (!s)
        return;
    active = NULL;
    for (int i = 0; i < EVENT_COUNT; i++)
        sigaction(event_signals[i], &s->old_events[i], NULL);
    for (int i = 0; i < FATAL_COUNT; i++)
        sigaction(fatal_signals[i], &s->old_fatal[i], NULL);
    sigaltstack(&s->old_stack, NULL);
    mem_on_exhausted(NULL);
    if (s->has_saved)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &s->saved);
    close(s->wake[0]);
    close(s->wake[1]);
    mem_free(s->stack);
    mem_free(s);
}

void signals_set_restore(Signals *s, Str bytes)
{
    s->restore_len = bytes.len < RESTORE_MAX ? bytes.len : RESTORE_MAX;
    memcpy(s->restore, bytes.ptr, s->restore_len);
}

int signals_fd(const Signals *s)
{
    return s->wake[0];
}

int signals_take(Signals *s)
{
    unsigned char byte = 0;

    if (!signal_came)
        return 0;
    if (read(s->wake[0], &byte, 1) == 1)
        return byte;
    signal_came = 0;
    if (read(s->wake[0], &byte, 1) != 1) /* one may have come between the two lines */
        return 0;
    signal_came = 1;
    return byte;
}

void signals_stop(Signals *s)
{
    struct sigaction action = {.sa_handler = SIG_DFL}, ours;

    (void)s;
    sigemptyset(&action.sa_mask);
    sigaction(SIGTSTP, &action, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
}
