#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "term/input.h"
#include "term/modes.h"
#include "term/term.h"

enum { ANSWER_MS = 300, ANSWER_MAX = 32 };

#define WHERE    "\033[6n" /* DSR: the answer is CSI row ; column R */
#define WIPE_OUT "\r\033[K"

/* The column of "CSI row;column R" at the end of what was read; 0: none yet. */
static int column_of(Str answer)
{
    size_t start = STR_NONE;
    Str row, rest;
    int col = 0;

    for (size_t at = 0; (at = str_find(answer, STR("\033["), at)) != STR_NONE; at += 2)
        start = at + 2;
    if (start == STR_NONE || answer.ptr[answer.len - 1] != 'R')
        return 0;
    rest = str_slice(answer, start, answer.len - 1);
    return str_next_field(&rest, ';', &row) && str_to_int(rest, &col) ? col : 0;
}

static int read_column(void)
{
    char bytes[ANSWER_MAX + 1] = {0};
    size_t len = 0;
    int64_t start = input_now_ms(), passed;

    while (len < ANSWER_MAX && (passed = input_now_ms() - start) < ANSWER_MS) {
        struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};
        if (poll(&fd, 1, ANSWER_MS - (int)passed) <= 0)
            return 0;
        ssize_t n = read(STDIN_FILENO, bytes + len, 1);
        if (n <= 0)
            return 0;
        len += (size_t)n;
        int col = column_of((Str){bytes, len});
        if (col > 0)
            return col;
    }
    return 0;
}

int term_cells_of(Str sign)
{
    struct termios before, raw;
    int col = 0;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
        !term_kind(getenv("TERM")).moves || tcgetattr(STDIN_FILENO, &before) != 0)
        return 0;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(STDIN_FILENO, TCSANOW, &raw) != 0)
        return 0;
    modes_write(STR("\r"));
    modes_write(sign);
    modes_write(STR(WHERE));
    col = read_column();
    modes_write(STR(WIPE_OUT));
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    return col > 1 ? col - 1 : 0;
}
