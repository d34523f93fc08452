#include "term/term.h"

/* Our key_name() is another; the one of curses is not needed. */
#define key_name curses_key_name
#include <curses.h>
#undef key_name
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "base/mem.h"
#include "base/message.h"
#include "base/utf8.h"
#include "term/clipboard.h"
#include "term/input.h"
#include "term/modes.h"
#include "term/overlay.h"
#include "term/signals.h"
#include "term/theme.h"

enum {
    FRAME_COUNT = 11,
};

/* A box character as this terminal draws it: one cell even where it is
 * configured to draw U+2500 in two. */
typedef struct Frame {
    wchar_t wanted;
    wchar_t drawn;
    attr_t attrs;
} Frame;

typedef struct Paint {
    attr_t attrs;
    short pair;
} Paint;

struct Term {
    SCREEN *curses;
    Signals *signals;
    TermOptions options;
    int rows, cols;
    Screen shown; /* the last frame, as it is on the terminal */
    bool whole;   /* `shown` says nothing: send everything */
    bool ansi;    /* places the cursor by CSI row;col H */
    Look looks[STYLE_ROLE_COUNT];
    Paint paints[STYLE_ROLE_COUNT];
    Frame frames[FRAME_COUNT];
    cchar_t *line; /* room for one row */
    Input input;
    int hangup; /* signal that ends us, 0: none */
    bool resized;
    bool continued;
    bool stop_wanted;
    bool woken;
};

static const char *capability(const char *name)
{
    const char *value = tigetstr(name);
    return value && value != (char *)-1 ? value : NULL;
}

TermKind term_kind(const char *name)
{
    FILE *nothing = name ? fopen("/dev/null", "r+") : NULL;
    SCREEN *screen = nothing ? newterm(name, nothing, nothing) : NULL;
    TermKind kind = {0};

    if (screen) {
        int colors = tigetnum("colors");
        kind = (TermKind){.known = true,
                          .moves = capability("cup") != NULL,
                          .colors = colors > 0 ? colors : 0};
        endwin();
        delscreen(screen);
    }
    if (nothing)
        fclose(nothing);
    return kind;
}

static bool refuse(Error *err, const char *message)
{
    error_set(err, ERR_USAGE, "%s", message);
    return error_hint(err, "%s",
                      _("use commands such as \"prfaq check NAME\" and "
                        "\"prfaq export NAME\""));
}

/* Until it has come back from endwin() once, ncurses 6 takes each move of the cursor
 * for one of a program without screens, and sends it at once: a write a row. So it goes
 * and comes back before anything is shown; what it says to that is for nobody. */
static void gather_output(void)
{
    int terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (terminal >= 0 && nowhere >= 0 && dup2(nowhere, STDOUT_FILENO) >= 0) {
        endwin();
        dup2(terminal, STDOUT_FILENO);
    }
    if (terminal >= 0)
        close(terminal);
    if (nowhere >= 0)
        close(nowhere);
}

static bool start_curses(Term *t, Error *err)
{
    const char *name = getenv("TERM");

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
        return refuse(err, _("the screens need a terminal"));
    if (name && strcmp(name, "dumb") == 0)
        return refuse(err, _("this terminal cannot show screens (TERM is \"dumb\")"));
    use_tioctl(TRUE);
    t->curses = newterm(NULL, stdout, stdin);
    if (!t->curses)
        t->curses = newterm("xterm-256color", stdout, stdin);
    if (!t->curses)
        return refuse(err, _("no description of this terminal is installed"));
    if (!capability("cup")) {
        endwin();
        delscreen(t->curses);
        t->curses = NULL;
        return refuse(err, _("this terminal cannot move its cursor"));
    }
    gather_output();
    return true;
}

/* Every byte as it was sent: no signals, no flow control, no translation. */
static void set_modes(void)
{
    struct termios tty;

    raw();
    noecho();
    nonl();
    if (tcgetattr(STDIN_FILENO, &tty) == 0) {
        tty.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
        tty.c_lflag &= ~(tcflag_t)(IEXTEN | ISIG | ICANON | ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &tty);
    }
    def_prog_mode();
}

