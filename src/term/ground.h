/* ground.h: is the ground of the terminal dark or light? Asked by OSC 11, told by its
 * answer, which may never come. Pure.
 * Source: xterm "Control Sequences", Operating System Commands, Ps = 1 1. */
#ifndef TERM_GROUND_H
#define TERM_GROUND_H

#include <stdbool.h>

#include "base/str.h"

typedef enum Ground { GROUND_UNKNOWN, GROUND_DARK, GROUND_LIGHT } Ground;

#define GROUND_QUESTION "\033]11;?\a"

/* The body of an answer, between "ESC ]" and its end: "11;rgb:ffff/ffff/ffff".
 *   returns  GROUND_UNKNOWN when it is none */
Ground ground_parse(Str body);
/* May this be, or become, the body of an answer? */
bool ground_begins(Str body);
/* Does a terminal of that kind understand the question, and is the answer of use?
 *
 *   term    TERM; may be NULL
 *   inside  tmux draws, which answers by itself whatever TERM says */
bool ground_may_ask(const char *term, bool inside, int colors);

#endif
