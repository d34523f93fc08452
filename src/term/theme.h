/* theme.h: what each role of the screen looks like. Pure.
 *
 * Colours are the first eight of the terminal, which its owner balanced for a
 * dark or a light ground; the ground itself is kept. Colour only adds: without
 * it bold, reverse and underline stay. Never dim, never bright black. */
#ifndef TERM_THEME_H
#define TERM_THEME_H

#include <stdbool.h>

#include "term/screen.h"
#include "term/term.h"

enum { THEME_NO_COLOR = -1 };

typedef struct Look {
    int color; /* 1 to 7 as in ECMA-48, or THEME_NO_COLOR: that of the terminal */
    bool bold, underline, reverse;
} Look;

/* By its name in the settings; the default one when it has none. */
Theme theme_named(Str name);
Look theme_look(Theme theme, Style style, bool color);

#endif
