#include "vt.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include <vterm.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "term/key.h"

struct Vt {
    pid_t pid;
    int fd; /* our end of the pseudo terminal, -1: closed */
    bool reaped;
    int status;
    VTerm *vterm;
    VTermScreen *screen;
    StrBuf tail;   /* first bytes of a character that is not complete */
    StrBuf output; /* everything */
    VtState state;
};

static int64_t now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int on_cursor(VTermPos pos, VTermPos old, int visible, void *user)
{
    Vt *vt = user;

    (void)old;
    (void)visible;
    vt->state.cursor_row = pos.row;
    vt->state.cursor_col = pos.col;
    return 1;
}

static int on_property(VTermProp prop, VTermValue *value, void *user)
{
    Vt *vt = user;

    if (prop == VTERM_PROP_CURSORVISIBLE)
        vt->state.cursor_visible = value->boolean;
    else if (prop == VTERM_PROP_ALTSCREEN)
        vt->state.alt_screen = value->boolean;
    else if (prop == VTERM_PROP_MOUSE)
        vt->state.mouse = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static const VTermScreenCallbacks callbacks = {
    .movecursor = on_cursor,
    .settermprop = on_property,
};

static void set_environment(const char *const *env)
{
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    /* A fault is to end the program as it would without a sanitizer. */
    setenv("ASAN_OPTIONS", "handle_segv=0:handle_abort=0", 1);
    setenv("PRFAQ_SPELLING", "off", 1); /* no program of this computer joins in */
    unsetenv("NO_COLOR");
    unsetenv("COLUMNS");
    unsetenv("LINES");
    unsetenv("LANGUAGE");
    for (; env && *env; env++) {
        char *copy = mem_strdup(*env), *equals = strchr(copy, '=');
        if (equals) {
            *equals = '\0';
            setenv(copy, equals + 1, 1);
        } else
            unsetenv(copy);
        mem_free(copy);
    }
}

static void run_child(const VtOptions *options)
{
    char **argv = mem_alloc(64 * sizeof *argv);

    set_environment(options->env);
    if (options->folder && chdir(options->folder) < 0)
        _exit(126);
    for (int i = 0; i < 63 && options->argv[i]; i++)
        argv[i] = mem_strdup(options->argv[i]);
    execvp(argv[0], argv);
    _exit(127);
}

Vt *vt_start(const VtOptions *options)
{
    Vt *vt = mem_alloc(sizeof *vt);
    struct winsize size = {
        .ws_row = (unsigned short)(options->rows ? options->rows : 24),
        .ws_col = (unsigned short)(options->cols ? options->cols : 80)};

    vt->state =
        (VtState){.rows = size.ws_row, .cols = size.ws_col, .cursor_visible = true};
    vt->vterm = vterm_new(size.ws_row, size.ws_col);
    vterm_set_utf8(vt->vterm, 1);
    vt->screen = vterm_obtain_screen(vt->vterm);
    vterm_screen_set_callbacks(vt->screen, &callbacks, vt);
    vterm_screen_enable_altscreen(vt->screen, 1);
    vterm_screen_reset(vt->screen, 1);
    vt->pid = forkpty(&vt->fd, NULL, NULL, &size);
    if (vt->pid < 0) {
        perror("forkpty");
        abort();
    }
    if (vt->pid == 0)
        run_child(options);
    fcntl(vt->fd, F_SETFL, O_NONBLOCK);
    fcntl(vt->fd, F_SETFD, FD_CLOEXEC);
    return vt;
}

void vt_stop(Vt *vt)
{
    if (!vt)
        return;
    if (!vt->reaped) {
        kill(vt->pid, SIGKILL);
        waitpid(vt->pid, NULL, 0);
    }
    if (vt->fd >= 0)
        close(vt->fd);
    vterm_free(vt->vterm);
    strbuf_deinit(&vt->tail);
    strbuf_deinit(&vt->output);
    mem_free(vt);
}

pid_t vt_pid(const Vt *vt)
{
    return vt->pid;
}

/* Bytes at the end of `s` that begin a character and do not complete it: libvterm
 * 0.1.4 spoils a character that comes in two writes after ASCII. */
static size_t open_tail(Str s)
{
    for (size_t back = 1; back <= 3 && back <= s.len; back++) {
        unsigned char c = (unsigned char)s.ptr[s.len - back];
        if (c < 0x80)
            return 0;
        if (c >= 0xC0) {
            size_t need = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
            return need > back ? back : 0;
        }
    }
    return 0;
}

static void feed(Vt *vt, Str bytes)
{
    strbuf_add(&vt->output, bytes);
    strbuf_add(&vt->tail, bytes);
    Str all = strbuf_view(&vt->tail);
    size_t whole = all.len - open_tail(all);
    vterm_input_write(vt->vterm, all.ptr, whole);
    strbuf_splice(&vt->tail, (Range){0, whole}, STR(""));
}

/* Answers of the terminal to questions of the program. */
static void send_answers(Vt *vt)
{
    char bytes[256];
    size_t len = vterm_output_read(vt->vterm, bytes, sizeof bytes);

    if (len > 0)
        vt_send(vt, (Str){bytes, len});
}

/* Takes in what the program wrote, waiting at most `wait_ms` for it. */
static void pump(Vt *vt, int wait_ms)
{
    char bytes[64 * 1024];
    struct pollfd fd = {.fd = vt->fd, .events = POLLIN};

    if (vt->fd < 0 || poll(&fd, 1, wait_ms) <= 0)
        return;
    ssize_t n = read(vt->fd, bytes, sizeof bytes);
    if (n > 0) {
        feed(vt, (Str){bytes, (size_t)n});
        send_answers(vt);
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        /* The other end is closed: the program is gone or going. */
        struct timespec moment = {.tv_nsec = 1000000};
        nanosleep(&moment, NULL);
    }
}

void vt_send(Vt *vt, Str bytes)
{
    int64_t until = now_ms() + VT_DEADLINE_MS;

    while (bytes.len > 0 && vt->fd >= 0 && now_ms() < until) {
        ssize_t n = write(vt->fd, bytes.ptr, bytes.len);
        if (n > 0)
            bytes = str_slice(bytes, (size_t)n, bytes.len);
        else if (errno == EAGAIN)
            pump(vt, 5); /* it writes, and reads later */
        else
            return;
    }
}

typedef struct Special {
    KeyCode code;
    const char *plain;
    const char *before; /* with modifiers: before and after ";m" */
    const char *after;
} Special;

/* clang-format off */
static const Special specials[] = {
    {KEYCODE_UP, "\033[A", "\033[1", "A"}, {KEYCODE_DOWN, "\033[B", "\033[1", "B"},
    {KEYCODE_RIGHT, "\033[C", "\033[1", "C"}, {KEYCODE_LEFT, "\033[D", "\033[1", "D"},
    {KEYCODE_HOME, "\033[H", "\033[1", "H"}, {KEYCODE_END, "\033[F", "\033[1", "F"},
    {KEYCODE_INSERT, "\033[2~", "\033[2", "~"},
    {KEYCODE_DELETE, "\033[3~", "\033[3", "~"},
    {KEYCODE_PAGE_UP, "\033[5~", "\033[5", "~"},
    {KEYCODE_PAGE_DOWN, "\033[6~", "\033[6", "~"},
    {KEYCODE_F1, "\033OP", "\033[1", "P"}, {KEYCODE_F2, "\033OQ", "\033[1", "Q"},
    {KEYCODE_F3, "\033OR", "\033[1", "R"}, {KEYCODE_F4, "\033OS", "\033[1", "S"},
    {KEYCODE_F5, "\033[15~", "\033[15", "~"}, {KEYCODE_F6, "\033[17~", "\033[17", "~"},
    {KEYCODE_F7, "\033[18~", "\033[18", "~"}, {KEYCODE_F8, "\033[19~", "\033[19", "~"},
    {KEYCODE_F9, "\033[20~", "\033[20", "~"}, {KEYCODE_F10, "\033[21~", "\033[21", "~"},
    {KEYCODE_F11, "\033[23~", "\033[23", "~"}, {KEYCODE_F12, "\033[24~", "\033[24", "~"},
    {KEYCODE_ENTER, "\r", NULL, NULL}, {KEYCODE_BACKSPACE, "\x7f", NULL, NULL},
    {KEYCODE_ESCAPE, "\033", NULL, NULL}, {KEYCODE_TAB, "\t", NULL, NULL},
};
/* clang-format on */

static void add_special(const Key *key, StrBuf *out)
{
    if (key->code == KEYCODE_TAB && (key->mods & MOD_SHIFT)) {
        strbuf_addz(out, "\033[Z");
        return;
    }
    for (size_t i = 0; i < sizeof specials / sizeof specials[0]; i++) {
        const Special *s = &specials[i];
        if (s->code != key->code)
            continue;
        if (key->mods && s->before)
            strbuf_addf(out, "%s;%u%s", s->before, key->mods + 1, s->after);
        else
            strbuf_addz(out, s->plain);
    }
}

void vt_key(Vt *vt, const char *name)
{
    Key key;
    StrBuf bytes = {0};

    if (!key_parse(str_from(name), &key)) {
        fprintf(stderr, "no such key: %s\n", name);
        abort();
    }
    if (key.code != KEYCODE_CHAR)
        add_special(&key, &bytes);
    else {
        if (key.mods & MOD_ALT)
            strbuf_addc(&bytes, '\033');
        if (key.mods & MOD_CTRL)
            strbuf_addc(&bytes, (char)(key.cp & 0x1F));
        else
            utf8_append(&bytes, key.cp);
    }
    vt_send(vt, strbuf_view(&bytes));
    strbuf_deinit(&bytes);
}

void vt_type(Vt *vt, const char *text)
{
    Str s = str_from(text);

    for (size_t at = 0; at < s.len;) {
        uint32_t cp;
        size_t len = utf8_decode(s, at, &cp);
        vt_send(vt, str_slice(s, at, at + len));
        at += len;
    }
}

void vt_paste(Vt *vt, Str text)
{
    vterm_keyboard_start_paste(vt->vterm);
    send_answers(vt);
    vt_send(vt, text);
    vterm_keyboard_end_paste(vt->vterm);
    send_answers(vt);
}

void vt_click(Vt *vt, int row, int col)
{
    vterm_mouse_move(vt->vterm, row, col, VTERM_MOD_NONE);
    vterm_mouse_button(vt->vterm, 1, true, VTERM_MOD_NONE);
    vterm_mouse_button(vt->vterm, 1, false, VTERM_MOD_NONE);
    send_answers(vt);
}

void vt_resize(Vt *vt, int rows, int cols)
{
    struct winsize size = {.ws_row = (unsigned short)rows,
                           .ws_col = (unsigned short)cols};

    vt->state.rows = rows;
    vt->state.cols = cols;
    vterm_set_size(vt->vterm, rows, cols);
    ioctl(vt->fd, TIOCSWINSZ, &size);
}

void vt_signal(Vt *vt, int number)
{
    kill(vt->pid, number);
}

void vt_hang_up(Vt *vt)
{
    close(vt->fd);
    vt->fd = -1;
}

void vt_row_text(Vt *vt, int row, StrBuf *out)
{
    size_t ink = out->len;

    for (int col = 0; col < vt->state.cols; col++) {
        VTermScreenCell cell;
        vterm_screen_get_cell(vt->screen, (VTermPos){row, col}, &cell);
        if (cell.chars[0] == UINT32_MAX) /* right half of a wide character */
            continue;
        if (cell.chars[0] == 0 || cell.chars[0] == ' ') {
            strbuf_addc(out, ' ');
            continue;
        }
        for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
            utf8_append(out, cell.chars[i]);
        ink = out->len;
    }
    strbuf_truncate(out, ink);
}

int vt_find_row(Vt *vt, const char *text)
{
    int found = -1;

    for (int row = 0; row < vt->state.rows && found < 0; row++) {
        StrBuf line = {0};
        vt_row_text(vt, row, &line);
        if (str_find(strbuf_view(&line), str_from(text), 0) != STR_NONE)
            found = row;
        strbuf_deinit(&line);
    }
    return found;
}

void vt_print(Vt *vt)
{
    for (int row = 0; row < vt->state.rows; row++) {
        StrBuf line = {0};
        vt_row_text(vt, row, &line);
        fprintf(stderr, "%3d|%s\n", row, strbuf_cstr(&line));
        strbuf_deinit(&line);
    }
    fprintf(stderr, "cursor %d,%d\n", vt->state.cursor_row, vt->state.cursor_col);
}

/* What is waited for. */
typedef struct Goal {
    const char *text;
    int row, col;
} Goal;

static bool text_is_there(Vt *vt, const Goal *goal)
{
    return vt_find_row(vt, goal->text) >= 0;
}

static bool text_is_gone(Vt *vt, const Goal *goal)
{
    return vt_find_row(vt, goal->text) < 0;
}

static bool row_is(Vt *vt, const Goal *goal)
{
    StrBuf line = {0};
    vt_row_text(vt, goal->row, &line);
    bool same = str_eq(strbuf_view(&line), str_from(goal->text));
    strbuf_deinit(&line);
    return same;
}

static bool cursor_is(Vt *vt, const Goal *goal)
{
    return vt->state.cursor_row == goal->row && vt->state.cursor_col == goal->col;
}

void vt_look_on(Vt *vt)
{
    pump(vt, 20);
}

static bool wait_for(Vt *vt, bool (*reached)(Vt *, const Goal *), const Goal *goal)
{
    int64_t until = now_ms() + VT_DEADLINE_MS;

    while (!reached(vt, goal)) {
        if (now_ms() >= until) {
            fprintf(stderr, "waited in vain for \"%s\" (%d,%d); the screen is\n",
                    goal->text ? goal->text : "", goal->row, goal->col);
            vt_print(vt);
            return false;
        }
        pump(vt, 20);
    }
    return true;
}

void vt_rest(Vt *vt)
{
    const struct timespec moment = {.tv_nsec = 1000000};
    int64_t until = now_ms() + 20;

    while (now_ms() < until) {
        pump(vt, 1);
        nanosleep(&moment, NULL); /* of a program not yet there, or gone */
    }
}

bool vt_wait_text(Vt *vt, const char *text)
{
    return wait_for(vt, text_is_there, &(Goal){.text = text});
}

bool vt_wait_gone(Vt *vt, const char *text)
{
    return wait_for(vt, text_is_gone, &(Goal){.text = text});
}

bool vt_wait_row(Vt *vt, int row, const char *text)
{
    return wait_for(vt, row_is, &(Goal){.text = text, .row = row});
}

bool vt_wait_cursor(Vt *vt, int row, int col)
{
    return wait_for(vt, cursor_is, &(Goal){.row = row, .col = col});
}

static bool has_exited(Vt *vt, const Goal *goal)
{
    (void)goal;
    if (!vt->reaped)
        vt->reaped = waitpid(vt->pid, &vt->status, WNOHANG) == vt->pid;
    return vt->reaped;
}

bool vt_wait_exit(Vt *vt, int *status)
{
    if (!wait_for(vt, has_exited, &(Goal){.text = "the end of the program"}))
        return false;
    for (size_t before = 0; before != vt->output.len;) { /* its last words */
        before = vt->output.len;
        pump(vt, 0);
    }
    *status = vt->status;
    return true;
}

VtState vt_state(Vt *vt)
{
    struct termios tty;

    vt->state.output = strbuf_view(&vt->output);
    if (vt->fd >= 0 && tcgetattr(vt->fd, &tty) == 0)
        vt->state.cooked = (tty.c_lflag & ECHO) && (tty.c_lflag & ICANON) &&
                           (tty.c_lflag & ISIG) && (tty.c_iflag & ICRNL);
    return vt->state;
}

VtLook vt_look(Vt *vt, int row, int col)
{
    VTermScreenCell cell;

    vterm_screen_get_cell(vt->screen, (VTermPos){row, col}, &cell);
    return (VtLook){.bold = cell.attrs.bold,
                    .underline = cell.attrs.underline != 0,
                    .reverse = cell.attrs.reverse,
                    .color =
                        VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) ? -1 : cell.fg.indexed.idx};
}
