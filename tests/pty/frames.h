/* frames.h: screens made up from a seed, for the demo and the test that looks at
 * it: the terminal must show exactly the frame, whatever was there before. */
#ifndef TESTS_PTY_FRAMES_H
#define TESTS_PTY_FRAMES_H

#include "term/screen.h"

static inline uint32_t frame_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

/* The screen as it should be after frame number `seed`. */
static inline void frame_draw(Screen *s, uint32_t seed)
{
    static const char *const pieces[] = {
        "x",      " ",  "한글", "word ", "│",        "날", "👨‍👩‍👧",
        "❤️", "“”", "  ",   "é",     "가나다라", "-"};
    enum { PIECES = sizeof pieces / sizeof pieces[0] };

    uint32_t state = seed / 2;
    screen_clear(s);
    for (int i = 0; i < s->rows * 4; i++) {
        /* Odd frames are even ones with some changes. */
        if (i == s->rows * 3 && seed % 2)
            state += seed;
        int row = (int)(frame_random(&state) % (uint32_t)s->rows);
        int col = (int)(frame_random(&state) % (uint32_t)s->cols);
        Style style = (Style)(frame_random(&state) % STYLE_ROLE_COUNT);
        const char *piece = pieces[frame_random(&state) % PIECES];
        screen_put(s, row, col, s->cols, style, str_from(piece));
    }
    screen_cursor(s, (int)(seed % (uint32_t)s->rows), (int)(seed % (uint32_t)s->cols));
}

#endif
