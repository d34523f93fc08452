/* vt.h: a program in a terminal that exists only in memory, for tests.
 *
 * The program runs under a pseudo terminal of its own; what it writes goes
 * through libvterm. Tests wait for a state with a deadline and never for a time.
 * All waits return false when the deadline passed. */
#ifndef TESTS_PTY_VT_H
#define TESTS_PTY_VT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/str.h"

typedef struct Vt Vt;

typedef struct VtOptions {
    int rows, cols;          /* 0: 24 and 80 */
    const char *const *argv; /* ends with NULL; argv[0] is the path */
    /* "NAME=value", ends with NULL; on top of a small fixed environment (PATH,
     * HOME of the caller, TERM=xterm-256color, LC_ALL=C.UTF-8). "NAME" alone
     * takes a variable away. */
    const char *const *env;
    const char *folder; /* where it runs; NULL: here */
} VtOptions;

enum { VT_DEADLINE_MS = 5000 };

Vt *vt_start(const VtOptions *options);
/* Kills the program if it still runs. */
void vt_stop(Vt *vt);
pid_t vt_pid(const Vt *vt);

/* What a person does. */
void vt_send(Vt *vt, Str bytes);
/* A key by its name, as in settings: "ctrl-s", "f2", "shift-tab", "alt-x". */
void vt_key(Vt *vt, const char *name);
void vt_type(Vt *vt, const char *text); /* one write a character */
void vt_paste(Vt *vt, Str text);        /* bracketed, if the program asked for it */
void vt_click(Vt *vt, int row, int col);
void vt_resize(Vt *vt, int rows, int cols);
void vt_signal(Vt *vt, int number);
void vt_hang_up(Vt *vt); /* the terminal goes away */

/* What a person sees. */
void vt_look_on(Vt *vt); /* what comes in a moment is on the screen */
bool vt_wait_text(Vt *vt, const char *text);         /* anywhere, within one row */
bool vt_wait_row(Vt *vt, int row, const char *text); /* the row is exactly this */
bool vt_wait_gone(Vt *vt, const char *text);
bool vt_wait_cursor(Vt *vt, int row, int col);
bool vt_wait_exit(Vt *vt, int *status); /* as of waitpid() */
void vt_rest(Vt *vt);                   /* 20 ms, in which the program may write */
void vt_row_text(Vt *vt, int row, StrBuf *out); /* without trailing spaces */
void vt_print(Vt *vt);                          /* the screen, for a failed test */
int vt_find_row(Vt *vt, const char *text);      /* -1 when it is nowhere */

typedef struct VtState {
    int rows, cols;
    int cursor_row, cursor_col;
    bool cursor_visible;
    bool alt_screen;
    bool mouse;
    bool cooked; /* the line discipline echoes and edits: a shell would work */
    Str output;  /* every byte written so far */
} VtState;

VtState vt_state(Vt *vt);

typedef struct VtLook {
    bool bold, underline, reverse;
    int color; /* index of the foreground, -1: default */
} VtLook;

VtLook vt_look(Vt *vt, int row, int col);

#endif
