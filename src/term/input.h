/* input.h: bytes of a terminal, read when they come, as keys.
 *
 * The clock belongs to this module: how long an ESC may stand alone before it is
 * the Escape key, and when half a sequence is given up. */
#ifndef TERM_INPUT_H
#define TERM_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "term/key.h"

typedef struct Input {
    int fd;
    int watched; /* another one that may become readable; -1: none */
    bool marked; /* pastes are marked as such; else they are known by their speed */
    bool loose;  /* … and this is one */
    KeyDecoder decoder;
    char *buffer;
    int64_t read_at;   /* when bytes came last */
    int64_t escape_at; /* when a lone ESC became Escape, 0: too long ago */
    int64_t asked_at;  /* when the terminal was asked, 0: no answer is missing */
    Key press;         /* the last press of a mouse button … */
    int64_t press_at;  /* … and when it was */
} Input;

typedef enum InputResult {
    INPUT_KEY,
    INPUT_TIME,    /* the time is over */
    INPUT_OTHER,   /* `other_fd` is readable, or a signal came */
    INPUT_WATCHED, /* `watched` is readable, and no key is there */
    INPUT_GONE,    /* nothing will ever come again */
} InputResult;

void input_init(Input *in, int fd, unsigned char erase);
void input_deinit(Input *in);
void input_forget(Input *in); /* half keys */
/* The terminal was asked something: an answer may come among the keys, in pieces, late
 * or never. */
void input_asked(Input *in);
/* Before somebody else reads the terminal: wait briefly for an answer that is missing,
 * or it would be typed there. */
void input_settle(Input *in);
/* Wait for a key, at most `timeout_ms` (-1: for ever). */
InputResult input_wait(Input *in, int other_fd, int timeout_ms, Key *out);
bool input_pending(Input *in);
int64_t input_now_ms(void); /* a clock that never goes back */

#endif