static void set_paints(Term *t)
{
    bool color = t->options.color && has_colors();
    short ground = COLOR_BLACK;

    if (color) {
        start_color();
        if (use_default_colors() == OK)
            ground = -1;
        for (short i = COLOR_RED; i < COLOR_WHITE; i++)
            init_pair(i, i, ground);
    }
    for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
        Look look = t->looks[i] = theme_look(t->options.theme, (Style)i, color);
        Paint *p = &t->paints[i];
        *p = (Paint){.attrs = A_NORMAL};
        if (look.color != THEME_NO_COLOR)
            p->pair = (short)look.color;
        p->attrs |= look.bold ? A_BOLD : 0;
        p->attrs |= look.underline ? A_UNDERLINE : 0;
        p->attrs |= look.reverse ? A_REVERSE : 0;
    }
}

static void set_frames(Term *t)
{
    static const wchar_t wanted[FRAME_COUNT] = {0x2500, 0x2502, 0x250C, 0x2510,
                                                0x2514, 0x2518, 0x251C, 0x2524,
                                                0x252C, 0x2534, 0x253C};
    const cchar_t *const drawn[FRAME_COUNT] = {
        WACS_HLINE,    WACS_VLINE,    WACS_ULCORNER, WACS_URCORNER,
        WACS_LLCORNER, WACS_LRCORNER, WACS_LTEE,     WACS_RTEE,
        WACS_TTEE,     WACS_BTEE,     WACS_PLUS};

    for (int i = 0; i < FRAME_COUNT; i++) {
        wchar_t text[CCHARW_MAX + 1] = {0};
        short pair;
        Frame *f = &t->frames[i];
        *f = (Frame){.wanted = wanted[i], .drawn = i > 1 ? L'+' : i ? L'|' : L'-'};
        if (!t->options.ascii &&
            getcchar(drawn[i], text, &f->attrs, &pair, NULL) == OK && text[0])
            f->drawn = text[0];
    }
}

/* All of it, also what this session did not turn on: a crash is no time to ask. */
static void prepare_restore(Term *t)
{
    static const char *const names[] = {"sgr0", "rmacs", "rmcup", "cnorm"};
    StrBuf bytes = {0};

    modes_add_off(&bytes);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = capability(names[i]);
        if (value && !strchr(value, '$')) /* no padding */
            strbuf_addz(&bytes, value);
    }
    strbuf_addz(&bytes, "\r\n");
    signals_set_restore(t->signals, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
}

static void measure(Term *t)
{
    struct winsize size;

    getmaxyx(stdscr, t->rows, t->cols);
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
        size.ws_col > 0) {
        t->rows = size.ws_row;
        t->cols = size.ws_col;
    }
    if (!is_term_resized(t->rows, t->cols))
        return;
    resize_term(t->rows, t->cols);
}

static void fit_to_size(Term *t)
{
    int rows = t->rows, cols = t->cols;

    measure(t);
    t->resized = t->rows != rows || t->cols != cols;
    screen_resize(&t->shown, t->rows, t->cols);
    mem_free(t->line);
    t->line = mem_alloc(((size_t)t->cols + 1) * sizeof *t->line);
    t->whole = true;
}

static unsigned char erase_character(void)
{
    struct termios tty;
    return tcgetattr(STDIN_FILENO, &tty) == 0 ? tty.c_cc[VERASE] : 0x7F;
}

bool term_open(const TermOptions *options, Term **out, Error *err)
{
    Term *t = mem_alloc(sizeof *t);

    t->options = *options;
    if (!signals_open(&t->signals, err) || !start_curses(t, err)) {
        signals_close(t->signals);
        mem_free(t);
        return false;
    }
    input_init(&t->input, STDIN_FILENO, erase_character());
    prepare_restore(t);
    set_modes();
    set_paints(t);
    set_frames(t);
    typeahead(-1);
    fit_to_size(t);
    t->resized = false;
    const char *cup = capability("cup");
    t->ansi = cup && str_starts(str_from(cup), STR("\033["));
    modes_on(t->options.mouse);
    *out = t;
    return true;
}

void term_close(Term *t)
{
    if (!t)
        return;
    modes_off(t->options.mouse);
    endwin();
    delscreen(t->curses);
    signals_close(t->signals);
    input_deinit(&t->input);
    screen_deinit(&t->shown);
    mem_free(t->line);
    mem_free(t);
}

void term_size(const Term *t, int *rows, int *cols)
{
    *rows = t->rows;
    *cols = t->cols;
}

