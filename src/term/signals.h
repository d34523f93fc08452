/* signals.h: signals as events, and the terminal put back whatever happens.
 *
 * WINCH, HUP, TERM, INT, QUIT, TSTP and CONT are written to a pipe and read in order.
 * SEGV, BUS, ILL, FPE, ABRT, exit() and the end of memory put the terminal back
 * with write() and tcsetattr() and go on to what they would have done. One at a
 * time can be open: handlers need a place to look. */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/str.h"

typedef struct Signals Signals;

/* Call before the terminal is changed: its present state is what is restored.
 *
 *   fails  ERR_IO when the pipe cannot be made */
bool signals_open(Signals **out, Error *err);
void signals_close(Signals *s);
/* What to write to the terminal to put it back; at most 256 bytes. */
void signals_set_restore(Signals *s, Str bytes);
int signals_fd(const Signals *s); /* readable when a signal came */
/* The next signal, or 0. */
int signals_take(Signals *s);
/* Stop the process as if its TSTP were not handled; returns when it goes on. */
void signals_stop(Signals *s);

#endif
