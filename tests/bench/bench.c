/* bench.c: speed as ratios to a yardstick measured in the same run (A B A B).
 *
 *   bench PRFAQ FOLDER
 *
 * Screens: time from the fork to the first complete screen, from a key to its
 * character on the screen, processor time a key, memory after loading, beside
 * nano. Commands: `prfaq check` beside `cmark`. Every line names its bar. */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

enum { ROWS = 30, COLS = 100, STARTS = 31, KEYS = 250, RUNS = 41 };

static const char marker[] = "PRFAQTOP";

typedef struct Probe {
    VTerm *vt;
    VTermScreen *screen;
    int fd;
    pid_t pid;
    char buf[1 << 16];
    size_t kept; /* the beginning of a character whose rest is still to come */
} Probe;

static double now_ms(void)
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

static double quantile(double *values, int count, double q)
{
    qsort(values, (size_t)count, sizeof *values, by_value);
    int at = (int)(q * (count - 1) + 0.5);
    return values[at];
}

/* Processor time of a process in ms, from the scheduler: finer than a tick. */
static double cpu_ms(pid_t pid)
{
    char path[64];
    double ns = 0;

    snprintf(path, sizeof path, "/proc/%d/schedstat", (int)pid);
    FILE *f = fopen(path, "r");
    if (f) {
        if (fscanf(f, "%lf", &ns) != 1)
            ns = 0;
        fclose(f);
    }
    return ns / 1e6;
}

static double peak_mb(pid_t pid)
{
    char path[64], line[256];
    double kb = 0;

    snprintf(path, sizeof path, "/proc/%d/status", (int)pid);
    FILE *f = fopen(path, "r");
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, "VmHWM: %lf kB", &kb) == 1)
            break;
    if (f)
        fclose(f);
    return kb / 1024;
}

/* A character cut at the end of a read waits for its rest: libvterm 0.1 loses
 * one that comes in two writes. */
