#include "term/input.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

enum {
    ESCAPE_MS = 25,    /* a lone ESC is the Escape key after this */
    SEQUENCE_MS = 100, /* half a sequence is dropped after this */
    PASTE_MS = 5000,   /* a paste whose end never comes */
    DOUBLE_MS = 400,   /* between the presses of a double click */
    READ_MAX = 64 * 1024,
};

int64_t input_now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void input_init(Input *in, int fd, unsigned char erase)
{
    *in = (Input){.fd = fd, .watched = -1, .buffer = mem_alloc(READ_MAX)};
    key_decoder_init(&in->decoder, erase);
}

void input_deinit(Input *in)
{
    key_decoder_deinit(&in->decoder);
    mem_free(in->buffer);
    *in = (Input){0};
}

void input_forget(Input *in)
{
    Key key;

    while (key_next(&in->decoder, true, &key))
        continue;
    in->escape_at = 0;
}

/* How long half a key is waited for, or -1. */
static int patience_ms(const KeyDecoder *d)
{
    if (d->pasting)
        return PASTE_MS;
    if (!key_waiting(d))
        return -1;
    bool lone = d->pending.len - d->at == 1 && d->pending.ptr[d->at] == '\033';
    return lone ? ESCAPE_MS : SEQUENCE_MS;
}

/* A slow line may deliver ESC long before the "[1;5D" that belongs to it: the
 * tail is joined to an ESC again, and nothing of it is typed into the text. */
static bool is_late_tail(const Input *in, char first)
{
    return in->escape_at != 0 && (first == '[' || first == 'O') &&
           in->read_at - in->escape_at < SEQUENCE_MS;
}

/* Reads what is there; false when the terminal is gone. */
static bool read_bytes(Input *in)
{
    ssize_t n = read(in->fd, in->buffer, READ_MAX);

    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    if (n == 0)
        return false;
    in->read_at = input_now_ms();
    if (is_late_tail(in, in->buffer[0]))
        key_feed(&in->decoder, STR("\033"));
    in->escape_at = 0;
    key_feed(&in->decoder, (Str){in->buffer, (size_t)n});
    return true;
}

static bool flush_key(Input *in, Key *out)
{
    bool lone = patience_ms(&in->decoder) == ESCAPE_MS;

    if (!key_next(&in->decoder, true, out))
        return false;
    if (lone)
        in->escape_at = input_now_ms();
    return true;
}

/* The shorter of two waits, where -1 is for ever. */
static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 || a < b ? a : b;
}

static int left_ms(int64_t since, int wait_ms)
{
    if (wait_ms < 0)
        return -1;
    int64_t passed = input_now_ms() - since;
    return passed < wait_ms ? wait_ms - (int)passed : 0;
}

/* Presses that follow soon at one place count on: two take a word, three a line. */
static void count_clicks(Input *in, Key *key)
{
    if (key->code != KEYCODE_MOUSE || key->mouse != MOUSE_PRESS)
        return;
    bool again = key->row == in->press.row && key->col == in->press.col &&
                 in->press.clicks > 0 && in->read_at - in->press_at < DOUBLE_MS;
    key->clicks = again ? in->press.clicks % 3 + 1 : 1;
    in->press = *key;
    in->press_at = in->read_at;
}

InputResult input_wait(Input *in, int other_fd, int timeout_ms, Key *out)
{
    int64_t start = input_now_ms();

    while (!key_next(&in->decoder, false, out)) {
        int patience = left_ms(in->read_at, patience_ms(&in->decoder));
        int left = left_ms(start, timeout_ms);
        struct pollfd fds[] = {{.fd = in->fd, .events = POLLIN},
                               {.fd = other_fd, .events = POLLIN},
                               {.fd = in->watched, .events = POLLIN}};
        int n = poll(fds, 3, sooner(left, patience));
        if (n < 0)
            return errno == EINTR ? INPUT_OTHER : INPUT_GONE;
        if (n == 0) {
            if (patience >= 0 && left_ms(in->read_at, patience_ms(&in->decoder)) == 0 &&
                flush_key(in, out))
                return INPUT_KEY;
            if (left_ms(start, timeout_ms) == 0)
                return INPUT_TIME;
        } else if (fds[1].revents)
            return INPUT_OTHER;
        else if (!fds[0].revents)
            return INPUT_WATCHED;
        else if (!(fds[0].revents & POLLIN) || !read_bytes(in))
            return INPUT_GONE;
    }
    count_clicks(in, out);
    return INPUT_KEY;
}

bool input_pending(Input *in)
{
    struct pollfd fd = {.fd = in->fd, .events = POLLIN};

    return in->decoder.at < in->decoder.pending.len || poll(&fd, 1, 0) > 0;
}