static wchar_t frame_char(const Term *t, wchar_t c, attr_t *attrs)
{
    for (int i = 0; i < FRAME_COUNT; i++) {
        if (t->frames[i].wanted != c)
            continue;
        *attrs |= t->frames[i].attrs;
        return t->frames[i].drawn;
    }
    return c;
}

static void set_blank(cchar_t *out, attr_t attrs, short pair)
{
    setcchar(out, L" ", attrs, pair, NULL);
}

/* The characters of a cell as ncurses takes them: one element for each that
 * takes place, so many that they fill the cell.
 *   returns  elements written, at most the cell's width */
static int cell_to_curses(const Term *t, const Cell *cell, cchar_t *out)
{
    Str text = {cell->text, cell->len};
    const Paint *paint = &t->paints[cell->style < STYLE_ROLE_COUNT ? cell->style : 0];
    attr_t attrs = paint->attrs | (cell->underline ? A_UNDERLINE : 0);
    int used = 0, count = 0;

    if (t->ansi && overlay_wants(cell))
        text.len = 0; /* a blank, under overlay_row() */
    for (size_t at = 0; at < text.len && used < cell->width;) {
        wchar_t wide[CCHARW_MAX + 1] = {0};
        size_t n = 0;
        attr_t own = attrs;
        uint32_t cp;
        at += utf8_decode(text, at, &cp);
        wide[n++] = frame_char(t, (wchar_t)cp, &own);
        used += cp < 0x7F ? 1 : wcwidth((wchar_t)cp);
        while (at < text.len) {
            size_t len = utf8_decode(text, at, &cp);
            if (wcwidth((wchar_t)cp) != 0 || n >= CCHARW_MAX)
                break;
            wide[n++] = (wchar_t)cp;
            at += len;
        }
        if (setcchar(&out[count], wide, own, paint->pair, NULL) != OK)
            setcchar(&out[count], L"?", own, paint->pair, NULL);
        count++;
    }
    for (; used < cell->width; used++)
        set_blank(&out[count++], attrs, paint->pair);
    return count;
}

/* Put the cells from `from` to `to` of a row; neither cuts a wide character. */
static void put_cells(Term *t, const Cell *cells, int row, int from, int to)
{
    int count = 0;

    for (int col = from; col < to; col++)
        if (cells[col].width > 0)
            count += cell_to_curses(t, &cells[col], t->line + count);
    if (count > 0)
        mvadd_wchnstr(row, from, t->line, count);
}

/* The frame cut or filled up to the size of the terminal, which may have changed
 * since it was drawn. */
static void row_of(const Screen *screen, int row, int cols, Cell *out)
{
    for (int col = 0; col < cols; col++)
        out[col] = *screen_cell(screen, row, col);
    if (out[cols - 1].width == 2)
        out[cols - 1] = *screen_cell(screen, -1, -1);
}

static void present_row(Term *t, const Cell *cells, int row, StrBuf *overlay)
{
    Cell *old = t->shown.cells + (size_t)row * (size_t)t->cols;
    int from = 0, to = t->cols;

    if (!t->whole && !screen_difference(old, cells, t->cols, &from, &to))
        return;
    if (t->ansi &&
        (overlay_wants_any(old, t->cols) || overlay_wants_any(cells, t->cols))) {
        wredrawln(stdscr, row, 1);
        overlay_row(cells, t->cols, row, t->looks, overlay);
        from = 0;
        to = t->cols;
    }
    put_cells(t, cells, row, from, to);
    memcpy(old, cells, (size_t)t->cols * sizeof *old);
}

static void clear_whole(Term *t)
{
    if (!t->whole)
        return;
    erase();
    clearok(curscr, TRUE);
    screen_clear(&t->shown);
}

void term_present(Term *t, const Screen *screen)
{
    term_present_rows(t, screen, (RowSpan){0, t->rows});
}

void term_present_rows(Term *t, const Screen *screen, RowSpan rows)
{
    bool fits = screen->rows == t->rows && screen->cols == t->cols;
    Cell *row = fits ? NULL : mem_alloc((size_t)t->cols * sizeof *row);
    StrBuf overlay = {0};

    if (t->whole || !fits)
        rows = (RowSpan){0, t->rows};
    clear_whole(t);
    for (int i = rows.from; i < rows.to; i++) {
        const Cell *cells = row;
        if (fits)
            cells = screen_cell(screen, i, 0);
        else
            row_of(screen, i, t->cols, row);
        present_row(t, cells, i, &overlay);
    }
    int cursor_row = screen->cursor_row < t->rows ? screen->cursor_row : t->rows - 1;
    int cursor_col = screen->cursor_col < t->cols ? screen->cursor_col : t->cols - 1;
    move(cursor_row, cursor_col);
    wnoutrefresh(stdscr);
    doupdate();
    if (overlay.len > 0) {
        overlay_cursor(cursor_row, cursor_col, &overlay);
        modes_write(strbuf_view(&overlay));
    }
    strbuf_deinit(&overlay);
    mem_free(row);
    t->whole = false;
}