static bool pump(Probe *p, int timeout)
{
    struct pollfd pfd = {p->fd, POLLIN, 0};

    if (poll(&pfd, 1, timeout) <= 0)
        return false;
    ssize_t n = read(p->fd, p->buf + p->kept, sizeof p->buf - p->kept);
    if (n <= 0)
        return false;
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

static bool on_screen(Probe *p, const char *text)
{
    static char all[ROWS * COLS * 4 + 1];
    VTermRect rect = {0, ROWS, 0, COLS};
    size_t n = vterm_screen_get_text(p->screen, all, sizeof all - 1, rect);

    all[n] = '\0';
    return strstr(all, text) != NULL;
}

static void answer(const char *bytes, size_t len, void *user)
{
    Probe *p = user;
    if (write(p->fd, bytes, len) < 0)
        return;
}

static void start(Probe *p, char *const argv[])
{
    struct winsize size = {.ws_row = ROWS, .ws_col = COLS};

    p->vt = vterm_new(ROWS, COLS);
    vterm_set_utf8(p->vt, 1);
    p->screen = vterm_obtain_screen(p->vt);
    vterm_screen_reset(p->screen, 1);
    vterm_output_set_callback(p->vt, answer, p);
    p->pid = forkpty(&p->fd, NULL, NULL, &size);
    if (p->pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        execvp(argv[0], argv);
        _exit(127);
    }
}

static char lock_path[4200]; /* nano's: it asks when one was left behind */

static void stop(Probe *p)
{
    kill(p->pid, SIGKILL);
    waitpid(p->pid, NULL, 0);
    close(p->fd);
    unlink(lock_path);
    vterm_free(p->vt);
}

static double first_screen(char *const argv[])
{
    Probe p = {0};
    double began = now_ms();

    start(&p, argv);
    while (!on_screen(&p, marker) && now_ms() - began < 5000)
        pump(&p, 100);
    double took = now_ms() - began;
    stop(&p);
    return took;
}

/* What typing costs, key by key. */
typedef struct Typing {
    double echo[KEYS];   /* ms until the character stands on the screen */
    double frame[KEYS];  /* processor ms until 20 ms of quiet: drawing it */
    double checks[KEYS]; /* … until 300 ms of quiet: and reading the text anew */
    double peak;         /* MB after loading */
} Typing;

/* Type at the start of the document, one key at a time. */
static void type_keys(char *const argv[], Typing *t)
{
    Probe p = {0};

    start(&p, argv);
    double began = now_ms();
    while (!on_screen(&p, marker) && now_ms() - began < 5000)
        pump(&p, 100);
    while (pump(&p, 300))
        ;
    t->peak = peak_mb(p.pid);
    for (int i = 0; i < KEYS; i++) {
        VTermPos at;
        VTermScreenCell cell = {0};
        char key = (char)('a' + i % 26);
        if (i % 60 == 59)
            key = '\r';
        vterm_state_get_cursorpos(vterm_obtain_state(p.vt), &at);
        double before = cpu_ms(p.pid), sent = now_ms();
        if (write(p.fd, &key, 1) < 0)
            break;
        bool seen = false;
        while (!seen && now_ms() - sent < 1000) {
            if (!pump(&p, 100))
                break;
            vterm_screen_get_cell(p.screen, at, &cell);
            seen = key == '\r' || cell.chars[0] == (uint32_t)key;
        }
        t->echo[i] = now_ms() - sent;
        while (pump(&p, 20))
            ;
        t->frame[i] = cpu_ms(p.pid) - before;
        while (pump(&p, 280))
            ;
        t->checks[i] = cpu_ms(p.pid) - before;
    }
    stop(&p);
}

static double command(char *const argv[])
{
    double began = now_ms();
    pid_t pid = fork();

    if (pid == 0) {
        int null = open("/dev/null", O_RDWR);
        dup2(null, 0);
        dup2(null, 1);
        dup2(null, 2);
        execvp(argv[0], argv);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
    return now_ms() - began;
}

static void report(const char *what, double ours, double theirs, double bar,
                   const char *unit)
{
    double ratio = theirs > 0 ? ours / theirs : 0;

    printf("%-34s %8.3f %s  yardstick %8.3f  ratio %5.2f  bar %4.1f  %s\n", what, ours,
           unit, theirs, ratio, bar, ratio <= bar ? "met" : "MISSED");
}

static bool write_document(const char *path)
{
    static const char sentence[] =
        "Small bakeries order flour by phone, and owners told us that they lose forty "
        "minutes each morning on calls to the mill. ";
    static const char *const parts[] = {
        "Headline",    "Summary", "Problem", "Solution", "Customer experience",
        "External FAQ"};
    FILE *f = fopen(path, "w");

    if (!f)
        return false;
    fprintf(f, "%s\n\n", marker);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        fprintf(f, "## %s\n\n", parts[i]);
        for (int paragraph = 0; paragraph < 9; paragraph++) {
            for (int k = 0; k < 3; k++)
                fputs(sentence, f);
            fputs("\n\n", f);
        }
    }
    return fclose(f) == 0;
}

/* -- the language server ------------------------------------------------- */

typedef struct Wire {
    pid_t pid;
    int to, from;
} Wire;

static bool wire_start(Wire *w, char *const argv[])
{
    int in[2], out[2];

    if (pipe(in) != 0 || pipe(out) != 0)
        return false;
    w->pid = fork();
    if (w->pid == 0) {
        dup2(in[0], 0);
        dup2(out[1], 1);
        close(in[1]);
        close(out[0]);
        execvp(argv[0], argv);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    w->to = in[1];
    w->from = out[0];
    return w->pid > 0;
}

static bool wire_say(const Wire *w, const char *body)
{
    char head[64];
    int len = snprintf(head, sizeof head, "Content-Length: %zu\r\n\r\n", strlen(body));

    return write(w->to, head, (size_t)len) == len &&
           write(w->to, body, strlen(body)) == (ssize_t)strlen(body);
}

/* Wait for what comes, all of one message. */
static bool wire_hear(const Wire *w)
{
    char byte, head[256];
    size_t length = 0, at = 0;

    while (at < sizeof head - 1 && read(w->from, &byte, 1) == 1) {
        head[at++] = byte;
        head[at] = '\0';
        if (at >= 4 && strcmp(head + at - 4, "\r\n\r\n") == 0)
            break;
    }
    if (sscanf(head, "Content-Length: %zu", &length) != 1)
        return false;
    for (size_t i = 0; i < length;) {
        char bytes[65536];
        size_t want = length - i < sizeof bytes ? length - i : sizeof bytes;
        ssize_t got = read(w->from, bytes, want);
        if (got <= 0)
            return false;
        i += (size_t)got;
    }
    return true;
}

/* The document as a string of JSON. */
static char *open_message(const char *path)
{
    static char text[64 << 10], message[128 << 10];
    FILE *f = fopen(path, "r");
    size_t len = f ? fread(text, 1, sizeof text - 1, f) : 0, at = 0;

    if (f)
        fclose(f);
    at += (size_t)snprintf(message, sizeof message,
                           "{\"method\":\"textDocument/didOpen\",\"params\":{"
                           "\"textDocument\":{\"uri\":\"file://%s\",\"languageId\":"
                           "\"markdown\",\"version\":1,\"text\":\""
                           "---\\ntemplate: prfaq\\n---\\n",
                           path);
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '\n')
            message[at++] = '\\';
        message[at++] = text[i] == '\n' ? 'n' : text[i];
    }
    snprintf(message + at, sizeof message - at, "\"}}}");
    return message;
}

