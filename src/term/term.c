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

#include "base/mem.h"
#include "base/message.h"
#include "term/canvas.h"
#include "term/clipboard.h"
#include "term/input.h"
#include "term/modes.h"
#include "term/signals.h"

struct Term {
    SCREEN *curses;
    Signals *signals;
    TermOptions options;
    int rows, cols;
    Canvas *canvas;
    Input input;
    int hangup; /* signal that ends us, 0: none */
    bool resized;
    bool continued;
    bool stop_wanted;
    bool woken;
    bool asked; /* for its ground */
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
    canvas_resize(t->canvas, t->rows, t->cols);
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
    t->input.marked = key_paste_is_marked(getenv("TERM"), getenv("TMUX") != NULL);
    prepare_restore(t);
    set_modes();
    t->canvas = canvas_new(options);
    typeahead(-1);
    fit_to_size(t);
    t->resized = false;
    modes_on(t->options.mouse);
    *out = t;
    return true;
}

void term_close(Term *t)
{
    if (!t)
        return;
    term_leave(t);
    delscreen(t->curses);
    signals_close(t->signals);
    input_deinit(&t->input);
    canvas_free(t->canvas);
    mem_free(t);
}

void term_size(const Term *t, int *rows, int *cols)
{
    *rows = t->rows;
    *cols = t->cols;
}

/* Behind the first frame, and nobody waits: the answer comes as a key does. */
static void ask_ground(Term *t)
{
    if (t->asked)
        return;
    t->asked = true;
    if (!ground_may_ask(getenv("TERM"), getenv("TMUX") != NULL,
                        canvas_colors(t->canvas)))
        return;
    modes_write(STR(GROUND_QUESTION));
    input_asked(&t->input);
}

void term_present(Term *t, const Screen *screen)
{
    term_present_rows(t, screen, (RowSpan){0, t->rows});
}

void term_present_rows(Term *t, const Screen *screen, RowSpan rows)
{
    canvas_present(t->canvas, screen, rows);
    ask_ground(t);
}

void term_redraw(Term *t)
{
    canvas_redraw(t->canvas);
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
            if (event.key.code != KEYCODE_GROUND)
                return event;
            if (canvas_ground(t->canvas, event.key.ground))
                return (TermEvent){.type = TERM_REPAINT};
            break;
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
    while (input_wait(&t->input, -1, 0, out) == INPUT_KEY)
        if (out->code != KEYCODE_GROUND)
            return true;
    return false;
}

void term_leave(Term *t)
{
    input_settle(&t->input);
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
    canvas_theme(t->canvas, theme);
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
