/* copy.h: text for the clipboard of this computer, by the program that looks after
 * it: wl-copy, xclip or pbcopy. Only where the screen is this computer's: over ssh
 * the clipboard is the terminal's. */
#ifndef APP_COPY_H
#define APP_COPY_H

#include <stdbool.h>

#include "base/str.h"

/* The text goes through a pipe, never as an argument that others could read.
 *
 *   returns  false when there is no such program, or it failed or took too long */
bool copy_by_program(Str text);

#endif
