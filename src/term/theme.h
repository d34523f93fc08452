/* theme.h: what each role of the screen looks like. Pure.
 *
 * Colours are the first eight of the terminal, which its owner balanced for a
 * dark or a light ground; the ground itself is kept. Colour only adds: without
 * it bold, reverse and underline stay. Never dim, never bright black. */
#ifndef TERM_THEME_H
#define TERM_THEME_H

#include <stdbool.h>

#include "term/ground.h"
#include "term/screen.h"
#include "term/term.h"

enum {
    THEME_NO_COLOR = -1,
    THEME_SHADES = 256, /* colours that blue and orange are chosen from */
};

typedef struct Look {
    int color; /* 1 to 7 as in ECMA-48, more: of 256; THEME_NO_COLOR: that of the
                  terminal */
    bool bold, underline, reverse;
} Look;

/* By its name in the settings; the default one when it has none. */
Theme theme_named(Str name);
/* What is sent for the colour of a look: where 256 are known and the ground too, blue
 * and orange are chosen for it; else the colour itself. */
int theme_shade(int color, Ground ground, int colors);
Look theme_look(Theme theme, Style style, bool color);

#endif
