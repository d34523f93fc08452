#include "term/input.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"

enum {
    ESCAPE_MS = 25,    /* a lone ESC is the Escape key after this */
    SEQUENCE_MS = 100, /* half a sequence is dropped after this */
    ANSWER_MS = 2000,  /* … when it may be an answer, on a line that is slow */
    SETTLE_MS = 200,   /* a missing answer is waited for at the end */
    PASTE_MS = 5000,   /* a paste whose end never comes */
    BURST_MS = 50,     /* between the pieces of one without marks */
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
    *in =
        (Input){.fd = fd, .watched = -1, .marked = true, .buffer = mem_alloc(READ_MAX)};
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

void input_asked(Input *in)
{
    in->asked_at = input_now_ms();
}

/* Not for ever: most terminals that say nothing soon say nothing at all. */
static bool is_answer_due(const Input *in)
{
    return in->asked_at != 0 && input_now_ms() - in->asked_at < ANSWER_MS;
}

/* How long half a key is waited for, or -1. */
static int patience_ms(const Input *in)
{
    const KeyDecoder *d = &in->decoder;

    if (d->pasting)
        return in->loose ? BURST_MS : PASTE_MS;
    if (!key_waiting(d))
        return -1;
    if (in->asked_at != 0 && key_answering(d))
        return ANSWER_MS;
    if (!key_escaping(d))
        return SEQUENCE_MS;
    return is_answer_due(in) ? SEQUENCE_MS : ESCAPE_MS;
}

/* A slow line may deliver ESC long before the "[1;5D" that belongs to it: the
 * tail is joined to an ESC again, and nothing of it is typed into the text. */
static bool is_late_tail(const Input *in, Str tail)
{
    if (in->escape_at == 0)
        return false;
    if (tail.ptr[0] == '[' || tail.ptr[0] == 'O')
        return in->read_at - in->escape_at < SEQUENCE_MS;
    return in->asked_at != 0 && tail.ptr[0] == ']' && tail.len > 1 &&
           ground_begins(str_slice(tail, 1, tail.len));
}

/* What was waited for as an answer is a key after all: these bytes came long behind
 * it, and are none either. */
static bool is_no_answer(const Input *in, int64_t waited, Str bytes)
{
    return waited >= SEQUENCE_MS && patience_ms(in) == ANSWER_MS &&
           !key_continues_answer(&in->decoder, bytes);
}

static bool flush_key(Input *in, Key *out)
{
    bool lone = key_escaping(&in->decoder);

    if (!key_next(&in->decoder, true, out))
        return false;
    if (lone)
        in->escape_at = input_now_ms();
    return true;
}

/* Is this a paste of a terminal that does not say so? */
static bool begins_loose_paste(const Input *in, Str bytes)
{
    return !in->marked && !in->loose && !in->decoder.pasting &&
           !key_waiting(&in->decoder) && key_paste_likely(bytes);
}

typedef enum ReadResult { READ_BYTES, READ_KEY, READ_GONE } ReadResult;

/* Reads what is there. */
static ReadResult read_bytes(Input *in, Key *out)
{
    ssize_t n = read(in->fd, in->buffer, READ_MAX);

    if (n < 0)
        return errno == EINTR || errno == EAGAIN ? READ_BYTES : READ_GONE;
    if (n == 0)
        return READ_GONE;
    Str bytes = {in->buffer, (size_t)n};
    int64_t now = input_now_ms();
    bool key = is_no_answer(in, now - in->read_at, bytes) && flush_key(in, out);
    in->read_at = now;
    if (is_late_tail(in, bytes))
        key_feed(&in->decoder, STR("\033"));
    in->escape_at = 0;
    if (begins_loose_paste(in, bytes)) { /* marked here, at its beginning */
        size_t start = key_paste_start(bytes);
        in->loose = true;
        key_feed(&in->decoder, str_slice(bytes, 0, start));
        key_feed(&in->decoder, STR("\033[200~"));
        bytes = str_slice(bytes, start, bytes.len);
    }
    key_feed(&in->decoder, bytes);
    return key ? READ_KEY : READ_BYTES;
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

/* Nothing came in time: what half a key is becomes one. */
static bool give_up(Input *in, Key *out)
{
    int patience = patience_ms(in);

    return patience >= 0 && left_ms(in->read_at, patience) == 0 && flush_key(in, out);
}

static InputResult wait_for_key(Input *in, int other_fd, int timeout_ms, Key *out)
{
    int64_t start = input_now_ms();

    while (!key_next(&in->decoder, false, out)) {
        int patience = left_ms(in->read_at, patience_ms(in));
        int left = left_ms(start, timeout_ms);
        struct pollfd fds[] = {{.fd = in->fd, .events = POLLIN},
                               {.fd = other_fd, .events = POLLIN},
                               {.fd = in->watched, .events = POLLIN}};
        int n = poll(fds, 3, sooner(left, patience));
        if (n < 0)
            return errno == EINTR ? INPUT_OTHER : INPUT_GONE;
        if (n == 0) {
            if (give_up(in, out))
                return INPUT_KEY;
            if (left_ms(start, timeout_ms) == 0)
                return INPUT_TIME;
            continue;
        }
        if (fds[1].revents)
            return INPUT_OTHER;
        if (!fds[0].revents)
            return INPUT_WATCHED;
        ReadResult read = fds[0].revents & POLLIN ? read_bytes(in, out) : READ_GONE;
        if (read != READ_BYTES)
            return read == READ_KEY ? INPUT_KEY : INPUT_GONE;
    }
    return INPUT_KEY;
}

InputResult input_wait(Input *in, int other_fd, int timeout_ms, Key *out)
{
    InputResult result = wait_for_key(in, other_fd, timeout_ms, out);

    if (result == INPUT_KEY && out->code == KEYCODE_GROUND)
        in->asked_at = 0;
    if (result == INPUT_KEY && out->code == KEYCODE_PASTE)
        in->loose = in->loose && in->decoder.pasting;
    if (result == INPUT_KEY)
        count_clicks(in, out);
    return result;
}

void input_settle(Input *in)
{
    int64_t start = input_now_ms();
    int watched = in->watched, left;
    Key key;

    in->watched = -1;
    while (is_answer_due(in) && (left = left_ms(start, SETTLE_MS)) > 0 &&
           input_wait(in, -1, left, &key) == INPUT_KEY)
        continue;
    in->watched = watched;
    in->asked_at = 0;
}

bool input_pending(Input *in)
{
    struct pollfd fd = {.fd = in->fd, .events = POLLIN};

    return in->decoder.at < in->decoder.pending.len || poll(&fd, 1, 0) > 0;
}
