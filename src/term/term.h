/* term.h: the real terminal, through ncurses.
 *
 * Owns the modes (alternate screen, raw input, bracketed paste, mouse) and puts
 * all of them back on the way out, also from a signal or abort(). */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>

#include "base/error.h"
#include "term/key.h"
#include "term/screen.h"

typedef struct Term Term;

typedef enum Theme { THEME_DEFAULT, THEME_CLASSIC, THEME_CONTRAST, THEME_MONO } Theme;

typedef struct TermOptions {
    Theme theme;
    bool color; /* false: NO_COLOR; bold, reverse and underline stay */
    bool mouse;
    bool ascii; /* frames in ASCII */
} TermOptions;

/*   fails  ERR_USAGE: not a terminal, or one that cannot move its cursor (the
 *          hint names commands that do the same) */
bool term_open(const TermOptions *options, Term **out, Error *err);
void term_close(Term *t);
void term_size(const Term *t, int *rows, int *cols);
/* Draw a frame: only what differs from the last one is sent; the cursor last. */
void term_present(Term *t, const Screen *screen);
/* The same, where the caller knows that no other rows differ. */
void term_present_rows(Term *t, const Screen *screen, RowSpan rows);
void term_redraw(Term *t); /* the next frame is sent whole */

/* What is known of a kind of terminal, without opening one. */
typedef struct TermKind {
    bool known; /* this computer has a description of it */
    bool moves; /* … which says how to move the cursor */
    int colors; /* 0: none */
} TermKind;

/*   name  as in TERM; may be NULL */
TermKind term_kind(const char *name);

/* How many cells the terminal of this process gives to a sign: it is drawn and wiped
 * out again.
 *   returns  0 when there is no terminal, or it does not tell */
int term_cells_of(Str sign);

typedef enum TermEventType {
    TERM_KEY,
    TERM_RESIZE,
    TERM_HANGUP, /* the terminal is gone, or HUP/TERM arrived */
    TERM_TIMEOUT,
    TERM_WATCHED, /* what term_watch() named is readable */
    TERM_STOP,    /* TSTP: put things in order, then call term_suspend() */
    TERM_WOKEN,   /* by term_wake() */
    TERM_REPAINT, /* colours changed: draw the same again */
    TERM_RESUMED, /* after SIGCONT: draw everything again; when the size changed
                     meanwhile, TERM_RESIZE follows */
} TermEventType;

typedef struct TermEvent {
    TermEventType type;
    Key key;
    int signal; /* TERM_HANGUP: 0 when the terminal vanished */
} TermEvent;

/* Wait for the next event, at most `timeout_ms` (-1: for ever). */
TermEvent term_wait(Term *t, int timeout_ms);
/* A descriptor to wait for besides keys, which come first; -1: none. */
void term_watch(Term *t, int fd);
/* From another thread, while a terminal is open: end the wait. */
void term_wake(void);
bool term_input_pending(Term *t);
/* After TERM_HANGUP: the next key that was sent before; false when there is none. */
bool term_last_key(Term *t, Key *out);
/* Give the terminal to another program, and take it back from it. */
void term_leave(Term *t);
void term_return(Term *t);
void term_suspend(Term *t);        /* stop the process; returns when it goes on */
void term_mouse(Term *t, bool on); /* off: it is the terminal's own */
void term_theme(Term *t, Theme theme);
void term_bell(Term *t);
/* Hand text to the terminal's clipboard by OSC 52; false when it does not fit (74 KB).
 */
bool term_copy(Term *t, Str text);

#endif
