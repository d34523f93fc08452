#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/cli_commands.h"
#include "app/cli_json.h"
#include "base/message.h"
#include "base/unicode.h"

enum { WIDTH_USUAL = 80, WIDTH_LEAST = 20, WIDTH_MOST = 400, LINE_MOST = 4096 };

static bool output_failed(Error *err)
{
    if (errno == EPIPE)
        return error_set(err, ERR_PIPE, "%s", "");
    if (errno == EBADF)
        return error_set(err, ERR_IO, _("cannot write the output: it is closed"));
    return error_errno(err, _("cannot write the output"), "");
}

bool output_write(int fd, Str bytes, Error *err)
{
    while (bytes.len > 0) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n >= 0) {
            bytes = str_slice(bytes, (size_t)n, bytes.len);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            struct pollfd ready = {.fd = fd, .events = POLLOUT};
            if (poll(&ready, 1, -1) < 0 && errno != EINTR)
                return output_failed(err);
        } else if (errno != EINTR) {
            return output_failed(err);
        }
    }
    return true;
}

void output_secure(void)
{
    /* open() takes the lowest free number. Input that is closed is empty; output
     * that is closed becomes one that cannot be written to. */
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            (void)!open("/dev/null", fd == 2 ? O_WRONLY : O_RDONLY);
}

static void error_as_text(const Error *err, StrBuf *out)
{
    strbuf_addf(out, "prfaq: %s\n", err->message);
    if (!err->hint[0])
        return;
    /* A hint is a sentence of its own. */
    char first = err->hint[0];
    strbuf_addf(out, "  %c%s\n",
                first >= 'a' && first <= 'z' ? first - 'a' + 'A' : first,
                err->hint + 1);
}

void output_error(const Error *err, bool json)
{
    StrBuf out = {0};

    if (!err->message[0])
        return;
    if (json)
        json_error(err, &out);
    else
        error_as_text(err, &out);
    output_write(STDERR_FILENO, strbuf_view(&out), NULL);
    strbuf_deinit(&out);
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && *value;
}

/* "always", "never" or "auto"; anything else says nothing. */
static bool color_word(Str word, bool *on)
{
    if (str_eq(word, STR("always")))
        *on = true;
    else if (str_eq(word, STR("never")))
        *on = false;
    else
        return false;
    return true;
}

bool output_color(const Cli *cli)
{
    const char *term = getenv("TERM");
    bool on = false;

    if (color_word(cli_value(cli, OPTION_COLOR), &on) ||
        color_word(str_from(getenv("PRFAQ_COLOR")), &on))
        return on;
    if (is_set("NO_COLOR"))
        return false;
    if (is_set("FORCE_COLOR") || is_set("CLICOLOR_FORCE"))
        return true;
    if (!term || strcmp(term, "dumb") == 0 || !isatty(STDOUT_FILENO))
        return false;
    return !color_word(session_setting(&cli->session, "ui.color"), &on) || on;
}

int output_width(void)
{
    struct winsize size;
    int columns = 0;

    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        columns = size.ws_col;
    else if (!str_to_int(str_from(getenv("COLUMNS")), &columns) || columns == 0)
        return WIDTH_USUAL;
    return columns < WIDTH_LEAST  ? WIDTH_LEAST
           : columns > WIDTH_MOST ? WIDTH_MOST
                                  : columns;
}

bool input_is_terminal(const Cli *cli)
{
    return !cli_has(cli, OPTION_NO_INPUT) && !cli_has(cli, OPTION_JSON) &&
           (linear_wanted(cli) || (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)));
}

bool input_line(StrBuf *out)
{
    char c;

    while (out->len < LINE_MOST) {
        ssize_t n = read(STDIN_FILENO, &c, 1);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return false;
        if (c == '\n')
            return true;
        strbuf_addc(out, c);
    }
    return true;
}

void output_note(Cli *cli, const char *format, ...)
{
    va_list args;
    StrBuf line = {0};

    if (cli_has(cli, OPTION_QUIET) || cli_has(cli, OPTION_JSON))
        return;
    va_start(args, format);
    strbuf_addv(&line, format, args);
    va_end(args);
    particles_settle(&line);
    unicode_visible(strbuf_view(&line), VISIBLE_LINES, &cli->out);
    strbuf_addc(&cli->out, '\n');
    strbuf_deinit(&line);
}

/* End of the word that starts at `at`, and of the spaces after it. */
static size_t word_end(Str text, size_t at, size_t *after)
{
    size_t end = str_find_byte(text, ' ', at);

    if (end == STR_NONE)
        end = text.len;
    for (*after = end; *after < text.len && text.ptr[*after] == ' ';)
        ++*after;
    return end;
}

void output_wrapped(StrBuf *out, int indent, int width, Str text)
{
    int column = 0;
    size_t at = 0;

    while (at < text.len) {
        size_t after = 0;
        size_t end = word_end(text, at, &after);
        Str word = str_slice(text, at, end);
        int cells = unicode_width(word);
        if (column > 0 && column + 1 + cells > width) {
            strbuf_addc(out, '\n');
            column = 0;
        }
        if (column == 0) {
            strbuf_add_repeat(out, ' ', (size_t)indent);
            column = indent;
        } else {
            strbuf_addc(out, ' ');
            column++;
        }
        strbuf_add(out, word);
        column += cells;
        at = after;
    }
    strbuf_addc(out, '\n');
}

void output_padded(StrBuf *out, Str text, int width)
{
    int cells = unicode_width(text);

    strbuf_add(out, text);
    strbuf_add_repeat(out, ' ', cells < width ? (size_t)(width - cells) : 1);
}

void output_beside(StrBuf *out, Str left, Str right, int column)
{
    Str a = {0}, b = {0};
    bool more_left = str_next_line(&left, &a), more_right = str_next_line(&right, &b);

    while (more_left || more_right) {
        if (more_right && b.len > 0)
            output_padded(out, more_left ? a : STR(""), column);
        else if (more_left)
            strbuf_add(out, a);
        if (more_right)
            strbuf_add(out, b);
        strbuf_addc(out, '\n');
        more_left = more_left && str_next_line(&left, &a);
        more_right = more_right && str_next_line(&right, &b);
    }
}

void output_cell(StrBuf *out, Str text, int width)
{
    StrBuf visible = {0};

    unicode_visible(text, VISIBLE_ONE_LINE, &visible);
    if (unicode_width(strbuf_view(&visible)) >= width) {
        strbuf_truncate(&visible, unicode_fit(strbuf_view(&visible), width - 3).len);
        strbuf_addz(&visible, "..");
    }
    output_padded(out, strbuf_view(&visible), width);
    strbuf_deinit(&visible);
}

void output_turn(void)
{
    StrBuf line = {0};

    message_addf(&line, "prfaq: %s\n",
                 _("others are saving here at the moment; waiting for the turn"));
    output_write(STDERR_FILENO, strbuf_view(&line), NULL);
    strbuf_deinit(&line);
}

void output_waiting(size_t commits)
{
    StrBuf line = {0};

    if (commits > 0)
        message_addf(&line, _("Looking through the history: %zu revisions so far"),
                     commits);
    fprintf(stderr, "\r\033[K%s", strbuf_cstr(&line));
    fflush(stderr);
    strbuf_deinit(&line);
}
