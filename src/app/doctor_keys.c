#include "app/doctor_keys.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include "app/cli.h"
#include "base/message.h"

enum { PATIENCE_MS = 100 };

static volatile sig_atomic_t ended;

static void end_it(int number)
{
    (void)number;
    ended = 1;
}

static void catch_signals(void)
{
    const struct sigaction action = {.sa_handler = end_it}; /* poll() is left */

    ended = 0;
    sigaction(SIGHUP, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
}

static bool enter(struct termios *before, bool mouse)
{
    struct termios tty;

    if (tcgetattr(STDIN_FILENO, before) != 0)
        return false;
    tty = *before;
    tty.c_iflag &= ~(tcflag_t)(IXON | IXOFF | ICRNL | INLCR | IGNCR | ISTRIP);
    tty.c_lflag &= ~(tcflag_t)(IEXTEN | ISIG | ICANON | ECHO);
    tty.c_cc[VMIN] = 1;
    tty.c_cc[VTIME] = 0;
    return tcsetattr(STDIN_FILENO, TCSANOW, &tty) == 0 &&
           output_write(STDOUT_FILENO,
                        mouse ? STR("\033[?2004h\033[?1002h\033[?1006h")
                              : STR("\033[?2004h"),
                        NULL);
}

static void leave(const struct termios *before)
{
    output_write(STDOUT_FILENO, STR("\033[?1006l\033[?1002l\033[?2004l"), NULL);
    tcsetattr(STDIN_FILENO, TCSADRAIN, before);
}

typedef struct Watch {
    const struct Keymap *keys;
    KeyDecoder decoder;
    StrBuf bytes;  /* of the key that is coming */
    uint32_t last; /* 'q' or ESC, when that was the key before */
    bool done;
} Watch;

/* Esc or q twice; two ESC at once come as one key with Alt. */
static bool is_end(Watch *w, const Key *key)
{
    uint32_t now = key->code == KEYCODE_ESCAPE               ? 0x1B
                   : key->code == KEYCODE_CHAR && !key->mods ? key_latin(key->cp)
                                                             : 0;
    bool again =
        (now == 0x1B || now == 'q') && (now == w->last || (key->mods & MOD_ALT));

    w->last = now;
    return again;
}

static void take_keys(Watch *w, bool flush)
{
    Key key;

    while (key_next(&w->decoder, flush, &key)) {
        StrBuf line = {0};
        doctor_key_line(w->keys, &key, strbuf_view(&w->bytes), &line);
        output_write(STDOUT_FILENO, strbuf_view(&line), NULL);
        strbuf_deinit(&line);
        strbuf_clear(&w->bytes);
        w->done = w->done || is_end(w, &key);
    }
    if (flush)
        strbuf_clear(&w->bytes);
}

/* A byte at a time, so that each key is shown with its own bytes. */
static void watch(Watch *w)
{
    while (!w->done && !ended) {
        struct pollfd fd = {.fd = STDIN_FILENO, .events = POLLIN};
        char byte;
        int n = poll(&fd, 1, key_waiting(&w->decoder) ? PATIENCE_MS : -1);
        if (n < 0 && errno != EINTR)
            return;
        if (n == 0)
            take_keys(w, true);
        if (n <= 0)
            continue;
        if (read(STDIN_FILENO, &byte, 1) != 1)
            return;
        strbuf_addc(&w->bytes, byte);
        key_feed(&w->decoder, (Str){&byte, 1});
        take_keys(w, false);
    }
}

bool doctor_keys(const struct Keymap *keys, bool mouse, Error *err)
{
    struct termios before;
    Watch w = {.keys = keys};
    StrBuf words = {0};

    catch_signals();
    if (!enter(&before, mouse))
        return error_errno(err, _("cannot read keys from \"%s\""), "/dev/tty");
    strbuf_addf(&words, "%s\n\n",
                _("Press any key: its name, what it sends, what it does while you "
                  "write. Esc twice, or q twice, ends this."));
    bool ok = output_write(STDOUT_FILENO, strbuf_view(&words), err);
    strbuf_deinit(&words);
    key_decoder_init(&w.decoder, (unsigned char)before.c_cc[VERASE]);
    if (ok)
        watch(&w);
    leave(&before);
    key_decoder_deinit(&w.decoder);
    strbuf_deinit(&w.bytes);
    return ok;
}
