#include "term/key.h"

#include <string.h>

#include "base/utf8.h"
#include "term/key_step.h"

enum {
    ESC = 0x1B,
    KEEP_MAX = 1 << 20, /* buffers above this are given back */
};

static const char paste_end[] = "\033[201~";

void key_decoder_init(KeyDecoder *d, unsigned char erase)
{
    *d = (KeyDecoder){.erase = erase < 0x20 || erase == 0x7F ? erase : 0};
}

void key_decoder_deinit(KeyDecoder *d)
{
    strbuf_deinit(&d->pending);
    strbuf_deinit(&d->paste);
    *d = (KeyDecoder){0};
}

static void forget(StrBuf *b)
{
    if (b->cap > KEEP_MAX)
        strbuf_deinit(b);
    strbuf_clear(b);
}

void key_feed(KeyDecoder *d, Str bytes)
{
    if (d->at == d->pending.len) {
        forget(&d->pending);
        d->at = 0;
    } else if (d->at > d->pending.len / 2) {
        strbuf_splice(&d->pending, (Range){0, d->at}, STR(""));
        d->at = 0;
    }
    strbuf_add(&d->pending, bytes);
}

static Str rest_of(const KeyDecoder *d)
{
    return str_slice(strbuf_view(&d->pending), d->at, d->pending.len);
}

/* What is dropped of an OSC may be an answer; a longer one is none. */
static void keep_body(KeyDecoder *d, Str bytes)
{
    if (!d->reply)
        return;
    if (bytes.len > sizeof d->body - d->body_len) {
        d->reply = false;
        return;
    }
    if (bytes.len > 0)
        memcpy(d->body + d->body_len, bytes.ptr, bytes.len);
    d->body_len += bytes.len;
}

/* Drop bytes up to the end of the sequence; false when it has not come yet. An
 * ESC or another control byte cuts a sequence off. */
static bool swallow_rest(KeyDecoder *d, bool flush, Key *out)
{
    Str s = rest_of(d);

    for (size_t at = 0; at < s.len; at++) {
        unsigned c = (unsigned char)s.ptr[at];
        bool string = d->swallow == KEYSWALLOW_STRING;
        if (string ? (c >= 0x20 && c != 0x7F) : (c >= 0x20 && c < 0x40))
            continue;
        if (string && c == ESC && at + 1 == s.len && !flush) {
            keep_body(d, str_slice(s, 0, at));
            d->at += at;
            return false;
        }
        bool st = string && c == ESC && at + 1 < s.len && s.ptr[at + 1] == '\\';
        bool final = string ? c == '\a' : c >= 0x40 && c < 0x7F;
        keep_body(d, str_slice(s, 0, at));
        if (d->reply && (st || (string && final)))
            *out = (Key){.ground = ground_parse((Str){d->body, d->body_len})};
        d->at += at + (st ? 2U : final ? 1U : 0U);
        d->swallow = KEYSWALLOW_NONE;
        return true;
    }
    keep_body(d, s);
    d->at += s.len;
    if (flush)
        d->swallow = KEYSWALLOW_NONE;
    return flush;
}

/* How many bytes at the end of `s` may be the beginning of the end mark. */
static size_t half_mark(Str s)
{
    size_t most = sizeof paste_end - 2;

    for (size_t len = s.len < most ? s.len : most; len > 0; len--)
        if (memcmp(s.ptr + s.len - len, paste_end, len) == 0)
            return len;
    return 0;
}

static void deliver_paste(KeyDecoder *d, Key *out)
{
    d->delivered = true;
    *out = (Key){.code = KEYCODE_PASTE, .paste = strbuf_view(&d->paste)};
}

/* Moves what was pasted to `paste`; true when there is something to deliver. */
static bool read_paste(KeyDecoder *d, bool flush, Key *out)
{
    Str s = rest_of(d), mark = str_from(paste_end);
    size_t end = str_find(s, mark, 0), room = KEY_PASTE_MAX - d->paste.len;
    size_t take = end != STR_NONE ? end : s.len - (flush ? 0 : half_mark(s));

    if (take > room) {
        strbuf_add(&d->paste, str_slice(s, 0, room));
        d->at += room;
        deliver_paste(d, out);
        return true;
    }
    strbuf_add(&d->paste, str_slice(s, 0, take));
    d->at += take;
    if (end == STR_NONE && !flush)
        return false;
    if (end != STR_NONE)
        d->at += mark.len;
    d->pasting = false;
    deliver_paste(d, out);
    return true;
}

bool key_next(KeyDecoder *d, bool flush, Key *out)
{
    if (d->delivered) {
        forget(&d->paste);
        d->delivered = false;
    }
    while (true) {
        if (d->pasting)
            return read_paste(d, flush, out);
        Key answer = {0};
        if (d->swallow != KEYSWALLOW_NONE && !swallow_rest(d, flush, &answer))
            return false;
        if (answer.ground != GROUND_UNKNOWN) {
            answer.code = KEYCODE_GROUND;
            *out = answer;
            return true;
        }
        if (d->at == d->pending.len)
            return false;
        Str s = rest_of(d);
        Step step = key_step(s, flush, d->erase);
        if (step.used == 0)
            return false;
        d->at += step.used;
        d->swallow = step.swallow;
        d->reply = step.swallow == KEYSWALLOW_STRING && s.ptr[1] == ']';
        d->body_len = 0;
        d->pasting = step.paste;
        if (step.key.code != KEYCODE_NONE) {
            *out = step.key;
            return true;
        }
    }
}

bool key_waiting(const KeyDecoder *d)
{
    return !d->pasting && (d->at < d->pending.len || d->swallow != KEYSWALLOW_NONE);
}

bool key_escaping(const KeyDecoder *d)
{
    return d->swallow == KEYSWALLOW_NONE && str_eq(rest_of(d), STR("\033"));
}

bool key_answering(const KeyDecoder *d)
{
    if (d->swallow == KEYSWALLOW_NONE)
        return str_eq(rest_of(d), STR("\033]"));
    return d->swallow == KEYSWALLOW_STRING && d->reply &&
           ground_begins((Str){d->body, d->body_len});
}

bool key_continues_answer(const KeyDecoder *d, Str bytes)
{
    return d->body_len > 0 ? key_answering(d) : ground_begins(bytes);
}

bool key_same(const Key *a, const Key *b)
{
    return a->code == b->code && a->mods == b->mods &&
           (a->code != KEYCODE_CHAR || a->cp == b->cp);
}
