#include "probe.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

double quantile(double *values, int count, double q)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
    return count > 0 ? values[(int)(q * (count - 1) + 0.5)] : 0;
}

void report(const char *what, double ours, double theirs, double bar, const char *unit)
{
    double ratio = theirs > 0 ? ours / theirs : 0;

    printf("%-34s %8.3f %s  yardstick %8.3f  ratio %5.2f  bar %4.1f  %s\n", what, ours,
           unit, theirs, ratio, bar, ratio <= bar ? "met" : "MISSED");
}

/* -- the terminal --------------------------------------------------------- */

static void answer(const char *bytes, size_t len, void *user)
{
    Probe *p = user;
    if (write(p->fd, bytes, len) < 0)
        return;
}

void probe_start(Probe *p, char *const argv[])
{
    struct winsize size = {.ws_row = PROBE_ROWS, .ws_col = PROBE_COLS};

    *p = (Probe){.rows = PROBE_ROWS, .cols = PROBE_COLS};
    p->vt = vterm_new(p->rows, p->cols);
    vterm_set_utf8(p->vt, 1);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_enable_altscreen(p->screen, 1);
    vterm_screen_reset(p->screen, 1);
    vterm_output_set_callback(p->vt, answer, p);
    p->pid = forkpty(&p->fd, NULL, NULL, &size);
    if (p->pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        execvp(argv[0], argv);
        _exit(127);
    }
    fcntl(p->fd, F_SETFL, O_NONBLOCK);
}

void probe_stop(Probe *p)
{
    kill(p->pid, SIGKILL);
    waitpid(p->pid, NULL, 0);
    close(p->fd);
    vterm_free(p->vt);
}

/* A character cut at the end of a read waits for its rest: libvterm 0.1 loses
 * one that comes in two writes. */
bool probe_pump(Probe *p, int timeout_ms)
{
    struct pollfd pfd = {p->fd, POLLIN, 0};

    if (poll(&pfd, 1, timeout_ms) <= 0)
        return false;
    ssize_t n = read(p->fd, p->buf + p->kept, sizeof p->buf - p->kept);
    if (n <= 0)
        return false;
    p->last = now_ms();
    p->bytes += (size_t)n;
    size_t len = p->kept + (size_t)n, whole = len;
    for (size_t back = 1; back <= 3 && back <= len; back++) {
        unsigned char c = (unsigned char)p->buf[len - back];
        if (c >= 0xC0 && (c >= 0xF0 ? 4u : c >= 0xE0 ? 3u : 2u) > back)
            whole = len - back;
        if ((c & 0xC0) != 0x80)
            break;
    }
    vterm_input_write(p->vt, p->buf, whole);
    p->kept = len - whole;
    memmove(p->buf, p->buf + whole, p->kept);
    return true;
}

void probe_rest(Probe *p, int quiet_ms)
{
    while (probe_pump(p, quiet_ms))
        continue;
}

bool probe_shows(Probe *p, const char *words)
{
    static char all[1 << 17];
    VTermRect rect = {0, p->rows, 0, p->cols};
    size_t n = vterm_screen_get_text(p->screen, all, sizeof all - 1, rect);

    all[n] = '\0';
    return strstr(all, words) != NULL;
}

bool probe_await(Probe *p, const char *words)
{
    double began = now_ms();
    bool shown = false;

    while (!(shown = probe_shows(p, words)) && now_ms() - began < 5000)
        probe_pump(p, 100);
    return shown;
}

/* A program that waits for us to read takes nothing. */
void probe_send(Probe *p, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(p->fd, bytes, len);
        if (n < 0 && errno == EAGAIN) {
            probe_pump(p, 1);
            continue;
        }
        if (n <= 0)
            return;
        bytes += n;
        len -= (size_t)n;
    }
}

void probe_resize(Probe *p, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows,
                           .ws_col = (unsigned short)cols};

    p->rows = rows;
    p->cols = cols;
    vterm_set_size(p->vt, rows, cols);
    ioctl(p->fd, TIOCSWINSZ, &size);
}

double probe_key(Probe *p, const char *bytes, uint32_t character)
{
    VTermPos at;
    VTermScreenCell cell = {0};
    double sent = now_ms();
    bool seen = false;

    vterm_state_get_cursorpos(vterm_obtain_state(p->vt), &at);
    probe_send(p, bytes, strlen(bytes));
    while (!seen && probe_pump(p, 300)) {
        vterm_screen_get_cell(p->screen, at, &cell);
        seen = character == 0 || cell.chars[0] == character;
    }
    return now_ms() - sent;
}

/* -- the process ---------------------------------------------------------- */

/* Processor time in ms, from the scheduler: finer than a tick. */
double probe_cpu_ms(const Probe *p)
{
    char path[64];
    double ns = 0;

    snprintf(path, sizeof path, "/proc/%d/schedstat", (int)p->pid);
    FILE *f = fopen(path, "r");
    if (f) {
        if (fscanf(f, "%lf", &ns) != 1)
            ns = 0;
        fclose(f);
    }
    return ns / 1e6;
}

static double status_of(const Probe *p, const char *format)
{
    char path[64], line[256];
    double value = 0;

    snprintf(path, sizeof path, "/proc/%d/status", (int)p->pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, format, &value) == 1)
            break;
    if (f)
        fclose(f);
    return value;
}

double probe_peak_mb(const Probe *p)
{
    return status_of(p, "VmHWM: %lf kB") / 1024;
}

long probe_wakes(const Probe *p)
{
    return (long)status_of(p, "voluntary_ctxt_switches: %lf");
}
