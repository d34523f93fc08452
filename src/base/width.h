/* width.h: how many cells a terminal gives to one code point.
 *
 * That is the C library's wcwidth(), as in ncurses, with one exception. Signs such as
 * "…", "—" and "①" are of ambiguous width (UAX #11): one cell in most terminals, two
 * in some that are set up for Chinese, Japanese or Korean. The program is told which,
 * once, before it draws. The lines of frames are always one cell: canvas.c draws them
 * with what the terminal has. */
#ifndef BASE_WIDTH_H
#define BASE_WIDTH_H

#include <stdbool.h>
#include <stdint.h>

typedef enum AmbiguousWidth {
    AMBIGUOUS_AS_LOCALE, /* as wcwidth() says, and so ncurses */
    AMBIGUOUS_NARROW,
    AMBIGUOUS_WIDE,
} AmbiguousWidth;

/* Before the first thread is started, and before anything is measured. */
void width_choose(AmbiguousWidth width);
/* Cells of a code point, 0 for a mark and for a control, 1 for what is unassigned. */
int width_of(uint32_t cp);
/* Is it counted otherwise than ncurses counts it? */
bool width_is_doubtful(uint32_t cp);
/* Does the locale itself say that ambiguous signs take two cells? */
bool width_wide_by_locale(void);

#endif
