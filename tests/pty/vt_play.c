/* vt_play.c: a program in a terminal of memory (vt.h), led by lines, for tests that are
 * scripts.
 *
 *     vt_play ROWS COLS [NAME=VALUE...] PROGRAM [ARGUMENT...]
 *
 *   type TEXT | key NAME | resize ROWS COLS   what a person does
 *   wait TEXT | gone TEXT                     until it is seen, or no longer
 *   screen     what is seen, a line a row
 *   raw        every byte written since `raw` was asked last, as hexadecimal digits
 *   kill       as by kill -9
 *   exit       wait for the end of the program
 *
 * Each is answered by lines and then one that says "ok" or "failed". */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "vt.h"

enum { LINE_MAX_BYTES = 4096, ARGS_MAX = 64, ROWS_MAX = 400 };

typedef struct Player {
    Vt *vt;
    int rows;
    size_t told; /* bytes of the output */
} Player;

static void show(Player *p)
{
    vt_rest(p->vt);
    for (int row = 0; row < p->rows; row++) {
        StrBuf text = {0};
        vt_row_text(p->vt, row, &text);
        printf("%.*s\n", STR_ARG(strbuf_view(&text)));
        strbuf_deinit(&text);
    }
}

static void show_raw(Player *p)
{
    vt_rest(p->vt);
    Str output = vt_state(p->vt).output;

    for (; p->told < output.len; p->told++)
        printf("%02x", (unsigned char)output.ptr[p->told]);
    printf("\n");
}

static bool resize(Player *p, const char *size)
{
    int rows = 0, cols = 0;

    if (sscanf(size, "%d %d", &rows, &cols) != 2 || rows < 1 || rows > ROWS_MAX)
        return false;
    p->rows = rows;
    vt_resize(p->vt, rows, cols);
    return true;
}

static bool finish(Player *p)
{
    int status = 0;
    bool ended = vt_wait_exit(p->vt, &status);

    printf("%d\n", status);
    return ended;
}

static bool play(Player *p, const char *word, const char *rest)
{
    if (strcmp(word, "type") == 0)
        vt_type(p->vt, rest);
    else if (strcmp(word, "key") == 0)
        vt_key(p->vt, rest);
    else if (strcmp(word, "wait") == 0)
        return vt_wait_text(p->vt, rest);
    else if (strcmp(word, "gone") == 0)
        return vt_wait_gone(p->vt, rest);
    else if (strcmp(word, "resize") == 0)
        return resize(p, rest);
    else if (strcmp(word, "screen") == 0)
        show(p);
    else if (strcmp(word, "raw") == 0)
        show_raw(p);
    else if (strcmp(word, "kill") == 0)
        vt_signal(p->vt, SIGKILL);
    else if (strcmp(word, "exit") == 0)
        return finish(p);
    else
        return false;
    return true;
}

static void play_all(Player *p)
{
    char line[LINE_MAX_BYTES];

    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        char *rest = line + strcspn(line, " ");
        if (*rest)
            *rest++ = '\0';
        printf("%s\n", play(p, line, rest) ? "ok" : "failed");
        fflush(stdout);
    }
}

int main(int argc, char **argv)
{
    const char *env[ARGS_MAX + 1] = {NULL};
    int at = 3, cols = 0;
    Player p = {0};

    if (argc < 4 || argc > ARGS_MAX || sscanf(argv[1], "%d", &p.rows) != 1 ||
        sscanf(argv[2], "%d", &cols) != 1 || p.rows > ROWS_MAX)
        return 2;
    for (; at < argc && strchr(argv[at], '='); at++)
        env[at - 3] = argv[at];
    p.vt = vt_start(&(VtOptions){.rows = p.rows,
                                 .cols = cols,
                                 .argv = (const char *const *)argv + at,
                                 .env = env});
    play_all(&p);
    vt_stop(p.vt);
    return 0;
}