void term_redraw(Term *t)
{
    t->whole = true;
}

static void take_signals(Term *t)
{
    int number;

    while ((number = signals_take(t->signals)) != 0) {
        switch (number) {
        case SIGWINCH:
            t->resized = true;
            break;
        case SIGTSTP:
            t->stop_wanted = true;
            break;
        case SIGCONT:
            t->continued = true;
            break;
        case SIGUSR1:
            t->woken = true;
            break;
        default:
            t->hangup = number;
        }
    }
}

/* What signals asked for, most urgent first. */
static bool signal_event(Term *t, TermEvent *out)
{
    take_signals(t);
    if (t->hangup) {
        *out = (TermEvent){.type = TERM_HANGUP, .signal = t->hangup};
        return true;
    }
    if (t->stop_wanted) {
        t->stop_wanted = false;
        *out = (TermEvent){.type = TERM_STOP};
        return true;
    }
    if (t->continued) { /* stopped by SIGSTOP: somebody used the terminal */
        t->continued = false;
        reset_prog_mode();
        modes_on(t->options.mouse);
        fit_to_size(t);
        *out = (TermEvent){.type = TERM_RESUMED};
        return true;
    }
    if (t->resized) {
        fit_to_size(t);
        t->resized = false;
        *out = (TermEvent){.type = TERM_RESIZE};
        return true;
    }
    if (t->woken) {
        t->woken = false;
        *out = (TermEvent){.type = TERM_WOKEN};
        return true;
    }
    return false;
}

void term_wake(void)
{
    kill(getpid(), SIGUSR1);
}

TermEvent term_wait(Term *t, int timeout_ms)
{
    int64_t start = input_now_ms();
    TermEvent event;

    while (true) {
        if (signal_event(t, &event))
            return event;
        int left = -1;
        if (timeout_ms >= 0) {
            int64_t passed = input_now_ms() - start;
            left = passed < timeout_ms ? timeout_ms - (int)passed : 0;
        }
        event = (TermEvent){.type = TERM_KEY};
        switch (input_wait(&t->input, signals_fd(t->signals), left, &event.key)) {
        case INPUT_KEY:
            return event;
        case INPUT_TIME:
            return (TermEvent){.type = TERM_TIMEOUT};
        case INPUT_GONE:
            return (TermEvent){.type = TERM_HANGUP};
        case INPUT_WATCHED:
            return (TermEvent){.type = TERM_WATCHED};
        case INPUT_OTHER:
            break;
        }
    }
}

void term_watch(Term *t, int fd)
{
    t->input.watched = fd;
}

bool term_input_pending(Term *t)
{
    return input_pending(&t->input);
}

bool term_last_key(Term *t, Key *out)
{
    return input_wait(&t->input, -1, 0, out) == INPUT_KEY;
}

void term_leave(Term *t)
{
    modes_off(t->options.mouse);
    endwin();
}

void term_return(Term *t)
{
    reset_prog_mode();
    modes_on(t->options.mouse);
    fit_to_size(t);
    input_forget(&t->input); /* half keys of before */
}

void term_suspend(Term *t)
{
    term_leave(t);
    signals_stop(t->signals);
    take_signals(t); /* the CONT that woke us */
    t->stop_wanted = t->continued = t->resized = false;
    term_return(t);
}

void term_mouse(Term *t, bool on)
{
    t->options.mouse = on;
    modes_mouse(on);
}

void term_theme(Term *t, Theme theme)
{
    t->options.theme = theme;
    set_paints(t);
    t->whole = true;
}

void term_bell(Term *t)
{
    (void)t;
    beep();
}

bool term_copy(Term *t, Str text)
{
    StrBuf bytes = {0};
    bool fits = clipboard_sequence(text, &bytes);

    (void)t;
    modes_write(strbuf_view(&bytes));
    strbuf_deinit(&bytes);
    return fits;
}
