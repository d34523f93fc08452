/* probe.h: a program in a terminal of its own, and how long its screen takes. */
#ifndef BENCH_PROBE_H
#define BENCH_PROBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include <vterm.h>

enum { PROBE_ROWS = 30, PROBE_COLS = 100 };

typedef struct Probe {
    VTerm *vt;
    VTermScreen *screen;
    int fd;
    pid_t pid;
    int rows, cols;
    size_t bytes; /* that came, since somebody set it to 0 */
    double last;  /* when they came, in ms */
    char buf[1 << 16];
    size_t kept; /* the beginning of a character whose rest is still to come */
} Probe;

double now_ms(void);
/* Sorts the values. */
double quantile(double *values, int count, double q);
/* A ratio and whether it keeps to its bar. */
void report(const char *what, double ours, double theirs, double bar, const char *unit);

void probe_start(Probe *p, char *const argv[]);
void probe_stop(Probe *p);
/* What comes within that time, if anything does. */
bool probe_pump(Probe *p, int timeout_ms);
/* Until nothing has come for so long. */
void probe_rest(Probe *p, int quiet_ms);
/* Until the words are on the screen, five seconds at most. */
bool probe_await(Probe *p, const char *words);
bool probe_shows(Probe *p, const char *words);
void probe_send(Probe *p, const char *bytes, size_t len);
void probe_resize(Probe *p, int rows, int cols);
/* Send what a key sends, and wait until its character stands where the cursor was.
 *   returns  ms; of a key that is no character, to the first byte that came */
double probe_key(Probe *p, const char *bytes, uint32_t character);

double probe_cpu_ms(const Probe *p);
double probe_peak_mb(const Probe *p);
long probe_wakes(const Probe *p); /* how often it went to sleep */

#endif
