/* demo.c: a tiny program on term.c, for test_term.c. It shows its size, the last
 * key and what was typed.
 *
 *   ^Q quit   ^X abort()   F2 a bad pointer   F3 suspend   F4 exit() at once
 *   F5 the next made-up frame   F6 back to the first screen   F7 redraw
 *   F8 copy   F9 measure */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "frames.h"
#include "term/term.h"

typedef struct Demo {
    Term *term;
    Screen screen;
    StrBuf typed;
    StrBuf last;
    uint32_t frame; /* 0: the first screen */
    bool done;
    int status;
} Demo;

static void draw(Demo *d)
{
    StrBuf line = {0};
    Screen *s = &d->screen;

    if (d->frame) {
        frame_draw(s, d->frame);
        return;
    }
    screen_clear(s);
    strbuf_addf(&line, "한글 데모 %d x %d", s->rows, s->cols);
    screen_put(s, 0, 0, s->cols, STYLE_TITLE, strbuf_view(&line));
    strbuf_clear(&line);
    strbuf_addf(&line, "key: %.*s", STR_ARG(strbuf_view(&d->last)));
    screen_put(s, 1, 0, s->cols, STYLE_TEXT, strbuf_view(&line));
    int used = screen_put(s, 2, 0, s->cols, STYLE_ADDED, strbuf_view(&d->typed));
    screen_put(s, 2, used, 1, STYLE_TEXT, STR("|"));
    screen_box(s, 4, 2, 3, 14, STR("상자"));
    screen_put(s, 5, 4, 9, STYLE_SELECTED, STR("고객"));
    screen_cursor(s, 2, used);
    strbuf_deinit(&line);
}

static double ms_of(clockid_t clock, struct timespec from)
{
    struct timespec to;

    clock_gettime(clock, &to);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 +
           (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

/* Median of one changed cell, and of a frame that is all new. */
static void measure(Demo *d)
{
    enum { ROUNDS = 200 };
    double sum[3] = {0};
    struct timespec from;
    Screen *s = &d->screen;

    for (int i = 0; i < ROUNDS; i++) {
        screen_fill(s, 2, 10, 1, STYLE_TEXT, (char)('a' + i % 26));
        clock_gettime(CLOCK_MONOTONIC, &from);
        term_present(d->term, s);
        sum[0] += ms_of(CLOCK_MONOTONIC, from);
        for (int row = 0; row < s->rows; row++)
            for (int col = 0; col + 1 < s->cols; col += 2)
                screen_put(s, row, col, 2, STYLE_TEXT,
                           (i + row) % 2 ? STR("한") : STR("글"));
        clock_gettime(CLOCK_MONOTONIC, &from);
        term_present(d->term, s);
        sum[1] += ms_of(CLOCK_MONOTONIC, from);
        for (int row = 0; row < s->rows; row++)
            screen_fill(s, row, 0, s->cols, STYLE_TEXT, (char)('a' + (i + row) % 26));
        clock_gettime(CLOCK_MONOTONIC, &from);
        term_present(d->term, s);
        sum[2] += ms_of(CLOCK_MONOTONIC, from);
    }
    strbuf_clear(&d->last);
    strbuf_addf(&d->last, "measured: cell %.4f hangul %.3f latin %.3f ms",
                sum[0] / ROUNDS, sum[1] / ROUNDS, sum[2] / ROUNDS);
}

static void show_key(Demo *d, const Key *key)
{
    strbuf_clear(&d->last);
    if (key->code == KEYCODE_PASTE) {
        strbuf_addz(&d->last, "paste ");
        key_paste_text(key->paste, &d->last);
    } else if (key->code == KEYCODE_MOUSE)
        strbuf_addf(&d->last, "mouse %d %d,%d", (int)key->mouse, key->row, key->col);
    else
        key_name(key, &d->last);
    if (key->code == KEYCODE_CHAR && key->mods == 0)
        utf8_append(&d->typed, key->cp);
}

/* A real fault: a page that may not be written. */
static void crash(void)
{
    int *page =
        mmap(NULL, 4096, PROT_READ, MAP_PRIVATE, open("/dev/zero", O_RDONLY), 0);

    if (page != MAP_FAILED)
        *(volatile int *)page = 1;
}

static void on_key(Demo *d, const Key *key)
{
    show_key(d, key);
    if (key->code == KEYCODE_CHAR && key->mods == MOD_CTRL && key->cp == 'q')
        d->done = true;
    if (key->code == KEYCODE_CHAR && key->mods == MOD_CTRL && key->cp == 'x')
        abort();
    switch (key->code) {
    case KEYCODE_F2:
        crash();
        break;
    case KEYCODE_F3:
        term_suspend(d->term);
        break;
    case KEYCODE_F4:
        exit(7);
    case KEYCODE_F5:
        d->frame++;
        break;
    case KEYCODE_F6:
        d->frame = 0;
        break;
    case KEYCODE_F7:
        term_redraw(d->term);
        break;
    case KEYCODE_F8:
        term_copy(d->term, STR("foo"));
        break;
    case KEYCODE_F9:
        measure(d);
        break;
    default:
        break;
    }
}

static void on_event(Demo *d, const TermEvent *event)
{
    int rows, cols;

    switch (event->type) {
    case TERM_KEY:
        on_key(d, &event->key);
        break;
    case TERM_RESIZE:
        term_size(d->term, &rows, &cols);
        screen_resize(&d->screen, rows, cols);
        break;
    case TERM_STOP:
        term_suspend(d->term);
        /* fall through */
    case TERM_RESUMED:
        strbuf_clear(&d->last);
        strbuf_addz(&d->last, "resumed");
        break;
    case TERM_HANGUP:
        d->status = 10 + event->signal;
        d->done = true;
        break;
    case TERM_WATCHED:
    case TERM_WOKEN:
    case TERM_REPAINT:
    case TERM_TIMEOUT:
        break;
    }
}

static bool has_word(int argc, char **argv, const char *word)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], word) == 0)
            return true;
    return false;
}

int main(int argc, char **argv)
{
    Demo d = {0};
    Error err = {0};
    int rows, cols;
    const TermOptions options = {.color = getenv("NO_COLOR") == NULL,
                                 .mouse = has_word(argc, argv, "mouse"),
                                 .ascii = has_word(argc, argv, "ascii")};

    setlocale(LC_ALL, "");
    if (!term_open(&options, &d.term, &err)) {
        fprintf(stderr, "demo: %s\nhint: %s\n", err.message, err.hint);
        return (int)err.code;
    }
    term_size(d.term, &rows, &cols);
    screen_init(&d.screen, rows, cols);
    while (!d.done) {
        draw(&d);
        term_present(d.term, &d.screen);
        TermEvent event = term_wait(d.term, -1);
        on_event(&d, &event);
    }
    term_close(d.term);
    screen_deinit(&d.screen);
    strbuf_deinit(&d.typed);
    strbuf_deinit(&d.last);
    puts("bye");
    return d.status;
}