/* From a change in the editor to its findings. */
static void type_in_editor(char *const argv[], const char *path, double *took)
{
    Wire w = {0};
    char change[4096 + 512];

    if (!wire_start(&w, argv) ||
        !wire_say(&w, "{\"id\":1,\"method\":\"initialize\",\"params\":{}}") ||
        !wire_hear(&w) || !wire_say(&w, open_message(path)) || !wire_hear(&w))
        return;
    for (int i = 0; i < KEYS; i++) {
        snprintf(
            change, sizeof change,
            "{\"method\":\"textDocument/didChange\",\"params\":{\"textDocument\":"
            "{\"uri\":\"file://%s\",\"version\":%d},\"contentChanges\":[{\"range\":"
            "{\"start\":{\"line\":7,\"character\":9},\"end\":{\"line\":7,"
            "\"character\":9}},\"text\":\"%c\"}]}}",
            path, i + 2, 'a' + i % 26);
        double sent = now_ms();
        if (!wire_say(&w, change) || !wire_hear(&w))
            break;
        took[i] = now_ms() - sent;
    }
    close(w.to);
    close(w.from);
    waitpid(w.pid, NULL, 0);
}

int main(int argc, char **argv)
{
    static double ours[STARTS + RUNS], theirs[STARTS + RUNS];
    static Typing us, nano;
    char path[4096];

    setvbuf(stdout, NULL, _IOLBF, 0); /* each figure as soon as it is known */
    if (argc != 3) {
        fprintf(stderr, "usage: bench PRFAQ FOLDER\n");
        return 2;
    }
    snprintf(path, sizeof path, "%s/bench-20k.md", argv[2]);
    snprintf(lock_path, sizeof lock_path, "%s/.bench-20k.md.swp", argv[2]);
    unlink(lock_path);
    if (!write_document(path)) {
        fprintf(stderr, "cannot write %s\n", path);
        return 1;
    }
    setenv("HOME", argv[2], 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    static char write_word[] = "write", check_word[] = "check";
    static char nano_word[] = "nano", cmark_word[] = "cmark";
    char *write_us[] = {argv[1], write_word, path, NULL};
    char *write_nano[] = {nano_word, path, NULL};
    char *check[] = {argv[1], check_word, path, NULL};
    char *cmark[] = {cmark_word, path, NULL};

    for (int i = 0; i < STARTS; i++) {
        ours[i] = first_screen(write_us);
        theirs[i] = first_screen(write_nano);
    }
    report("first screen, 20 KB (nano)", quantile(ours, STARTS, 0.5),
           quantile(theirs, STARTS, 0.5), 1.5, "ms");
    type_keys(write_us, &us);
    type_keys(write_nano, &nano);
    report("key to screen, median (nano)", quantile(us.echo, KEYS, 0.5),
           quantile(nano.echo, KEYS, 0.5), 2, "ms");
    report("processor a key, p99 (nano)", quantile(us.frame, KEYS, 0.99),
           quantile(nano.frame, KEYS, 0.99), 3, "ms");
    report("  with the checks behind it, p99", quantile(us.checks, KEYS, 0.99),
           quantile(nano.checks, KEYS, 0.99), 3, "ms");
    report("  with the checks behind it, p50", quantile(us.checks, KEYS, 0.5),
           quantile(nano.checks, KEYS, 0.5), 3, "ms");
    report("memory after loading (nano)", us.peak, nano.peak, 3, "MB");
    for (int i = 0; i < RUNS; i++) {
        ours[i] = command(check);
        theirs[i] = command(cmark);
    }
    report("check of 20 KB (cmark)", quantile(ours, RUNS, 0.5),
           quantile(theirs, RUNS, 0.5), 5, "ms");
    static double edits[KEYS];
    static char lsp_word[] = "lsp";
    char *lsp[] = {argv[1], lsp_word, NULL};
    type_in_editor(lsp, path, edits);
    printf("%-34s %8.3f ms  median, p99 %.3f ms  bar 50 ms  %s\n",
           "change to findings in an editor", quantile(edits, KEYS, 0.5),
           quantile(edits, KEYS, 0.99),
           quantile(edits, KEYS, 0.99) <= 50 ? "met" : "MISSED");
    return 0;
}
